"""CSV tables: for spreadsheets and pandas. No cell is ever a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.tables import Cell, Table, tables
from skillgraph.exporters.text import flat
from skillgraph.model import PropertyGraph

ENCODINGS = ("utf-8", "utf-8-sig")
# A spreadsheet takes a cell that begins so for a formula, the full-width signs as well, and skips blanks before it.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield the tables asked for."""
    mark = b"\xef\xbb\xbf" if options["encoding"] == "utf-8-sig" else b""
    for table in tables(graph, options["table"]):
        yield File(f"{table.name}.csv", _pieces(table, mark))


def neutral(text: str) -> str:
    """Return a text that no spreadsheet calculates.

    >>> neutral("=1+1"), neutral("C++"), neutral(" @x")
    ("'=1+1", 'C++', "' @x")
    """
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(("\t", "\n")) else text


def cell(value: Cell) -> str:
    """Return a CSV cell; nothing for a missing value, quotes around every text, so that an empty text is not missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return quoted(neutral(str(flat(value))))


def quoted(text: str) -> str:
    """Return a text between quotes."""
    return '"' + text.replace('"', '""') + '"'


def line(cells: Iterable[str]) -> bytes:
    """Return a line of CSV as RFC 4180 has it."""
    return (",".join(cells) + "\r\n").encode()


def _pieces(table: Table, mark: bytes) -> Iterator[bytes]:
    yield mark + line(table.columns)
    for row in table.rows:
        yield line(map(cell, row))
