"""The part of the graph that an answer or a query's paths rest on.

In: the graph and answers, or paths. Out: a graph, or ids of nodes: people, their positions and companies, the work that was quoted, the skills
it shows, and the documents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgraph.graph.rows import Rows
    from skillgraph.model import PropertyGraph, Relationship, Value
    from skillgraph.questions import Answer

_WITNESSES = frozenset({"HELD", "AT", "LISTS", "CLAIMS", "USED", "APPLIED", "STUDIED_AT"})
_WORK = frozenset({"USED", "APPLIED", "MEASURED_BY"})
Place = tuple["Value | None", "Value | None", "Value | None"]


def nodes_of(graph: PropertyGraph, answers: Iterable[Answer]) -> set[str]:
    """Return the ids of the nodes that the answers' evidence stands on."""
    results = [result for answer in answers for result in answer.results]
    people = {result.id for result in results if result.id in graph.by_id}
    quoted = {(proof.document, proof.start, proof.end) for result in results for proof in result.evidence}
    work = {node.id for node in graph.nodes if "Achievement" in node.labels and _place(node.properties) in quoted}
    found = people | work
    for link in graph.relationships:
        if _shows(link, work) or (link.type in _WITNESSES and _place(link.properties) in quoted):
            found |= {link.source, link.target}
    positions = {node for node in found if node.startswith("position:")}
    documents = {document for document, _, _ in quoted}
    found |= {link.target for link in graph.relationships if link.type == "AT" and link.source in positions}
    return found | {node.id for node in graph.nodes if "Document" in node.labels and node.properties.get("path") in documents}


def graph_of_paths(rows: Rows) -> PropertyGraph:
    """Return the graph of all nodes and relationships on the paths of a query."""
    from skillgraph.graph.rows import Path
    from skillgraph.model import PropertyGraph

    paths = [cell for row in rows.rows for cell in row if isinstance(cell, Path)]
    nodes = {node.id: node for path in paths for node in path.nodes}
    links = {link.identity: link for path in paths for link in path.relationships}
    return PropertyGraph(nodes=tuple(nodes[key] for key in sorted(nodes)), relationships=tuple(links[key] for key in sorted(links)))


def _shows(link: Relationship, work: set[str]) -> bool:
    return (link.type in _WORK and link.source in work) or (link.type == "INCLUDES" and link.target in work)


def _place(properties: dict[str, Value]) -> Place:
    return properties.get("document"), properties.get("spanStart"), properties.get("spanEnd")
