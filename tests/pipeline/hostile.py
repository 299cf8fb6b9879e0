"""Broken and hostile files: what comes into a folder of résumés from strangers, and why each is refused."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from io import BytesIO

from pypdfium2 import PdfDocument
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
_WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def files() -> dict[str, tuple[bytes, str]]:
    """Return twenty files by name: the bytes, and words of the reason why they are refused."""
    return {
        "archives.zip": (_nested(5), "archives within archives go too deep"),
        "binary.txt": (bytes(range(256)) * 40, "this is a binary file"),
        "bomb.docx": (_zipped({"word/document.xml": b" " * 19_000_000}), "which looks like an attack"),
        "bomb.tgz": (gzip.compress(_tarred("cv.txt", b"0" * 19_000_000)), "looks like an attack"),
        "bomb.zip": (_zipped({"cv.txt": b"0" * 19_000_000}), "which looks like an attack"),
        "cut.docx": (_zipped({"word/document.xml": _WORD % (b"<w:p/>" * 2000)})[:-200], "damaged"),
        "cut.pdf": (_pdf(2)[:300], "damaged"),
        "deep.docx": (_zipped({"word/document.xml": _WORD % (b"<w:p>" * 3000 + b"</w:p>" * 3000)}), "nested too deeply"),
        "deep.json": (b"[" * 100_000, "nested too deeply"),
        "deep.rtf": (b"{\\rtf1 " + b"{" * 9000, "nested too deeply"),
        "empty.md": (b"", "it is empty"),
        "endless.pdf": (_pdf(400), "it has 400 pages"),
        "entities.docx": (
            _zipped({"word/document.xml": _ENTITIES + _WORD % b"<w:p><w:r><w:t>&c;</w:t></w:r></w:p>"}),
            "declares a document type or entities",
        ),
        "escape.tar": (_tarred("../../escape.txt", b"Ada"), "leads out of the archive"),
        "lines.txt": (b"Go Kafka Redis\n" * 200_000, "more than any"),
        "locked.pdf": (_locked(), "locked by a password"),
        "long.html": (b"<p>" + b"a" * 6_000_000 + b"</p>", "more than any r"),
        "picture.pdf": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 400, "picture"),
        "tags.html": (b"<div>" * 150_000, "more than any r"),
        "word.docx": (b"MZ\x90\x00" + b"\x00" * 4000, "this is a program"),
    }


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _nested(depth: int) -> bytes:
    data = b"Ada Example"
    for level in range(depth):
        data = _zipped({f"{level}.zip" if level else "cv.txt": data})
    return data


def _tarred(name: str, data: bytes) -> bytes:
    buffer = BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def _pdf(pages: int) -> bytes:
    document = PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _locked() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=pdfencrypt.StandardEncryption("user", "owner"))
    canvas.drawString(72, 720, "Ada Example")
    canvas.save()
    return buffer.getvalue()
