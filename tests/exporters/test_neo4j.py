"""The Cypher script and the bulk import in a real Neo4j: the graph that comes out is the graph that went in."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import pytest

from skillgraph.exporters import export
from skillgraph.exporters.cypher import statements
from skillgraph.exporters.text import clean_graph
from skillgraph.model import Node, PropertyGraph, Relationship, Value
from tests.conftest import missing
from tests.exporters.sample import hostile, sample
from tests.neo4j.server import Server, Unavailable, admin, assemble, prepare, started

GRAPH = PropertyGraph(nodes=sample().nodes + hostile().nodes, relationships=sample().relationships + hostile().relationships)
EXPECTED = clean_graph(GRAPH)


@pytest.fixture(scope="module")
def server(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A prepared server of its own, for the bulk import replaces the whole database while Neo4j is down."""
    try:
        assemble()
        yield prepare(tmp_path_factory.mktemp("neo4j"))
    except Unavailable as error:
        missing(pytestconfig, f"no Neo4j: {error}")


def run(server: Server, *texts: str) -> list[list[Any]]:
    with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{server.bolt}", auth=(server.user, server.password)) as driver:
        return [driver.execute_query(text).records for text in texts]


def stored(server: Server) -> PropertyGraph:
    nodes, links = run(
        server,
        "MATCH (n) RETURN labels(n) AS l, properties(n) AS p",
        "MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS t, properties(r) AS p",
    )
    return PropertyGraph(
        nodes=tuple(
            sorted((Node(id=r["p"]["id"], labels=general_first(r["l"]), properties=plain(r["p"])) for r in nodes), key=lambda n: n.id)
        ),
        relationships=tuple(
            sorted(
                (
                    Relationship(type=r["t"], source=r["a"], target=r["b"], key=r["p"].pop("_key", ""), properties=plain(r["p"]))
                    for r in links
                ),
                key=lambda r: r.identity,
            )
        ),
    )


def general_first(labels: list[str]) -> tuple[str, ...]:
    return tuple(sorted(labels, key=lambda label: (label != "Skill", label)))


def plain(properties: dict[str, Any]) -> dict[str, Value]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in properties.items()}


def import_folder(server: Server, folder: Path) -> None:
    """Run the command that the export wrote down, in the folder that it wrote."""
    lines = [line for line in (folder / "import.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    program, *words = shlex.split("\n".join(lines).replace("\\\n", ""))
    assert program == "neo4j-admin"
    placed = [_placed(word, folder) for word in words]
    done = admin(server.home, *placed)
    assert done.returncode == 0, (done.stderr + done.stdout)[:1500]


def _placed(word: str, folder: Path) -> str:
    name, _, file = word.rpartition("=")
    return f"{name}={folder / file}" if name.startswith(("--nodes", "--relationships")) else word


@pytest.mark.parametrize("files", ["csv", "parquet"])
def test_the_bulk_import_makes_the_same_graph(files: str, server: Server, tmp_path: Path) -> None:
    if files == "parquet":
        pytest.importorskip("pyarrow")
    export(GRAPH, tmp_path / "bulk", format="neo4j-admin", options={"files": files})
    import_folder(server, tmp_path / "bulk")
    with started(server):
        run(server, *(tmp_path / "bulk" / "after-import.cypher").read_text(encoding="utf-8").split(";\n")[:-1])
        assert stored(server) == EXPECTED


def test_the_script_makes_the_same_graph_however_often_it_runs(server: Server, tmp_path: Path) -> None:
    export(GRAPH, tmp_path / "graph.cypher", format="cypher")
    script = (tmp_path / "graph.cypher").read_text(encoding="utf-8").split(";\n")[:-1]
    assert [f"{statement};\n" for statement in script] == list(statements(EXPECTED))
    with started(server):
        run(server, "MATCH (n) DETACH DELETE n", *script, *script)
        assert stored(server) == EXPECTED
