"""GEXF 1.2: Gephi's own format, with the colour and size of every node."""

from __future__ import annotations

from collections.abc import Iterator

from networkx.readwrite.gexf import GEXFWriter

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.networks import Network, to_flat_network
from skillgraph.exporters.style import look_of
from skillgraph.exporters.xml_tree import xml_bytes
from skillgraph.model import PropertyGraph

# Gephi's default node is 10 wide, the Neo4j Browser's 50.
_SCALE = 0.2


def gexf_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one GEXF file."""
    network = to_flat_network(graph)
    _paint(network, graph)
    _free_reserved_names(network)
    writer = GEXFWriter(network)
    meta = writer.xml.find("meta")
    assert meta is not None
    # The day of writing and the version of a library would make equal graphs differ.
    meta.attrib.clear()
    meta[0].text = "skillgraph"
    yield File("graph.gexf", [xml_bytes(writer.xml)])


def _paint(network: Network, graph: PropertyGraph) -> None:
    for node in graph.nodes:
        look = look_of(node)
        red, green, blue = look.rgb
        network.nodes[node.id]["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": round(look.diameter * _SCALE, 2)}


def _free_reserved_names(network: Network) -> None:
    """Give edges the number of their position as id; networkx would call the property `key` its own."""
    for _, _, key, data in network.edges(keys=True, data=True):
        data["id"] = key
