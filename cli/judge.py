"""`skillgraph judge`: what a user knows about two documents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import Verb, add_settings, current_settings

if TYPE_CHECKING:
    from skillgraph.graph.record import Record


@click.command(cls=Verb)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("verdict", type=click.Choice(["same", "different"]))
@add_settings("workspace")
@click.pass_context
def judge(context: click.Context, left: str, right: str, verdict: str) -> None:
    """Decide that two documents are about the same person, or not.

    A and B are files as `skillgraph ingest` named them, or the names or ids of people, who stand for all their documents. The
    judgement wins over every comparison, and holds for newer versions of the files too.
    """
    from skillgraph.graph.record import FILE, Record
    from skillgraph.resolution import Judgement

    path = current_settings(context).workspace / FILE
    with Record.open(path):
        pass  # A workspace that is not there is an error; opening it for writing would make one.
    with Record.open(path, write=True) as record:
        pairs = _pairs(_documents(record, left), _documents(record, right), verdict == "same")
        for one, other in pairs:
            record.judge(Judgement(left=one, right=other, same=verdict == "same"))
    click.echo(f"{left} and {right}: {'the same person' if verdict == 'same' else 'different people'}")


def _pairs(left: Sequence[str], right: Sequence[str], same: bool) -> list[tuple[str, str]]:
    """Return the pairs to judge: one joins two people, all are needed to keep them apart.

    Raises:
        QueryError: A and B share a document.
    """
    from skillgraph.errors import QueryError

    if set(left) & set(right):
        raise QueryError("A and B are the same document or person already; name two documents to tell them apart")
    return [(left[0], right[0])] if same else list(product(left, right))


def _documents(record: Record, name: str) -> list[str]:
    """Return the hashes of the documents that a name stands for.

    Raises:
        NotFound: No file or person is called so, or several people are.
    """
    from skillgraph.errors import NotFound
    from skillgraph.graph.dossier import dossiers
    from skillgraph.resolution import people, slug

    location = Path(name).resolve().as_posix()
    files = sorted({entry.sha256 for entry in record.entries() if name == entry.path or location == entry.location})
    if files:
        return files
    read = {profile.sha256: (profile, document) for profile, document in record.documents()}
    known = dossiers(people([profile for profile, _ in read.values()], record.judgements()), read)
    found = [d for d in known if d.id in (name, f"person:{name}")] or [d for d in known if slug(d.name) == slug(name)]
    if len(found) != 1:
        several = f"{len(found)} people are called {name}: name one by its id, {' or '.join(d.id for d in found)}, or by its file"
        raise NotFound(several if found else f"the workspace has no file or person {name}; `skillgraph query documents` lists them")
    return sorted(source.profile.sha256 for source in found[0].sources)
