"""From files to the workspace: reports, bad files, retries, other writers, judgements, and forgetting."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from skillgraph.graph.record import Record
from tests.cli.conftest import ADA, BEA, Run

BAD = {
    "broken.json": (b'{"work": [', "it is not valid JSON: Expecting value in line 1, column 11"),
    "empty.md": (b"", "it is empty"),
    "noise.txt": (bytes(range(256)) * 40, "this is a binary file, not text"),
    "other.json": (b'{"a": [1, 2]}', "it is no JSON Resume: an object with at least one of basics, work, education, skills, projects was expected"),
    "program.md": (b"\x7fELF" + bytes(200), "this is a program, which cannot be read as a résumé; save it as PDF, Word (.docx), text, Markdown, HTML or JSON Resume"),
}


def test_a_summary_and_a_report(run: Run, folder: Path) -> None:
    Path("cvs").mkdir()
    Path("cvs/ada.md").write_text(ADA, encoding="utf-8")
    Path("cvs/bea.md").write_text(BEA, encoding="utf-8")
    assert run("ingest", "cvs") == (0, "2 files: 2 added\n", "")
    Path("cvs/ada.md").write_text(ADA.replace("Redis", "Rust"), encoding="utf-8")
    ran = run("ingest", "cvs", "--report", "table", "--workers", "1")
    assert (ran.code, ran.err) == (0, "2 files: 1 unchanged, 1 replaced\n")
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert [(*row[:4], row[5]) for row in rows] == [
        ("file", "result", "reader", "pages", "reason"), ("cvs/ada.md", "replaced", "Markdown", "", "the file has changed"), ("cvs/bea.md", "unchanged", "", "", ""),
    ]  # fmt: skip
    report = {"path": "cvs/bea.md", "result": "unchanged", "reason": "", "warnings": [], "reader": "", "pages": 0, "seconds": 0.0}
    assert run("ingest", "cvs/bea.md", "--report", "json").json == [report]


def test_bad_files_are_named_and_the_others_come_in(run: Run, folder: Path) -> None:
    for name, (content, _) in BAD.items():
        Path(name).write_bytes(content)
    with Path("large.txt").open("wb") as large:
        large.truncate(100_000_000)
    Path("none").mkdir()
    Path("ada.md").write_text(ADA, encoding="utf-8")
    Path("latin.md").write_bytes(BEA.replace("Bea", "Zoë").encode("cp1252"))
    Path("page.json").write_text("<html><body><h1>Cy Example</h1><h2>Experience</h2><p>Engineer, Acme Ltd, 2019 - 2021</p></body></html>", encoding="utf-8")
    ran = run("ingest", ".", "none", "gone.md")
    assert (ran.code, ran.out) == (1, "11 files: 3 added, 8 failed\n")
    lines = ran.err.splitlines()
    assert lines[:3] == [
        "note: latin.md: the file is not in UTF-8; it was read as cp1252",
        "note: page.json: the extension .json says JSON, the content is HTML; it was read as HTML",
        "note: page.json: no skills found",
    ]
    told = dict(line.removeprefix("skillgraph: ").split(": ", 1) for line in lines[3:-1])
    assert {name: told[name] for name in BAD} == {name: reason for name, (_, reason) in BAD.items()}
    assert told.keys() - BAD.keys() == {"gone.md", "large.txt", "none"}
    assert told["gone.md"] == "no such file or folder; check the spelling"
    assert told["large.txt"].startswith("it has 100000000 bytes; the limit is ")
    assert told["none"].startswith("there is no résumé in this folder")
    assert lines[-1] == "`skillgraph ingest --retry` reads the failed ones again"
    assert [row["person"] for row in run("query", "documents", "--format", "json").json] == ["Ada Example", "Zoë Example", "Cy Example"]


def test_retry(run: Run, folder: Path) -> None:
    Path("bea.md").write_text("", encoding="utf-8")
    Path("gone.md").write_text("", encoding="utf-8")
    assert run("ingest", "bea.md", "gone.md").code == 1
    Path("bea.md").write_text(BEA, encoding="utf-8")
    assert run("ingest", "--retry")[:2] == (1, "2 files: 1 added, 1 failed\n")
    Path("gone.md").write_text(ADA, encoding="utf-8")
    assert run("ingest", "bea.md").code == 0
    assert run("ingest", "--retry") == (0, "1 file: 1 added\n", "")
    assert run("ingest", "--retry") == (0, "", "nothing failed the last time\n")


def test_nothing_to_read(run: Run, folder: Path) -> None:
    Path("none").mkdir()
    ran = run("ingest", "none")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.startswith("skillgraph: none: there is no résumé in this folder, that is no ")
    assert not Path(".skillgraph").exists()


def test_another_process_writes(run: Run, small: Path) -> None:
    line = "skillgraph: workspace .skillgraph: another process is writing to it; try again when it has finished\n"
    with Record.open(Path(".skillgraph/record.sqlite"), write=True):
        for words in (["ingest", "cvs"], ["forget", "Ada Example", "--yes"], ["judge", "cvs/ada.md", "cvs/bea.md", "same"]):
            assert run(*words) == (1, "", line)
        assert run("query", "documents", "--format", "csv").code == 0
    assert run("ingest", "cvs") == (0, "2 files: 2 unchanged\n", "")


def test_a_workspace_of_a_newer_version(run: Run, small: Path) -> None:
    with sqlite3.connect(".skillgraph/record.sqlite") as record:
        record.execute("PRAGMA user_version = 99")
    line = "skillgraph: .skillgraph/record.sqlite: it is of version 99, and this skillgraph knows 1; upgrade it or use another workspace\n"
    for words in (["ingest", "cvs"], ["status"], ["ask", "Who knows Kafka?"], ["forget", "Ada", "--yes"], ["export", "-o", "g.json"]):
        assert run(*words) == (1, "", line)


@pytest.mark.parametrize("words", [["status"], ["ask", "x"], ["query", "documents"], ["cypher", "RETURN 1"], ["export", "-o", "g.json"], ["person", "x"], ["forget", "x", "--yes"], ["judge", "a", "b", "same"], ["push", "kglite:x"]])
def test_no_workspace(run: Run, folder: Path, words: list[str]) -> None:
    assert run(*words) == (1, "", "skillgraph: workspace .skillgraph: there is no record in it; run `skillgraph ingest` first\n")
    assert list(folder.iterdir()) == []


def test_status(run: Run, small: Path) -> None:
    found = run("status", "--format", "json").json
    counted = {name: found[name] for name in ("workspace", "documents", "files", "people", "judgements", "outdated", "missing", "as_of")}
    assert counted == {"workspace": ".skillgraph", "documents": 2, "files": 2, "people": 2, "judgements": 0, "outdated": 0, "missing": 0, "as_of": "2021-12"}
    Path("cvs/bea.md").unlink()
    ran = run("status")
    assert ran.out.splitlines()[:5] == ["what\tvalue", "workspace\t.skillgraph", "store\tembedded:", "people\t2", "documents\t2"]
    assert ran.err == "no longer where they were: 1 of the files; what they said is kept\n"


def test_judge(run: Run, small: Path) -> None:
    assert _names(run) == ["Ada Example", "Bea Example"]
    assert run("judge", "cvs/ada.md", "bea-example", "same") == (0, "cvs/ada.md and bea-example: the same person\n", "")
    assert _names(run) == ["Ada Example"]
    assert run("judge", "cvs/ada.md", "cvs/bea.md", "different") == (0, "cvs/ada.md and cvs/bea.md: different people\n", "")
    assert _names(run) == ["Ada Example", "Bea Example"]
    assert run("judge", "cvs/ada.md", "Ada Example", "same").err == "skillgraph: A and B are the same document or person already; name two documents to tell them apart\n"
    assert run("judge", "x", "y", "same").err == "skillgraph: the workspace has no file or person x; `skillgraph query documents` lists them\n"


def _names(run: Run) -> list[str]:
    return [row["name"] for row in run("cypher", "MATCH (p:Person) RETURN p.name AS name ORDER BY name", "--format", "json").json]


def test_forget(run: Run, small: Path) -> None:
    assert run("query", "documents").code == 0
    assert run("ingest", "nowhere.md", "cvs").code == 1
    ran = run("forget", "ada example", "--yes")
    assert ran == (0, "forgot Ada Example (person:ada-example)\n", "the file is still there: cvs/ada.md\na server that the graph was pushed to still knows them: `skillgraph push URL` again\n")
    left = [path for path in Path(".skillgraph").rglob("*") if path.is_file()]
    assert [path.name for path in left if b"Ada" in path.read_bytes()] == []
    assert _names(run) == ["Bea Example"]
    assert run("forget", "ada example", "--yes").err == "skillgraph: there is no person ada example in the workspace; did you mean Bea Example?\n"
