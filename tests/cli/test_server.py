"""The verbs against a real Neo4j: push, the same rows there, pull, several workspaces in one database."""

from __future__ import annotations

import subprocess
import uuid
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from skillgraph.graph.neo4j_store import Neo4jStore
from skillgraph.graph.store import GraphStore, open_store
from tests.cli.conftest import ADA, Run, command, environment


@pytest.fixture
def key() -> str:
    """Return a key that keeps this test's graphs apart from others."""
    return f"cli-{uuid.uuid4().hex}"


def test_push_and_ask_there(run: Run, samples: Path, neo4j_url: str, key: str) -> None:
    first = run("push", neo4j_url, "--workspace-key", key, "--format", "json").json
    assert [(row["added"] == row["in all"], row["changed"], row["removed"]) for row in first] == [(True, 0, 0), (True, 0, 0)]
    again = run("push", neo4j_url, "--workspace-key", key, "--format", "json").json
    assert [(row["added"], row["changed"], row["removed"]) for row in again] == [(0, 0, 0), (0, 0, 0)]
    there = ("--store", f"{neo4j_url}?workspace={key}", "--workspace", "nowhere")
    for words in (["query", "experts", "Kafka"], ["query", "career", "Jonas Reinhardt"], ["skill", "Kafka"], ["ask", "Who built DLQ-based retry systems?"], ["query", "skill-years", "amara-okonkwo", "--format", "csv"]):
        assert run(*there, *words) == run(*words)
    ran = run("pull", neo4j_url, "--workspace-key", key, "-o", "there.json")
    assert (ran.code, run("export", "-o", "here.json").code) == (0, 0)
    assert Path("there.json").read_bytes() == Path("here.json").read_bytes()
    assert run(*there, "cypher", "MATCH (p:Person) DETACH DELETE p") == (1, "", "skillgraph: the statement would write: only reading is allowed here\n")


def test_favourites_of_the_kit_run_there(run: Run, samples: Path, neo4j_url: str, key: str) -> None:
    store = f"{neo4j_url}?workspace={key}"
    assert run("push", store).code == 0
    assert run("neo4j", "kit", "-o", "kit").code == 0
    empty = []
    with zipfile.ZipFile("kit/favourites.zip") as archive, open_store(store) as server:
        for name in archive.namelist():
            if not server.run(archive.read(name).decode().rstrip().removesuffix(";"), {}):
                empty.append(name.partition("/")[2])
        server.clear()
    # What finds nothing here looks for gaps that the sample corpus does not have.
    assert empty == ["people-without-evidence.cypher", "positions-without-dates.cypher"]


def test_favourites_of_a_pushed_workspace_see_it_alone(run: Run, small: Path, neo4j_url: str, key: str) -> None:
    assert run("push", neo4j_url, "--workspace-key", key).code == 0
    assert not (Path(".skillgraph") / "workspace-key").exists()
    assert run("push", neo4j_url).code == 0
    own = (Path(".skillgraph") / "workspace-key").read_text(encoding="utf-8").strip()
    assert run("neo4j", "kit", "-o", "kit").code == 0
    people: dict[str, list[str]] = {}
    with zipfile.ZipFile("kit/favourites.zip") as archive, open_store(f"{neo4j_url}?workspace={own}") as server:
        assert isinstance(server, Neo4jStore)
        with server._driver.session() as session:
            for name in archive.namelist():
                rows = session.run(archive.read(name).decode().rstrip().removesuffix(";")).values()
                people[name] = [str(row[0]) for row in rows]
        server.clear()
    experts = people["skillgraph Skills/experts.cypher"]
    assert experts == list(dict.fromkeys(experts)) != []


def test_an_edit_and_a_second_workspace(run: Run, small: Path, neo4j_url: str, key: str) -> None:
    run("push", neo4j_url, "--workspace-key", key)
    run("push", neo4j_url, "--workspace-key", f"{key}-other")
    assert run("forget", "bea-example", "--yes").code == 0
    (small / "cvs" / "ada.md").write_text(ADA.replace("Redis", "Rust"), encoding="utf-8")
    assert run("ingest", "cvs/ada.md").code == 0
    assert run("push", neo4j_url, "--workspace-key", key).code == 0
    names = ("cypher", "MATCH (p:Person) RETURN p.name ORDER BY p.name", "--format", "csv")
    assert run("--store", f"{neo4j_url}?workspace={key}", *names).out == "p.name\r\nAda Example\r\n"
    assert run("--store", f"{neo4j_url}?workspace={key}-other", *names).out == "p.name\r\nAda Example\r\nBea Example\r\n"
    assert run("pull", neo4j_url, "--workspace-key", key, "--into", "team.kgl").code == 0
    assert run("--store", "kglite:team.kgl", *names).out == "p.name\r\nAda Example\r\n"


def test_what_a_server_refuses(run: Run, small: Path, neo4j_url: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = neo4j_url.rpartition("@")[2]
    gone = run("push", neo4j_url, "--database", "gone")
    assert gone == (1, "", f"skillgraph: {place} has no database 'gone': create it, or choose another with ?database=NAME\n")
    assert run("pull", neo4j_url, "--workspace-key", key, "-o", "g.json").err == "skillgraph: the server has no graph of this workspace: `skillgraph push` writes one, --workspace-key chooses another\n"
    monkeypatch.setenv("SKILLGRAPH_NEO4J_PASSWORD", "wrong")
    wrong = run("push", neo4j_url)
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)
    assert wrong.err.startswith(f"skillgraph: {place} refuses the password of user 'neo4j': set SKILLGRAPH_NEO4J_PASSWORD")


def test_two_workspaces_keep_apart_by_themselves(run: Run, small: Path, neo4j_url: str) -> None:
    (small / "others").mkdir()
    (small / "others" / "cleo.md").write_text(ADA.replace("Ada", "Cleo"), encoding="utf-8")
    other = ("--workspace", "others/.skillgraph")
    assert run(*other, "ingest", "others/cleo.md").code == 0
    names = ("cypher", "MATCH (p:Person) RETURN p.name ORDER BY p.name", "--format", "csv")
    try:
        for _ in range(2):
            assert (run("push", neo4j_url).code, run(*other, "push", neo4j_url).code) == (0, 0)
        assert run("--store", neo4j_url, *names).out == "p.name\r\nAda Example\r\nBea Example\r\n"
        assert run(*other, "--store", neo4j_url, *names).out == "p.name\r\nCleo Example\r\n"
        assert run("forget", "Bea Example", "--yes").code == 0
        assert run("push", neo4j_url).code == 0
        assert run("--store", neo4j_url, *names).out == "p.name\r\nAda Example\r\n"
        assert run(*other, "pull", neo4j_url, "-o", "there.json").code == 0
        assert run(*other, "export", "-o", "here.json").code == 0
        assert Path("there.json").read_bytes() == Path("here.json").read_bytes()
    finally:
        for folder in (".skillgraph", "others/.skillgraph"):
            with open_store(neo4j_url, folder=Path(folder)) as store:
                store.clear()


def test_a_push_that_is_killed_is_finished_by_the_next(run: Run, samples: Path, neo4j_url: str, key: str) -> None:
    process = subprocess.Popen(command("push", neo4j_url, "--workspace-key", key), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open_store(neo4j_url, workspace=key) as store:
        # Killed as soon as something of it is there; a push that was quicker is whole.
        while process.poll() is None and not store.run("MATCH (s:Skill) RETURN s.id LIMIT 1", {}):
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.1)
        process.kill()
        process.wait()
        assert run("push", neo4j_url, "--workspace-key", key).code == 0
        assert run("push", neo4j_url, "--workspace-key", key, "--format", "csv").out.splitlines()[1:] == [f"{kind},0,0,0,{number}" for kind, number in numbers(store)]
        assert run("pull", neo4j_url, "--workspace-key", key, "-o", "there.json").code == 0
        assert run("export", "-o", "here.json").code == 0
        assert Path("there.json").read_bytes() == Path("here.json").read_bytes()
        store.clear()


def numbers(store: GraphStore) -> list[tuple[str, int]]:
    """Return how many nodes and relationships a store has."""
    graph = store.read()
    return [("nodes", len(graph.nodes)), ("relationships", len(graph.relationships))]
