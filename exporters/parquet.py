"""Parquet: the same tables as CSV, typed, for pandas, DuckDB and Spark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from skillgraph.exporters.exporter import File, Options, needs
from skillgraph.exporters.tables import Cell, Table, column_type, tables
from skillgraph.exporters.text import flat
from skillgraph.model import PropertyGraph

if TYPE_CHECKING:
    import pyarrow


def parquet_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield the tables asked for.

    Raises:
        ExportError: pyarrow is not installed.
    """
    for table in tables(graph, options["table"]):
        yield File(f"{table.name}.parquet", [parquet_bytes(table)])


def parquet_bytes(table: Table, name: str = "parquet") -> bytes:
    """Return a table as a Parquet file; `name` is the format that an error speaks of."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise needs("tables", name, error) from error
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.columns)
    arrays = [_array(pyarrow, values) for values in columns]
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.table(arrays, names=list(table.columns)), sink, compression="snappy")
    return bytes(sink.getvalue())


def _array(library: Any, values: tuple[Cell, ...]) -> pyarrow.Array:
    kind = column_type(values)
    types = {bool: library.bool_(), int: library.int64(), float: library.float64(), tuple: library.list_(library.string())}
    plain = [str(flat(value)) if value is not None else None for value in values] if kind is str else list(values)
    return library.array(plain, type=types.get(kind, library.string()))
