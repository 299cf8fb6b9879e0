"""PDF: lines in reading order from the geometry of the page.

In: the file's bytes. Out: an extract whose rows know their page and box. pypdfium2 is imported where the first PDF is read.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from skillgraph.errors import LoadError
from skillgraph.loaders import cues, ocr
from skillgraph.loaders.extract import Extract, extract_of
from skillgraph.loaders.limits import Limits, limit_of
from skillgraph.loaders.page_blocks import rows_of
from skillgraph.loaders.page_chunks import Chunk, chunks_of
from skillgraph.loaders.page_columns import Flow, Line, lay_out, reading_order
from skillgraph.loaders.pdf_glyphs import Page, read_page

_MOST_GLYPHS = 500_000
_MARGIN = 0.09
_OUTER = 0.2
_APART = 2.0
_UNDECODED = 0.3
_QUOTED = 60
_PAGE_NUMBER = re.compile(
    r"(?:.{0,60}\b)?(?:page|seite|página|pagina|sida)\s*\d{1,3}(?:\s*(?:of|von|de|di|av|/)\s*\d{1,3})?(?:\s*[|·–-].{0,40})?"
    r"|[-–\s]*\d{1,3}\s*(?:/|of|von)\s*\d{1,3}[-–\s]*|[-–]?\s*\d{1,2}\s*[-–]?",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:file|https?)://\S+(?:\s+\d+/\d+)?|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: [AP]M)?\b.*", re.IGNORECASE)
_HYPHENATING = re.compile(r"tex\b|typst|indesign|groff|quark", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(r"r[ée]sum[ée]|cv|curriculum vitae|lebenslauf|[\W\d_]+", re.IGNORECASE)


def read_pdf(data: bytes, limits: Limits) -> Extract:
    """Return what a PDF shows.

    Raises:
        LoadError: The PDF is damaged, locked by a password, too long, or has no text layer and cannot be recognised.
    """
    pages, warnings, program = _pages(data, limits)
    if not any(glyph.char.strip() for page in pages for glyph in page.glyphs):
        raise LoadError("there is no text to read in this PDF")
    chunks = [chunks_of(page.glyphs, page.marks[:2000], page.number, page.frames) for page in pages]
    bodies, footers = _without_running_lines(chunks, pages)
    lines = [
        *reading_order([_lay_out(body, page) for body, page in zip(bodies, pages, strict=True)]),
        *(Line((chunk,), chunk.x1) for chunk in footers),
    ]
    return extract_of(rows_of(lines, hyphenating=_HYPHENATING.search(program) is not None), [*warnings, *_hidden(pages)], len(pages))


def _lay_out(chunks: Sequence[Chunk], page: Page) -> Flow:
    # A page with a few short lines alone is no narrow column.
    return lay_out(chunks, right=max((chunk.x1 for chunk in chunks if chunk.x1 > 0.6 * page.width), default=0.75 * page.width))


def _pages(data: bytes, limits: Limits) -> tuple[list[Page], list[str], str]:
    """Return the pages of a PDF, those without a text layer recognised where that is possible, warnings, and what made it."""
    document = _open(data)
    try:
        count = len(document)
        if count > limits.max_pages:
            raise LoadError(f"it has {count} pages, more than any résumé; {limit_of('max_pages', limits.max_pages)}")
        pages, warnings = _read_pages(document, count, limits)
        return pages, warnings, " ".join(document.get_metadata_value(key) for key in ("Producer", "Creator"))
    finally:
        document.close()


def _open(data: bytes) -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise LoadError("this is a PDF; install pypdfium2 to read it") from None
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise LoadError("this PDF is locked by a password; save it without one") from None
        raise LoadError("this PDF is damaged and cannot be opened") from None


def _read_pages(document: Any, count: int, limits: Limits) -> tuple[list[Page], list[str]]:
    import pypdfium2

    started = time.monotonic()
    pages: list[Page] = []
    scanned: list[int] = []
    warnings: list[str] = []
    glyphs = 0
    for index in range(count):
        try:
            sheet = document[index]
        except pypdfium2.PdfiumError:
            warnings.append(f"page {index + 1} is damaged and was left out")
            continue
        page = read_page(sheet, index + 1)
        if _is_scan(page):
            scanned.append(index + 1)
            page = ocr.read_scan(sheet, page) if ocr.is_there() else page._replace(glyphs=())
        sheet.close()
        pages.append(page)
        glyphs += len(page.glyphs)
        if glyphs > _MOST_GLYPHS:
            raise LoadError(f"it has more than {_MOST_GLYPHS} characters, more than any résumé")
        if time.monotonic() - started > limits.max_seconds:
            raise LoadError(f"reading it takes too long; {limit_of('max_seconds', limits.max_seconds)}")
    if scanned:
        warnings.append(_scans(scanned, count))
    return pages, warnings


def _is_scan(page: Page) -> bool:
    """Tell whether a page is a picture of text, or has text whose characters cannot be known."""
    letters = sum(not glyph.char.isspace() for glyph in page.glyphs)
    return (page.pictured and letters < 20) or (letters > 0 and page.undecoded > _UNDECODED)


def _scans(scanned: Sequence[int], count: int) -> str:
    which = "page " + ", ".join(map(str, scanned)) + (" has" if len(scanned) == 1 else " have") + " no text layer"
    if ocr.is_there():
        return f"{which}; recognised by OCR, which makes mistakes"
    missing = f"{which}, only a picture of text; install the extra `ocr` and Tesseract to read it"
    if len(scanned) == count:
        raise LoadError(missing)
    return missing


def _without_running_lines(pages: Sequence[Sequence[Chunk]], sheets: Sequence[Page]) -> tuple[list[list[Chunk]], list[Chunk]]:
    """Return the pages without page numbers and repeated lines; a header stays on its first page, a footer goes to the end."""
    largest = max((chunk.size for chunk in pages[0]), default=0.0) if pages else 0.0
    name = " ".join(chunk.text for chunk in pages[0] if chunk.size >= 0.99 * largest) if pages else ""
    places: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
    margins = [_margins(page, sheet) for page, sheet in zip(pages, sheets, strict=True)]
    for number, (page, margin) in enumerate(zip(pages, margins, strict=True)):
        for chunk in page:
            if (side := _side(chunk, margin)) is not None:
                places[_DIGITS.sub("0", chunk.text), side].append(number)
    bodies: list[list[Chunk]] = []
    footers: list[Chunk] = []
    for number, (page, margin) in enumerate(zip(pages, margins, strict=True)):
        body: list[Chunk] = []
        for chunk in page:
            side = _side(chunk, margin)
            seen = sorted(set(places[_DIGITS.sub("0", chunk.text), side])) if side is not None else []
            repeated = len(seen) > 1 and 2 * len(seen) >= len(pages)
            if side is None or not (repeated or _is_running(chunk, side, name if number or side else "")):
                body.append(chunk)
            elif repeated and number == seen[0] and not _is_running(chunk, side, name if side else ""):
                (footers if side else body).append(chunk)
        bodies.append(body)
    return bodies, footers


def _margins(page: Sequence[Chunk], sheet: Page) -> tuple[float, float]:
    """Return where the upper margin ends and the lower one begins; a line far from all others stands in one."""
    upper, lower = _MARGIN * sheet.height, (1 - _MARGIN) * sheet.height
    rows = sorted(page, key=lambda chunk: chunk.y)
    if len(rows) < 4:
        return upper, lower
    first, last = rows[0], rows[-1]
    below = next((chunk.y for chunk in rows if chunk.y > first.y + 1), first.y)
    above = next((chunk.y for chunk in reversed(rows) if chunk.y < last.y - 1), last.y)
    if first.y < _OUTER * sheet.height and below - first.y > _APART * first.size:
        upper = max(upper, first.y + 1)
    if last.y > (1 - _OUTER) * sheet.height and last.y - above > _APART * last.size:
        lower = min(lower, last.y - 1)
    return upper, lower


def _side(chunk: Chunk, margins: tuple[float, float]) -> bool | None:
    """Return whether a chunk stands in the lower margin (True) or the upper one (False), None in between."""
    if chunk.y < margins[0]:
        return False
    return True if chunk.y > margins[1] else None


def _is_running(chunk: Chunk, lower: bool, name: str) -> bool:
    """Tell whether a line in a margin is a page number, a date, a browser's note, or the name again."""
    if _PRINTED.fullmatch(chunk.text) or (bool(name) and not lower and chunk.text == name):
        return True
    if lower and (cues.is_date(chunk.text) or (bool(name) and not _TITLE.sub("", chunk.text.replace(name, "")))):
        return True
    return _PAGE_NUMBER.fullmatch(chunk.text) is not None


def _hidden(pages: Iterable[Page]) -> list[str]:
    warnings: list[str] = []
    for page in pages:
        for reason, text in page.hidden:
            shown = " ".join(text.split())
            quoted = shown[:_QUOTED] + ("…" if len(shown) > _QUOTED else "")
            warnings.append(f"page {page.number}: text was left out because {reason}: “{quoted}” ({len(shown)} characters)")
    return warnings
