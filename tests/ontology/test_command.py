"""`skillgraph ontology` as a person uses it; data on stdout, remarks on stderr."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from skillgraph.cli.ontology import ontology as command
from skillgraph.errors import NotFound, OntologyError, SkillgraphError, StoreError
from skillgraph.ontology import load_ontology
from skillgraph.pipeline import ingest

FIXTURES = Path(__file__).parent / "fixtures"


def run(*words: str) -> Result:
    result = CliRunner().invoke(command, list(words))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_list() -> None:
    areas = json.loads(run("list", "--format", "json").stdout)
    assert {area["area"] for area in areas} == {area.name for area in load_ontology().areas}
    rows = list(
        csv.reader(io.StringIO(run("list", "skills", "--kind", "concept", "--area", "messaging-delivery", "--format", "csv").stdout))
    )
    assert rows[0] == ["id", "label", "kind", "area", "alt"]
    assert {tuple(row[2:4]) for row in rows[1:]} == {("concept", "messaging-delivery")}
    with pytest.raises(NotFound):
        run("list", "--area", "nowhere")


def test_show() -> None:
    lines = run("show", "sqs").stdout.splitlines()
    assert lines[:3] == ["what\tvalue\tdetail", "id\tamazon-sqs\t", "label\tAmazon SQS\t"]
    assert "part of\taws\tAWS" in lines
    assert "infers\tmessage-queue\tamazon-sqs implies message-queue" in lines
    assert json.loads(run("show", "sqs", "--format", "json").stdout)["skill"]["id"] == "amazon-sqs"


def test_tree() -> None:
    lines = run("tree", "message-broker", "--depth", "1").stdout.splitlines()
    assert lines[0].startswith("message broker  (message-broker, ")
    assert "  Apache Kafka  (apache-kafka" in "\n".join(lines)
    assert json.loads(run("tree", "message-broker", "--depth", "0", "--format", "jsonl").stdout)["id"] == "message-broker"


def test_search() -> None:
    rows = [json.loads(line) for line in run("search", "dead", "leter", "--limit", "2", "--format", "jsonl").stdout.splitlines()]
    assert rows[0]["id"] == "dead-letter-queue"
    assert len(rows) == 2


def test_lint(tmp_path: Path) -> None:
    own = run("lint")
    assert (own.exit_code, own.stdout) == (0, "")
    bad = tmp_path / "bad.yaml"
    bad.write_text("skills:\n  frob:\n    label: Kafka\n    broader: [message-broker]\n")
    result = run("lint", str(bad))
    assert (result.exit_code, result.stdout) == (
        1,
        f"{bad}:2: `frob` shares the label `Kafka` with `apache-kafka` (messaging-streaming.yaml)\n",
    )


def test_import_then_use(tmp_path: Path) -> None:
    out = tmp_path / "own.yaml"
    source = tmp_path / "own.csv"
    source.write_text("label,alt,broader\nFrobnica,Frobnica One|Kafka,message-broker\n")
    result = run("import", "csv", str(source), "-o", str(out), "--format", "jsonl")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"term": "Frobnica", "what": "label taken", "detail": "`Kafka` is a label of `apache-kafka`; left out"}
    ]
    assert result.stderr == f"{out}: 1 new skills, 0 known ones with more labels\n"
    assert json.loads(run("show", "frobnica one", "--overlay", str(out), "--format", "json").stdout)["skill"]["area"] == "own"
    assert run("lint", str(out)).exit_code == 0
    with pytest.raises(OntologyError, match="is there already"):
        run("import", "csv", str(source), "-o", str(out))


def test_suggest_and_accept(tmp_path: Path) -> None:
    for name in ("Ann Ekberg", "Bo Lindqvist"):
        text = f"# {name}\n\n## Skills\nPython, Zorbtrack, Kafka\n\n## Experience\n\n**Engineer**, Harbour Ltd, Jan 2020 – Present\n- Built feeds in Python\n"
        (tmp_path / f"{name.split()[0]}.md").write_text(text)
    ingest([tmp_path], tmp_path / "ws", workers=1)
    rows = json.loads(run("suggest", "--workspace", str(tmp_path / "ws"), "--format", "json").stdout)
    assert [(row["label"], row["people"], row["documents"], row["examples"]) for row in rows] == [
        ("Zorbtrack", 2, 2, ["Python, Zorbtrack, Kafka"])
    ]
    assert json.loads(run("suggest", "--workspace", str(tmp_path / "ws"), "--people", "3", "--format", "json").stdout) == []
    words = (
        "accept",
        "zorbtrack",
        "--into",
        str(tmp_path / "ours.yaml"),
        "--broader",
        "message-broker",
        "--workspace",
        str(tmp_path / "ws"),
    )
    assert run(*words).stdout == ""
    assert (tmp_path / "ours.yaml").read_text() == (
        "area: ours\ntitle: Skills of ours\nskills:\n  zorbtrack:\n    label: Zorbtrack\n    kind: technology\n"
        "    broader: [message-broker]\n    case: [Zorbtrack]\n"
    )
    with pytest.raises(OntologyError, match="`zorbtrack` stands twice"):
        run(*words)
    with pytest.raises(NotFound, match="no suggestion `Nothing`"):
        run("accept", "Nothing", "--into", str(tmp_path / "ours.yaml"), "--workspace", str(tmp_path / "ws"))


@pytest.mark.parametrize("words", [("suggest",), ("accept", "x", "--into", "y.yaml")])
def test_without_a_workspace(words: tuple[str, ...]) -> None:
    with pytest.raises(StoreError):
        run(*words)
    assert issubclass(StoreError, SkillgraphError)
