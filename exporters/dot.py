"""DOT: drawn by Graphviz; small graphs, reports."""

from __future__ import annotations

from collections.abc import Iterator

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.style import look_of, looks
from skillgraph.exporters.text import caption, shortened
from skillgraph.model import Node, PropertyGraph, Relationship

DIRECTIONS = ("LR", "TB")


def dot_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one DOT file."""
    yield File("graph.dot", (line.encode() for line in _lines(graph, options["direction"])))


def quoted(text: str) -> str:
    r"""Return a text as a DOT string; Graphviz reads backslashes and `&` in labels as escapes.

    >>> print(quoted('say "R&D"\n'))
    "say \"R&amp;D\"\n"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped.replace("&", "&amp;")}"'


def _lines(graph: PropertyGraph, direction: str) -> Iterator[str]:
    color = looks()["relationship"].color
    yield "digraph skillgraph {\n"
    yield f'  graph [rankdir="{direction}", overlap="false", charset="UTF-8"];\n'
    yield '  node [style="filled", fontname="Helvetica", fontsize="10"];\n'
    yield f'  edge [color="{color}", fontname="Helvetica", fontsize="8"];\n'
    for node in graph.nodes:
        yield _node(node)
    for link in graph.relationships:
        yield _edge(link)
    yield "}\n"


def _node(node: Node) -> str:
    look = look_of(node)
    shown = {"label": shortened(caption(node), 40), "tooltip": f"{node.labels[-1] if node.labels else 'Node'}: {caption(node)}"}
    looked = {"fillcolor": look.color, "color": look.border, "fontcolor": look.text, "shape": look.shape}
    return f"  {quoted(node.id)} [{_attributes(shown | looked)}];\n"


def _edge(link: Relationship) -> str:
    quote = link.properties.get("quote")
    shown = {"label": link.type} | ({"tooltip": shortened(str(quote), 200)} if quote else {})
    return f"  {quoted(link.source)} -> {quoted(link.target)} [{_attributes(shown)}];\n"


def _attributes(values: dict[str, str]) -> str:
    return ", ".join(f"{name}={quoted(value)}" for name, value in values.items())
