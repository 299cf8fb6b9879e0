"""ZIP files from strangers: members are named before they are unpacked, and unpacked within bounds.

In: a file's bytes. Out: its members' bytes, or a LoadError that names the bound.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException, ElementTree

from skillgraph.errors import LoadError
from skillgraph.loaders.limits import Limits, limit_of

_STEP = 1 << 16
_DEPTH = 200


def open_zip(file: bytes | IO[bytes], limits: Limits) -> zipfile.ZipFile:
    """Return a ZIP file whose directory is sound and within the bounds.

    Raises:
        LoadError: It is damaged, or has too many members.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(file) if isinstance(file, bytes) else file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise LoadError(f"this archive is damaged: {error}") from None
    if len(archive.infolist()) > limits.max_members:
        raise LoadError(f"the archive has {len(archive.infolist())} members; {limit_of('max_members', limits.max_members)}")
    return archive


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> bytes:
    """Return the bytes of a member.

    Raises:
        LoadError: It is locked, damaged, larger than it says, or larger than the bounds allow.
    """
    if info.flag_bits & 1:
        raise LoadError("it is locked by a password; save it without one")
    most = allowance(info.compress_size, limits)
    if info.file_size > most:
        raise LoadError(too_large(info.file_size, info.compress_size, limits))
    try:
        with archive.open(info) as member:
            return read_within(member, most, info.compress_size, limits)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise LoadError(f"it is damaged in its archive: {error}") from None


def allowance(packed: int, limits: Limits) -> int:
    """Return how many bytes a member of a packed size may have; small ones may be mostly blank."""
    return min(limits.max_bytes, max(packed * limits.max_ratio, 1_000_000))


def too_large(size: int, packed: int, limits: Limits) -> str:
    """Return the reason why a member is refused."""
    if size > limits.max_bytes:
        return f"it has {size} bytes; {limit_of('max_bytes', limits.max_bytes)}"
    return f"it expands from {packed} to {size} bytes, which looks like an attack; {limit_of('max_ratio', limits.max_ratio)}"


def read_within(stream: IO[bytes], most: int, packed: int, limits: Limits) -> bytes:
    """Return what is left of a stream.

    Raises:
        LoadError: It is more than `most` bytes.
    """
    parts: list[bytes] = []
    size = 0
    while part := stream.read(_STEP):
        size += len(part)
        if size > most:
            raise LoadError(too_large(size, packed, limits))
        parts.append(part)
    return b"".join(parts)


def part_of(archive: zipfile.ZipFile, name: str, limits: Limits) -> Element | None:
    """Return the root of an XML member of a document, None where there is none.

    Raises:
        LoadError: The member is damaged, too large, or no sound XML.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    return parse_xml(read_member(archive, info, limits))


def parse_xml(data: bytes) -> Element:
    """Return the root of an XML text; entities and document types are refused, nothing is fetched.

    Raises:
        LoadError: It is no sound XML, declares entities, or is nested too deeply.
    """
    try:
        root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise LoadError("its XML declares a document type or entities, which a résumé does not need; this looks like an attack") from None
    except (ParseError, ValueError, LookupError) as error:
        raise LoadError(f"its XML is damaged: {error}") from None
    if _is_deep(root):
        raise LoadError("its parts are nested too deeply")
    return root


def _is_deep(root: Element) -> bool:
    level: Sequence[Element] = [root]
    depth = 0
    while level and depth <= _DEPTH:
        level = [child for element in level for child in element]
        depth += 1
    return bool(level)
