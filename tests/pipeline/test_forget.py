"""Forgetting a person: nothing of them is left in the workspace, and nobody else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgraph.errors import NotFound, StoreError
from skillgraph.graph.record import FILE
from skillgraph.pipeline import Forgotten, forget, graph_of, ingest

WS = Path("ws")


def held(workspace: Path = WS) -> bytes:
    """Return the bytes of all files of a workspace."""
    return b"\n".join(path.read_bytes() + path.name.encode() for path in sorted(workspace.rglob("*")) if path.is_file())


@pytest.mark.parametrize("wanted", ["Bea Example", "bea example", "person:bea-example"])
def test_nothing_is_left_of_a_person(cvs: Path, wanted: str) -> None:
    ingest([cvs / "ada.md"], WS)
    before = graph_of(WS)
    ingest([cvs], WS)
    (WS / "graph.kgl").write_text("Bea Example", encoding="utf-8")
    (WS / "graph.kgl.wal").write_text("Bea Example", encoding="utf-8")
    (WS / "cache").mkdir()
    (WS / "cache" / "page.html").write_text("Bea Example", encoding="utf-8")
    (WS / "notes.txt").write_text("mine", encoding="utf-8")
    assert b"cvs/bea.md" in held()
    assert forget(wanted, WS) == Forgotten(person="person:bea-example", name="Bea Example", documents=("cvs/bea.md",))
    assert [trace for trace in (b"Bea", b"bea", b"Nordlicht") if trace in held()] == []
    assert sorted(path.name for path in WS.iterdir()) == ["notes.txt", "record.lock", "record.sqlite"]
    assert graph_of(WS) == before
    assert (cvs / "bea.md").is_file()


def test_all_documents_of_a_person_go_and_shared_facts_stay(cvs: Path, texts: dict[str, str]) -> None:
    (cvs / "ada long.md").write_text(texts["ada"].replace("Redis", "Redis, Rust"), encoding="utf-8")
    (cvs / "copy.md").write_text(texts["ada"], encoding="utf-8")
    ingest([cvs], WS)
    assert forget("Ada Example", WS).documents == ("cvs/ada long.md", "cvs/ada.md", "cvs/copy.md")
    graph = graph_of(WS)
    assert {n.id for n in graph.nodes if n.labels == ("Person",)} == {"person:bea-example"}
    assert "skill:apache-kafka" in graph.by_id
    assert b"Ada" not in held()


def test_two_people_of_one_name_are_told_apart_by_id(cvs: Path, texts: dict[str, str]) -> None:
    (cvs / "smith.md").write_text(texts["smith"], encoding="utf-8")
    (cvs / "other smith.md").write_text(texts["other smith"], encoding="utf-8")
    ingest([cvs], WS)
    smiths = sorted(n.id for n in graph_of(WS).nodes if n.properties.get("name") == "John Smith")
    with pytest.raises(NotFound) as caught:
        forget("John Smith", WS)
    assert str(caught.value) == f"2 people are called John Smith: {', '.join(smiths)}; name one by this id"
    forget(smiths[0], WS)
    assert [n.properties["name"] for n in graph_of(WS).nodes if n.labels == ("Person",)] == ["Ada Example", "Bea Example", "John Smith"]


def test_an_unknown_person_changes_nothing(cvs: Path) -> None:
    ingest([cvs], WS)
    before = (WS / FILE).read_bytes()
    with pytest.raises(NotFound) as caught:
        forget("Ada Exampel", WS)
    assert str(caught.value) == "there is no person Ada Exampel in the workspace; did you mean Ada Example or Bea Example?"
    assert (WS / FILE).read_bytes() == before


def test_no_workspace_is_made(cvs: Path) -> None:
    with pytest.raises(StoreError, match=r"^workspace ws: there is no record in it; run `skillgraph ingest` first$"):
        forget("Ada Example", WS)
    assert not WS.exists()
