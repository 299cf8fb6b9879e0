"""RDF as Turtle or JSON-LD: people and work in schema.org, skills in SKOS and ESCO's terms, evidence in PROV.

In: a `PropertyGraph`. Out: triples that hold to shapes.ttl. A fact that has evidence stands twice: as a plain triple, and
as an rdf:Statement which names the document, the quote and its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from skillgraph.errors import ExportError
from skillgraph.exporters.exporter import File, Options, needs
from skillgraph.exporters.node_link import json_bytes
from skillgraph.model import PropertyGraph


def turtle_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one Turtle file.

    Raises:
        ExportError: rdflib is not installed.
    """
    try:
        from skillgraph.exporters.rdf_triples import triples
        from skillgraph.exporters.rdf_write import turtle
    except ImportError as error:
        raise needs("rdf", "turtle", error) from error
    yield File("graph.ttl", turtle(triples(graph, _checked(options["base"]))))


def jsonld_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield one JSON-LD file.

    Raises:
        ExportError: rdflib is not installed.
    """
    try:
        from skillgraph.exporters.rdf_triples import triples
        from skillgraph.exporters.rdf_write import jsonld
    except ImportError as error:
        raise needs("rdf", "jsonld", error) from error
    yield File("graph.jsonld", [json_bytes(jsonld(triples(graph, _checked(options["base"]))))])


def _checked(base: str) -> str:
    """Return what addresses begin with when they can begin with it."""
    if ":" not in base or any(char in base for char in '<>"{}|\\^` \n'):
        raise ExportError(f"option base is the beginning of an address such as https://example.org/people/, not {base!r}")
    return base
