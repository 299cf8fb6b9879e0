"""What a PDF page shows: its glyphs with their places and styles, and those that a reader of the page cannot see.

In: a page of pypdfium2. Out: glyphs in points from the page's upper left corner, small drawn marks, hidden text by reason.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_BOLD = re.compile(r"bold|black|heavy|semib|demi|cmbx|cmssbx|sfbx|-bd\b|medi(?:um)?$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|sfti", re.IGNORECASE)
_SYMBOL = re.compile(r"wingding|webding|^symbol|dingbat|awesome|icon|marvosym|materialsymb|bullets", re.IGNORECASE)
_ICON = re.compile(r"awesome|icon|marvosym|materialsymb", re.IGNORECASE)
_INVISIBLE_MODES = (3, 7)
_TINY = 2.5
_CONTRAST = 26
_FAINT = 26
_FORM_DEPTH = 4
_MOST_OBJECTS = 50_000
_SMALL, _LARGE = 1.2, 8.0
# Least and most height, and most width, of a box around a word.
_FRAME = (7.0, 36.0, 260.0)
_MOST_FRAMES = 1500
WHITE = (255, 255, 255)


class Font(NamedTuple):
    """The looks of a glyph besides its size."""

    bold: bool = False
    italic: bool = False
    symbol: bool = False
    icon: bool = False


class Glyph(NamedTuple):
    """A character on the page: left and right edge, baseline counted from the top, size."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font


class Frame(NamedTuple):
    """A small drawn box that may be a tag around a word."""

    x0: float
    top: float
    x1: float
    bottom: float


class Mark(NamedTuple):
    """A small drawn shape that may be a bullet: its right edge and the height of its middle."""

    x0: float
    x1: float
    y: float


class Page(NamedTuple):
    """What is on one page, and what is on it unseen: reason → text."""

    number: int
    width: float
    height: float
    glyphs: Sequence[Glyph]
    marks: Sequence[Mark] = ()
    hidden: Sequence[tuple[str, str]] = ()
    frames: Sequence[Frame] = ()
    pictured: bool = False
    undecoded: float = 0.0


class _Cover(NamedTuple):
    """A filled area: when it is painted, where, and its colour (None: a picture)."""

    order: int
    box: tuple[float, float, float, float]
    colour: tuple[int, int, int] | None
    opaque: bool


class _Style(NamedTuple):
    """What all glyphs of a text object share."""

    size: float
    angle: int
    font: Font
    colour: tuple[int, int, int] | None
    order: int
    unseen: str


class _Raw(NamedTuple):
    char: str
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    style: _Style
    undecoded: bool


def read_page(page: Any, number: int) -> Page:
    """Return the glyphs of a page of pypdfium2."""
    objects = _Objects(page)
    text_page = page.get_textpage()
    try:
        raws = list(_raws(text_page, objects))
    finally:
        text_page.close()
    # The box that is shown; the page's own crop box and media box leave out what it inherits.
    left, bottom, right, top = page.get_bbox()
    crop = (left, bottom, right, top)
    kept, hidden = _sorted_out(raws, objects.covers, crop)
    angles = Counter(raw.style.angle for raw in kept)
    angle = max(angles, key=lambda a: (angles[a], -a), default=0)
    upright = [raw for raw in kept if raw.style.angle == angle]
    turned = "".join(raw.char for raw in kept if raw.style.angle != angle)
    if turned.strip():
        hidden.append(("it runs in another direction than the page", turned))
    turn = _Turn(angle, crop)
    return Page(
        number,
        turn.width,
        turn.height,
        [turn.glyph(raw) for raw in upright],
        [turn.mark(box) for box in objects.marks],
        hidden,
        [turn.frame(box) for box in objects.frames[:_MOST_FRAMES]],
        any(cover.colour is None and _area(cover.box) > 0.5 * _area(crop) for cover in objects.covers),
        sum(raw.undecoded for raw in upright) / max(len(upright), 1),
    )


class _Turn:
    """From the page's own coordinates to points right and down from the corner where its text begins."""

    def __init__(self, angle: int, crop: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = crop
        self._cos, self._sin = round(math.cos(math.radians(angle))), round(math.sin(math.radians(angle)))
        corners = [self._turned(x, y) for x in (left, right) for y in (bottom, top)]
        self._left, self._top = min(x for x, _ in corners), max(y for _, y in corners)
        self.width = max(x for x, _ in corners) - self._left
        self.height = self._top - min(y for _, y in corners)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        return x * self._cos + y * self._sin, y * self._cos - x * self._sin

    def _edges(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        if self._cos == 1:
            return box[0] - self._left, self._top - box[3], box[2] - self._left, self._top - box[1]
        xs, ys = zip(self._turned(box[0], box[1]), self._turned(box[2], box[3]), strict=True)
        return min(xs) - self._left, self._top - max(ys), max(xs) - self._left, self._top - min(ys)

    def glyph(self, raw: _Raw) -> Glyph:
        x0, _, x1, _ = self._edges(raw.box)
        x, y = self._turned(*raw.origin)
        start = x - self._left
        # The edge of a slanted or combining glyph can stand left of where the pen was.
        return Glyph(raw.char, min(start, x1), max(x1, x0, start), self._top - y, raw.style.size, raw.style.font)

    def frame(self, box: tuple[float, float, float, float]) -> Frame:
        return Frame(*self._edges(box))

    def mark(self, box: tuple[float, float, float, float]) -> Mark:
        x0, top, x1, bottom = self._edges(box)
        return Mark(x0, x1, (top + bottom) / 2)


class _Objects:
    """The page's objects in the order in which they are painted."""

    def __init__(self, page: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self.orders: dict[int, int] = {}
        self.covers: list[_Cover] = []
        self.marks: list[tuple[float, float, float, float]] = []
        self.frames: list[tuple[float, float, float, float]] = []
        count = pdfium.FPDFPage_CountObjects(page.raw)
        self._walk((pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count)), (1, 0, 0, 1, 0, 0), 0)

    def _walk(self, objects: Iterable[Any], matrix: tuple[float, ...], depth: int) -> None:
        pdfium = self._pdfium
        for item in objects:
            if len(self.orders) >= _MOST_OBJECTS or not item:
                return
            kind = pdfium.FPDFPageObj_GetType(item)
            self.orders[address(item)] = len(self.orders)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
                inner = _product(_matrix(item, pdfium), matrix)
                parts = range(pdfium.FPDFFormObj_CountObjects(item))
                self._walk((pdfium.FPDFFormObj_GetObject(item, part) for part in parts), inner, depth + 1)
            elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
                self._area(item, kind, matrix)

    def _area(self, item: Any, kind: int, matrix: tuple[float, ...]) -> None:
        pdfium = self._pdfium
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(item, *edges):
            return
        box = _moved((edges[0].value, edges[1].value, edges[2].value, edges[3].value), matrix)
        width, height = box[2] - box[0], box[3] - box[1]
        if _SMALL <= width <= _LARGE and _SMALL <= height <= _LARGE and 0.6 < width / height < 1.6:
            self.marks.append(box)
        if width < 3 or height < 3:
            return
        if kind == pdfium.FPDF_PAGEOBJ_PATH and _FRAME[0] < height < _FRAME[1] and height < width + 2 and width < _FRAME[2]:
            self.frames.append(box)
        order = len(self.orders) - 1
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            self.covers.append(_Cover(order, box, None, not pdfium.FPDFPageObj_HasTransparency(item)))
            return
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not pdfium.FPDFPath_GetDrawMode(item, mode, stroke) or not mode.value:
            return
        colour, alpha = _fill(item, pdfium)
        if colour is not None and alpha > 4 * _FAINT:
            rectangle = pdfium.FPDFPath_CountSegments(item) <= 6
            opaque = alpha > 255 - _FAINT and rectangle and not pdfium.FPDFPageObj_HasTransparency(item)
            self.covers.append(_Cover(order, box, colour, opaque))


def address(pointer: Any) -> int:
    """Return what tells one object of pdfium from another."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _fill(item: Any, pdfium: Any) -> tuple[tuple[int, int, int] | None, int]:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(item, *parts):
        return None, 255
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue), alpha


def _matrix(item: Any, pdfium: Any) -> tuple[float, ...]:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, found):
        return (1, 0, 0, 1, 0, 0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _product(first: tuple[float, ...], second: tuple[float, ...]) -> tuple[float, ...]:
    """Return the matrix that moves by the first, then by the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(box: tuple[float, float, float, float], matrix: tuple[float, ...]) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    points = [(x * a + y * c + e, x * b + y * d + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(p[0] for p in points), min(p[1] for p in points), max(p[0] for p in points), max(p[1] for p in points)


def _area(box: tuple[float, float, float, float]) -> float:
    return max(box[2] - box[0], 0) * max(box[3] - box[1], 0)


def _raws(text_page: Any, objects: _Objects) -> Iterator[_Raw]:
    """Yield the characters that the page draws; those that pdfium makes up between them are left to the geometry."""
    import pypdfium2.raw as pdfium

    handle = text_page.raw
    styles: dict[int, _Style] = {}
    fonts: dict[tuple[int, int], Font] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    rectangle = pdfium.FS_RECTF()
    high = 0
    last: _Raw | None = None
    for index in range(pdfium.FPDFText_CountChars(handle)):
        item = pdfium.FPDFText_GetTextObject(handle, index)
        code = pdfium.FPDFText_GetUnicode(handle, index)
        if not item:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        key = address(item)
        style = styles.get(key)
        if style is None:
            style = styles[key] = _style(handle, index, item, objects.orders.get(key, -1), fonts)
        pdfium.FPDFText_GetCharOrigin(handle, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(handle, index, rectangle)
        # A hyphen at a line's end is given as a code of pdfium's own.
        char = "-" if code in (2, 0xFFFE) else chr(code) if code else "\ufffd"
        box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        undecoded = char == "\ufffd" or bool(pdfium.FPDFText_HasUnicodeMapError(handle, index))
        raw = _Raw(char, (x.value, y.value), box, style, undecoded)
        if last is not None and _is_ligature(last, raw):
            last = last._replace(char=last.char + char)
            continue
        if last is not None:
            yield last
        last = raw
    if last is not None:
        yield last


def _is_ligature(before: _Raw, raw: _Raw) -> bool:
    """Tell whether two letters are one glyph: `ff` is given as two, each with the place of both."""
    same = before.style is raw.style and before.origin == raw.origin and before.box == raw.box
    return same and raw.char.isalpha() and before.char.isalpha() and raw.box[2] > raw.box[0]


def _style(handle: Any, index: int, item: Any, order: int, fonts: dict[tuple[int, int], Font]) -> _Style:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    size = pdfium.FPDFText_GetFontSize(handle, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    colour, alpha = _fill(item, pdfium)
    unseen = "it is drawn invisibly" if mode in _INVISIBLE_MODES or (alpha < _FAINT and mode not in (1, 2)) else ""
    if not unseen and abs(size) < _TINY:
        unseen = "it is too small to read"
    face = pdfium.FPDFTextObj_GetFont(item)
    key = (address(face), mode)
    if key not in fonts:
        fonts[key] = _font(face, pdfium, mode)
    return _Style(abs(size), angle, fonts[key], colour if mode == 0 else None, order, unseen)


def _font(font: Any, pdfium: Any, mode: int) -> Font:
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = buffer.value.decode("utf-8", errors="replace").rsplit("+", 1)[-1]
    angle = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    bold = mode == 2 or _BOLD.search(name) is not None or pdfium.FPDFFont_GetWeight(font) >= 600
    return Font(
        bold, angle.value != 0 or _ITALIC.search(name) is not None, _SYMBOL.search(name) is not None, _ICON.search(name) is not None
    )


def _sorted_out(
    raws: Sequence[_Raw], covers: Sequence[_Cover], crop: tuple[float, float, float, float]
) -> tuple[list[_Raw], list[tuple[str, str]]]:
    """Part the characters that are seen from those that are not, with the reasons."""
    seen: list[_Raw] = []
    unseen: defaultdict[str, list[_Raw]] = defaultdict(list)
    reasons: dict[tuple[int, int, int], str] = {}
    for raw in raws:
        box = raw.box
        # What stands on the same background need not be looked at again, some ten points apart.
        key = (raw.style.order, round(box[0] / 12), round(box[1] / 6))
        reason = raw.style.unseen or _outside(box, crop)
        if not reason:
            reason = reasons[key] if key in reasons else reasons.setdefault(key, _lost(raw, covers))
        if reason:
            unseen[reason].append(raw)
        else:
            seen.append(raw)
    if _is_recognised(seen, unseen, covers, crop):
        return list(raws), []
    texts = [(reason, "".join(raw.char for raw in found)) for reason, found in sorted(unseen.items())]
    return seen, [(reason, text) for reason, text in texts if text.strip()]


def _outside(box: tuple[float, float, float, float], crop: tuple[float, float, float, float]) -> str:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return "" if crop[0] <= x <= crop[2] and crop[1] <= y <= crop[3] else "it stands outside of the page"


def _lost(raw: _Raw, covers: Sequence[_Cover]) -> str:
    """Return why a glyph cannot be told from what is around it, or nothing."""
    x, y = (raw.box[0] + raw.box[2]) / 2, (raw.box[1] + raw.box[3]) / 2
    background: tuple[int, int, int] | None = WHITE
    for cover in covers:
        if not (cover.box[0] <= x <= cover.box[2] and cover.box[1] <= y <= cover.box[3]):
            continue
        if cover.order > raw.style.order >= 0:
            if cover.opaque:
                return "a picture or an area covers it"
        else:
            background = cover.colour
    colour = raw.style.colour
    if colour is None or background is None:
        return ""
    faint = max(abs(mine - theirs) for mine, theirs in zip(colour, background, strict=True)) < _CONTRAST
    return "it has the colour of its background" if faint else ""


def _is_recognised(
    seen: Sequence[_Raw], unseen: dict[str, list[_Raw]], covers: Sequence[_Cover], crop: tuple[float, float, float, float]
) -> bool:
    """Tell whether the unseen text is that of a scan, which a program put over or under the picture of the page."""
    if sum(not raw.char.isspace() for raw in seen) > 20:
        return False
    scanned = any(cover.colour is None and _area(cover.box) > 0.5 * _area(crop) for cover in covers)
    return scanned and bool(unseen) and not any("small" in reason or "outside" in reason for reason in unseen)
