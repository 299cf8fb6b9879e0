"""The program as a whole: help, exit codes, interruption, pipes, encodings, the speed of its start."""

from __future__ import annotations

import os
import pty
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from skillgraph import __version__
from skillgraph.cli import main
from skillgraph.cli.program import VERBS
from skillgraph.settings import Settings
from tests.cli.conftest import ADA, Run, command, environment, process

HEAVY = {"spacy", "kglite", "neo4j", "networkx", "pydantic", "lxml", "rich", "yaml"}


@pytest.mark.parametrize("name", VERBS)
def test_the_table_of_verbs_says_what_their_help_says(name: str) -> None:
    verb = main.get_command(click.Context(main), name)
    assert verb is not None
    assert verb.name == name
    assert (verb.help or "").split("\n\n")[0].replace("\n", " ").split(". ")[0].rstrip(".") + "." == VERBS[name]


def test_help_loads_nothing_heavy() -> None:
    script = f"import sys; sys.argv = ['skillgraph', '--help']\nfrom skillgraph.cli import main\ntry: main()\nexcept SystemExit: print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_query_loads_no_spacy(small: Path) -> None:
    script = "import sys; sys.argv = ['skillgraph', 'query', 'experts', 'Kafka', '--format', 'csv']\nfrom skillgraph.cli import main\ntry: main()\nexcept SystemExit: print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == ["Ada Example,person:ada-example,demonstrated,24,2021-12,1,Apache Kafka", "False"]


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"skillgraph {__version__}\n", "")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["foo"], "there is no command 'foo'; there are " + ", ".join(VERBS) + " (see `skillgraph --help`)"),
        (["ingst"], "there is no command 'ingst'; did you mean ingest? (see `skillgraph --help`)"),
        (["--foo"], "no such option '--foo' (see `skillgraph --help`)"),
        (["ask", "x", "--limit", "0"], "invalid value for '--limit': 0 is not in the range x>=1 (see `skillgraph ask --help`)"),
        (["query", "expert"], "there is no query 'expert'; did you mean experts or career? (see `skillgraph query --help`)"),
        (["query", "experts"], "skill is missing: id, name or other name of the skill (see `skillgraph query experts --help`)"),
        (["query", "experts", "Kafka", "Redis"], "there is no parameter left for 'Redis' (see `skillgraph query experts --help`)"),
        (["query", "experts", "--limit", "x", "a"], "invalid value for '--limit': 'x' is not a valid integer (see `skillgraph query experts --help`)"),
        (["query", "experts", "--skil", "x"], "no such option '--skil' (did you mean one of: '--basis', '--skill'?) (see `skillgraph query experts --help`)"),
        (["ingest"], "name the files or folders to read (see `skillgraph ingest --help`)"),
        (["extract"], "missing argument 'FILES...' (see `skillgraph extract --help`)"),
        (["judge", "a", "b", "maybe"], "invalid value for '{same|different}': 'maybe' is not one of 'same', 'different' (see `skillgraph judge --help`)"),
        (["cypher", "RETURN 1", "--param", "x"], "invalid value for --param: 'x' is not NAME=VALUE (see `skillgraph cypher --help`)"),
        (["cypher", " "], "the statement is empty (see `skillgraph cypher --help`)"),
        (["export", "-o", "x.foo"], "the name x.foo tells no format"),
        (["export", "-o", "-"], "say which --format goes to stdout (see `skillgraph export --help`)"),
        (["export", "-o", "x", "--format", "grapml"], "there is no format 'grapml'; did you mean graphml? (see `skillgraph export --help`)"),
        (["push"], "name a server: neo4j://USER@HOST:7687 (see `skillgraph push --help`)"),
        (["pull"], "say where to: -o FILE or --into PATH (see `skillgraph pull --help`)"),
        (["forget", "Ada Example"], "nobody is there to be asked: add --yes (see `skillgraph forget --help`)"),
        (["ask", "x", "--questions", "y"], "give one question or --questions, not both (see `skillgraph ask --help`)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_in_the_call_is_one_line_and_2(run: Run, small: Path, words: list[str], line: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.removeprefix("skillgraph: ").startswith(line)


def test_settings_stand_before_or_after_the_verb(run: Run, small: Path) -> None:
    os.rename(".skillgraph", "elsewhere")
    before, after = run("--workspace", "elsewhere", "status", "--format", "json"), run("status", "--workspace", "elsewhere", "--format", "json")
    assert before == after
    assert run("--workspace", "nowhere", "status", "--workspace", "elsewhere", "--format", "json") == after
    assert run("--workspace", "elsewhere", "ontology", "suggest").code == 0


def test_settings_come_from_environment_and_file(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.rename(".skillgraph", "elsewhere")
    (small / "skillgraph.toml").write_text('workspace = "elsewhere"\n', encoding="utf-8")
    assert run("status").code == 0
    monkeypatch.setenv("SKILLGRAPH_WORKSPACE", "nowhere")
    assert run("status") == (1, "", "skillgraph: workspace nowhere: there is no record in it; run `skillgraph ingest` first\n")
    (small / "skillgraph.toml").write_text("wrkspace = 1\n", encoding="utf-8")
    known = ", ".join(sorted(Settings.model_fields))
    assert run("status").err == f"skillgraph: skillgraph.toml: unknown key `wrkspace`; known: {known}\n"


def test_an_unforeseen_error_is_one_line_that_says_so(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillgraph.pipeline.status", lambda *_, **__: 1 / 0)
    ran = run("status")
    line = "skillgraph: this is a bug in skillgraph: ZeroDivisionError: division by zero at cli/status.py:"
    assert (ran.code, ran.out, ran.err[: len(line)], ran.err.count("\n")) == (1, "", line, 1)
    assert run("status", "--debug").err.startswith("Traceback (most recent call last):")


@pytest.mark.parametrize("words", [["cypher", "UNWIND range(1, 500000) AS i RETURN i"], ["ask", "--questions", "-"]])
def test_nobody_reads_the_output(small: Path, words: list[str]) -> None:
    (small / "questions").write_text("Who knows Kafka?\n" * 1000, encoding="utf-8")
    with (small / "questions").open("rb") as given, subprocess.Popen(command(*words), stdin=given, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0) as writing:
        assert writing.stdout is not None and writing.stderr is not None
        assert len(writing.stdout.read(2)) == 2
        writing.stdout.close()
        assert (writing.wait(timeout=60), writing.stderr.read()) == (141, b"")


def test_output_is_utf8_whatever_the_locale(small: Path) -> None:
    (small / "cvs" / "ada.md").write_text(ADA.replace("Ada", "Zoë"), encoding="utf-8")
    done = subprocess.run(
        command("extract", "cvs/ada.md", "--format", "jsonl"), env=environment(LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0"), capture_output=True, check=True
    )
    assert '"name": "Zoë Example"' in done.stdout.decode("utf-8")


def test_ctrl_c(small: Path) -> None:
    (small / "many").mkdir()
    for number in range(300):
        (small / "many" / f"{number}.md").write_text(ADA.replace("Ada", f"Ada{number}"), encoding="utf-8")
    with subprocess.Popen(command("ingest", "many", "--workers", "1"), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        while running.poll() is None and (done := _documents(small)) < 10:
            time.sleep(0.05)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    told = re.fullmatch(r"skillgraph: stopped; (\d+) files are done, and the next ingest goes on from there\n", err)
    assert told is not None, err
    assert (running.returncode, out) == (130, "")
    assert done <= int(told[1]) + 2 <= _documents(small) + 1


def _documents(place: Path) -> int:
    with sqlite3.connect(place / ".skillgraph" / "record.sqlite") as record:
        return int(record.execute("SELECT count(*) FROM documents").fetchone()[0])


def terminal(words: list[str], typed: bytes = b"", **more: str) -> str:
    """Run the program at a terminal and return what it showed."""
    own, other = pty.openpty()
    with subprocess.Popen(command(*words), env=environment(TERM="xterm", COLUMNS="100", **more), stdin=other, stdout=other, stderr=other, start_new_session=True) as running:
        os.close(other)
        os.write(own, typed)
        shown = b""
        while True:
            try:
                piece = os.read(own, 65536)
            except OSError:
                break
            shown += piece
            if b"\x1b[6n" in piece:
                os.write(own, b"\x1b[1;1R")
        running.wait(timeout=60)
    os.close(own)
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_tables_are_drawn_at_a_terminal_without_ids(small: Path) -> None:
    shown = terminal(["query", "experts", "Kafka"], NO_COLOR="1")
    assert [line for line in shown.splitlines() if "Ada" in line] == ["│ Ada Example │ demonstrated │     24 │ 2021-12  │        1 │ Apache Kafka │"]


def test_no_color(small: Path) -> None:
    assert "\x1b[1;36m" in terminal(["person", "ada-example"])
    assert "\x1b[3" not in terminal(["person", "ada-example"], NO_COLOR="1")
    assert "\x1b" not in process(["person", "ada-example"]).out


def test_questions_at_a_prompt(small: Path) -> None:
    shown = terminal(["ask"], typed=b"Who knows Kafka?\r:quit\r")
    assert "“Wrote a service with Apache Kafka and PostgreSQL for 300 shops.”" in click.unstyle(shown)
    history = (small / ".skillgraph" / "cache" / "questions").read_text(encoding="utf-8").splitlines()
    assert [line for line in history if line.startswith("+")] == ["+Who knows Kafka?", "+:quit"]
