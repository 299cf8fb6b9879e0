"""The graph of the sample résumés, in memory and, where there is one, on a server."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgraph.graph.store import GraphStore, open_store
from skillgraph.model import PropertyGraph
from skillgraph.ontology import Ontology, load_ontology
from skillgraph.pipeline import graph_of, ingest

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The project's ontology."""
    return load_ontology()


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory) -> PropertyGraph:
    """The graph of all sample résumés."""
    workspace = tmp_path_factory.mktemp("questions")
    ingest(sorted(p for p in SAMPLES.iterdir() if p.suffix in (".md", ".txt", ".json", ".html", ".tex")), workspace, workers=1)
    return graph_of(workspace)


@pytest.fixture(scope="session")
def embedded(sample_graph: PropertyGraph) -> Iterator[GraphStore]:
    """The sample graph in memory."""
    with open_store("kglite:") as store:
        store.write(sample_graph)
        yield store


@pytest.fixture(scope="session")
def server(sample_graph: PropertyGraph, neo4j_url: str) -> Iterator[GraphStore]:
    """The sample graph on a Neo4j server."""
    with open_store(neo4j_url, workspace=f"questions-{uuid.uuid4().hex}") as store:
        store.write(sample_graph)
        yield store
        store.clear()
