"""Reading order from the geometry of a page: columns one after the other, tables and right-hand dates line by line.

In: the chunks of a page. Out: lines in the order in which a reader takes them, nested where columns stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.page_chunks import Chunk

_GUTTER = 5.0
_SPACE = 1.7
_MOST_CHUNKS = 3000
_DEPTH = 6
_DATED = re.compile(rf"\W*(?:{cues.DATE_LINE.pattern}|(?:19|20)\d{{2}}\b)", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[-–—]|\bto|\bbis)$")


class Line(NamedTuple):
    """What a reader takes for one line: its cells from left to right, and how far the text around it may reach."""

    cells: tuple[Chunk, ...]
    right: float

    @property
    def first(self) -> Chunk:
        """The cell that stands for the line's style."""
        return self.cells[0]


class Columns(NamedTuple):
    """Two columns side by side, the left edge of the right one, and the page."""

    left: list[Line | Columns]
    right: list[Line | Columns]
    edge: float


Flow = list[Line | Columns]


class _Row(NamedTuple):
    chunks: list[Chunk]
    y: float


class _Zone(NamedTuple):
    start: int
    end: int
    edge: float
    weight: int


def lay_out(chunks: Sequence[Chunk], depth: int = 0, right: float = 0.0) -> Flow:
    """Return the lines of a page or column, with columns inside it found."""
    if not chunks:
        return []
    limit = right or max(chunk.x1 for chunk in chunks)
    rows = _rows(chunks)
    zone = None if depth >= _DEPTH or len(chunks) > _MOST_CHUNKS else _best(rows)
    if zone is None:
        return [line for row in rows for line in _lines(row.chunks, limit)]
    above = [chunk for row in rows[: zone.start] for chunk in row.chunks]
    below = [chunk for row in rows[zone.end :] for chunk in row.chunks]
    inside = [chunk for row in rows[zone.start : zone.end] for chunk in row.chunks]
    left = [chunk for chunk in inside if chunk.x0 < zone.edge - _GUTTER / 2]
    beside = [chunk for chunk in inside if chunk.x0 >= zone.edge - _GUTTER / 2]
    middle: Flow
    if _is_table(left, beside):
        middle = list(_table(left, beside, limit))
    else:
        middle = [Columns(lay_out(left, depth + 1), lay_out(beside, depth + 1), zone.edge)]
    return [*lay_out(above, depth + 1, limit), *middle, *lay_out(below, depth + 1, limit)]


def _rows(chunks: Iterable[Chunk]) -> list[_Row]:
    """Return chunks that stand on one height, from top to bottom."""
    rows: list[_Row] = []
    for chunk in sorted(chunks, key=lambda c: (c.y, c.x0)):
        near = [row for row in rows[-3:] if abs(row.y - chunk.y) < 0.35 * min(chunk.size, row.chunks[0].size)]
        row = next((row for row in near if not any(_overlap(chunk, other) for other in row.chunks)), None)
        if row is None:
            rows.append(_Row([chunk], chunk.y))
        else:
            row.chunks.append(chunk)
    for row in rows:
        row.chunks.sort(key=lambda c: c.x0)
    return rows


def _overlap(chunk: Chunk, other: Chunk) -> bool:
    return min(chunk.x1, other.x1) - max(chunk.x0, other.x0) > 0.5 * min(chunk.size, other.size)


def _best(rows: Sequence[_Row]) -> _Zone | None:
    """Return the weightiest stretch of rows that stand on both sides of a gutter, if any."""
    start = min((row.chunks[0].x0 for row in rows), default=0.0)
    edges = sorted({round(chunk.x0, 1) for row in rows for chunk in row.chunks if chunk.x0 > start + 25})
    zones = [zone for edge in _apart(edges) for zone in _zones(rows, edge)]
    return max(zones, key=lambda zone: (zone.weight, -zone.edge), default=None)


def _apart(edges: Iterable[float]) -> list[float]:
    """Return edges of which no two are nearer than three points."""
    kept: list[float] = []
    for edge in edges:
        if not kept or edge - kept[-1] > 3:
            kept.append(edge)
    return kept


def _zones(rows: Sequence[_Row], edge: float) -> Iterable[_Zone]:
    """Yield the stretches of rows without text across the gutter left of an edge."""
    start = 0
    for index in range(len(rows) + 1):
        if index < len(rows) and not any(c.x0 < edge - _GUTTER / 2 and c.x1 > edge - _GUTTER for c in rows[index].chunks):
            continue
        zone = _zone(rows, start, index, edge)
        if zone is not None:
            yield zone
        start = index + 1


def _zone(rows: Sequence[_Row], start: int, end: int, edge: float) -> _Zone | None:
    left = [[c for c in row.chunks if c.x0 < edge - _GUTTER / 2] for row in rows[start:end]]
    right = [[c for c in row.chunks if c.x0 >= edge - _GUTTER / 2] for row in rows[start:end]]
    heads = [cells[0] for cells in right if cells]
    if sum(map(bool, left)) < 3 or len(heads) < 3:
        return None
    aligned = sum(abs(chunk.x0 - edge) < 4 or abs(chunk.text_x - edge) < 4 for chunk in heads)
    indented = sum(-1 < chunk.x0 - edge < 30 for chunk in heads)
    if aligned < max(2, 0.3 * len(heads)) or indented < 0.6 * len(heads):
        return None
    weight = min(_letters(cell for cells in left for cell in cells), _letters(cell for cells in right for cell in cells))
    return _Zone(start, end, edge, weight) if weight >= 12 else None


def _letters(chunks: Iterable[Chunk]) -> int:
    return sum(len(chunk.text) for chunk in chunks)


def _is_table(left: Sequence[Chunk], right: Sequence[Chunk]) -> bool:
    """Tell whether what stands side by side belongs together line by line."""
    sides = (_rows(left), _rows(right))
    narrow, wide = sorted(sides, key=lambda rows: (_letters(c for row in rows for c in row.chunks), rows is sides[1]))
    level = [row for row in narrow if any(_is_level(row, other) for other in wide)]
    dated = [row for row in narrow if _DATED.match(row.chunks[0].text)]
    if len(dated) >= 0.35 * len(narrow) and sum(row in level for row in dated) >= 0.7 * len(dated):
        return True
    if len(level) < 0.85 * len(narrow):
        return False
    headings = [row for row in narrow if cues.is_heading_word(row.chunks[0].text)]
    if headings and len(headings) < 0.6 * len(narrow):
        return False
    bulleted = [sum(row.chunks[0].bullet for row in side) for side in sides]
    if all(count >= 2 for count in bulleted):
        return False
    return not _is_prose(narrow) or bool(headings)


def _is_level(row: _Row, other: _Row) -> bool:
    return abs(row.y - other.y) < 0.15 * row.chunks[0].size


def _is_prose(rows: Sequence[_Row]) -> bool:
    """Tell whether the rows are mostly lines of running text, which wraps where a table's cells would not."""
    texts = [" ".join(chunk.text for chunk in row.chunks) for row in rows]
    running = sum(text[:1].islower() or cues.is_unfinished(text) for text in texts)
    return len(rows) > 4 and running > 0.3 * len(rows)


def _table(left: Sequence[Chunk], right: Sequence[Chunk], limit: float) -> Iterable[Line]:
    """Yield the lines of a table whose cells on the left may have several rows beside one text on the right."""
    stacks: list[list[Chunk]] = []
    main = _rows(right)
    cells = _rows(left)
    owners: dict[int, list[Chunk]] = {}
    alone: list[list[Chunk]] = []
    for row in cells:
        level = next((index for index, other in enumerate(main) if abs(row.y - other.y) < 0.35 * row.chunks[0].size), None)
        below = stacks[-1] if stacks else None
        if below is not None and (level is None or _OPEN_END.search(below[-1].text)) and row.y - below[-1].y < 2 * row.chunks[0].size:
            below.extend(row.chunks)
            continue
        stacks.append(list(row.chunks))
        if level is None:
            alone.append(stacks[-1])
        else:
            owners.setdefault(level, []).extend([])
            owners[level] = stacks[-1]
    lines = [(stack[0].y, list(_lines(stack, limit))) for stack in alone]
    for index, row in enumerate(main):
        lines.append((row.y, list(_beside(_closed(owners.get(index, [])), row.chunks, limit))))
    for _, found in sorted(lines, key=lambda line: line[0]):
        yield from found


def _closed(stack: Sequence[Chunk]) -> list[Chunk]:
    """Return the cells of a stack, a range of dates that wraps as one cell."""
    done: list[Chunk] = []
    for chunk in stack:
        if done and _OPEN_END.search(done[-1].text) and chunk.y > done[-1].y:
            done[-1] = done[-1]._replace(text=f"{done[-1].text} {chunk.text}")
        else:
            done.append(chunk)
    return done


def _beside(labels: Sequence[Chunk], texts: Sequence[Chunk], limit: float) -> Iterable[Line]:
    if not labels:
        yield from _lines(texts, limit)
        return
    headings = [chunk for chunk in labels if cues.is_heading_word(chunk.text)]
    if headings:
        yield from (Line((chunk,), limit) for chunk in labels)
        yield from _lines(texts, limit)
        return
    merged = [cell for line in _lines(texts, limit) for cell in line.cells]
    yield Line((*labels, *merged), limit)


def _lines(chunks: Sequence[Chunk], limit: float) -> Iterable[Line]:
    """Yield the line of a row, its chunks joined where only a wide space parts them; two lists beside each other are two."""
    cells: list[Chunk] = []
    for chunk in chunks:
        if cells and _joins(cells[-1], chunk):
            cells[-1] = _joined(cells[-1], chunk)
        elif cells and chunk.bullet:
            yield Line(tuple(cells), limit)
            cells = [chunk]
        else:
            cells.append(chunk)
    if cells:
        yield Line(tuple(cells), limit)


def _joins(before: Chunk, chunk: Chunk) -> bool:
    size = max(before.size, chunk.size)
    if chunk.bullet or chunk.x0 - before.x1 > _SPACE * size:
        return False
    return before.bold == chunk.bold or chunk.x0 - before.x1 < 0.6 * size


def _joined(before: Chunk, chunk: Chunk) -> Chunk:
    wide = len(before.text) >= len(chunk.text)
    space = "" if chunk.x0 - before.x1 < 0.12 * before.size else " "
    return before._replace(
        text=f"{before.text}{space}{chunk.text}",
        x1=max(chunk.x1, before.x1),
        size=before.size if wide else chunk.size,
        bold=before.bold and chunk.bold,
        italic=before.italic and chunk.italic,
    )


def reading_order(pages: Sequence[Flow]) -> list[Line]:
    """Return the lines of all pages in order; a column goes on in the same column of the next page."""
    flow, late = _chained(pages), []
    largest = max((chunk.size for page in pages[:1] for line in flatten(page) for chunk in line.cells), default=0.0)
    lines: list[Line] = []
    named = False
    for number, band in enumerate(flow):
        if isinstance(band, Line):
            named = named or max(chunk.size for chunk in band.cells) >= 0.99 * largest
            lines.append(band)
            continue
        left, right = list(flatten(band.left)), list(flatten(band.right))
        is_main_left = _weight(left) >= _weight(right)
        main, side = (left, right) if is_main_left else (right, left)
        has_name = not named and _size(main) >= 0.99 * largest > _size(side)
        if not is_main_left and not has_name:
            lines += [*side, *main]
        elif number + 1 < len(flow):
            # The main column may go on below or on the next page: what stands beside it must not come between.
            lines += main
            late += side
        else:
            lines += [*main, *side]
        named = named or max(_size(main), _size(side)) >= 0.99 * largest
    return [*lines, *late]


def _chained(pages: Sequence[Flow]) -> Flow:
    """Return the flow of all pages, in which columns that go on over a page's end are one pair of columns."""
    flow: Flow = []
    for page in pages:
        bands = list(page)
        last = flow[-1] if flow else None
        if bands and isinstance(last, Columns) and isinstance(bands[0], Columns) and abs(last.edge - bands[0].edge) < 15:
            first = bands.pop(0)
            assert isinstance(first, Columns)
            flow[-1] = Columns([*last.left, *first.left], [*last.right, *first.right], last.edge)
        flow += bands
    return flow


def flatten(flow: Flow) -> Iterable[Line]:
    """Yield the lines of a flow, the left column before the right one."""
    for band in flow:
        if isinstance(band, Line):
            yield band
        else:
            yield from flatten(band.left)
            yield from flatten(band.right)


def _weight(lines: Sequence[Line]) -> int:
    return sum(_letters(line.cells) for line in lines)


def _size(lines: Sequence[Line]) -> float:
    return max((chunk.size for line in lines for chunk in line.cells), default=0.0)
