"""A graph while it is being put together."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from skillgraph.graph.schema import schema
from skillgraph.model import Node, PropertyGraph, Relationship, Value

Properties = Mapping[str, Value | None]

NONE: Properties = MappingProxyType({})


class Draft:
    """Collects nodes and relationships; what is added first under an identity stays."""

    def __init__(self) -> None:
        """Start empty."""
        self._nodes: dict[str, Node] = {}
        self._relationships: dict[tuple[str, str, str, str], Relationship] = {}

    def __contains__(self, node_id: str) -> bool:
        """Tell whether a node is there."""
        return node_id in self._nodes

    def node(self, label: str, node_id: str, properties: Properties) -> None:
        """Add a node with the labels that its label extends; missing values are left out."""
        if node_id not in self._nodes:
            kept = {name: value for name, value in properties.items() if value is not None}
            self._nodes[node_id] = Node(id=node_id, labels=schema().lineage(label), properties={"id": node_id, **kept})

    def relationship(self, kind: str, ends: tuple[str, str], properties: Properties = NONE, *, key: str = "") -> None:
        """Add a relationship from the first end to the second; missing values are left out."""
        identity = (kind, *ends, key)
        if identity not in self._relationships:
            kept = {name: value for name, value in properties.items() if value is not None}
            self._relationships[identity] = Relationship(type=kind, source=ends[0], target=ends[1], key=key, properties=kept)

    def finish(self) -> PropertyGraph:
        """Return the graph, sorted."""
        return PropertyGraph(
            nodes=tuple(self._nodes[key] for key in sorted(self._nodes)),
            relationships=tuple(self._relationships[key] for key in sorted(self._relationships)),
        )
