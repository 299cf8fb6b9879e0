"""Files become documents: one reader a format, one table that names them.

In: a path, or a file's bytes. Out: a `Document`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from skillgraph.errors import LoadError
from skillgraph.loaders import sniff
from skillgraph.loaders.blocks import Draft, Reader, assemble
from skillgraph.loaders.decode import decode
from skillgraph.loaders.docx import read_docx
from skillgraph.loaders.edits import Piece, clean, joined
from skillgraph.loaders.europass import read_europass
from skillgraph.loaders.extract import BinaryReader, Extract
from skillgraph.loaders.files import MAX_BYTES, find_documents, read_bytes
from skillgraph.loaders.guard import screen
from skillgraph.loaders.html import read_html
from skillgraph.loaders.json_resume import read_json_resume
from skillgraph.loaders.labels import without_labels
from skillgraph.loaders.latex import read_latex
from skillgraph.loaders.limits import LIMITS, Limits
from skillgraph.loaders.linkedin import read_linkedin
from skillgraph.loaders.markdown import read_markdown
from skillgraph.loaders.name_first import name_first
from skillgraph.loaders.ocr import read_image
from skillgraph.loaders.odt import read_odt
from skillgraph.loaders.pdf import read_pdf
from skillgraph.loaders.rtf import read_rtf
from skillgraph.loaders.text import read_text
from skillgraph.loaders.yaml_resume import read_yaml_resume
from skillgraph.model import Document

LOADERS: Mapping[str, Reader] = MappingProxyType(
    {
        sniff.TEXT: read_text,
        sniff.MARKDOWN: read_markdown,
        sniff.HTML: read_html,
        sniff.LATEX: read_latex,
        sniff.JSON: read_json_resume,
        sniff.YAML: read_yaml_resume,
    }
)

BINARY_LOADERS: Mapping[str, BinaryReader] = MappingProxyType(
    {
        sniff.PDF: read_pdf,
        sniff.DOCX: read_docx,
        sniff.ODT: read_odt,
        sniff.RTF: read_rtf,
        sniff.LINKEDIN: read_linkedin,
        sniff.EUROPASS: read_europass,
        sniff.IMAGE: read_image,
    }
)

__all__ = ["LOADERS", "MAX_BYTES", "Draft", "Reader", "find_documents", "load", "parse"]


_LONGEST = 500_000
_LONGEST_WITH_IMAGES = 5_000_000
_MOST_TAGS = 100_000


def load(path: Path, *, name: str | None = None, max_bytes: int = MAX_BYTES, limits: Limits = LIMITS) -> Document:
    """Return a file as a document.

    Args:
        path: the file.
        name: what to call the file in the document, if not by its path.
        max_bytes: the size above which a file is refused.
        limits: bounds of pages, time and what archives inside a document hold.

    Raises:
        LoadError: The file is missing, too large, empty, or of a format that cannot be read.
    """
    shown = path.as_posix() if name is None else name
    try:
        data = read_bytes(path, max_bytes)
    except LoadError as error:
        raise LoadError(f"{shown}: {error}") from error.__cause__
    return parse(data, shown, limits=limits)


def parse(data: bytes, path: str, *, limits: Limits = LIMITS) -> Document:
    """Return a file's bytes as a document.

    Args:
        data: the file's content in any encoding.
        path: the file's path as the user gave it; its extension counts only where the content leaves a doubt.
        limits: bounds of pages and time.

    Raises:
        LoadError: The content is empty, or of a format that cannot be read; the message names the path.
    """
    try:
        return _parse(data, path.replace("\\", "/"), limits)
    except LoadError as error:
        raise LoadError(f"{path}: {error}") from None
    except RecursionError:
        raise LoadError(f"{path}: its parts are nested too deeply") from None


def _parse(data: bytes, path: str, limits: Limits) -> Document:
    extension = PurePosixPath(path).suffix.lower()
    binary = sniff.binary_type(data)
    if binary in BINARY_LOADERS:
        return _document(data, path, binary, BINARY_LOADERS[binary](data, limits))
    source, encoding = decode(data)
    _check_length(source)
    pieces = clean(source)
    text = joined(pieces)
    if not text.strip():
        raise LoadError("it is empty")
    media_type = sniff.media_type(text, extension)
    decoded = f"the file is not in UTF-8; it was read as {encoding}" if encoding else ""
    warnings = [decoded, sniff.misleading(media_type, extension)]
    return _assembled(data, path, media_type, source, pieces, LOADERS[media_type](text), warnings)


def _document(data: bytes, path: str, media_type: str, extract: Extract) -> Document:
    """Return the document for what was taken out of a file that is no text."""
    warnings = [*extract.warnings, sniff.misleading(media_type, PurePosixPath(path).suffix.lower())]
    return _assembled(data, path, media_type, extract.source, [Piece(extract.source, 0)], extract.drafts, warnings)


def _assembled(
    data: bytes, path: str, media_type: str, source: str, pieces: Sequence[Piece], drafts: Iterable[Draft], warnings: Sequence[str]
) -> Document:
    kept, flagged = screen(drafts)
    layout = assemble(without_labels(name_first(kept)), pieces)
    if not layout.blocks:
        raise LoadError(f"there is no text to read in this {sniff.NAMES[media_type]} file")
    return Document(
        path=path,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        source=source,
        text=layout.text,
        blocks=layout.blocks,
        runs=layout.runs,
        warnings=tuple(filter(None, (*warnings, *flagged))),
    )


def _check_length(source: str) -> None:
    """Refuse a text that is longer than any résumé; HTML and JSON may hold images, which cost no time."""
    limit = _LONGEST_WITH_IMAGES if source.lstrip()[:1] in ("<", "{", "[") else _LONGEST
    if len(source) > limit:
        raise LoadError(f"it has {len(source)} characters, more than any résumé (the limit is {limit})")
    if source.count("<") > _MOST_TAGS or source.count("\n") > _MOST_TAGS or source.count('"') > 4 * _MOST_TAGS:
        raise LoadError(f"it has more than {_MOST_TAGS} lines or tags, more than any résumé")
