"""Reading order from the geometry of a page: columns one after the other, tables and right-hand dates line by line.

In: the chunks of a page. Out: lines in the order in which a reader takes them, nested where columns stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.page_chunks import Chunk

_GUTTER = 5.0
_WHITE, _LONG = 10.0, 10
_SPACE = 1.7
_LARGER = 1.8
_MOST_CHUNKS = 3000
_DEPTH = 6
_DATED = re.compile(rf"\W*(?:{cues.DATE_LINE.pattern}|(?:19|20)\d{{2}}\b)", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[-–—]|\bto|\bbis)$")
_OPEN_START = re.compile(r"(?:[-–—]|(?:to|bis)\b)\s*(?!$)")


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
    zone = _outer(rows, zone)
    above = [chunk for row in rows[: zone.start] for chunk in row.chunks]
    below = [chunk for row in rows[zone.end :] for chunk in row.chunks]
    left, beside = _parted(rows[zone.start : zone.end], zone.edge)
    middle: Flow
    if bands := _between_headings(left, beside):
        middle = [line for band in bands for line in lay_out(band, depth + 1, limit)]
    elif first := _first_side_heading(_rows(left), _rows(beside)):
        over = [chunk for chunk in (*left, *beside) if chunk.y < first.y - 0.5 * first.size]
        left, beside = ([chunk for chunk in side if chunk.y >= first.y - 0.5 * first.size] for side in (left, beside))
        middle = [*lay_out(over, depth + 1, limit), *_table(left, beside, limit)]
    elif _is_table(left, beside):
        middle = list(_table(left, beside, limit))
    else:
        middle = [Columns(lay_out(left, depth + 1), lay_out(beside, depth + 1), zone.edge)]
    return [*lay_out(above, depth + 1, limit), *middle, *lay_out(below, depth + 1, limit)]


def _outer(rows: Sequence[_Row], zone: _Zone) -> _Zone:
    """Return the zone of a side bar and a text with dates at its left, where the heavier one parts the dates from the text."""
    left, right = _parted(rows[zone.start : zone.end], zone.edge)
    inner = None if _is_table(left, right) else _best(_rows(left))
    if inner is None or not _is_table(_parted(_rows(left), inner.edge)[1], right):
        return zone
    return next((wide for wide in _zones(rows, inner.edge) if wide.start <= zone.start and wide.end >= zone.end), zone)


def _parted(rows: Iterable[_Row], edge: float) -> tuple[list[Chunk], list[Chunk]]:
    """Return what stands left and right of an edge."""
    chunks = [chunk for row in rows for chunk in row.chunks]
    left = [chunk for chunk in chunks if chunk.x0 < edge - _GUTTER / 2]
    return left, [chunk for chunk in chunks if chunk.x0 >= edge - _GUTTER / 2]


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
    """Return edges of which no two are nearer than a point."""
    kept: list[float] = []
    for edge in edges:
        if not kept or edge - kept[-1] > 1:
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
    headed = _are_headings(left)
    if (sum(map(bool, left)) < 3 or len(heads) < 3) and not (headed and len(heads) > 1):
        return None
    aligned = sum(abs(chunk.x0 - edge) < 4 or abs(chunk.text_x - edge) < 4 for chunk in heads)
    indented = sum(-1 < chunk.x0 - edge < 30 for chunk in heads)
    if aligned < max(2, 0.3 * len(heads)) or indented < 0.6 * len(heads):
        # What stands at the right may be columns itself: then the white between them has to tell.
        reach = max((cell.x1 for cells in left for cell in cells), default=edge)
        if aligned < 2 or end - start < _LONG or edge - reach < _WHITE:
            return None
    weight = min(_letters(cell for cells in left for cell in cells), _letters(cell for cells in right for cell in cells))
    return _Zone(start, end, edge, weight) if weight >= 12 or headed else None


def _are_headings(cells: Iterable[Sequence[Chunk]]) -> bool:
    """Tell whether the cells of a column, if they are few, are headings and nothing else."""
    found = [row[0] for row in cells if row]
    return 0 < len(found) < 3 and all(cues.is_heading_word(chunk.text) for chunk in found)


def _letters(chunks: Iterable[Chunk]) -> int:
    return sum(len(chunk.text) for chunk in chunks)


def _is_table(left: Sequence[Chunk], right: Sequence[Chunk]) -> bool:
    """Tell whether what stands side by side belongs together line by line."""
    sides = (_rows(left), _rows(right))
    narrow, wide = sorted(sides, key=lambda rows: (_letters(c for row in rows for c in row.chunks), rows is sides[1]))
    level = [row for row in narrow if any(_is_level(row, other) for other in wide)]
    dated = [row for row, before in zip(narrow, [None, *narrow], strict=False) if _is_dated(row, before)]
    if len(dated) >= 0.35 * len(narrow) and sum(row in level for row in dated) >= 0.7 * len(dated):
        return True
    if len(level) < 0.85 * len(narrow):
        return False
    headings = [row for row in narrow if cues.is_heading_word(row.chunks[0].text)]
    if headings and len(headings) < 0.6 * len(narrow) and not _are_labels(narrow, wide):
        return False
    bulleted = [sum(row.chunks[0].bullet for row in side) for side in sides]
    if all(count >= 2 for count in bulleted):
        return False
    return not _is_prose(narrow) or bool(headings)


def _is_dated(row: _Row, before: _Row | None) -> bool:
    """Tell whether a row begins with a date, and not with the rest of one above it."""
    first = row.chunks[0]
    rest = before is not None and row.y - before.y < 1.6 * first.size and _is_open(before.chunks, row)
    return not rest and _DATED.match(first.text) is not None


def _between_headings(left: Sequence[Chunk], right: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return the parts of a table between headings that stand above both its columns, none where a heading is one of a side bar."""
    known = [chunk for chunk in left if cues.is_heading_word(chunk.text)]
    heads = [chunk for chunk in known if _look(chunk) == _look(known[0])]
    if not heads or not all(_is_isolated(head, left, right) for head in heads):
        return []
    parts: list[list[Chunk]] = [[]]
    for chunk in sorted([*left, *right], key=lambda chunk: (chunk.y, chunk.x0)):
        if chunk in heads:
            parts += [[chunk], []]
        else:
            parts[-1].append(chunk)
    return [part for part in parts if part]


def _is_isolated(head: Chunk, left: Sequence[Chunk], right: Sequence[Chunk]) -> bool:
    """Tell whether nothing stands beside a heading, nor nearer to its line than another paragraph would."""
    reach = 1.4 * head.size
    return not any(-reach < chunk.y - head.y < reach for chunk in [*left, *right] if chunk is not head)


def _first_side_heading(narrow: Sequence[_Row], wide: Sequence[_Row]) -> Chunk | None:
    """Return the first of the headings of which the left column consists from there on, each beside the first line of its text."""
    stacks = _stacks(narrow)
    known = [stack for stack in stacks if cues.is_heading_word(_stacked(stack))]
    if not known:
        return None
    look = _look(known[0][0])
    after = stacks[next(index for index, stack in enumerate(stacks) if stack is known[0]) :]
    heads = [stack for stack in after if _look(stack[0]) == look]
    level = [stack for stack, below in pairwise([*after, after[-1]]) if stack in heads and _heads(stack[0], below[0], wide)]
    if 3 * len(level) < 2 * len(heads) or 2 * _count(heads) < _count(after) or _are_labels(narrow, wide):
        return None
    return known[0][0]


def _heads(chunk: Chunk, below: Chunk, wide: Iterable[_Row]) -> bool:
    """Tell whether a text begins beside a heading, or beside the smaller heading below it."""
    places = [chunk.y] + [below.y] * (chunk.size < below.y - chunk.y < 2.2 * chunk.size)
    return any(abs(y - row.y) < 0.35 * min(chunk.size, row.chunks[0].size) for row in wide for y in places)


def _count(stacks: Iterable[Sequence[Chunk]]) -> int:
    return sum(_letters(stack) for stack in stacks)


def _look(chunk: Chunk) -> tuple[float, bool]:
    return round(chunk.size, 1), chunk.bold


def _stacks(rows: Iterable[_Row]) -> list[list[Chunk]]:
    """Return lines that stand close below each other and look alike."""
    stacks: list[list[Chunk]] = []
    for row in rows:
        last = stacks[-1][-1] if stacks else None
        if last is not None and _look(last) == _look(row.chunks[0]) and row.y - last.y < 1.6 * last.size:
            stacks[-1].extend(row.chunks)
        else:
            stacks.append(list(row.chunks))
    return stacks


def _are_labels(narrow: Sequence[_Row], wide: Sequence[_Row]) -> bool:
    """Tell whether every row of a column stands beside a text of its own and all look alike, as no heading and its list do."""
    looks = {_look(row.chunks[0]) for row in narrow}
    level = all(len(row.chunks) == 1 and any(_is_level(row, other) for other in wide) for row in narrow)
    return len(looks) == 1 and len(wide) < 2 * len(narrow) and level


def _is_level(row: _Row, other: _Row) -> bool:
    return abs(row.y - other.y) < 0.15 * row.chunks[0].size


def _is_prose(rows: Sequence[_Row]) -> bool:
    """Tell whether the rows are mostly lines of running text, which wraps where a table's cells would not."""
    texts = [" ".join(chunk.text for chunk in row.chunks) for row in rows]
    running = sum(text[:1].islower() or cues.is_unfinished(text) for text in texts)
    return len(rows) > 4 and running > 0.3 * len(rows)


def _table(left: Sequence[Chunk], right: Sequence[Chunk], limit: float) -> Iterable[Line]:
    """Yield the lines of a table whose cells on the left may have several rows beside one text on the right."""
    if _letters(left) > _letters(right):
        yield from _ledger(left, right, limit)
        return
    stacks: list[list[Chunk]] = []
    main = _rows(right)
    cells = _rows(left)
    headed = not _are_labels(cells, main)
    owners: dict[int, list[Chunk]] = {}
    alone: list[list[Chunk]] = []
    for row in cells:
        level = next((index for index, other in enumerate(main) if abs(row.y - other.y) < 0.35 * row.chunks[0].size), None)
        below = stacks[-1] if stacks else None
        if below is not None and (level is None or _is_open(below, row)) and row.y - below[-1].y < 2 * row.chunks[0].size:
            below.extend(row.chunks)
            continue
        stacks.append(list(row.chunks))
        if level is None:
            alone.append(stacks[-1])
        else:
            owners.setdefault(level, []).extend([])
            owners[level] = stacks[-1]
    lines = [(stack[0].y, [line for row in _rows(_closed(stack)) for line in _lines(row.chunks, limit)]) for stack in alone]
    for index, row in enumerate(main):
        lines.append((row.y, list(_beside(_closed(owners.get(index, [])), row.chunks, limit, headed=headed))))
    for _, found in sorted(lines, key=lambda line: line[0]):
        yield from found


def _ledger(left: Sequence[Chunk], right: Sequence[Chunk], limit: float) -> Iterable[Line]:
    """Yield the lines of a text at whose right edge dates or places stand."""
    beside = {id(chunk) for chunk in right}
    for row in _rows([*left, *right]):
        lines = list(_lines([chunk for chunk in row.chunks if id(chunk) not in beside], limit))
        ends = [cell for line in _lines([c for c in row.chunks if id(c) in beside], limit) for cell in line.cells]
        yield from lines[:-1]
        yield Line((*(cell for line in lines[-1:] for cell in line.cells), *ends), limit)


def _closed(stack: Sequence[Chunk]) -> list[Chunk]:
    """Return the cells of a stack; a heading or a range of dates that wraps is one cell."""
    whole = _stacked(stack)
    if len(stack) > 1 and (cues.is_heading_word(whole) or cues.is_date_range(whole)):
        return [stack[0]._replace(text=whole)]
    done: list[Chunk] = []
    for chunk in stack:
        if done and _OPEN_END.search(done[-1].text) and chunk.y > done[-1].y:
            done[-1] = done[-1]._replace(text=f"{done[-1].text} {chunk.text}")
        else:
            done.append(chunk)
    return done


def _stacked(chunks: Iterable[Chunk]) -> str:
    return " ".join(chunk.text for chunk in chunks)


def _is_open(stack: Sequence[Chunk], row: _Row) -> bool:
    """Tell whether a range of dates goes on in a row."""
    text = _stacked(row.chunks)
    return bool(_OPEN_END.search(stack[-1].text) or _OPEN_START.match(text) or cues.is_date_range(f"{_stacked(stack)} {text}"))


def _beside(labels: Sequence[Chunk], texts: Sequence[Chunk], limit: float, *, headed: bool) -> Iterable[Line]:
    if not labels:
        yield from _lines(texts, limit)
        return
    if headed and any(cues.is_heading_word(label.text) or label.size > 1.05 * texts[0].size for label in labels):
        yield from (Line((chunk,), limit) for chunk in labels)
        yield from _lines(texts, limit)
        return
    merged = [cell for line in _lines(texts, limit) for cell in line.cells]
    yield Line((*labels, *merged), limit)


def _lines(chunks: Sequence[Chunk], limit: float) -> Iterable[Line]:
    """Return the lines of a row, its chunks joined where only a wide space parts them.

    Two list items beside each other are two lines, and so is a name in large letters with an address beside it: the name first.
    """
    lines: list[list[Chunk]] = []
    for chunk in chunks:
        if not lines or chunk.bullet or _is_apart(lines[-1][-1], chunk):
            lines.append([chunk])
        elif _joins(lines[-1][-1], chunk, limit):
            lines[-1][-1] = _joined(lines[-1][-1], chunk)
        else:
            lines[-1].append(chunk)
    if any(_is_apart(line[-1], after[0]) for line, after in pairwise(lines)):
        lines.sort(key=lambda line: -line[0].size)
    return [Line(tuple(cells), limit) for cells in lines]


def _is_apart(before: Chunk, chunk: Chunk) -> bool:
    return max(before.size, chunk.size) > _LARGER * min(before.size, chunk.size)


def _joins(before: Chunk, chunk: Chunk, limit: float) -> bool:
    size = max(before.size, chunk.size)
    if limit - chunk.x1 < 3 and cues.is_date_range(chunk.text):
        return False
    if chunk.bullet or (chunk.framed and before.framed) or chunk.x0 - before.x1 > _SPACE * size:
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
        if _goes_over(band):
            lines += [*left, *right]
            named = named or max(_size(left), _size(right)) >= 0.99 * largest
            continue
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
        if bands and isinstance(last, Columns) and isinstance(bands[0], Columns) and _go_on(last, bands[0]):
            first = bands.pop(0)
            assert isinstance(first, Columns)
            flow[-1] = Columns([*last.left, *first.left], [*last.right, *first.right], last.edge)
        flow += bands
    return flow


def _go_on(columns: Columns, after: Columns) -> bool:
    """Tell whether columns on a page's top are those of the page before."""
    return abs(columns.edge - after.edge) < 15 and not _goes_over(columns) and not _goes_over(after)


def _goes_over(columns: Columns) -> bool:
    """Tell whether one text goes on from the left column into the right one: they are as wide, and the right one begins amid it."""
    left, right = list(flatten(columns.left)), list(flatten(columns.right))
    if not left or not right:
        return False
    start = min(line.first.x0 for line in left)
    width = max(line.cells[-1].x1 for line in right) - columns.edge
    if not 0.8 * width < columns.edge - start < 1.3 * width:
        return False
    first = right[0].first
    headings = {(_look(line.first), line.first.text.isupper()) for line in (*left, *right) if cues.is_heading_word(line.first.text)}
    begins = first.size > 1.05 * left[-1].first.size or (_look(first), first.text.isupper()) in headings
    return first.bullet or first.text[:1].islower() or not begins


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
