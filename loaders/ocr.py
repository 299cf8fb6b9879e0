"""Scans: the words that Tesseract recognises in the picture of a page.

In: a page of pypdfium2 or a picture. Out: glyphs, one a word, in points. Tesseract and its wrapper are the extra `ocr`.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from statistics import median
from typing import Any

from skillgraph.errors import LoadError
from skillgraph.loaders.extract import Extract, extract_of
from skillgraph.loaders.limits import Limits
from skillgraph.loaders.page_blocks import rows_of
from skillgraph.loaders.page_chunks import chunks_of
from skillgraph.loaders.page_columns import lay_out, reading_order
from skillgraph.loaders.pdf_glyphs import Font, Glyph, Page

_DOTS = 200
_MOST_PIXELS = 25_000_000
_WIDTH = 595.0
_SURE = 30.0
_SECONDS = 60


@cache
def is_there() -> bool:
    """Tell whether Tesseract and its wrapper are installed."""
    return shutil.which("tesseract") is not None and find_spec("pytesseract") is not None


def read_scan(sheet: Any, page: Page) -> Page:
    """Return a page of pypdfium2 with the words that its picture shows.

    Raises:
        LoadError: Tesseract fails or takes too long.
    """
    area = max(page.width * page.height, 1.0)
    scale = min(_DOTS / 72, (_MOST_PIXELS / area) ** 0.5)
    picture = sheet.render(scale=scale, grayscale=True).to_pil()
    return page._replace(glyphs=words_of(picture, scale), marks=(), hidden=(), undecoded=0.0)


def words_of(picture: Any, scale: float) -> list[Glyph]:
    """Return the words in a picture that has `scale` dots a point.

    Raises:
        LoadError: Tesseract fails or takes too long.
    """
    import pytesseract

    try:
        found = pytesseract.image_to_data(picture, output_type=pytesseract.Output.DICT, timeout=_SECONDS)
    except (pytesseract.TesseractError, RuntimeError) as error:
        raise LoadError(f"Tesseract cannot read this scan: {str(error).splitlines()[0] if str(error) else error}") from None
    lines: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, text in enumerate(found["text"]):
        if text.strip() and float(found["conf"][index]) >= _SURE:
            lines[found["block_num"][index], found["par_num"][index], found["line_num"][index]].append(index)
    return [glyph for words in lines.values() for glyph in _line(found, words, scale)]


def _line(found: dict[str, list[Any]], words: list[int], scale: float) -> list[Glyph]:
    """Return the words of a line on one baseline; the height of a word depends on its letters, so the line's counts."""
    bottom = median(found["top"][i] + found["height"][i] for i in words) / scale
    # A line's words reach from the capitals' height to below the baseline, which is about the size.
    size = round(2 * max(median(found["height"][i] for i in words) / scale, 4.0)) / 2
    glyphs: list[Glyph] = []
    for i in words:
        start, end = found["left"][i] / scale, (found["left"][i] + found["width"][i]) / scale
        glyphs += [Glyph(found["text"][i], start, end, bottom, size, Font()), Glyph(" ", end, end, bottom, size, Font())]
    return glyphs


def read_image(data: bytes, limits: Limits) -> Extract:
    """Return what a picture of a résumé shows.

    Raises:
        LoadError: The extra `ocr` is missing, or the picture is damaged, too large, or without text.
    """
    if not is_there():
        raise LoadError("this is a picture; install the extra `ocr` and Tesseract to read it")
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as picture:
            if picture.width * picture.height > 4 * _MOST_PIXELS:
                raise LoadError(f"it has {picture.width} × {picture.height} dots, more than any résumé")
            grey = picture.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise LoadError("this picture is damaged") from None
    scale = max(grey.width / _WIDTH, 0.1)
    chunks = chunks_of(words_of(grey, scale), (), 1)
    return extract_of(rows_of(reading_order([lay_out(chunks, right=0.85 * _WIDTH)])), ["recognised by OCR, which makes mistakes"], 1)
