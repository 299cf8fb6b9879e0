"""From a file's bytes to its characters.

In: bytes. Out: the decoded text, and the name of the encoding where it is not UTF-8.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from skillgraph.errors import LoadError

_MAGIC = (
    (re.compile(rb"\s{0,64}%PDF-"), "a PDF"),
    (re.compile(rb"PK\x03\x04.{0,4000}?word/", re.DOTALL), "a Word document (.docx)"),
    (re.compile(rb"PK\x03\x04.{0,60}?application/vnd\.oasis\.opendocument", re.DOTALL), "an OpenDocument file (.odt)"),
    (re.compile(rb"PK\x03\x04.{0,60}?application/epub", re.DOTALL), "an EPUB"),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"), "a ZIP archive"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "an old Office document (.doc)"),
    (re.compile(rb"\{\\rtf"), "an RTF document"),
    (re.compile(rb"%!PS"), "a PostScript file"),
    (
        re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\x00|MM\x00\*|BM.{4}\x00{4}", re.DOTALL),
        "an image",
    ),
    (re.compile(rb"\x7fELF|MZ.{30,58}\x00\x00|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe", re.DOTALL), "a program"),
    (
        re.compile(rb"\x1f\x8b|7z\xbc\xaf\x27\x1c|Rar!\x1a|BZh\d1AY|\xfd7zXZ\x00|\x28\xb5\x2f\xfd"),
        "a compressed archive",
    ),
    (re.compile(rb"SQLite format 3\x00"), "an SQLite database"),
    (re.compile(rb"ID3|OggS|fLaC|RIFF....(?:WAVE|AVI )|....ftyp", re.DOTALL), "an audio or video file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(rb"(?:charset|encoding|inputenc)\W{1,4}([\w-]{3,20})", re.IGNORECASE)
_SAMPLE = 1 << 16


class Decoded(NamedTuple):
    """A file's characters, and the encoding that they were in (empty: UTF-8)."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the characters of a text file in whatever encoding.

    Raises:
        LoadError: The bytes are not text; the message says what they are.
    """
    kind = _kind(data)
    if kind:
        raise LoadError(
            f"this is {kind}, which cannot be read as a résumé; save it as PDF, Word (.docx), text, Markdown, HTML or JSON Resume"
        )
    decoded = _decode(data)
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 50 > len(sample) + 200:
        raise LoadError("this is a binary file, not text")
    return decoded


def _kind(data: bytes) -> str:
    head = data[:4096]
    return next((kind for magic, kind in _MAGIC if magic.match(head)), "")


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return Decoded(text, "" if encoding == "utf-8" else encoding)
    try:
        return _without_mark(data, data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guess(data)


def _without_mark(data: bytes, text: str) -> Decoded:
    """Return UTF-8 text, or what it is as UTF-16 if every other byte is zero."""
    encoding = _wide(data)
    if encoding:
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    return Decoded(text, "")


def _wide(data: bytes) -> str:
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or b"\x00" not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 5 > len(sample) and even * 50 < len(sample):
        return "utf-16-le"
    return "utf-16-be" if even * 5 > len(sample) and odd * 50 < len(sample) else ""


def _guess(data: bytes) -> Decoded:
    encoding = _wide(data)
    if encoding:
        return Decoded(data.decode(encoding, errors="replace"), encoding)
    if data.count(0) * 1000 > len(data):
        raise LoadError("this is a binary file, not text")
    text = data.decode("utf-8", errors="replace")
    if _mostly_utf8(text[:_SAMPLE]):
        return Decoded(text, "utf-8 with errors")
    encoding = _declared(data) or _detected(data[:_SAMPLE])
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def _mostly_utf8(text: str) -> bool:
    bad = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - bad > 2 * bad


def _declared(data: bytes) -> str:
    """Return the encoding that the file names itself, if it can be true."""
    match = _DECLARED.search(data, 0, 2048)
    if match is None:
        return ""
    try:
        name = codecs.lookup(
            {"latin1": "cp1252", "iso-8859-1": "cp1252"}.get(match[1].decode().lower(), match[1].decode())
        ).name
        data.decode(name)
    except (LookupError, ValueError):
        return ""
    return "" if name == "utf-8" else name


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # needed for the odd file only, and slow to load

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return "cp1252"
    western = [match for match in matches if "cp1252" in (match.encoding, *match.could_be_from_charset)]
    return "cp1252" if western and western[0].chaos <= best.chaos + 0.05 else best.encoding
