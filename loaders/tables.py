"""Tables with a résumé's text in each row: CSV, JSON lines, Parquet.

In: an open file. Out: the key and the text of each row, as they are read.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import IO, Any

from skillgraph.errors import LoadError
from skillgraph.loaders.limits import Limits, limit_of

TEXTS = (
    "resume_text",
    "resume",
    "resume_str",
    "resume_content",
    "cv_text",
    "cv",
    "text",
    "content",
    "document",
    "body",
    "resume_html",
    "html",
    "markdown",
)
KEYS = ("id", "key", "doc_id", "document_id", "resume_id", "candidate_id", "uuid", "filename", "file_name", "file", "path", "name")
_ROWS = 64


def csv_texts(file: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield the rows of a table of comma-, semicolon- or tab-separated values.

    Raises:
        LoadError: No column holds texts, or the table is damaged.
    """
    csv.field_size_limit(limits.max_bytes)
    stream = TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    header = stream.readline(1 << 16)
    delimiter = max(",;\t|", key=header.count)
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
        text, key = columns(names)
        for row in csv.reader(stream, delimiter=delimiter):
            if len(row) > text and row[text].strip():
                yield row[key] if key is not None and len(row) > key else "", row[text].encode()
    except csv.Error as error:
        raise LoadError(f"this table is damaged: {error}") from None
    finally:
        stream.detach()


def columns(names: Sequence[str]) -> tuple[int, int | None]:
    """Return the numbers of the columns with the texts and with the keys.

    Raises:
        LoadError: None of them holds texts.
    """
    found = {name.strip().lower().replace(" ", "_").replace("-", "_"): number for number, name in reversed(list(enumerate(names)))}
    text = next((found[name] for name in TEXTS if name in found), None)
    if text is None:
        raise LoadError(f"no column of this table holds résumés; name it one of {', '.join(TEXTS)}")
    return text, next((found[name] for name in KEYS if name in found), None)


def json_texts(file: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield the rows of JSON lines: objects with a text, or JSON Resumes.

    Raises:
        LoadError: A line is no object of either kind, or too long.
    """
    number = 0
    while line := file.readline(limits.max_bytes + 1):
        number += 1
        if len(line) > limits.max_bytes:
            raise LoadError(f"line {number} is too long; {limit_of('max_bytes', limits.max_bytes)}")
        if line.strip():
            yield _json_text(line, number)


def _json_text(line: bytes, number: int) -> tuple[str, bytes]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise LoadError(f"line {number} is not valid JSON") from None
    if not isinstance(row, dict):
        raise LoadError(f"line {number} is no JSON object")
    key = next((str(row[name]) for name in KEYS if isinstance(row.get(name), str | int)), "")
    if isinstance(row.get("basics"), dict):
        return key, line
    text = next((row[name] for name in TEXTS if isinstance(row.get(name), str)), None)
    if text is None:
        raise LoadError(f"line {number} holds no résumé; name its text one of {', '.join(TEXTS)}")
    return key, text.encode("utf-8", errors="replace")


def parquet_texts(file: IO[bytes], limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield the rows of a Parquet table.

    Raises:
        LoadError: pyarrow is missing, no column holds texts, or the table is damaged.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise LoadError("this is a Parquet table; install the extra `tables` to read it") from None
    try:
        table = pyarrow.parquet.ParquetFile(file)
        text, key = columns(table.schema_arrow.names)
        names = table.schema_arrow.names
        wanted = [names[text], *([names[key]] if key is not None and key != text else [])]
        for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
            yield from _rows(batch.to_pylist(), names[text], names[key] if key is not None else "", limits)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise LoadError(f"this table is damaged: {str(error).splitlines()[0] if str(error) else error!r}") from None


def _rows(rows: Iterable[dict[str, Any]], text: str, key: str, limits: Limits) -> Iterator[tuple[str, bytes]]:
    for row in rows:
        value = row[text]
        data = value if isinstance(value, bytes) else str(value).encode("utf-8", errors="replace") if value is not None else b""
        if data.strip():
            yield str(row.get(key) if row.get(key) is not None else "") if key else "", data[: limits.max_bytes]
