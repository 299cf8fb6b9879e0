"""yEd's GraphML: shapes with their labels, which plain GraphML cannot say."""

from __future__ import annotations

from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, register_namespace

from skillgraph.exporters.style import look_of, looks
from skillgraph.exporters.text import caption, shortened
from skillgraph.model import Node, PropertyGraph, Relationship

_G = "{http://graphml.graphdrawing.org/xmlns}"
_Y = "{http://www.yworks.com/xml/graphml}"
_SHAPES = MappingProxyType({"box": "rectangle", "note": "roundrectangle", "house": "trapezoid", "folder": "rectangle"})


def yed_document(graph: PropertyGraph) -> Element:
    """Return a GraphML tree in which every node and edge carries yEd's graphics."""
    register_namespace("", _G[1:-1])
    register_namespace("y", _Y[1:-1])
    root = Element(f"{_G}graphml")
    for number, (scope, kind) in enumerate((("node", "nodegraphics"), ("edge", "edgegraphics"))):
        SubElement(root, f"{_G}key", {"id": f"d{number}", "for": scope, "yfiles.type": kind})
    SubElement(root, f"{_G}key", {"id": "d2", "for": "node", "attr.name": "description", "attr.type": "string"})
    body = SubElement(root, f"{_G}graph", {"id": "G", "edgedefault": "directed"})
    for node in graph.nodes:
        _add_node(body, node)
    for number, link in enumerate(graph.relationships):
        _add_edge(body, number, link)
    return root


def _add_node(body: Element, node: Node) -> None:
    look = look_of(node)
    element = SubElement(body, f"{_G}node", {"id": node.id})
    shape = SubElement(SubElement(element, f"{_G}data", {"key": "d0"}), f"{_Y}ShapeNode")
    label = shortened(caption(node), 40)
    SubElement(shape, f"{_Y}Geometry", {"width": f"{max(look.diameter, 8.0 * len(label)):.0f}", "height": f"{look.diameter:.0f}"})
    SubElement(shape, f"{_Y}Fill", {"color": look.color, "transparent": "false"})
    SubElement(shape, f"{_Y}BorderStyle", {"color": look.border, "type": "line", "width": "1.0"})
    SubElement(shape, f"{_Y}NodeLabel", {"textColor": look.text}).text = label
    SubElement(shape, f"{_Y}Shape", {"type": _SHAPES.get(look.shape, look.shape)})
    SubElement(element, f"{_G}data", {"key": "d2"}).text = f"{node.labels[-1] if node.labels else ''} {caption(node)}".strip()


def _add_edge(body: Element, number: int, link: Relationship) -> None:
    color = looks()["relationship"].color
    element = SubElement(body, f"{_G}edge", {"id": f"e{number}", "source": link.source, "target": link.target})
    line = SubElement(SubElement(element, f"{_G}data", {"key": "d1"}), f"{_Y}PolyLineEdge")
    SubElement(line, f"{_Y}LineStyle", {"color": color, "type": "line", "width": "1.0"})
    SubElement(line, f"{_Y}Arrows", {"source": "none", "target": "standard"})
    SubElement(line, f"{_Y}EdgeLabel").text = link.type
