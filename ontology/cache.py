"""What takes long to compute, kept in the user's cache folder.

In: a name that tells what the data depend on. Out: the data, or None where they are missing or damaged. A folder that
cannot be written is no error: the data are computed anew each time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import platformdirs

# As many versions of the ontology as somebody uses side by side: three kinds of file, a few sets of overlays.
_KEPT = 12
_CHECK = 8


def folder() -> Path:
    """Return the folder of the cache files."""
    return Path(platformdirs.user_cache_dir("skillgraph"))


def read(name: str) -> bytes | None:
    """Return what was kept under a name; None where there is nothing, or where it was damaged."""
    try:
        data = (folder() / name).read_bytes()
    except OSError:
        return None
    body = data[_CHECK:]
    return body if body and data[:_CHECK] == _check(body) else None


def keep(name: str, body: bytes) -> None:
    """Keep data under a name, whole or not at all, and let go of what was kept longest ago."""
    path = folder() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_check(body) + body)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        _prune(path.parent)
    except OSError:
        return


def fingerprint(paths: Sequence[Path], *, salt: str = "") -> str:
    """Return a hash of the contents of files and of the code that reads them.

    Raises:
        OSError: A file cannot be read.
    """
    digest = hashlib.sha256(f"{_code()} {salt}".encode())
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


@cache
def _code() -> str:
    """Return a hash of this room's code and of the models it uses: data made by other code are not read again."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for file in (*sorted(here.glob("*.py")), here.parent / "model" / "base.py", here.parent / "model" / "profile.py"):
        digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()


def _check(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)


def _prune(path: Path) -> None:
    files = [file for pattern in ("ontology-*", "matcher-*", "places-*") for file in path.glob(pattern)]
    for old in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[_KEPT:]:
        old.unlink(missing_ok=True)
