"""A Cypher script: pasted into the Neo4j Browser or piped to cypher-shell, it adds the graph to any Neo4j.

Running it again changes nothing. It holds no parameters and no procedures, so nothing needs to be set or installed first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from skillgraph.exporters.exporter import File, Options
from skillgraph.model import Node, PropertyGraph, Relationship, Value

BATCH = 200
KEY = "_key"
"""Property of relationships that tells apart several of one type; names with a leading underscore are bookkeeping in every store."""

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_T = TypeVar("_T")
_NAME = re.compile(r"[A-Za-z]\w*", re.ASCII)


def cypher_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one Cypher script."""
    yield File("graph.cypher", (statement.encode() for statement in statements(graph)))


def statements(graph: PropertyGraph) -> Iterator[str]:
    """Yield the statements in the order in which they have to run, each ended by a semicolon."""
    yield from constraints(graph)
    for labels, nodes in node_groups(graph).items():
        for batch in _batches(nodes):
            yield _merge_nodes(labels, batch)
    keyed = {link.type for link in graph.relationships if link.key}
    for (kind, source, target), links in relationship_groups(graph).items():
        for part in _batches(links):
            yield _merge_relationships(kind, (source, target), part, keyed=kind in keyed)


def constraints(graph: PropertyGraph) -> Iterator[str]:
    """Yield the statements that make ids unique, for the first label of every node."""
    for label in sorted({node.labels[0] for node in graph.nodes}):
        yield f"CREATE CONSTRAINT {name(f'skillgraph_{label.lower()}_id')} IF NOT EXISTS FOR (n:{name(label)}) REQUIRE n.id IS UNIQUE;\n"


def node_groups(graph: PropertyGraph) -> dict[tuple[str, ...], list[Node]]:
    """Return the nodes by their labels, sorted."""
    groups: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in graph.nodes:
        groups[node.labels].append(node)
    return {labels: groups[labels] for labels in sorted(groups)}


def relationship_groups(graph: PropertyGraph) -> dict[tuple[str, str, str], list[Relationship]]:
    """Return the relationships by type and the first labels of their ends, sorted."""
    groups: dict[tuple[str, str, str], list[Relationship]] = defaultdict(list)
    for link in graph.relationships:
        groups[link.type, graph.by_id[link.source].labels[0], graph.by_id[link.target].labels[0]].append(link)
    return {key: groups[key] for key in sorted(groups)}


def name(text: str) -> str:
    """Return a label, type or property as Cypher writes it.

    >>> name("Person"), name("a`b")
    ('Person', '`a``b`')
    """
    return text if _NAME.fullmatch(text) else "`" + text.replace("`", "``") + "`"


def literal(value: Value) -> str:
    r"""Return a value as a Cypher literal.

    >>> print(literal(("it's", "C:\\users")), literal(True), literal(2.0))
    ['it\'s', 'C:\\users'] true 2.0
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value.translate(_ESCAPES)}'"
    return f"[{', '.join(map(literal, value))}]" if isinstance(value, tuple) else repr(value)


def _map(values: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{name(key)}: {literal(value)}" for key, value in values.items()) + "}"


def _merge_nodes(labels: tuple[str, ...], nodes: Sequence[Node]) -> str:
    rows = ",\n  ".join(_map({"id": node.id, **{k: v for k, v in node.properties.items() if k != "id"}}) for node in nodes)
    special = "".join(f":{name(label)}" for label in labels[1:])
    return f"UNWIND [\n  {rows}\n] AS row MERGE (n:{name(labels[0])} {{id: row.id}}) SET n += row{f', n{special}' if special else ''};\n"


def _merge_relationships(kind: str, ends: tuple[str, str], links: Sequence[Relationship], *, keyed: bool) -> str:
    rows = ",\n  ".join(_row(link, keyed=keyed) for link in links)
    find = f"MATCH (a:{name(ends[0])} {{id: row.a}}) MATCH (b:{name(ends[1])} {{id: row.b}})"
    key = f" {{{KEY}: row.k}}" if keyed else ""
    return f"UNWIND [\n  {rows}\n] AS row {find} MERGE (a)-[r:{name(kind)}{key}]->(b) SET r += row.p;\n"


def _row(link: Relationship, *, keyed: bool) -> str:
    key = f"k: {literal(link.key)}, " if keyed else ""
    return f"{{a: {literal(link.source)}, b: {literal(link.target)}, {key}p: {_map(link.properties)}}}"


def _batches(items: Sequence[_T]) -> Iterator[list[_T]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
