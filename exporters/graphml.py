"""GraphML: for Gephi, networkx, igraph and Cytoscape; flavour `yed` shows labels and colours in yEd."""

from __future__ import annotations

from collections.abc import Iterator

from networkx.readwrite.graphml import GraphMLWriter

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.networks import to_flat_network
from skillgraph.exporters.xml_tree import xml_bytes
from skillgraph.exporters.yed import yed_document
from skillgraph.model import PropertyGraph

FLAVOURS = ("gephi", "yed")


def graphml_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one GraphML file in the flavour asked for."""
    yield File("graph.graphml", [xml_bytes(yed_document(graph)) if options["flavour"] == "yed" else _gephi(graph)])


def _gephi(graph: PropertyGraph) -> bytes:
    writer = GraphMLWriter(to_flat_network(graph), infer_numeric_types=True)
    booleans = {key.get("id") for key in writer.xml.iter("key") if key.get("attr.type") == "boolean"}
    for data in writer.xml.iter("data"):
        # GraphML's booleans are Java's, networkx writes Python's.
        if data.get("key") in booleans:
            data.text = (data.text or "").lower()
    return xml_bytes(writer.xml)
