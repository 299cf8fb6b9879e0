"""From the values that kglite returns to those that every store returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from skillgraph.graph.rows import BOOKKEEPING, Path, make_node, make_relationship, plain_time
from skillgraph.graph.vocabulary import ordered_labels
from skillgraph.model import Node, Relationship

_NODE = {"id", "labels", "properties"}
_RELATIONSHIP = {"id", "start", "end", "type", "properties"}
_PATH = {"nodes", "relationships"}


def node_from(value: Mapping[str, Any]) -> Node:
    """Return the node; the engine adds its own `type` to the properties."""
    properties = {name: item for name, item in value["properties"].items() if name != "type"}
    return make_node(ordered_labels(value["labels"]), properties)


def plain_cell(value: Any, ids: Mapping[int, str]) -> Any:
    """Return a cell as the model has it.

    Args:
        value: what the engine returned.
        ids: id of the nodes at the ends of relationships, by the engine's number.
    """
    if isinstance(value, dict):
        return _plain_dict(value, ids)
    if isinstance(value, list | tuple):
        return tuple(plain_cell(item, ids) for item in value)
    return plain_time(value) if isinstance(value, date | time | timedelta) else value


def _plain_dict(value: dict[str, Any], ids: Mapping[int, str]) -> Any:
    keys = value.keys()
    if keys == _NODE:
        return node_from(value)
    if keys == _RELATIONSHIP:
        return _relationship(value, ids)
    if keys == _PATH:
        nodes = tuple(node_from(node) for node in value["nodes"])
        return Path(nodes=nodes, relationships=tuple(_relationship(link, ids) for link in value["relationships"]))
    return {name: plain_cell(item, ids) for name, item in sorted(value.items()) if not name.startswith(BOOKKEEPING)}


def _relationship(value: Mapping[str, Any], ids: Mapping[int, str]) -> Relationship:
    return make_relationship(value["type"], (ids[value["start"]], ids[value["end"]]), value["properties"])


def relationship_ends(values: Iterable[Any]) -> Iterator[int]:
    """Yield the engine's numbers of the nodes at the ends of all relationships anywhere in the values."""
    for value in values:
        if isinstance(value, dict):
            if value.keys() == _RELATIONSHIP:
                yield from (value["start"], value["end"])
            yield from relationship_ends(value.values())
        elif isinstance(value, list | tuple):
            yield from relationship_ends(value)
