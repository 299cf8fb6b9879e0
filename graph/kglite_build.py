"""A property graph as a new kglite graph, in bulk.

In: a `PropertyGraph` whose labels and types are those of schema.yaml. Out: the engine's graph, with labels and indexes.
"""

from __future__ import annotations

import warnings
from itertools import groupby
from typing import Any

import kglite

from skillgraph.errors import StoreError
from skillgraph.graph.difference import check_ends
from skillgraph.graph.vocabulary import check_type, label_properties, primary_label, primary_labels
from skillgraph.model import Node, PropertyGraph, Relationship

_INDEXED = ("name",)
_NO_TITLE = "_none"
# kglite shows a node's title as `n.title` and, failing a name, as `n.name`; an absent column as title keeps both null, as in Neo4j.


def build_graph(graph: PropertyGraph) -> kglite.KnowledgeGraph:
    """Return a new engine graph; records go in bulk, by label and by relationship type.

    Raises:
        SchemaError: A label or type is not in schema.yaml, or a relationship leads nowhere.
        StoreError: The engine refuses the records.
    """
    check_ends(graph)
    by_id = {node.id: primary_label(node) for node in graph.nodes}
    spec = {"nodes": _node_batches(graph.nodes, by_id), "connections": _link_batches(graph.relationships, by_id)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            built = kglite.from_records(spec, on_missing_endpoint="error")
        except (kglite.KgError, ValueError) as error:
            raise StoreError(f"the graph does not fit the embedded store: {first_line(error)}") from error
        _add_labels(built, graph.nodes, by_id)
        for label in primary_labels():
            for name in sorted(label_properties(label).intersection(_INDEXED)):
                built.create_index(label, name)
    return built


def _node_batches(nodes: tuple[Node, ...], labels: dict[str, str]) -> list[dict[str, Any]]:
    batches: dict[str, list[dict[str, Any]]] = {}
    for node in nodes:
        batches.setdefault(labels[node.id], []).append(_record(node.properties) | {"id": node.id})
    return [_node_batch(label, records) for label, records in sorted(batches.items())]


def _node_batch(label: str, records: list[dict[str, Any]]) -> dict[str, Any]:
    title = "title" if "title" in label_properties(label) else _NO_TITLE
    records[0].setdefault(title, None)
    return {"type": label, "id_field": "id", "title_field": title, "records": records}


def _link_batches(links: tuple[Relationship, ...], labels: dict[str, str]) -> list[dict[str, Any]]:
    batches: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for link in links:
        record = _record(link.properties) | ({"_key": link.key} if link.key else {})
        group = (check_type(link.type), labels[link.source], labels[link.target])
        batches.setdefault(group, []).append(record | {"_source": link.source, "_target": link.target})
    return [
        {"type": kind, "source_type": a, "source_id_field": "_source", "target_type": b, "target_id_field": "_target", "records": records}
        for (kind, a, b), records in sorted(batches.items())
    ]


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def _add_labels(built: kglite.KnowledgeGraph, nodes: tuple[Node, ...], labels: dict[str, str]) -> None:
    pairs = sorted((labels[node.id], label, node.id) for node in nodes for label in node.labels if label != labels[node.id])
    for (own, label), group in groupby(pairs, key=lambda pair: pair[:2]):
        built.add_label(own, [pair[2] for pair in group], label)


def first_line(error: Exception) -> str:
    """Return the first line of an engine's message; the rest is advice on its own options."""
    return str(error).strip().split("\n", 1)[0]
