"""Files put in place in one step: written beside their place under another name, then renamed.

In: files from an exporter. Out: paths. A failed export leaves nothing behind, and what was there before as it was.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from skillgraph.errors import ExportError
from skillgraph.exporters.exporter import File

MARK = ".skillgraph-export"
"""Stands in every folder that an export made, so that the next one knows that it may replace it."""


def write_stream(file: File, stream: BinaryIO) -> None:
    """Write one file to a stream.

    Raises:
        ExportError: The stream cannot be written. A reader who went away is a BrokenPipeError, as everywhere.
    """
    try:
        stream.writelines(file.content)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"the export cannot be written: {reason(error)}") from error


def write_file(file: File, path: Path) -> Path:
    """Write one file.

    Raises:
        ExportError: The path cannot be written.
    """
    if path.is_dir():
        raise ExportError(f"{path} is a folder: name a file in it")
    if path.exists() and not path.is_file():
        return _write_device(file, path)
    target = path.resolve() if path.is_symlink() else path
    with _beside(target) as folder:
        part = folder / "part"
        _write(file, part)
        _keep_mode(target, part)
        part.replace(target)
    return path


def write_folder(files: Iterable[File], path: Path) -> list[Path]:
    """Write files into a folder of their own; a former export there is replaced whole.

    Raises:
        ExportError: The path cannot be written, or holds something that no export has made.
    """
    _check_replaceable(path)
    with _beside(path) as folder:
        part = folder / "part"
        part.mkdir()
        names = []
        for file in files:
            _write(file, part / file.name)
            names.append(file.name)
        (part / MARK).write_bytes(b"")
        if path.exists():
            _swap(part, path, folder / "old")
        else:
            part.rename(path)
    return [path / name for name in sorted(names)]


def reason(error: OSError) -> str:
    """Return why the system refuses, in lower case without numbers."""
    return (error.strerror or str(error) or type(error).__name__).lower()


def _write(file: File, path: Path) -> None:
    with path.open("xb") as stream:
        stream.writelines(file.content)
        stream.flush()
        os.fsync(stream.fileno())


def _write_device(file: File, path: Path) -> Path:
    """Write to a pipe or to /dev/stdout, which must never be replaced by a file."""
    try:
        with path.open("wb") as stream:
            write_stream(file, stream)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {reason(error)}") from error
    return path


def _swap(part: Path, path: Path, old: Path) -> None:
    path.rename(old)
    try:
        part.rename(path)
    except OSError:
        old.rename(path)
        raise


def _keep_mode(path: Path, part: Path) -> None:
    """Give the new file the permissions of the one that it replaces."""
    if path.is_file():
        shutil.copymode(path, part)


def _check_replaceable(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise ExportError(f"{path} is no folder: this format writes several files, name a folder for them")
    if path.is_dir() and not (path / MARK).exists() and any(path.iterdir()):
        raise ExportError(f"{path} holds other files: name a folder that does not exist yet, or an empty one")


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Provide a folder next to a path, on the same disk, that is gone afterwards with all that is left in it."""
    parent = path.parent
    if not parent.is_dir():
        raise ExportError(f"{path} cannot be written: there is no folder {parent}")
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name[:40]}-", dir=parent, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {reason(error)}") from error
