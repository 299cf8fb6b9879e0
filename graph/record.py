"""The durable record of a workspace: documents, profiles and judgements in one SQLite file.

In: documents with their profiles, each put in one transaction. Out: the same again, and a fingerprint of the contents.
Everything else in a workspace is derived from this file and can be rebuilt.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from skillgraph.errors import NotFound, StoreError
from skillgraph.graph.lock import WriteLock
from skillgraph.graph.sqlite import VERSION, connect, make_folder, missing, told
from skillgraph.model import Document, Frozen, Profile
from skillgraph.resolution import Judgement

FILE = "record.sqlite"
LOCK = "record.lock"


class Entry(Frozen):
    """A file that the record knows."""

    location: str
    path: str
    sha256: str
    reader: str


class Record:
    """An open record; a context manager that gives the file and the lock back."""

    def __init__(self, connection: sqlite3.Connection, lock: WriteLock | None, path: Path) -> None:
        """Wrap an open connection; use `Record.open`."""
        self._connection = connection
        self._lock = lock
        self._path = path

    @classmethod
    def open(cls, path: Path, *, write: bool = False) -> Record:
        """Open a record, and make it where it is missing and to be written.

        Args:
            path: the SQLite file; its folder is the workspace.
            write: take the workspace's one write lock.

        Raises:
            StoreError: It is missing, locked, of a newer version, damaged, or no record.
        """
        if write:
            make_folder(path.parent)
        elif not path.is_file():
            raise missing(path)
        lock = WriteLock(path.with_name(LOCK)) if write else None
        try:
            return cls(connect(path, write), lock, path)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Give back the file and the lock."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        """Return the record itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close."""
        self.close()

    def put(self, document: Document, profile: Profile, *, location: str, reader: str, path: str | None = None) -> None:
        """Keep what was read from a file, in the place of what an older version of the file said.

        A user's judgements about the older version hold for the new one.

        Args:
            document: the loaded file.
            profile: what it says.
            location: the file's absolute path.
            reader: fingerprint of what made the profile.
            path: the file's path as the user gave it, if not the document's.
        """
        data = profile.model_dump_json().encode()
        row = (document.sha256, _packed(document.model_dump_json().encode()), _packed(data), hashlib.sha256(data).hexdigest(), reader)
        with self._transaction() as connection:
            older = self._at(connection, location)
            connection.execute("INSERT OR IGNORE INTO documents VALUES (?, ?, ?, ?, ?)", row)
            connection.execute(
                "UPDATE documents SET document = ?, profile = ?, profile_hash = ?, reader = ? WHERE sha256 = ?", (*row[1:], row[0])
            )
            self._place(connection, location, path or document.path, document.sha256)
            if older is not None and older != document.sha256:
                _inherit(connection, older, document.sha256)
                _drop_unplaced(connection)

    def place(self, location: str, path: str, sha256: str) -> None:
        """Keep that a document known already lies at one more place.

        Raises:
            NotFound: The document is not known.
        """
        with self._transaction() as connection:
            older = self._at(connection, location)
            if connection.execute("SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)).fetchone() is None:
                raise NotFound(f"document {sha256[:16]} is not in the record")
            self._place(connection, location, path, sha256)
            if older is not None and older != sha256:
                _inherit(connection, older, sha256)
                _drop_unplaced(connection)

    def get(self, sha256: str) -> tuple[Profile, Document]:
        """Return a document by its hash.

        Raises:
            NotFound: It is not in the record.
        """
        for found in self._read("WHERE sha256 = ?", (sha256,)):
            return found
        raise NotFound(f"document {sha256[:16]} is not in the record")

    def documents(self) -> Iterator[tuple[Profile, Document]]:
        """Yield every document with its profile, sorted by hash, under the first of its paths."""
        yield from self._read("ORDER BY sha256", ())

    def entries(self) -> list[Entry]:
        """Return every known file, sorted by location."""
        rows = self._query("SELECT location, path, sha256, reader FROM places JOIN documents USING (sha256) ORDER BY location", ())
        return [Entry(location=row[0], path=row[1], sha256=row[2], reader=row[3]) for row in rows]

    def remove(self, documents: Iterable[str]) -> None:
        """Remove documents by hash with their profiles, places and judgements, and every trace of them in the file.

        Raises:
            StoreError: Another process reads the record, so that the log with the traces cannot be cut.
        """
        hashes = [(sha256,) for sha256 in sorted(set(documents))]
        with self._transaction() as connection:
            connection.executemany("DELETE FROM failures WHERE location IN (SELECT location FROM places WHERE sha256 = ?)", hashes)
            connection.executemany("DELETE FROM documents WHERE sha256 = ?", hashes)
        self._scrub()

    def judge(self, judgement: Judgement) -> None:
        """Keep a user's judgement, in the place of an earlier one on the same documents.

        Raises:
            NotFound: A document is not in the record.
        """
        with self._transaction() as connection:
            for sha256 in judgement.pair:
                if connection.execute("SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)).fetchone() is None:
                    raise NotFound(f"document {sha256[:16]} is not in the record")
            connection.execute("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?)", (*judgement.pair, judgement.same))

    def judgements(self) -> list[Judgement]:
        """Return all judgements, sorted."""
        rows = self._query("SELECT left_document, right_document, same FROM judgements ORDER BY 1, 2", ())
        return [Judgement(left=row[0], right=row[1], same=bool(row[2])) for row in rows]

    def note(self, location: str, path: str, reason: str) -> None:
        """Keep why a document could not be read, or forget it where there is no reason any more."""
        with self._transaction() as connection:
            if reason:
                connection.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (location, path, reason))
            else:
                connection.execute("DELETE FROM failures WHERE location = ?", (location,))

    def failures(self) -> list[tuple[str, str, str]]:
        """Return location, path and reason of every document that could not be read when it was last tried, sorted."""
        if not self._query("SELECT 1 FROM sqlite_master WHERE name = 'failures'", ()):
            return []
        rows = self._query("SELECT location, path, reason FROM failures ORDER BY location", ())
        return [(str(row[0]), str(row[1]), str(row[2])) for row in rows]

    def fingerprint(self) -> str:
        """Return a hash of everything that the graph depends on."""
        found = hashlib.sha256(b"record-%d" % VERSION)
        for table in ("SELECT sha256, profile_hash FROM documents", "SELECT path, sha256 FROM places", "SELECT * FROM judgements"):
            for row in self._query(f"{table} ORDER BY 1, 2", ()):
                found.update(repr(row).encode())
            found.update(b"\n")
        return found.hexdigest()[:32]

    def _read(self, where: str, parameters: tuple[str, ...]) -> Iterator[tuple[Profile, Document]]:
        path = "(SELECT min(path) FROM places WHERE places.sha256 = documents.sha256)"
        for document, profile, shown in self._query(f"SELECT document, profile, {path} FROM documents {where}", parameters):
            try:
                read = Document.model_validate_json(zlib.decompress(document))
                said = Profile.model_validate_json(zlib.decompress(profile))
            except (ValueError, zlib.error) as error:
                raise StoreError(f"{self._path}: a document in it is damaged or of an older form; move it away and ingest again") from error
            yield said.model_copy(update={"document": shown}), read.model_copy(update={"path": shown})

    def _query(self, statement: str, parameters: tuple[str, ...]) -> list[tuple[Any, ...]]:
        with told(self._path):
            return self._connection.execute(statement, parameters).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if self._lock is None:
            raise StoreError(f"{self._path}: it was opened for reading only")
        with told(self._path), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection

    def _at(self, connection: sqlite3.Connection, location: str) -> str | None:
        row = connection.execute("SELECT sha256 FROM places WHERE location = ?", (location,)).fetchone()
        return None if row is None else str(row[0])

    def _place(self, connection: sqlite3.Connection, location: str, path: str, sha256: str) -> None:
        connection.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?)", (location, path, sha256))

    def _scrub(self) -> None:
        """Rewrite the file without its free pages and cut the log, where removed rows would live on."""
        with told(self._path):
            self._connection.execute("VACUUM")
            busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            raise StoreError(f"{self._path}: removed, but traces stay in its log until the process that reads it has ended")


def _packed(data: bytes) -> bytes:
    return zlib.compress(data, 6)


def _inherit(connection: sqlite3.Connection, older: str, newer: str) -> None:
    """Hand the judgements on an older version over to the newer, unless it has its own or other places keep the older."""
    if connection.execute("SELECT 1 FROM places WHERE sha256 = ?", (older,)).fetchone():
        return
    rows = connection.execute(
        "SELECT left_document, right_document, same FROM judgements WHERE ? IN (left_document, right_document) ORDER BY 1, 2", (older,)
    ).fetchall()
    for left, right, same in rows:
        judgement = Judgement(left=newer if left == older else left, right=newer if right == older else right, same=bool(same))
        if judgement.left != judgement.right:
            connection.execute("INSERT OR IGNORE INTO judgements VALUES (?, ?, ?)", (*judgement.pair, same))


def _drop_unplaced(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM places)")
