"""The graph as a networkx graph: whole, with every list, or flat, for XML formats that know only plain values."""

from __future__ import annotations

from typing import Any, TypeAlias

import networkx as nx

from skillgraph.exporters.text import caption, flat_properties, shortened
from skillgraph.model import PropertyGraph, Relationship

Network: TypeAlias = "nx.MultiDiGraph[str]"


def edge_key(relationship: Relationship) -> str:
    """Return what tells a relationship apart between its two nodes: the type, and the key where it has one."""
    return f"{relationship.type}:{relationship.key}" if relationship.key else relationship.type


def to_network(graph: PropertyGraph) -> Network:
    """Return the graph with nothing lost: `labels` on nodes, `type` on edges, tuples as lists; the id is the node itself."""
    network: Network = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(node.id, labels=list(node.labels), **_listed(node.properties))
    for link in graph.relationships:
        network.add_edge(link.source, link.target, key=edge_key(link), type=link.type, **_listed(link.properties))
    return network


def to_flat_network(graph: PropertyGraph) -> Network:
    """Return the graph with plain values only, and a `label` to show on everything."""
    network: Network = nx.MultiDiGraph()
    for node in graph.nodes:
        facts = {name: value for name, value in flat_properties(node.properties).items() if name != "id"}
        network.add_node(node.id, label=shortened(caption(node)), labels=":".join(node.labels), **facts)
    for number, link in enumerate(graph.relationships):
        network.add_edge(link.source, link.target, key=f"e{number}", label=link.type, **flat_properties(link.properties))
    return network


def _listed(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items() if name != "id"}
