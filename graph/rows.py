"""What a read gives: rows of plain Python values, the same from every store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from pydantic import ConfigDict, Field

from skillgraph.model import Frozen, Node, Relationship

BOOKKEEPING = "_"
"""Properties whose names begin so belong to the store and are shown to nobody."""


class Path(Frozen):
    """A walk through the graph: the nodes in walking order and the relationships between them, each in its own direction."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]


class Rows(Frozen):
    """The answer of a statement; cells are None, bool, int, float, str, tuple, dict, Node, Relationship or Path."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] = Field((), description="one tuple a row, in the order of `columns`")

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield each row as a dict by column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


def make_node(labels: Iterable[str], properties: dict[str, Any]) -> Node:
    """Return a node as the model has it: labels from general to special, properties without missing and bookkeeping ones."""
    visible = visible_properties(properties)
    return Node.model_construct(id=str(visible.get("id", "")), labels=tuple(labels), properties=visible)


def make_relationship(kind: str, ends: tuple[str, str], properties: dict[str, Any]) -> Relationship:
    """Return a relationship between two node ids as the model has it."""
    key = properties.get("_key", "")
    return Relationship.model_construct(type=kind, source=ends[0], target=ends[1], key=key, properties=visible_properties(properties))


def visible_properties(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the properties without None and without the store's own."""
    return {
        name: tuple(value) if value.__class__ is list else value
        for name, value in properties.items()
        if value is not None and name[0] != BOOKKEEPING
    }


def plain_time(value: date | time | timedelta | datetime) -> str | float:
    """Return a moment in ISO 8601 and a stretch of time in seconds."""
    return value.total_seconds() if isinstance(value, timedelta) else value.isoformat()
