"""Many documents in one file: archives, mailboxes and tables of texts, read one after the other.

In: a path. Out: members, each with its bytes or with the reason why it cannot be read; no more than one is in memory.
Nothing is ever unpacked onto the disk.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple, cast

from skillgraph.errors import LoadError
from skillgraph.loaders import linkedin, sniff
from skillgraph.loaders.limits import LIMITS, Limits, limit_of
from skillgraph.loaders.mail import attachments, messages
from skillgraph.loaders.packed import open_zip, read_member, too_large
from skillgraph.loaders.tables import csv_texts, json_texts, parquet_texts

SEPARATOR = "!/"
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
CONTAINERS = (".zip", *_TARS, ".mbox", ".eml", *_TABLES)
_PACKED = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ\x00", lzma.open))
_FAULTS = (tarfile.TarError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError)
_DRIVE = re.compile(r"[A-Za-z]:|[\\/]")


class Member(NamedTuple):
    """A document in a container: its name below the container's, and its bytes or why there are none."""

    name: str
    data: bytes = b""
    failure: str = ""


def is_container(path: Path) -> bool:
    """Tell whether a file holds several documents; a Word document or a LinkedIn export is one document, though a ZIP file."""
    name = path.name.lower()
    if name.endswith((*_TARS, ".mbox", ".eml", *_TABLES)):
        return True
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") and not _is_document(file)
    except OSError:
        return False


def _is_document(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except _FAULTS:
        return False
    return is_document_zip(names)


def is_document_zip(names: list[str]) -> bool:
    """Tell whether a ZIP file with such members is itself one document."""
    known = {"word/document.xml", "[Content_Types].xml", "mimetype", "META-INF/container.xml"}
    return bool(known.intersection(names)) or linkedin.is_export(names)


def members(path: Path, limits: Limits = LIMITS) -> Iterator[Member]:
    """Yield the documents in a container.

    Args:
        path: an archive, a mailbox or a table.
        limits: bounds of size, number, expansion and nesting.

    Raises:
        LoadError: The container cannot be opened, or breaks off, or is beyond a bound.
    """
    try:
        with path.open("rb") as file:
            yield from _Opened(limits).members(file, path.name, 0)
    except OSError as error:
        raise LoadError(f"it cannot be read: {error.strerror or error}") from None


class _Opened:
    """One container with all that is in it: the bounds count for everything together."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._count = 0
        self._size = 0

    def members(self, file: IO[bytes], name: str, depth: int) -> Iterator[Member]:
        """Yield the documents in an open container."""
        lower = name.lower()
        if lower.endswith(_TARS):
            yield from self._tar(file, depth)
        elif lower.endswith(".mbox"):
            yield from self._mbox(file, depth)
        elif lower.endswith(".eml"):
            yield from self._eml(file.read(self._limits.max_bytes + 1), depth)
        elif lower.endswith(_TABLES):
            yield from self._table(file, lower)
        else:
            yield from self._zip(file, depth)

    def _zip(self, file: IO[bytes], depth: int) -> Iterator[Member]:
        with open_zip(file, self._limits) as archive:
            for info in sorted(archive.infolist(), key=lambda info: info.filename):
                if info.is_dir() or not is_wanted(info.filename):
                    continue
                if _escapes(info.filename):
                    yield Member(_shown(info.filename), failure="its name leads out of the archive")
                    continue
                try:
                    data = read_member(archive, info, self._limits)
                except LoadError as error:
                    yield Member(info.filename, failure=str(error))
                    continue
                yield from self._member(info.filename, data, depth)

    def _tar(self, file: IO[bytes], depth: int) -> Iterator[Member]:
        packed = _size(file)
        unpacked = _unpacked(file)
        most = min(self._limits.max_unpacked, max(packed * self._limits.max_ratio, 10_000_000))
        try:
            with tarfile.open(fileobj=cast(IO[bytes], _Bounded(unpacked, most)), mode="r|") as archive:
                for info in archive:
                    if info.isdir() or not is_wanted(info.name):
                        continue
                    if _escapes(info.name) or not info.isreg():
                        reason = "its name leads out of the archive" if _escapes(info.name) else "it is a link or a device, no file"
                        yield Member(_shown(info.name), failure=reason)
                        continue
                    if info.size > self._limits.max_bytes:
                        yield Member(info.name, failure=too_large(info.size, info.size, self._limits))
                        continue
                    stream = archive.extractfile(info)
                    yield from self._member(info.name.removeprefix("./"), stream.read() if stream else b"", depth)
        except _FAULTS as error:
            raise LoadError(f"this archive is damaged: {error}") from None

    def _mbox(self, file: IO[bytes], depth: int) -> Iterator[Member]:
        for number, data in enumerate(messages(file, self._limits.max_bytes), start=1):
            if data is None:
                yield Member(f"message {number}", failure=f"it is too large; {limit_of('max_bytes', self._limits.max_bytes)}")
                continue
            yield from self._attached(data, f"message {number}", depth)

    def _eml(self, data: bytes, depth: int) -> Iterator[Member]:
        if len(data) > self._limits.max_bytes:
            raise LoadError(f"it is too large; {limit_of('max_bytes', self._limits.max_bytes)}")
        found = list(self._attached(data, "", depth))
        if not found:
            raise LoadError("no résumé is attached to this message")
        yield from found

    def _attached(self, data: bytes, prefix: str, depth: int) -> Iterator[Member]:
        for name, content in attachments(data):
            if is_wanted(name):
                yield from self._member(f"{prefix}/{_shown(name)}".lstrip("/"), content, depth)

    def _table(self, file: IO[bytes], lower: str) -> Iterator[Member]:
        read = parquet_texts if lower.endswith(".parquet") else json_texts if "json" in lower else csv_texts
        seen: set[str] = set()
        for number, (key, text) in enumerate(read(file, self._limits), start=1):
            name = _shown(key).replace("/", "∕") or str(number)
            if name in seen:
                name = f"{name} (row {number})"
            seen.add(name)
            self._counted(len(text))
            yield Member(name, text)

    def _member(self, name: str, data: bytes, depth: int) -> Iterator[Member]:
        self._counted(len(data))
        nested = name.lower().endswith(CONTAINERS) or (data.startswith(b"PK\x03\x04") and not name.lower().endswith((".docx", ".odt")))
        if not nested or (data.startswith(b"PK") and _is_document(BytesIO(data))):
            yield Member(name, data)
            return
        if depth >= self._limits.max_nesting:
            yield Member(name, failure=f"archives within archives go too deep; {limit_of('max_nesting', self._limits.max_nesting)}")
            return
        try:
            for member in self.members(BytesIO(data), name, depth + 1):
                yield member._replace(name=f"{name}{SEPARATOR}{member.name}")
        except LoadError as error:
            yield Member(name, failure=str(error))

    def _counted(self, size: int) -> None:
        """Count a member.

        Raises:
            LoadError: There are too many, or too much.
        """
        self._count += 1
        self._size += size
        if self._count > self._limits.max_members:
            raise LoadError(f"it holds too many documents; {limit_of('max_members', self._limits.max_members)}")
        if self._size > self._limits.max_unpacked:
            raise LoadError(f"it holds too many bytes; {limit_of('max_unpacked', self._limits.max_unpacked)}")


def is_wanted(name: str) -> bool:
    """Tell whether a file below a folder or in an archive may be a résumé or hold some, by its name."""
    path = PurePosixPath(name.replace("\\", "/"))
    if any((part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in path.parts):
        return False
    return path.suffix.lower() in sniff.EXTENSIONS or path.name.lower().endswith(CONTAINERS)


def _escapes(name: str) -> bool:
    return _DRIVE.match(name) is not None or ".." in PurePosixPath(name.replace("\\", "/")).parts


def _shown(name: str) -> str:
    """Return a name that is safe to show and to keep."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name.replace("\\", "/"))[:300].strip()


def _size(file: IO[bytes]) -> int:
    position = file.tell()
    size = file.seek(0, 2)
    file.seek(position)
    return size


def _unpacked(file: IO[bytes]) -> IO[bytes]:
    head = file.read(8)
    file.seek(0)
    opener = next((opener for magic, opener in _PACKED if head.startswith(magic)), None)
    return cast(IO[bytes], opener(file)) if opener else file


class _Bounded:
    """A stream that breaks off with an error where it gives more than a number of bytes."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        self._stream = stream
        self._left = most

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self._stream.read(min(size, 1 << 20) if size >= 0 else 1 << 20)
        self._left -= len(data)
        if self._left < 0:
            raise LoadError("it expands to far more than its packed size; this looks like an attack")
        return data


__all__ = ["CONTAINERS", "SEPARATOR", "Member", "is_container", "is_document_zip", "is_wanted", "members"]
