"""Rows on stdout, in the form that a person or a program asked for.

Data alone goes to stdout, the same bytes for the same rows. A table is drawn for a terminal and parted by tabs for a
pipe. Control characters, which could drive a terminal, are shown as blanks; cells that a spreadsheet would run as a
formula get an apostrophe in CSV.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

FORMATS = ("table", "json", "jsonl", "csv")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

format_option = click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How rows are printed."
)


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], form: str = "table", *, title: str = "") -> None:
    """Print rows on stdout.

    Args:
        columns: Their names.
        rows: One value a column: text, number, truth, None, or a list of texts.
        form: `table`, `json` (one array), `jsonl` (one object a line) or `csv` (RFC 4180).
        title: Stands above a table on a terminal.
    """
    found = [tuple(row) for row in rows]
    if form == "table" and sys.stdout.isatty():
        _draw(columns, found, title)
    else:
        click.echo(_WRITERS[form](columns, found), nl=False)


def print_json(value: object) -> None:
    """Print one value as indented JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def clean(text: str) -> str:
    """Return a text with its control characters as blanks, on one line.

    >>> clean("one" + chr(9) + "two" + chr(27) + "[31m")
    'one two [31m'
    """
    return "".join(c if c.isprintable() else " " for c in text)


def _draw(columns: Sequence[str], rows: Sequence[Sequence[object]], title: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title) if title else None, title_justify="left", header_style="bold")
    numbers = [bool(rows) and all(isinstance(row[i], int | float) or row[i] is None for row in rows) for i in range(len(columns))]
    for name, number in zip(columns, numbers, strict=True):
        table.add_column(Text(name), justify="right" if number else "left", overflow="fold")
    for row in rows:
        # A Text, not a str: what stands in brackets in a name is no markup.
        table.add_row(*(Text(clean(_cell(value))) for value in row))
    Console().print(table)


def _plain(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    return "".join("\t".join(clean(_cell(value)) for value in row) + "\n" for row in (columns, *rows))


def _json(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    return json.dumps([_object(columns, row) for row in rows], ensure_ascii=False, indent=2) + "\n"


def _jsonl(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    return "".join(json.dumps(_object(columns, row), ensure_ascii=False) + "\n" for row in rows)


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in columns])
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return out.getvalue()


_WRITERS: dict[str, Callable[[Sequence[str], Sequence[Sequence[object]]], str]] = {
    "table": _plain, "json": _json, "jsonl": _jsonl, "csv": _csv,
}  # fmt: skip


def _object(columns: Sequence[str], row: Sequence[object]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, list | tuple) else value for name, value in zip(columns, row, strict=True)}


def _cell(value: object) -> str:
    """Return a value as a reader expects it: nothing for None, `yes` and `no`, lists parted by commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_cell(part) for part in value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _harmless(value: object) -> str:
    """Return a cell that no spreadsheet runs and no terminal obeys; numbers stay numbers."""
    text = "\n".join(map(clean, _cell(value).split("\n")))
    return f"'{text}" if not isinstance(value, int | float) and text.startswith(_FORMULA) else text
