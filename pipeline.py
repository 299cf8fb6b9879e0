"""The order of the steps: files → record → graph, and back out of it.

In: paths and a workspace. Out: reports of what became of each file, the graph of the record, and what was forgotten.
"""

from __future__ import annotations

import difflib
import gc
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from pydantic import Field

from skillgraph.errors import LoadError, NotFound, StoreError
from skillgraph.fingerprint import fingerprint
from skillgraph.graph.build import build
from skillgraph.graph.dossier import Dossier, dossiers
from skillgraph.graph.months import newest_month
from skillgraph.graph.record import FILE, Record
from skillgraph.graph.schema import validate
from skillgraph.intake import Outcome, Report, Result, Tally, find_files, take_in
from skillgraph.loaders.files import is_there
from skillgraph.model import Frozen, PropertyGraph
from skillgraph.ontology import load_ontology
from skillgraph.reading import Reader
from skillgraph.resolution import people, slug

__all__ = [
    "Forgotten",
    "Outcome",
    "Progress",
    "Reader",
    "Report",
    "Result",
    "Status",
    "failed_before",
    "forget",
    "graph_fingerprint",
    "graph_of",
    "ingest",
    "status",
]

_GRAPH_ROOMS = ("model", "ontology", "resolution", "graph")
# What stores derive from the record and keep in the workspace; all of it can be made again.
_DERIVED = ("graph.kgl*", "cache")

Progress = Callable[[Outcome, int, int], None]
"""Called for each file that is done: its outcome, how many are done, how many there are."""


class Forgotten(Frozen):
    """A person who was removed."""

    person: str
    name: str
    documents: tuple[str, ...] = Field(description="paths of the documents that were removed; the files themselves stay")


class Status(Frozen):
    """What a workspace holds."""

    workspace: str
    documents: int
    files: int
    people: int
    judgements: int
    outdated: int = Field(description="files whose profiles come from another extractor or ontology; `ingest` reads them anew")
    missing: int = Field(description="files that are no longer where they were")
    as_of: str = Field(description="the month at which open ends stop; empty without any dates")
    fingerprint: str
    size: int = Field(description="bytes of the record")


def ingest(
    paths: Sequence[Path],
    workspace: Path,
    *,
    reader: Reader | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read files and folders into the record of a workspace; every file that is done is kept at once.

    A file whose bytes and reader are those of the last time is left alone. A file with new content replaces its older
    self. One content in several places is one document, called by the first of its paths.

    Args:
        paths: files and folders.
        workspace: folder of the record; made where it is missing.
        reader: spaCy model and overlays.
        workers: how many processes read; the result does not depend on it.
        progress: told of every file that is done.

    Raises:
        LoadError: There is no file to read at all.
        StoreError: The workspace is locked, newer, damaged or cannot be written.
        OntologyError: An overlay is at fault.
        ExtractionError: The spaCy model is not installed.
    """
    reader = reader or Reader()
    found, failures = find_files(paths)
    if not found:
        raise LoadError("; ".join(failure.reason for failure in failures) or "no files or folders were named")
    with Record.open(workspace / FILE, write=True) as record:
        outcomes: list[Outcome] = []
        tally = Tally()
        for outcome in chain(failures, take_in(found, record, reader, workers, tally)):
            outcomes.append(outcome)
            if progress is not None:
                progress(outcome, len(outcomes), max(len(found), tally.total) + len(failures))
    return Report(outcomes=tuple(sorted(outcomes, key=lambda o: (o.path, o.reason))))


def failed_before(workspace: Path) -> tuple[Path, ...]:
    """Return the files, and the documents in archives, that could not be read when they were last tried; `ingest` takes them.

    Raises:
        StoreError: There is no record, or it is newer or damaged.
    """
    with Record.open(workspace / FILE) as record:
        failures = record.failures()
    here = Path.cwd()
    locations = [Path(location) for location, _, _ in failures]
    return tuple(path.relative_to(here) if path.is_relative_to(here) else path for path in locations)


def graph_of(workspace: Path, *, as_of: str | None = None, overlays: Sequence[Path] = (), contacts: bool = False) -> PropertyGraph:
    """Return the graph of a workspace, built from its record and checked; the same record gives the same graph.

    Args:
        workspace: folder of the record.
        as_of: month (`2024-05`) at which open ends stop; by default the newest that the record names.
        overlays: overlay files of the ontology.
        contacts: put e-mail addresses, telephone numbers and links on people's nodes.

    Raises:
        StoreError: There is no record, or it is newer or damaged.
    """
    with _collector_paused(), Record.open(workspace / FILE) as record:
        read, judgements = list(record.documents()), record.judgements()
        graph = build(read, load_ontology(tuple(overlays)), judgements=judgements, as_of=as_of, contacts=contacts)
        validate(graph)
    return graph


def graph_fingerprint(workspace: Path, *, as_of: str | None = None, overlays: Sequence[Path] = (), contacts: bool = False) -> str:
    """Return a hash of everything that `graph_of` with the same arguments depends on, without building the graph.

    Raises:
        StoreError: There is no record, or it is newer or damaged.
        OntologyError: An overlay cannot be read.
    """
    with Record.open(workspace / FILE) as record:
        held = record.fingerprint()
    return fingerprint(_GRAPH_ROOMS, overlays=overlays, options=(held, as_of, contacts))


def forget(person: str, workspace: Path) -> Forgotten:
    """Remove a person's documents, profiles and judgements, and everything derived from them, from a workspace.

    Args:
        person: id or full name; case and accents do not count.
        workspace: folder of the record.

    Raises:
        NotFound: Nobody is called so, or several people are.
        StoreError: Another process uses the record.
    """
    _require(workspace)
    with Record.open(workspace / FILE, write=True) as record:
        found = _person(person, _people(record))
        hashes = {source.profile.sha256 for source in found.sources}
        places = sorted(entry.path for entry in record.entries() if entry.sha256 in hashes)
        # The derived files go first: what was derived must not outlive the record it came from.
        _remove_derived(workspace)
        record.remove(hashes)
    return Forgotten(person=found.id, name=found.name, documents=tuple(places))


def status(workspace: Path, *, reader: Reader | None = None) -> Status:
    """Return what a workspace holds.

    Raises:
        StoreError: There is no record, or it is newer or damaged.
    """
    with _collector_paused(), Record.open(workspace / FILE) as record:
        read, entries = list(record.documents()), record.entries()
        profiles = [profile for profile, _ in read]
        judgements, fingerprint = record.judgements(), record.fingerprint()
    current = (reader or Reader()).fingerprint()
    return Status(
        workspace=workspace.as_posix(),
        documents=len(read),
        files=len(entries),
        people=len(people(profiles, judgements)),
        judgements=len(judgements),
        outdated=sum(entry.reader != current for entry in entries),
        missing=sum(not is_there(entry.location) for entry in entries),
        as_of=newest_month(profiles),
        fingerprint=fingerprint,
        size=(workspace / FILE).stat().st_size,
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from searching millions of records without cycles over and over: it takes most of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _require(workspace: Path) -> None:
    """Look before a write lock makes the folder that it locks.

    Raises:
        StoreError: There is no record.
    """
    if not (workspace / FILE).is_file():
        raise StoreError(f"workspace {workspace}: there is no record in it; run `skillgraph ingest` first")


def _people(record: Record) -> list[Dossier]:
    with _collector_paused():
        read = {profile.sha256: (profile, document) for profile, document in record.documents()}
    return dossiers(people([profile for profile, _ in read.values()], record.judgements()), read)


def _person(wanted: str, known: Sequence[Dossier]) -> Dossier:
    exact = [dossier for dossier in known if dossier.id == wanted]
    found = exact or [dossier for dossier in known if slug(dossier.name) == slug(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"{len(found)} people are called {wanted}: {', '.join(d.id for d in found)}; name one by this id")
    near = difflib.get_close_matches(wanted, sorted({d.name for d in known}), n=3)
    raise NotFound(f"there is no person {wanted} in the workspace" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def _remove_derived(workspace: Path) -> None:
    for pattern in _DERIVED:
        for path in sorted(workspace.glob(pattern)):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
