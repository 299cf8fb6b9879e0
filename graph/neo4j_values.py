"""From the values that the Neo4j driver returns to those that every store returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import neo4j.graph
import neo4j.spatial
import neo4j.time

from skillgraph.graph.rows import BOOKKEEPING, Path, make_node, make_relationship
from skillgraph.graph.vocabulary import ordered_labels
from skillgraph.model import Node, Relationship

_TIMES = (neo4j.time.Date, neo4j.time.DateTime, neo4j.time.Time)


def plain_cell(value: Any, ids: Mapping[str, str]) -> Any:
    """Return a cell as the model has it.

    Args:
        value: what the driver returned.
        ids: id of the nodes at the ends of relationships, by the server's element id.
    """
    if isinstance(value, neo4j.graph.Node):
        return _node(value)
    if isinstance(value, neo4j.graph.Relationship):
        return _relationship(value, ids)
    if isinstance(value, neo4j.graph.Path):
        return Path(nodes=tuple(map(_node, value.nodes)), relationships=tuple(_relationship(link, ids) for link in value.relationships))
    if isinstance(value, list | tuple) and not isinstance(value, neo4j.time.Duration | neo4j.spatial.Point):
        return tuple(plain_cell(item, ids) for item in value)
    if isinstance(value, dict):
        return {name: plain_cell(item, ids) for name, item in sorted(value.items()) if not name.startswith(BOOKKEEPING)}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, _TIMES):
        return value.to_native().isoformat()
    if isinstance(value, neo4j.time.Duration):
        return value.iso_format()
    return str(value) if isinstance(value, neo4j.spatial.Point) else value


def _node(value: neo4j.graph.Node) -> Node:
    return make_node(ordered_labels(value.labels), dict(value))


def _relationship(value: neo4j.graph.Relationship, ids: Mapping[str, str]) -> Relationship:
    ends = [ids[node.element_id] for node in value.nodes if node is not None]
    return make_relationship(value.type, (ends[0], ends[1]), dict(value))


def relationship_ends(values: Iterable[Any]) -> Iterator[str]:
    """Yield the element ids of the nodes at the ends of all relationships anywhere in the values."""
    for value in values:
        if isinstance(value, neo4j.graph.Relationship):
            yield from (node.element_id for node in value.nodes if node is not None)
        elif isinstance(value, neo4j.graph.Path):
            yield from relationship_ends(value.relationships)
        elif isinstance(value, dict):
            yield from relationship_ends(value.values())
        elif isinstance(value, list | tuple):
            yield from relationship_ends(value)
