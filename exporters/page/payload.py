"""What the page's script reads: the graph in a compact form, as JSON that is safe inside a script element.

In: a graph, answers, a title. Out: JSON text. Labels, relationship types, documents and quotes stand once in a table
and are named by their index; a relationship is `[type, source, target, properties, evidence]`, and evidence is
`[document, start, end, quote, page]`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from skillgraph.exporters.page.answers import Answer, plain
from skillgraph.exporters.style import looks
from skillgraph.model import Node, PropertyGraph, Relationship, Value

VERSION = 1
# The canvas draws by radius, and smaller than the Neo4j Browser, since it shows the whole graph.
_SIZE = 0.175
_EVIDENCE = frozenset({"document", "documentId", "spanStart", "spanEnd", "quote", "page"})
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Table:
    """Values in the order of their first use."""

    def __init__(self) -> None:
        self._index: dict[Hashable, int] = {}

    def index(self, value: Hashable) -> int:
        return self._index.setdefault(value, len(self._index))

    def values(self) -> list[Any]:
        return list(self._index)


class _Tables:
    """All tables of one payload."""

    def __init__(self) -> None:
        self.labels, self.types, self.documents, self.quotes = _Table(), _Table(), _Table(), _Table()


def payload(graph: PropertyGraph, answers: Sequence[Answer], title: str, *, live: bool = False) -> str:
    """Return the page's data as JSON without any `<`; a live page is told so.

    Raises:
        ExportError: graph.grass is at fault.
    """
    tables = _Tables()
    places = {node.id: place for place, node in enumerate(graph.nodes)}
    nodes = [_node(node, tables) for node in graph.nodes]
    relationships = [_relationship(relationship, places, tables) for relationship in graph.relationships]
    return _safe_json(
        {
            "version": VERSION,
            "title": title,
            "live": live,
            "looks": {label: {"color": look.color, "size": round(look.diameter * _SIZE, 1)} for label, look in sorted(looks().items())},
            "labels": tables.labels.values(),
            "types": tables.types.values(),
            "documents": tables.documents.values(),
            "quotes": tables.quotes.values(),
            "nodes": nodes,
            "relationships": relationships,
            "answers": [plain(answer) for answer in answers],
        }
    )


def _node(node: Node, tables: _Tables) -> list[Any]:
    facts = {name: value for name, value in sorted(node.properties.items()) if name != "id" and value != ()}
    return [node.id, tables.labels.index(node.labels), facts]


def _relationship(relationship: Relationship, places: Mapping[str, int], tables: _Tables) -> list[Any]:
    properties = relationship.properties
    ends = [places[relationship.source], places[relationship.target]]
    if "spanStart" not in properties:
        return [tables.types.index(relationship.type), *ends, _facts(properties, frozenset())]
    return [tables.types.index(relationship.type), *ends, _facts(properties, _EVIDENCE), _evidence(properties, tables)]


def _facts(properties: Mapping[str, Value], without: frozenset[str]) -> dict[str, Value]:
    return {name: value for name, value in sorted(properties.items()) if name not in without and value != ()}


def _evidence(properties: Mapping[str, Value], tables: _Tables) -> list[Any]:
    document = tables.documents.index((properties.get("documentId", ""), properties.get("document", "")))
    quote = tables.quotes.index(properties.get("quote", ""))
    page = [properties["page"]] if "page" in properties else []
    return [document, properties["spanStart"], properties.get("spanEnd", properties["spanStart"]), quote, *page]


def _safe_json(data: object) -> str:
    """Return JSON that cannot end its script element and that UTF-8 can hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("<", "\\u003c"))
