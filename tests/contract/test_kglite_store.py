"""The embedded store's file: built when it must be, and only then."""

from __future__ import annotations

from pathlib import Path

import kglite
import pytest

from skillgraph.errors import StoreError
from skillgraph.graph.kglite_store import KgliteStore
from skillgraph.graph.store import Source, open_store
from skillgraph.model import PropertyGraph
from tests.queries.small_graph import small_graph

OTHER = PropertyGraph(nodes=small_graph().nodes[:1])


def never() -> PropertyGraph:
    raise AssertionError("built without need")


def test_the_file_is_built_once(tmp_path: Path) -> None:
    with open_store("embedded:", folder=tmp_path, source=Source(fingerprint="a", build=small_graph)) as store:
        assert store.read() == small_graph()
    with open_store("embedded:", folder=tmp_path, source=Source(fingerprint="a", build=never)) as store:
        assert store.read() == small_graph()


def test_another_fingerprint_builds_anew(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    KgliteStore(path, source=Source(fingerprint="a", build=small_graph)).close()
    with KgliteStore(path, source=Source(fingerprint="b", build=lambda: OTHER)) as store:
        assert store.read() == OTHER


@pytest.mark.parametrize("damage", [b"", b"no graph at all", None])
def test_a_damaged_file_is_built_anew(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "graph.kgl"
    KgliteStore(path, source=Source(fingerprint="a", build=small_graph)).close()
    path.write_bytes(path.read_bytes()[:-100] if damage is None else damage)
    with KgliteStore(path, source=Source(fingerprint="a", build=small_graph)) as store:
        assert store.read() == small_graph()


def test_a_damaged_file_without_a_source_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    path.write_bytes(b"no graph at all")
    with pytest.raises(StoreError) as caught:
        open_store(f"kglite:{path}")
    assert str(caught.value) == f"{path} is not a graph that this version reads: remove it, it is built again from the record"


def test_a_build_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    KgliteStore(path, source=Source(fingerprint="a", build=small_graph)).close()
    with pytest.raises(AssertionError):
        KgliteStore(path, source=Source(fingerprint="b", build=never))
    with KgliteStore(path) as store:
        assert store.read() == small_graph()


def test_nothing_but_the_file_is_left_behind(tmp_path: Path) -> None:
    KgliteStore(tmp_path / "graph.kgl", source=Source(fingerprint="a", build=small_graph)).close()
    assert [path.name for path in tmp_path.iterdir()] == ["graph.kgl"]


def test_the_same_graph_gives_the_same_rows_after_loading(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    statement = "MATCH (s:Technology) RETURN s.name AS name, s.aliases AS aliases ORDER BY name"
    with KgliteStore(path, source=Source(fingerprint="a", build=small_graph)) as built, KgliteStore(path) as loaded:
        assert built.run(statement, {}) == loaded.run(statement, {})


def test_names_are_indexed(tmp_path: Path) -> None:
    KgliteStore(tmp_path / "graph.kgl", source=Source(fingerprint="a", build=small_graph)).close()
    graph = kglite.load(str(tmp_path / "graph.kgl"))
    assert [label for label in ("Company", "Person", "School", "Skill") if graph.has_index(label, "name")] == ["Company", "Person", "School", "Skill"]


def test_embedded_needs_a_workspace() -> None:
    with pytest.raises(StoreError, match=r"^'embedded:' needs a workspace: name one with --workspace, or use 'kglite:PATH'$"):
        open_store("embedded:")
