"""Node-link JSON: what networkx.node_link_graph reads back to an equal graph, and D3 draws."""

from __future__ import annotations

import json
from collections.abc import Iterator

import networkx as nx

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.networks import to_network
from skillgraph.model import PropertyGraph


def node_link_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one JSON file."""
    data = nx.node_link_data(to_network(graph), edges="edges")
    yield File("graph.json", [json_bytes(data)])


def json_bytes(data: object) -> bytes:
    """Return JSON with one line break at its end, keys sorted, letters of every script as they are."""
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n").encode()
