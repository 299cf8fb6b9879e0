"""Files and folders: what to read, and reading it.

In: paths. Out: sorted lists of paths, and bytes.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from skillgraph.errors import LoadError
from skillgraph.loaders import linkedin
from skillgraph.loaders.limits import LIMITS, limit_of
from skillgraph.loaders.many import SEPARATOR, is_wanted
from skillgraph.loaders.tables import TEXTS

MAX_BYTES = LIMITS.max_bytes
_GLOB = re.compile(r"[*?]|\[[^\]]+\]")
_HEAD = 1 << 14
_EUROPASS = re.compile(rb"<(?:\w+:)?(?:SkillsPassport|Candidate)[\s>]")


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and those below the folders named that may be résumés or hold some, each once and in order.

    Hidden files and folders below a folder are left out; a file that is named is kept whatever its name. A name with
    `*`, `?` or `[…]` that is no file's stands for all that it matches (`**`: folders at any depth). The folder of a
    LinkedIn export is one document.

    Raises:
        LoadError: A path does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(_below(path), key=lambda file: file.as_posix())))
        elif path.exists() or container_of(path.as_posix()).is_file():
            found[path] = None
        elif _GLOB.search(path.as_posix()):
            found.update(dict.fromkeys(_matching(path)))
        else:
            raise LoadError(f"{path.as_posix()}: no such file or folder; check the spelling")
    return list(found)


def container_of(location: str) -> Path:
    """Return the file on the disk in which a document is: its archive, mailbox or table, or the file itself."""
    end = location.find(SEPARATOR)
    while end >= 0:
        # A folder's name may end with the same character.
        if Path(location[:end]).is_file():
            return Path(location[:end])
        end = location.find(SEPARATOR, end + 1)
    return Path(location)


def is_there(location: str) -> bool:
    """Tell whether what a document was read from still exists."""
    return container_of(location).exists()


def _matching(path: Path) -> list[Path]:
    names = [Path(name) for name in sorted(glob.glob(path.as_posix(), recursive=True))]
    found = [file for name in names for file in (sorted(_below(name)) if name.is_dir() else [name])]
    if not found:
        raise LoadError(f"{path.as_posix()}: nothing is called so; check the spelling")
    return found


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        if linkedin.is_export(files):
            folders.clear()
            yield Path(root)
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in _worthwhile(root, files))


def _worthwhile(root: str, files: Sequence[str]) -> Iterator[str]:
    for name in files:
        if is_wanted(name) and _holds(Path(root, name)):
            yield name


def _holds(path: Path) -> bool:
    """Tell whether a table or XML file below a folder is one of résumés; most are not."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tsv", ".xml"):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return True
    if suffix == ".xml":
        return _EUROPASS.search(head) is not None
    names = re.split(r'[,;\t|"]+', head.partition(b"\n")[0].decode("utf-8-sig", errors="replace").strip().lower().replace(" ", "_"))
    return not set(TEXTS).isdisjoint(names)


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """Return a regular file's bytes.

    Raises:
        LoadError: The file is missing, no regular file, empty, too large or unreadable.
    """
    try:
        if path.is_dir() and linkedin.is_export([file.name for file in path.iterdir()]):
            return linkedin.packed(path)
        if path.is_dir():
            raise LoadError("it is a folder; name a file in it, or let find_documents look into it")
        if not path.exists():
            raise LoadError("no such file; check the spelling")
        if not path.is_file():
            raise LoadError("it is not a regular file")
        size = path.stat().st_size
        if size > max_bytes:
            raise LoadError(f"it has {size} bytes; {limit_of('max_bytes', max_bytes)}")
        return path.read_bytes()
    except OSError as error:
        raise LoadError(f"it cannot be read: {error.strerror or error}; check its permissions") from error
    except ValueError as error:
        raise LoadError(f"it cannot be read: {error}") from error
