"""The program run in this process, on two invented résumés or on the sample corpus."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

import skillgraph
from skillgraph.cli import main

SAMPLES = Path(skillgraph.__file__).parent / "samples"
ADA = """# Ada Example

Backend Engineer

## Experience

### Senior Engineer, Pinewood Ltd
Jan 2020 – Dec 2021

- Wrote a service with Apache Kafka and PostgreSQL for 300 shops.

## Skills

Python, Redis
"""
BEA = """# Bea Example

Data Engineer

## Experience

### Engineer, Nordlicht GmbH
Mar 2019 – Feb 2020

- Moved reports from Oracle to PostgreSQL.
"""


class Ran(NamedTuple):
    """What a call of the program gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests from the user's settings, and their output from the terminal's width."""
    for name in [name for name in os.environ if name.startswith("SKILLGRAPH_") and "TEST" not in name and "NEO4J" not in name and "CACHE" not in name]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture
def run() -> Run:
    """Run the program in this process."""

    def call(*words: str | Path, stdin: str | None = None) -> Ran:
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="skillgraph", input=stdin)
        return Ran(result.exit_code, result.stdout_bytes.decode("utf-8"), result.stderr)

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def _samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _ingested(tmp_path_factory.mktemp("samples"), {file.name: file.read_text(encoding="utf-8") for file in SAMPLES.iterdir() if file.is_file()})


def _ingested(place: Path, texts: Mapping[str, str]) -> Path:
    (place / "cvs").mkdir()
    for name, text in texts.items():
        (place / "cvs" / name).write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(place)
    try:
        result = CliRunner().invoke(main, ["ingest", "cvs"], prog_name="skillgraph")
    finally:
        os.chdir(before)
    assert (result.exit_code, result.stderr) == (0, "")
    return place


@pytest.fixture
def small(folder: Path) -> Path:
    """Return the working folder with a workspace of Ada and Bea, and their files in `cvs`."""
    return _ingested(folder, {"ada.md": ADA, "bea.md": BEA})


@pytest.fixture
def samples(_samples: Path, folder: Path) -> Path:
    """Return the working folder with a copy of a workspace of the sample corpus."""
    shutil.copytree(_samples, folder, dirs_exist_ok=True)
    return folder


def command(*words: str) -> list[str]:
    """Return how to start the program as a process of its own."""
    return [sys.executable, "-m", "skillgraph", *words]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of such a process: the package under test, wherever it was imported from, and buffered output."""
    return {**os.environ, "PYTHONUNBUFFERED": "", "PYTHONPATH": os.pathsep.join(filter(None, [_home(), os.environ.get("PYTHONPATH")])), **more}


def _home() -> str:
    return next((path for path in sys.path if path and (Path(path) / "skillgraph" / "__init__.py").is_file()), "")


def process(words: Sequence[str], **more: Any) -> Ran:
    """Run the program as a process of its own."""
    done = subprocess.run(command(*words), env=environment(), capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, **more)
    return Ran(done.returncode, done.stdout, done.stderr)
