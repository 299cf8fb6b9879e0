"""Opening the record's SQLite file, and its errors in the words of this project.

In: a path. Out: a connection to a record of this version, or one line that names the file and the remedy.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skillgraph.errors import StoreError

VERSION = 1
# Marks the file as ours: "skgr" in ASCII.
_APPLICATION = 0x736B6772
_SCHEMA = Path(__file__).with_name("record.sql")
# Records of this version that are older than the table do without it until they are written to.
_ADDED = "CREATE TABLE IF NOT EXISTS failures (location TEXT PRIMARY KEY, path TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;"
# Removed rows are overwritten with zeros, and nothing is copied into temporary files.
_PRAGMAS = "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"


def connect(path: Path, write: bool) -> sqlite3.Connection:
    """Return a connection to a record; an empty or missing file becomes one when it is opened for writing.

    Raises:
        StoreError: It is empty, damaged, of a newer version, or no record.
    """
    with told(path):
        connection = sqlite3.connect(path, timeout=10, isolation_level=None)
        try:
            empty = _check(path, connection)
            connection.executescript(_PRAGMAS)
            if write:
                connection.execute("PRAGMA journal_mode = WAL")
            if empty and write:
                marks = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {VERSION};"
                connection.executescript(f"BEGIN; {_SCHEMA.read_text(encoding='utf-8')} {marks} COMMIT;")
            elif empty:
                raise missing(path)
            elif write:
                connection.executescript(_ADDED)
        except BaseException:
            connection.close()
            raise
    return connection


def missing(path: Path) -> StoreError:
    """Return the error of a workspace without a record."""
    return StoreError(f"workspace {path.parent}: there is no record in it; run `skillgraph ingest` first")


def make_folder(folder: Path) -> None:
    """Make a workspace's folder where it is missing.

    Raises:
        StoreError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"workspace {folder}: cannot be made: {error.strerror}") from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one line that names the file and the remedy."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise StoreError(f"{path}: another process is writing to it; try again when it has finished") from error
        raise StoreError(f"{path}: cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: it is damaged or no record ({error}); move it away and ingest again") from error


def _check(path: Path, connection: sqlite3.Connection) -> bool:
    """Return whether the file is empty, after making sure that it is a record which this version knows."""
    # Reading the version is the first access, which finds out whether this is a database at all.
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if not version and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return True
    if application != _APPLICATION:
        raise StoreError(f"{path}: this is no skillgraph record; choose another workspace")
    if version > VERSION:
        raise StoreError(f"{path}: it is of version {version}, and this skillgraph knows {VERSION}; upgrade it or use another workspace")
    return False
