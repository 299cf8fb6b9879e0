"""Cytoscape JSON: opened by Cytoscape and, with the style that comes along, by Cytoscape.js."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.node_link import json_bytes
from skillgraph.exporters.style import looks
from skillgraph.exporters.text import caption
from skillgraph.model import Node, PropertyGraph, Relationship


def cytoscape_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one Cytoscape JSON file."""
    elements = {"nodes": [_node(node) for node in graph.nodes], "edges": [_edge(n, r) for n, r in enumerate(graph.relationships)]}
    yield File("graph.cyjs", [json_bytes({"data": [], "directed": True, "multigraph": True, "elements": elements, "style": _style()})])


def _node(node: Node) -> dict[str, Any]:
    facts = {**node.properties, "id": node.id, "value": node.id, "name": caption(node), "labels": node.labels}
    return {"data": facts, "classes": " ".join(node.labels)}


def _edge(number: int, link: Relationship) -> dict[str, Any]:
    ends = {"source": link.source, "target": link.target, "interaction": link.type}
    return {"data": {**link.properties, **ends, "id": f"e{number}", "key": number}, "classes": link.type}


def _style() -> list[dict[str, Any]]:
    edges = {
        "line-color": looks()["relationship"].color,
        "curve-style": "bezier",
        "target-arrow-shape": "triangle",
        "label": "data(interaction)",
    }
    rules = [{"selector": "node", "style": {"label": "data(name)"}}, {"selector": "edge", "style": edges}]
    for label, look in looks().items():
        if label not in ("node", "relationship"):
            size = {"width": look.diameter, "height": look.diameter}
            rules.append({"selector": f".{label}", "style": {"background-color": look.color, "border-color": look.border, **size}})
    return rules
