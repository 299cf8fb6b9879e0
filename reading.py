"""Files → profiles, in this process or in several.

In: tasks, each a document and what to call it. Out: readings in the order in which they are done; a document that cannot
be read is a failure with its reason and stops no other. Tasks are taken from their source as they are needed, so that
memory does not grow with their number. The ontology is loaded where the first file is read.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Generator, Iterable, Iterator, Sized
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from types import FrameType

from pydantic import Field

from skillgraph.errors import ExtractionError, OntologyError, SkillgraphError
from skillgraph.fingerprint import fingerprint
from skillgraph.loaders import load, parse
from skillgraph.loaders.limits import LIMITS, Limits, limit_of
from skillgraph.model import Document, Frozen, Profile

_ROOMS = ("model", "loaders", "ontology", "extraction")
# What a worker needs to start is what one process needs for some twenty documents, most of them PDF.
_FILES_A_WORKER = 20
# Enough that no worker waits, few enough that the documents of an archive do not pile up in memory.
_QUEUED = 3


class Reader(Frozen):
    """What makes profiles of documents: a spaCy model by name, or blank English, and overlays of the ontology."""

    model: str = ""
    overlays: tuple[str, ...] = ()
    limits: Limits = LIMITS

    def fingerprint(self) -> str:
        """Return a hash of everything that a profile depends on besides its document: code, ontology, model."""
        return fingerprint(_ROOMS, overlays=map(Path, self.overlays), options=(self.model, _version(self.model)))


class Task(Frozen):
    """A document to read, and what to call it."""

    location: str = Field(description="absolute path; for a document in an archive, the archive's path, `!/` and the name in it")
    name: str
    data: bytes | None = Field(None, repr=False, description="the document's bytes where it is in an archive")


class Reading(Frozen):
    """What came of a task: a document and its profile, or the reason why not; the task is without its bytes."""

    task: Task
    read: tuple[Document, Profile] | None = None
    failure: str = ""
    seconds: float = 0.0


def read_all(tasks: Iterable[Task], reader: Reader, *, workers: int | None = None, total: int | None = None) -> Iterator[Reading]:
    """Yield the reading of every task.

    Args:
        tasks: the documents; taken one by one.
        reader: what makes the profiles, and within which bounds.
        workers: how many processes; by default as many as pay for their start. One reads in this process.
        total: how many tasks there are, if they do not say so themselves.

    Raises:
        OntologyError: An overlay is at fault.
        ExtractionError: The model is not installed.
    """
    known = total if total is not None else len(tasks) if isinstance(tasks, Sized) else _FILES_A_WORKER
    count = min(workers or max(1, min(os.cpu_count() or 1, known // _FILES_A_WORKER)), max(1, known))
    waiting = iter(tasks)
    if count == 1:
        yield from (_read(task, reader) for task in waiting)
        return
    while True:
        lost = yield from _parallel(waiting, reader, count)
        if not lost:
            return
        # A worker died, and its pool with it: alone, every document shows whether it was the one.
        for task in lost:
            if (yield from _parallel(iter([task]), reader, 1)):
                reason = (
                    f"{task.name}: the process that read it died or took too long; {limit_of('max_seconds', reader.limits.max_seconds)}"
                )
                yield Reading(task=_bare(task), failure=reason)


def _bare(task: Task) -> Task:
    return task.model_copy(update={"data": None})


def _parallel(tasks: Iterator[Task], reader: Reader, workers: int) -> Generator[Reading, None, list[Task]]:
    """Yield readings until all are there, or a worker dies; return the tasks that were lost with it."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=_begin)
    running: dict[Future[Reading], Task] = {}
    try:
        while True:
            while len(running) < workers * _QUEUED and (task := next(tasks, None)) is not None:
                running[_submitted(pool, task, reader)] = task
            if not running:
                return []
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in [future for future in running if future in done]:
                reading = future.result()
                del running[future]
                yield reading
    except BrokenProcessPool:
        return list(running.values())
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, task: Task, reader: Reader) -> Future[Reading]:
    try:
        return pool.submit(_read, task, reader, True)
    except BrokenProcessPool as error:
        future: Future[Reading] = Future()
        future.set_exception(error)
        return future


def _begin() -> None:
    """Let the parent alone decide what Ctrl-C means, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        # The queue that this process waits at stays open as long as it waits.
        os._exit(1)


def _read(task: Task, reader: Reader, alone: bool = False) -> Reading:
    """Return the reading of a task; a process of its own may be ended where it hangs in foreign code."""
    from skillgraph.extraction import prepare

    # Made once a process; the time for it is not the first document's.
    prepare(model=reader.model, overlays=reader.overlays)
    started = time.monotonic()
    try:
        with _time_limit(reader.limits.max_seconds, hard=alone):
            read = _profile(task, reader)
    except (OntologyError, ExtractionError):
        # A missing model or a faulty overlay is the same for every file.
        raise
    except SkillgraphError as error:
        return Reading(task=_bare(task), failure=str(error), seconds=_since(started))
    except _TooLong:
        reason = f"{task.name}: reading it takes too long; {limit_of('max_seconds', reader.limits.max_seconds)}"
        return Reading(task=_bare(task), failure=reason, seconds=_since(started))
    except Exception as error:
        # One file that meets a mistake of ours must not stop the others; the report names both.
        reason = f"{task.name}: cannot be read, a fault of skillgraph: {type(error).__name__}: {error}"
        return Reading(task=_bare(task), failure=reason, seconds=_since(started))
    return Reading(task=_bare(task), read=read, seconds=_since(started))


def _profile(task: Task, reader: Reader) -> tuple[Document, Profile]:
    from skillgraph.extraction import read

    if task.data is None:
        document = load(Path(task.location), name=task.name, max_bytes=reader.limits.max_bytes, limits=reader.limits)
    else:
        document = parse(task.data, task.name, limits=reader.limits)
    return document, read(document, model=reader.model, overlays=reader.overlays)


def _since(started: float) -> float:
    return round(time.monotonic() - started, 3)


class _TooLong(BaseException):
    """The time for one document is over; no other handler than ours must take it for an ordinary error."""


@contextmanager
def _time_limit(seconds: float, *, hard: bool) -> Iterator[None]:
    """Stop what takes longer: with an exception, or, in foreign code that never comes back, by the end of this process.

    Where signals cannot be used, that is on Windows and in other threads, there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    # It rings again and again: an exception that rises in a callback of the interpreter, which is where a long round of
    # the garbage collector ends, is printed and lost there.
    signal.setitimer(signal.ITIMER_REAL, seconds, 0.1)
    if hard:
        # Nobody handles this one, so that it ends the process; it counts the time of the processor.
        signal.setitimer(signal.ITIMER_PROF, 1.5 * seconds)
    try:
        try:
            yield
        finally:
            _silence()
    finally:
        # It may have rung while it was being silenced.
        _silence()
        signal.signal(signal.SIGALRM, before)


def _silence() -> None:
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.setitimer(signal.ITIMER_PROF, 0)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _TooLong


def _version(model: str) -> str:
    try:
        return metadata.version(model) if model else ""
    except metadata.PackageNotFoundError:
        return ""
