"""One writer at a time: a lock on a file that the operating system gives back when its process ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from skillgraph.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """The right to write into a workspace."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once or not at all.

        Raises:
            StoreError: Another process has it, or the folder cannot be written.
        """
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(f"workspace {path.parent}: cannot be written: {error.strerror}") from error
        try:
            _take(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise StoreError(f"workspace {path.parent}: another process is writing to it; try again when it has finished") from error

    def release(self) -> None:
        """Give the lock back; the file stays, since removing it would let two processes lock two files of one name."""
        os.close(self._handle)
