"""`skillgraph demo`: the whole way from files to answers, on bundled samples."""

from __future__ import annotations

import shlex
import shutil
import tempfile
from contextlib import chdir
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import Verb

if TYPE_CHECKING:
    from skillgraph.settings import Settings

_QUESTIONS = ("Who built DLQ-based retry systems?", "Who cut latency by more than half?")
_RESUMES = Path("resumes")


@click.command(cls=Verb)
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
def demo(folder: Path | None) -> None:
    """Try it on bundled sample résumés.

    Copies them into FOLDER (a new temporary one without it), reads them there and asks two questions. People and companies
    are invented.
    """
    from skillgraph.settings import Settings

    place = folder or Path(tempfile.mkdtemp(prefix="skillgraph-demo-"))
    place.mkdir(parents=True, exist_ok=True)
    with as_file(files("skillgraph") / "samples") as samples:
        shutil.copytree(samples, place / _RESUMES, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    with chdir(place):
        _run(Settings())
    go = click.style(f"cd {shlex.quote(str(place))}", bold=True)
    click.echo(f"\nThe résumés and the graph are kept. Go on with {go} and, for instance:\n")
    for command in _NEXT:
        click.echo(f"  {command}")


_NEXT = (
    'skillgraph ask "Who knows Temporal or a similar workflow engine?" --explain',
    "skillgraph query experts Kubernetes",
    'skillgraph person "Amara Okonkwo"',
    "skillgraph query path-between-people amara-okonkwo jonas-reinhardt",
    "skillgraph export -o graph.graphml",
)


def _run(settings: Settings) -> None:
    from skillgraph.cli.answers import print_text
    from skillgraph.cli.ingest import read_files
    from skillgraph.cli.options import open_graph
    from skillgraph.ontology import load_ontology
    from skillgraph.questions import ask

    _say(f"skillgraph ingest {_RESUMES}")
    read_files([_RESUMES], settings)
    with open_graph(settings) as store:
        for question in _QUESTIONS:
            _say(f'skillgraph ask "{question}"')
            print_text(ask(question, store, load_ontology(), limit=3), explain=False)


def _say(command: str) -> None:
    click.echo(click.style(f"\n$ {command}", bold=True))
