"""A graph becomes files: one exporter a format, one table that names them.

In: a `PropertyGraph`. Out: files, or bytes on a stream, the same for equal graphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from skillgraph.errors import ExportError
from skillgraph.exporters import csv_tables, dot, graphml, neo4j_admin
from skillgraph.exporters.cypher import cypher_files
from skillgraph.exporters.cytoscape import cytoscape_files
from skillgraph.exporters.exporter import Exporter, File, Option, Options
from skillgraph.exporters.gexf import gexf_files
from skillgraph.exporters.json_resume import json_resume_files
from skillgraph.exporters.node_link import node_link_files
from skillgraph.exporters.page import Answer, html_files, html_files_with
from skillgraph.exporters.parquet import parquet_files
from skillgraph.exporters.rdf import jsonld_files, turtle_files
from skillgraph.exporters.rdf_terms import BASE
from skillgraph.exporters.tables import NAMES
from skillgraph.exporters.text import clean_graph
from skillgraph.exporters.write import write_file, write_folder, write_stream
from skillgraph.model import PropertyGraph

__all__ = ["EXPORTERS", "Exporter", "File", "Option", "Options", "export", "export_to_stream"]

_FLAVOUR = Option(name="flavour", doc="gephi: plain values; yed: shapes with visible labels", default="gephi", choices=graphml.FLAVOURS)
_DIRECTION = Option(name="direction", doc="left to right, or top to bottom", default="LR", choices=dot.DIRECTIONS)
_FILES = Option(name="files", doc="what the data files are; parquet needs pyarrow", default="csv", choices=neo4j_admin.KINDS)
_TABLE = Option(name="table", doc="one table alone fits a single file", default="all", choices=("all", *NAMES))
_ENCODING = Option(name="encoding", doc="utf-8-sig lets Excel read accents", default="utf-8", choices=csv_tables.ENCODINGS)
_TITLE = Option(name="title", doc="what the page is called", default="skillgraph")
_BASE = Option(name="base", doc="what the addresses of people and skills begin with", default=BASE)

_ALL = (
    Exporter(name="csv", doc="tables of nodes, relationships, and people × skills, for spreadsheets and pandas", extension=".csv", files=csv_tables.csv_files, options=(_TABLE, _ENCODING), folder=True),
    Exporter(name="cypher", doc="script that adds the graph to any Neo4j", extension=".cypher", files=cypher_files),
    Exporter(name="cytoscape", doc="Cytoscape JSON, for Cytoscape and Cytoscape.js", extension=".cyjs", files=cytoscape_files),
    Exporter(name="dot", doc="Graphviz, for pictures of small graphs", extension=".dot", files=dot.dot_files, options=(_DIRECTION,)),
    Exporter(name="gexf", doc="Gephi, with colours and sizes", extension=".gexf", files=gexf_files),
    Exporter(name="graphml", doc="Gephi, yEd, networkx and igraph", extension=".graphml", files=graphml.graphml_files, options=(_FLAVOUR,)),
    Exporter(name="html", doc="a page to explore in any browser: one file, no network", extension=".html", files=html_files, answering=html_files_with, options=(_TITLE,)),
    Exporter(name="json", doc="node-link JSON, which networkx reads back to an equal graph", extension=".json", files=node_link_files),
    Exporter(name="jsonld", doc="RDF as JSON-LD: schema.org, SKOS and PROV", extension=".jsonld", files=jsonld_files, options=(_BASE,)),
    Exporter(name="jsonresume", doc="JSON Resume, a file for each person", extension=".json", files=json_resume_files, folder=True),
    Exporter(name="neo4j-admin", doc="files for Neo4j's bulk import, with the command to run", extension="", files=neo4j_admin.neo4j_admin_files, options=(_FILES,), folder=True),
    Exporter(name="parquet", doc="the tables of csv, typed, for pandas and DuckDB", extension=".parquet", files=parquet_files, options=(_TABLE,), folder=True),
    Exporter(name="turtle", doc="RDF as Turtle: schema.org, SKOS and PROV", extension=".ttl", files=turtle_files, options=(_BASE,)),
)  # fmt: skip

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({exporter.name: exporter for exporter in _ALL})


def export(
    graph: PropertyGraph,
    path: Path,
    *,
    format: str,
    options: Mapping[str, str] = MappingProxyType({}),
    answers: Sequence[Answer] = (),
) -> list[Path]:
    """Write a graph in a format; a path that was there before is replaced, but only by a complete export.

    Args:
        graph: the graph, or the part of it that `select` or `blind` left.
        path: a file; for a format of several files a folder, or a file when there is only one to write and it has the
            format's extension.
        format: a name in `EXPORTERS`.
        options: the format's options by name.
        answers: questions with their ranked people, for a format that shows them.

    Returns:
        The files, sorted.

    Raises:
        ExportError: Format or option is unknown, it shows no answers, a library is missing, or the path cannot be written.
    """
    exporter = _exporter(format)
    files = _files(exporter, graph, options, answers)
    if exporter.folder and path.suffix != (exporter.extension or None):
        return write_folder(files, path)
    return [write_file(_only(exporter, files), path)]


def export_to_stream(
    graph: PropertyGraph,
    stream: BinaryIO,
    *,
    format: str,
    options: Mapping[str, str] = MappingProxyType({}),
    answers: Sequence[Answer] = (),
) -> None:
    """Write a graph to a stream such as standard output; what stays in doubt is settled before the first byte.

    Raises:
        ExportError: Format or option is unknown, it shows no answers, a library is missing, or the format needs a folder.
    """
    exporter = _exporter(format)
    write_stream(_only(exporter, _files(exporter, graph, options, answers)), stream)


def _exporter(format: str) -> Exporter:
    if format not in EXPORTERS:
        raise ExportError(f"unknown format {format!r}; known: {', '.join(EXPORTERS)}")
    return EXPORTERS[format]


def _files(exporter: Exporter, graph: PropertyGraph, options: Mapping[str, str], answers: Sequence[Answer]) -> Iterator[File]:
    make = exporter.files
    if answers:
        if exporter.answering is None:
            raise ExportError(f"format {exporter.name} has no place for answers")
        make = exporter.answering(answers)
    files = iter(make(clean_graph(graph), exporter.resolve(options)))
    # The first file is made before anything is touched: a missing library shows itself here.
    return chain(list(islice(files, 1)), files)


def _only(exporter: Exporter, files: Iterator[File]) -> File:
    """Return the file when it is the only one."""
    first = next(files, None)
    if first is None:
        raise ExportError(f"there is nothing to write as {exporter.name}")
    if next(files, None) is not None:
        remedy = " or one table with option table" if any(o.name == "table" for o in exporter.options) else ""
        raise ExportError(f"format {exporter.name} writes several files here: name a folder for them{remedy}")
    return first
