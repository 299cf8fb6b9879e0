"""Files and folders: what to read, and reading it.

In: paths. Out: sorted lists of paths, and bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from skillgraph.errors import LoadError
from skillgraph.loaders.sniff import EXTENSIONS

MAX_BYTES = 20_000_000


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and those with a known extension below the folders named, each once and in order.

    Hidden files and folders below a folder are left out; a file that is named is kept whatever its name.

    Raises:
        LoadError: A path does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(_below(path), key=lambda file: file.as_posix())))
        elif path.exists():
            found[path] = None
        else:
            raise LoadError(f"{path.as_posix()}: no such file or folder; check the spelling")
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in EXTENSIONS:
                yield Path(root, name)


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return a regular file's bytes.

    Raises:
        LoadError: The file is missing, no regular file, empty, too large or unreadable.
    """
    try:
        if path.is_dir():
            raise LoadError("it is a folder; name a file in it, or let find_documents look into it")
        if not path.exists():
            raise LoadError("no such file; check the spelling")
        if not path.is_file():
            raise LoadError("it is not a regular file")
        size = path.stat().st_size
        if size > max_bytes:
            raise LoadError(f"it has {size} bytes, the limit is {max_bytes}; split it or raise the limit (max_bytes)")
        return path.read_bytes()
    except OSError as error:
        raise LoadError(f"it cannot be read: {error.strerror or error}; check its permissions") from error
    except ValueError as error:
        raise LoadError(f"it cannot be read: {error}") from error
