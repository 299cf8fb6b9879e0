"""Values fit for files: what no format can hold is taken out once, before any exporter sees the graph.

In: a `PropertyGraph`, whoever made it. Out: an equal graph without control characters, lone surrogates, None, NaN or dates.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date

from skillgraph.errors import ExportError
from skillgraph.model import Node, PropertyGraph, Relationship, Value

# What XML 1.0 forbids; no other format loses anything that a reader could see.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?")
_SEPARATOR = "; "
_CAPTIONS = ("name", "title", "text")


def clean_text(text: str) -> str:
    r"""Return a text without characters that XML forbids, its line breaks as line feeds.

    >>> clean_text("a\x00b\r\nc")
    'ab\nc'
    """
    return _BREAK.sub("\n", _FORBIDDEN.sub("", text))


def clean_graph(graph: PropertyGraph) -> PropertyGraph:
    """Return the graph sorted, with clean texts and without values that mean nothing.

    Raises:
        ExportError: A relationship leads to a node that is not there.
    """
    nodes = [Node(id=clean_text(n.id), labels=n.labels, properties=_clean(n.properties)) for n in graph.nodes]
    links = [
        Relationship(
            type=r.type, source=clean_text(r.source), target=clean_text(r.target), key=clean_text(r.key), properties=_clean(r.properties)
        )
        for r in graph.relationships
    ]
    ids = {node.id for node in nodes}
    for link in links:
        if not {link.source, link.target} <= ids:
            raise ExportError(f"relationship {link.type} from {link.source} to {link.target} lacks a node")
    return PropertyGraph(nodes=tuple(sorted(nodes, key=lambda n: n.id)), relationships=tuple(sorted(links, key=lambda r: r.identity)))


def _clean(properties: Mapping[str, object]) -> dict[str, Value]:
    values = {name: _clean_value(properties[name]) for name in sorted(properties)}
    return {name: value for name, value in values.items() if value is not None}


def _clean_value(value: object) -> Value | None:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        texts = [clean_text(str(item)) for item in value if item is not None]
        return tuple(sorted(texts) if isinstance(value, set | frozenset) else texts)
    return clean_text(value.isoformat() if isinstance(value, date) else str(value))


def flat(value: Value) -> str | int | float | bool:
    """Return a value without lists, for formats that have none.

    >>> flat(("DLQ", "Dead letters"))
    'DLQ; Dead letters'
    """
    return _SEPARATOR.join(value) if isinstance(value, tuple) else value


def flat_properties(properties: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    """Return properties without lists, sorted; empty lists are left out."""
    return {name: flat(properties[name]) for name in sorted(properties) if properties[name] != ()}


def caption(node: Node) -> str:
    """Return what a reader would call a node."""
    return next((str(node.properties[name]) for name in _CAPTIONS if node.properties.get(name)), node.id)


def shortened(text: str, length: int = 60) -> str:
    """Return a text on one line, cut where it is longer than a label may be.

    >>> shortened("Built it all", 8)
    'Built i…'
    """
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"
