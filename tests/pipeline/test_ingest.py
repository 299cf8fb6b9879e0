"""Files into the record: what becomes of each, good and bad, and that the way there leaves no mark on the graph."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from skillgraph.errors import ExtractionError, LoadError, OntologyError
from skillgraph.graph.record import FILE, Record
from skillgraph.pipeline import Outcome, Reader, Report, Result, graph_fingerprint, graph_of, ingest, status

WS = Path("ws")


def results(report: Report) -> dict[str, tuple[str, str]]:
    return {outcome.path: (str(outcome.result), outcome.reason) for outcome in report.outcomes}


def timeless(report: Report) -> tuple[Outcome, ...]:
    return tuple(outcome.model_copy(update={"seconds": 0.0}) for outcome in report.outcomes)


def persons(workspace: Path = WS) -> set[str]:
    return {node.id for node in graph_of(workspace).nodes if node.labels == ("Person",)}


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_added_unchanged_and_replaced(cvs: Path, texts: dict[str, str]) -> None:
    assert results(ingest([cvs], WS)) == {"cvs/ada.md": ("added", ""), "cvs/bea.md": ("added", "")}
    before = graph_of(WS)
    assert results(ingest([cvs], WS)) == {"cvs/ada.md": ("unchanged", ""), "cvs/bea.md": ("unchanged", "")}
    assert graph_of(WS) == before
    write(cvs / "ada.md", texts["ada"].replace("Redis", "Rust"))
    assert results(ingest([cvs], WS)) == {"cvs/ada.md": ("replaced", "the file has changed"), "cvs/bea.md": ("unchanged", "")}
    after = graph_of(WS)
    assert {"skill:rust"} == {n.id for n in after.nodes if n.id in ("skill:rust", "skill:redis")} - {"skill:redis"}
    assert persons() == {"person:ada-example", "person:bea-example"}
    assert len([n for n in after.nodes if n.labels == ("Document",)]) == 2


def test_the_facts_of_a_file_are_in_the_graph(cvs: Path) -> None:
    ingest([cvs / "ada.md"], WS)
    graph = graph_of(WS)
    found = {r.target: (r.properties["basis"], r.properties["months"]) for r in graph.relationships if r.type == "HAS_SKILL"}
    assert {skill: found[f"skill:{skill}"] for skill in ("apache-kafka", "docker", "python")} == {
        "apache-kafka": ("demonstrated", 24),
        "docker": ("demonstrated", 24),
        "python": ("stated", 0),
    }
    assert graph.by_id["person:ada-example"].properties["totalMonths"] == 24
    assert "ada@example.org" not in graph.model_dump_json()
    assert "ada@example.org" in graph_of(WS, contacts=True).model_dump_json()


def test_the_same_bytes_twice_are_one_document(cvs: Path, texts: dict[str, str]) -> None:
    write(cvs / "copy of bea.md", texts["bea"])
    assert results(ingest([cvs], WS)) == {
        "cvs/ada.md": ("added", ""),
        "cvs/bea.md": ("added", ""),
        "cvs/copy of bea.md": ("unchanged", "the same content as cvs/bea.md"),
    }
    write(cvs / "aaa.md", texts["bea"])
    assert results(ingest([cvs / "aaa.md"], WS)) == {"cvs/aaa.md": ("added", "")}
    paths = {n.properties["path"] for n in graph_of(WS).nodes if n.labels == ("Document",)}
    assert paths == {"cvs/ada.md", "cvs/aaa.md"}
    ingest([cvs], Path("at once"))
    assert graph_of(Path("at once")) == graph_of(WS)


def test_a_file_that_becomes_a_copy_gives_up_its_own_content(cvs: Path, texts: dict[str, str]) -> None:
    ingest([cvs], WS)
    write(cvs / "bea.md", texts["ada"])
    assert results(ingest([cvs], WS))["cvs/bea.md"] == ("replaced", "now the same content as cvs/ada.md")
    assert persons() == {"person:ada-example"}


def test_one_file_under_two_names_counts_once(cvs: Path) -> None:
    absolute = (cvs / "ada.md").resolve()
    report = ingest([absolute, cvs / "ada.md", cvs / ".." / "cvs" / "ada.md"], WS)
    assert [o.result for o in report.outcomes] == [Result.ADDED]
    assert [o.result for o in ingest([cvs / "ada.md"], WS).outcomes] == [Result.UNCHANGED]


def test_people_are_kept_apart_and_brought_together(cvs: Path, texts: dict[str, str]) -> None:
    write(cvs / "smith.md", texts["smith"])
    write(cvs / "other smith.md", texts["other smith"])
    write(cvs / "joan.md", texts["joan"])
    write(cvs / "cv_01.md", texts["nameless"])
    write(cvs / "ada long.md", texts["ada"].replace("Redis", "Redis, Rust"))
    ingest([cvs], WS)
    names = sorted(str(n.properties["name"]) for n in graph_of(WS).nodes if n.labels == ("Person",))
    assert names == ["Ada Example", "Bea Example", "Joan Smith", "John Smith", "John Smith", "Unnamed (cv_01.md)"]
    described = {r.target for r in graph_of(WS).relationships if r.type == "DESCRIBED_IN" and r.source == "person:ada-example"}
    assert len(described) == 2


def test_bad_files_are_named_and_stop_no_other(cvs: Path, texts: dict[str, str]) -> None:
    (cvs / "empty.txt").write_bytes(b"")
    (cvs / "binary.md").write_bytes(bytes(range(256)) * 40)
    write(cvs / "data.json", '{"songs": [1, 2]}')
    with (cvs / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    (cvs / "latin.txt").write_bytes(texts["ada"].replace("Ada Example", "Zoë Example").encode("latin-1", "replace"))
    nothing = cvs / "nothing"
    nothing.mkdir()
    seen: list[tuple[Outcome, int, int]] = []
    report = ingest([cvs, nothing, Path("missing.md")], WS, progress=lambda *progress: seen.append(progress))
    failed = {outcome.path: outcome.reason for outcome in report.of(Result.FAILED)}
    assert set(failed) == {"cvs/empty.txt", "cvs/binary.md", "cvs/data.json", "cvs/huge.txt", "cvs/nothing", "missing.md"}
    assert {path for path, reason in failed.items() if not reason.startswith(f"{path}: ") or "\n" in reason} == set()
    assert {outcome.path for outcome in report.of(Result.ADDED)} == {"cvs/ada.md", "cvs/bea.md", "cvs/latin.txt"}
    assert [count for _, count, _ in seen] == list(range(1, 10))
    assert {total for _, _, total in seen} == {9}
    assert {outcome for outcome, _, _ in seen} == set(report.outcomes)
    assert "person:zoe-example" in persons()


def test_a_replacement_that_cannot_be_read_leaves_what_was(cvs: Path) -> None:
    ingest([cvs], WS)
    before = graph_of(WS)
    (cvs / "ada.md").write_bytes(b"")
    [failed] = ingest([cvs], WS).of(Result.FAILED)
    assert failed.reason.startswith("cvs/ada.md: ")
    assert failed.reason.endswith("; what was read from it before is kept")
    assert graph_of(WS) == before


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["nothing"], "nothing: there is no résumé in this folder, that is no PDF, Word, Markdown, text, HTML, LaTeX, JSON or YAML file"),
        (["nope.md"], "nope.md: no such file or folder; check the spelling"),
        ([], "no files or folders were named"),
    ],
)
def test_nothing_to_read_makes_no_workspace(cvs: Path, paths: Sequence[str], message: str) -> None:
    Path("nothing").mkdir()
    with pytest.raises(LoadError) as caught:
        ingest([Path(path) for path in paths], WS)
    assert str(caught.value) == message
    assert not WS.exists()


def test_a_changed_reader_reads_anew(cvs: Path) -> None:
    ingest([cvs], WS)
    write(Path("own.yaml"), "area: own\ntitle: Own\nskills:\n  zonkify: {label: Zonkify, kind: technology, note: An invented tool.}\n")
    reader = Reader(overlays=("own.yaml",))
    assert status(WS, reader=reader).outdated == 2
    reason = "read anew, since the extractor or the ontology has changed"
    assert results(ingest([cvs / "ada.md"], WS, reader=reader)) == {"cvs/ada.md": ("replaced", reason)}
    assert status(WS, reader=reader).outdated == 1
    write(Path("broken.yaml"), "skills: [")
    with pytest.raises(OntologyError, match=r"^broken\.yaml:"):
        ingest([cvs], WS, reader=Reader(overlays=("broken.yaml",)))


def test_a_missing_model_is_one_error(cvs: Path) -> None:
    with pytest.raises(ExtractionError, match=r"spaCy model `xx_no_such` is not installed"):
        ingest([cvs], WS, reader=Reader(model="xx_no_such"))


def test_workers_and_order_do_not_matter(cvs: Path, texts: dict[str, str]) -> None:
    for name in ("smith", "other smith", "nameless"):
        write(cvs / f"{name}.md", texts[name])
    write(cvs / "broken.json", "{")
    files = sorted(cvs.iterdir())
    first = ingest(files, WS, workers=1)
    second = ingest(files[::-1], Path("two"), workers=2)
    assert timeless(second) == timeless(first)
    assert graph_of(Path("two")).model_dump_json() == graph_of(WS).model_dump_json()
    for file in files[::-1]:
        if file.suffix == ".md":
            ingest([file], Path("one by one"))
    assert graph_of(Path("one by one")) == graph_of(WS)
    assert graph_fingerprint(Path("one by one")) == graph_fingerprint(WS) == graph_fingerprint(Path("two"))


_SCRIPT = """
import sys
from pathlib import Path
from skillgraph.pipeline import graph_of, ingest
ingest([Path("cvs")], Path(sys.argv[1]))
print(graph_of(Path(sys.argv[1])).model_dump_json())
"""


def test_hash_seed_does_not_matter(cvs: Path) -> None:
    def graph(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.run(
            [sys.executable, "-c", _SCRIPT, f"ws{seed}"], capture_output=True, text=True, env=environment, check=True
        ).stdout

    ingest([cvs], WS)
    assert {graph("0"), graph("4711")} == {graph_of(WS).model_dump_json() + "\n"}


_NOTHING_NEW = """
import sys
from pathlib import Path
from skillgraph.pipeline import ingest, status
ingest([Path("cvs")], Path("ws"))
status(Path("ws"))
print("spacy" in sys.modules)
"""


def test_spacy_is_not_imported_where_nothing_is_read(cvs: Path) -> None:
    ingest([cvs], WS)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", _NOTHING_NEW], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout == "False\n"


def test_files_done_before_an_interrupt_are_kept(cvs: Path) -> None:
    def interrupt(outcome: Outcome, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([cvs], WS, progress=interrupt)
    with Record.open(WS / FILE) as record:
        assert [entry.path for entry in record.entries()] == ["cvs/ada.md"]
    assert [o.result for o in ingest([cvs], WS).outcomes] == [Result.UNCHANGED, Result.ADDED]


def test_status(cvs: Path, texts: dict[str, str]) -> None:
    write(cvs / "copy.md", texts["ada"])
    ingest([cvs], WS)
    (cvs / "bea.md").unlink()
    found = status(WS)
    assert (found.documents, found.files, found.people, found.judgements, found.outdated, found.missing, found.as_of) == (
        2,
        3,
        2,
        0,
        0,
        1,
        "2021-12",
    )
    assert found.size == (WS / FILE).stat().st_size
