"""Files into the record: what is new, what has changed, what became of each.

In: paths, an open record, a reader. Out: the outcome of every file, yielded when the record has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from skillgraph.errors import LoadError
from skillgraph.graph.record import Entry, Record
from skillgraph.loaders import MAX_BYTES, find_documents
from skillgraph.loaders.files import read_bytes
from skillgraph.model import Frozen
from skillgraph.reading import Reader, Reading, Task, read_all


class Result(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    FAILED = "failed"


class Outcome(Frozen):
    """What became of one file, and why."""

    path: str
    result: Result
    reason: str = ""
    warnings: tuple[str, ...] = ()


class Report(Frozen):
    """What became of every file of an `ingest`, sorted by path."""

    outcomes: tuple[Outcome, ...]

    def of(self, result: Result) -> tuple[Outcome, ...]:
        """Return the outcomes with one result."""
        return tuple(outcome for outcome in self.outcomes if outcome.result is result)


class FoundFile(Frozen):
    """A file found: where it is and how the user named it."""

    location: str
    path: str
    sha256: str = ""


def find_files(paths: Iterable[Path]) -> tuple[list[FoundFile], list[Outcome]]:
    """Return the files below the paths, each once under the first of its names, and the paths that have none."""
    found: dict[str, str] = {}
    failures: list[Outcome] = []
    for path in paths:
        try:
            files = find_documents([path])
        except LoadError as error:
            failures.append(Outcome(path=path.as_posix(), result=Result.FAILED, reason=str(error)))
            continue
        if not files:
            reason = f"{path.as_posix()}: there is no résumé in this folder, that is no Markdown, text, HTML, LaTeX, JSON or YAML file"
            failures.append(Outcome(path=path.as_posix(), result=Result.FAILED, reason=reason))
        for file in files:
            location, name = file.resolve().as_posix(), file.as_posix()
            found[location] = min(name, found.get(location, name))
    return [FoundFile(location=location, path=found[location]) for location in sorted(found)], failures


def take_in(found: Sequence[FoundFile], record: Record, reader: Reader, workers: int | None) -> Iterator[Outcome]:
    """Yield the outcome of every file; each is in the record before it is yielded."""
    intake = _Intake(record, reader)
    changed: dict[str, list[FoundFile]] = {}
    for file in found:
        result = intake.look(file)
        if isinstance(result, Outcome):
            yield result
        else:
            changed.setdefault(result.sha256, []).append(result)
    tasks: dict[Task, list[FoundFile]] = {}
    for sha256, files in changed.items():
        known, names = intake.names(sha256), [file.path for file in files]
        if known and intake.is_current(sha256) and min(known) <= min(names):
            yield from (intake.place(file, of=min(known)) for file in files)
        else:
            tasks[Task(location=files[0].location, name=min(known + names))] = files
    for reading in read_all(list(tasks), reader, workers=workers):
        yield from intake.keep(reading, tasks[reading.task])


class _Intake:
    """The record as it was before, to compare with."""

    def __init__(self, record: Record, reader: Reader) -> None:
        self._record = record
        self._made_by = reader.fingerprint()
        self._known = {entry.location: entry for entry in record.entries()}
        self._entries: dict[str, list[Entry]] = {}
        for entry in self._known.values():
            self._entries.setdefault(entry.sha256, []).append(entry)

    def names(self, sha256: str) -> list[str]:
        """Return the paths under which a content is known."""
        return [entry.path for entry in self._entries.get(sha256, ())]

    def is_current(self, sha256: str) -> bool:
        """Tell whether a known content was read by this reader."""
        return all(entry.reader == self._made_by for entry in self._entries[sha256])

    def look(self, file: FoundFile) -> Outcome | FoundFile:
        """Return the outcome of a file that cannot be read or needs no reading, or the file with its hash."""
        try:
            sha256 = hashlib.sha256(read_bytes(Path(file.location), MAX_BYTES)).hexdigest()
        except LoadError as error:
            return self._failed(file, f"{file.path}: {error}")
        entry = self._known.get(file.location)
        if entry is not None and (entry.sha256, entry.reader) == (sha256, self._made_by):
            return Outcome(path=file.path, result=Result.UNCHANGED)
        return file.model_copy(update={"sha256": sha256})

    def keep(self, reading: Reading, files: Sequence[FoundFile]) -> Iterator[Outcome]:
        """Put a reading into the record under every place of its content, and yield the outcomes."""
        if reading.read is None:
            yield from (self._failed(file, reading.failure) for file in files)
            return
        document, profile = reading.read
        first, *others = sorted(files, key=lambda file: file.path)
        self._record.put(document, profile, location=first.location, path=first.path, reader=self._made_by)
        yield self._read(first, profile.warnings)
        for file in others:
            yield self.place(file.model_copy(update={"sha256": document.sha256}), of=first.path)

    def place(self, file: FoundFile, *, of: str) -> Outcome:
        """Keep one more place of a content that the record has."""
        self._record.place(file.location, file.path, file.sha256)
        entry = self._known.get(file.location)
        if entry is not None and entry.sha256 != file.sha256:
            return Outcome(path=file.path, result=Result.REPLACED, reason=f"now the same content as {of}")
        return Outcome(path=file.path, result=Result.UNCHANGED, reason=f"the same content as {of}")

    def _read(self, file: FoundFile, warnings: tuple[str, ...]) -> Outcome:
        entry = self._known.get(file.location)
        if entry is None:
            return Outcome(path=file.path, result=Result.ADDED, warnings=warnings)
        changed = entry.sha256 != file.sha256
        reason = "the file has changed" if changed else "read anew, since the extractor or the ontology has changed"
        return Outcome(path=file.path, result=Result.REPLACED, reason=reason, warnings=warnings)

    def _failed(self, file: FoundFile, reason: str) -> Outcome:
        kept = "; what was read from it before is kept" if file.location in self._known else ""
        return Outcome(path=file.path, result=Result.FAILED, reason=reason + kept)
