"""Files into the record: what is new, what has changed, what became of each.

In: paths, an open record, a reader. Out: the outcome of every document, yielded when the record has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from skillgraph.errors import LoadError
from skillgraph.graph.record import Entry, Record
from skillgraph.loaders import find_documents
from skillgraph.loaders.files import container_of, read_bytes
from skillgraph.loaders.many import SEPARATOR, is_container, members
from skillgraph.loaders.sniff import NAMES
from skillgraph.model import Document, Frozen
from skillgraph.reading import Reader, Reading, Task, read_all


class Result(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


class Outcome(Frozen):
    """What became of one document, and why."""

    path: str = Field(description="the file's path as the user gave it; for a document in an archive, `cvs.zip!/anna/cv.pdf`")
    result: Result
    reason: str = ""
    warnings: tuple[str, ...] = ()
    reader: str = Field("", description="the format as which it was read; empty where it was not")
    pages: int = Field(0, description="pages, 0 where the format has none")
    seconds: float = Field(0.0, description="seconds that loading and extraction took")


class Report(Frozen):
    """What became of every document of an `ingest`, sorted by path."""

    outcomes: tuple[Outcome, ...]

    def of(self, result: Result) -> tuple[Outcome, ...]:
        """Return the outcomes with one result."""
        return tuple(outcome for outcome in self.outcomes if outcome.result is result)


class FoundFile(Frozen):
    """A file found: where it is and how the user named it."""

    location: str
    path: str
    sha256: str = ""


class Tally:
    """How many documents there are, as far as the archives among the files have been looked into."""

    def __init__(self) -> None:
        """Begin with none."""
        self.total = 0


def find_files(paths: Iterable[Path]) -> tuple[list[FoundFile], list[Outcome]]:
    """Return the files below the paths, each once under the first of its names, and the paths that have none.

    An archive, a mailbox or a table is one file here; `take_in` looks into it.
    """
    found: dict[str, str] = {}
    failures: list[Outcome] = []
    for path in paths:
        try:
            files = find_documents([path])
        except LoadError as error:
            failures.append(Outcome(path=path.as_posix(), result=Result.FAILED, reason=str(error)))
            continue
        if not files:
            reason = f"{path.as_posix()}: there is no résumé in this folder, that is no PDF, Word, Markdown, text, HTML, LaTeX, JSON or YAML file"
            failures.append(Outcome(path=path.as_posix(), result=Result.FAILED, reason=reason))
        for file in files:
            if not _writable(file.as_posix()):
                shown = file.as_posix().encode("utf-8", "backslashreplace").decode()
                failures.append(Outcome(path=shown, result=Result.FAILED, reason=f"{shown}: the file's name is not valid UTF-8: rename it"))
                continue
            location, name = _location(file), file.as_posix()
            found[location] = min(name, found.get(location, name))
    return [FoundFile(location=location, path=found[location]) for location in sorted(found)], failures


def _writable(name: str) -> bool:
    """Tell whether a name can be kept: one that is no UTF-8 comes from the file system with stand-ins that cannot."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _location(file: Path) -> str:
    outer = container_of(file.as_posix())
    return outer.resolve().as_posix() + file.as_posix()[len(outer.as_posix()) :]


def documents_in(files: Iterable[FoundFile], reader: Reader) -> Iterator[tuple[FoundFile, bytes | str | None]]:
    """Yield the documents in files one after the other.

    Beside a document in an archive stand its bytes, or the reason why there are none; a plain file is left on the disk.
    """
    for file in files:
        outer = container_of(file.location)
        if not is_container(outer):
            yield file, None
            continue
        inner = file.location[len(outer.as_posix()) + len(SEPARATOR) :]
        found = False
        try:
            for member in members(outer, reader.limits):
                if inner and member.name != inner:
                    continue
                found = True
                name = f"{SEPARATOR}{member.name}"
                path = file.path if inner else file.path + name
                one = FoundFile(location=outer.as_posix() + name, path=path)
                yield one, member.failure or member.data
        except LoadError as error:
            yield file, str(error)
            continue
        if not found:
            yield file, "there is no résumé in it"


def tasks_in(files: Iterable[FoundFile], reader: Reader) -> Iterator[Task | Outcome]:
    """Yield what is to be read to know the documents in files, and the outcomes of those that cannot be."""
    for file, content in documents_in(files, reader):
        if isinstance(content, str):
            yield Outcome(path=file.path, result=Result.FAILED, reason=f"{file.path}: {content}")
        else:
            yield Task(location=file.location, name=file.path, data=content)


def take_in(
    found: Sequence[FoundFile], record: Record, reader: Reader, workers: int | None, tally: Tally | None = None
) -> Iterator[Outcome]:
    """Yield the outcome of every document; each is in the record before it is yielded."""
    intake = _Intake(record, reader)
    tally = tally or Tally()
    changed: dict[str, list[FoundFile]] = {}
    containers: dict[str, FoundFile] = {}
    for file, content in documents_in(found, reader):
        tally.total += 1
        result = intake.look(file, content)
        if isinstance(result, Outcome):
            yield result
        else:
            changed.setdefault(result.sha256, []).append(result)
    waiting: dict[str, list[FoundFile]] = {}
    tasks: dict[str, Task] = {}
    for sha256, files in changed.items():
        known, names = intake.names(sha256), [file.path for file in files]
        if known and intake.is_current(sha256) and min(known) <= min(names):
            yield from (intake.place(file, of=min(known)) for file in files)
            continue
        task = Task(location=files[0].location, name=min(known + names))
        tasks[task.location], waiting[task.location] = task, files
        outer = container_of(task.location).as_posix()
        containers.setdefault(outer, FoundFile(location=outer, path=outer))
    for reading in read_all(_with_data(tasks, list(containers.values()), reader), reader, workers=workers, total=len(tasks)):
        yield from intake.keep(reading, waiting.pop(reading.task.location))
    for files in waiting.values():
        yield from (intake.failed(file, f"{file.path}: its archive has changed while it was read") for file in files)


def _with_data(tasks: dict[str, Task], files: Sequence[FoundFile], reader: Reader) -> Iterator[Task]:
    """Yield the tasks; those in archives with their bytes, for which each archive is gone through once more."""
    for file, content in documents_in(files, reader):
        task = tasks.get(file.location)
        if task is not None and not isinstance(content, str):
            yield task.model_copy(update={"data": content})


class _Intake:
    """The record as it was before, to compare with."""

    def __init__(self, record: Record, reader: Reader) -> None:
        self._record = record
        self._limits = reader.limits
        self._made_by = reader.fingerprint()
        self._known = {entry.location: entry for entry in record.entries()}
        self._failed = {location for location, _, _ in record.failures()}
        self._entries: dict[str, list[Entry]] = {}
        for entry in self._known.values():
            self._entries.setdefault(entry.sha256, []).append(entry)

    def names(self, sha256: str) -> list[str]:
        """Return the paths under which a content is known."""
        return [entry.path for entry in self._entries.get(sha256, ())]

    def is_current(self, sha256: str) -> bool:
        """Tell whether a known content was read by this reader."""
        return all(entry.reader == self._made_by for entry in self._entries[sha256])

    def look(self, file: FoundFile, content: bytes | str | None) -> Outcome | FoundFile:
        """Return the outcome of a document that cannot be read or needs no reading, or the document with its hash."""
        try:
            if isinstance(content, str):
                raise LoadError(content)
            data = read_bytes(Path(file.location), self._limits.max_bytes) if content is None else content
        except LoadError as error:
            return self.failed(file, f"{file.path}: {error}")
        sha256 = hashlib.sha256(data).hexdigest()
        entry = self._known.get(file.location)
        if entry is not None and (entry.sha256, entry.reader) == (sha256, self._made_by):
            self._succeeded(file)
            return Outcome(path=file.path, result=Result.UNCHANGED)
        return file.model_copy(update={"sha256": sha256})

    def keep(self, reading: Reading, files: Sequence[FoundFile]) -> Iterator[Outcome]:
        """Put a reading into the record under every place of its content, and yield the outcomes."""
        if reading.read is None:
            yield from (self.failed(file, reading.failure, seconds=reading.seconds) for file in files)
            return
        document, profile = reading.read
        first, *others = sorted(files, key=lambda file: file.path)
        self._record.put(document, profile, location=first.location, path=first.path, reader=self._made_by)
        yield self._read(first, document, profile.warnings, reading.seconds)
        for file in others:
            yield self.place(file.model_copy(update={"sha256": document.sha256}), of=first.path)

    def place(self, file: FoundFile, *, of: str) -> Outcome:
        """Keep one more place of a content that the record has."""
        self._record.place(file.location, file.path, file.sha256)
        self._succeeded(file)
        entry = self._known.get(file.location)
        if entry is not None and entry.sha256 != file.sha256:
            return Outcome(path=file.path, result=Result.REPLACED, reason=f"now the same content as {of}")
        return Outcome(path=file.path, result=Result.UNCHANGED, reason=f"the same content as {of}")

    def _succeeded(self, file: FoundFile) -> None:
        if file.location in self._failed:
            self._record.note(file.location, file.path, "")

    def failed(self, file: FoundFile, reason: str, *, seconds: float = 0.0) -> Outcome:
        """Keep that a document cannot be read, for a later try."""
        self._record.note(file.location, file.path, reason)
        kept = "; what was read from it before is kept" if file.location in self._known else ""
        return Outcome(path=file.path, result=Result.FAILED, reason=reason + kept, seconds=seconds)

    def _read(self, file: FoundFile, document: Document, warnings: tuple[str, ...], seconds: float) -> Outcome:
        self._succeeded(file)
        outcome = Outcome(
            path=file.path,
            result=Result.ADDED,
            warnings=warnings,
            reader=NAMES.get(document.media_type, document.media_type),
            pages=max((block.page for block in document.blocks), default=0),
            seconds=seconds,
        )
        entry = self._known.get(file.location)
        if entry is None:
            return outcome
        changed = entry.sha256 != file.sha256
        reason = "the file has changed" if changed else "read anew, since the extractor or the ontology has changed"
        return outcome.model_copy(update={"result": Result.REPLACED, "reason": reason})
