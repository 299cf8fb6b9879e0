"""A folder for neo4j-admin's bulk import: files with typed headers, the command to run, and a script for afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skillgraph.exporters.csv_tables import line, quoted
from skillgraph.exporters.cypher import KEY, constraints, name, node_groups, relationship_groups
from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.parquet import parquet_bytes
from skillgraph.exporters.tables import Cell, Table, column_type, property_names
from skillgraph.model import PropertyGraph

KINDS = ("csv", "parquet")
# The unit separator: the one character that no text of an export can hold.
DELIMITER = "\x1f"
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string", tuple: "string[]"}


def neo4j_admin_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield a data file for each set of labels and each relationship type, then import.txt and after-import.cypher."""
    kind = options["files"]
    nodes = [(":".join(labels), _node_table(labels, graph)) for labels in node_groups(graph)]
    links = [(link, _relationship_table(link, graph)) for link in sorted({key[0] for key in relationship_groups(graph)})]
    for _, table in (*nodes, *links):
        yield File(f"{table.name}.{kind}", _csv(table) if kind == "csv" else [_parquet(table)])
    yield File("import.txt", [_command(nodes, links, kind).encode()])
    empty = [f"MATCH (n:{name(labels.split(':')[-1])})" + found for labels, table in nodes for found in _set_empty("n", table)]
    empty += [f"MATCH ()-[r:{name(kind)}]->()" + found for kind, table in links for found in _set_empty("r", table)]
    yield File("after-import.cypher", (statement.encode() for statement in (*constraints(graph), *empty)))


def _node_table(labels: tuple[str, ...], graph: PropertyGraph) -> Table:
    nodes = node_groups(graph)[labels]
    names = property_names(nodes)
    rows = tuple((node.id, *map(node.properties.get, names)) for node in nodes)
    return Table(name=f"nodes-{'-'.join(labels)}", columns=("id:ID", *_headers(names, rows, 1)), rows=rows)


def _relationship_table(kind: str, graph: PropertyGraph) -> Table:
    links = [link for link in graph.relationships if link.type == kind]
    names = property_names(links)
    keyed = (f"{KEY}:string",) if any(link.key for link in links) else ()
    rows = tuple((link.source, link.target, *(link.key for _ in keyed), *map(link.properties.get, names)) for link in links)
    columns = (":START_ID", ":END_ID", *keyed, *_headers(names, rows, 2 + len(keyed)))
    return Table(name=f"relationships-{kind}", columns=columns, rows=rows)


def _set_empty(variable: str, table: Table) -> Iterator[str]:
    """Yield what makes lists empty again: a CSV cell cannot say that a list is there and holds nothing."""
    for place, header in enumerate(table.columns):
        column = [row[place] for row in table.rows]
        if header.endswith(":string[]") and () in column and None not in column:
            place_of = f"{variable}.{name(header.removesuffix(':string[]'))}"
            yield f" WHERE {place_of} IS NULL SET {place_of} = [];\n"


def _headers(names: Sequence[str], rows: Sequence[tuple[Cell, ...]], first: int) -> list[str]:
    types = [column_type([row[place] for row in rows]) for place in range(first, first + len(names))]
    return [f"{text}:{_TYPES[kind]}" for text, kind in zip(names, types, strict=True)]


def _csv(table: Table) -> Iterator[bytes]:
    yield line(table.columns)
    for row in table.rows:
        yield line(map(_cell, row))


def _cell(value: Cell) -> str:
    """Return a cell; the import is no spreadsheet, so texts stay as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(DELIMITER.join(value) if isinstance(value, tuple) else value) if isinstance(value, str | tuple) else repr(value)


def _parquet(table: Table) -> bytes:
    return parquet_bytes(table, "neo4j-admin")


def _command(nodes: Sequence[tuple[str, Table]], links: Sequence[tuple[str, Table]], kind: str) -> str:
    data = [f"--nodes={labels}={table.name}.{kind}" for labels, table in nodes]
    data += [f"--relationships={link}={table.name}.{kind}" for link, table in links]
    reading = ["--multiline-fields=true", "--array-delimiter=U+001F"] if kind == "csv" else ["--input-type=parquet"]
    words = ["neo4j-admin database import full neo4j", "--overwrite-destination=true", "--id-type=string", *reading, *data]
    return (
        "# Run this in this folder, on the machine of a stopped Neo4j 5.26 or newer; it replaces the database `neo4j`.\n"
        + " \\\n  ".join(words)
        + "\n# Start Neo4j, then make the ids unique and empty lists empty:\n# cypher-shell -f after-import.cypher\n"
    )
