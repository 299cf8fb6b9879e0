"""XML trees as bytes: the same on every machine, whatever parser libraries are there."""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import Element, ElementTree, indent


def xml_bytes(root: Element) -> bytes:
    """Return a tree as an indented UTF-8 document."""
    indent(root)
    stream = BytesIO()
    ElementTree(root).write(stream, encoding="utf-8", xml_declaration=True)
    return stream.getvalue() + b"\n"
