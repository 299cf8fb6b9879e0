"""A labelled property graph as plain records: what builders make, stores keep and exporters write."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from skillgraph.model.base import Frozen

Value = str | int | float | bool | tuple[str, ...]


class Node(Frozen):
    """A node: unique id, its labels from the most general to the most special, and its properties without missing ones."""

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Value] = Field(default_factory=dict)


class Relationship(Frozen):
    """A directed relationship; `key` tells apart several of one type between the same two nodes."""

    type: str
    source: str
    target: str
    key: str = ""
    properties: dict[str, Value] = Field(default_factory=dict)

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes the relationship the same when it is written again."""
        return (self.type, self.source, self.target, self.key)


class PropertyGraph(Frozen):
    """Nodes sorted by id and relationships sorted by identity, both unique."""

    nodes: tuple[Node, ...] = ()
    relationships: tuple[Relationship, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Node by id."""
        return {node.id: node for node in self.nodes}
