"""Files → profiles, in this process or in several.

In: tasks, each a file and what to call it. Out: readings in the order in which they are done; a file that cannot be
read is a failure with its reason and stops no other. spaCy is imported where the first file is read.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from importlib import metadata
from pathlib import Path

from skillgraph.errors import ExtractionError, OntologyError, SkillgraphError
from skillgraph.fingerprint import fingerprint
from skillgraph.loaders import load
from skillgraph.model import Document, Frozen, Profile

_ROOMS = ("model", "loaders", "ontology", "extraction")
# A worker needs about two seconds to start, in which one process reads some twenty documents.
_FILES_A_WORKER = 20


class Reader(Frozen):
    """What makes profiles of documents: a spaCy model by name, or blank English, and overlays of the ontology."""

    model: str = ""
    overlays: tuple[str, ...] = ()

    def fingerprint(self) -> str:
        """Return a hash of everything that a profile depends on besides its document: code, ontology, model."""
        return fingerprint(_ROOMS, overlays=map(Path, self.overlays), options=(self.model, _version(self.model)))


class Task(Frozen):
    """A file to read, and what to call it."""

    location: str
    name: str


class Reading(Frozen):
    """What came of a task: a document and its profile, or the reason why not."""

    task: Task
    read: tuple[Document, Profile] | None = None
    failure: str = ""


def read_all(tasks: Sequence[Task], reader: Reader, *, workers: int | None = None) -> Iterator[Reading]:
    """Yield the reading of every task.

    Args:
        tasks: the files.
        reader: what makes the profiles.
        workers: how many processes; by default as many as pay for their start. One reads in this process.

    Raises:
        OntologyError: An overlay is at fault.
        ExtractionError: The model is not installed.
    """
    count = min(workers or max(1, min(os.cpu_count() or 1, len(tasks) // _FILES_A_WORKER)), max(1, len(tasks)))
    if count == 1:
        yield from (_read(task, reader) for task in tasks)
        return
    unread = list(tasks)
    for reading in _parallel(tasks, reader, count):
        unread.remove(reading.task)
        yield reading
    # A worker died, and its pool with it: alone, every file shows whether it was the one.
    for task in unread:
        yield next(_parallel([task], reader, 1), Reading(task=task, failure=f"{task.name}: the process that read it died"))


def _parallel(tasks: Sequence[Task], reader: Reader, workers: int) -> Iterator[Reading]:
    """Yield readings until all are there or a worker dies."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=_leave_interrupts)
    try:
        futures: list[Future[Reading]] = [pool.submit(_read, task, reader) for task in tasks]
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Let the parent alone decide what Ctrl-C means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _read(task: Task, reader: Reader) -> Reading:
    from skillgraph.extraction import read

    try:
        document = load(Path(task.location), name=task.name)
        profile = read(document, model=reader.model, overlays=reader.overlays)
    except (OntologyError, ExtractionError):
        # A missing model or a faulty overlay is the same for every file.
        raise
    except SkillgraphError as error:
        return Reading(task=task, failure=str(error))
    except Exception as error:
        # One file that meets a mistake of ours must not stop the others; the report names both.
        return Reading(task=task, failure=f"{task.name}: cannot be read, a fault of skillgraph: {type(error).__name__}: {error}")
    return Reading(task=task, read=(document, profile))


def _version(model: str) -> str:
    try:
        return metadata.version(model) if model else ""
    except metadata.PackageNotFoundError:
        return ""
