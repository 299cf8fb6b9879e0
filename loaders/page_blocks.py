"""From lines in reading order to what a reader takes for headings, list items and paragraphs.

In: lines of chunks. Out: rows of an extract.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.extract import Box, Row
from skillgraph.loaders.page_chunks import Chunk
from skillgraph.loaders.page_columns import Line
from skillgraph.model import BlockKind

_LARGER = 1.12
_HEADING = 70
_LEAST = 18
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\w\.(?:com|org|net|io|dev)\b)|\+\d")


class _Look(NamedTuple):
    """The style of a heading."""

    size: float
    bold: bool
    capitals: bool


class _Styles:
    """What body text and headings of a document look like, and what distance is a gap."""

    def __init__(self, lines: Sequence[Line], *, hyphenating: bool) -> None:
        counts: Counter[float] = Counter()
        for line in lines:
            for chunk in line.cells:
                counts[round(chunk.size, 1)] += len(chunk.text)
        self.body = max(counts, key=lambda size: (counts[size], size), default=10.0)
        self._steps = _steps(lines)
        long = [line.cells[-1].text for line in lines if len(line.cells[-1].text) >= _LEAST]
        # A text that is not hyphenated breaks at the hyphens of compounds alone, which stay.
        self.hyphenated = hyphenating or sum(text.endswith("-") for text in long) >= 0.06 * max(len(long), 1)
        known = [line for line in lines if len(line.cells) == 1 and not line.first.bullet and cues.is_heading_word(line.first.text)]
        looks = Counter(_look(line) for line in known)
        plain = _Look(self.body, False, False)
        self.headings = frozenset(look for look in looks if look != plain)
        sizes = {look.size for look in looks} or {self.body}
        self.section = max(sizes, key=lambda size: (sum(looks[look] for look in looks if look.size == size), size))

    def leading(self, size: float) -> float:
        """Return the distance of baselines within a paragraph of a size."""
        return self._steps.get(round(size), 1.25 * size)

    def level(self, line: Line) -> int:
        """Return the level of a line that is a heading, 0 of any other."""
        chunk = line.first
        text = " ".join(cell.text for cell in line.cells)
        if chunk.bullet or len(text) > _HEADING or not any(char.isalpha() for char in text):
            return 0
        if len(line.cells) == 1 and (cues.is_heading_word(text) and (_look(line) in self.headings or not self.headings)):
            return 2
        if len(line.cells) == 1 and _look(line) in self.headings and chunk.size >= self.section - 0.2 and not _is_plain(line, self.body):
            return 2
        if chunk.size < _LARGER * self.body or cues.ends_sentence(text):
            return 0
        return 1 if chunk.size > 1.05 * self.section else 3 if chunk.size < 0.95 * self.section else 2


def _look(line: Line) -> _Look:
    text = line.first.text
    return _Look(round(line.first.size, 1), line.first.bold, text == text.upper())


def _is_plain(line: Line, body: float) -> bool:
    look = _look(line)
    return not look.bold and look.size <= 1.02 * body and not (look.capitals and len(line.first.text) > 4)


def _steps(lines: Sequence[Line]) -> dict[int, float]:
    """Return the usual distance of baselines by size; what parts paragraphs is wider, so that the smaller ones count."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for line, after in pairwise(lines):
        step = after.first.y - line.first.y
        if after.first.page == line.first.page and after.first.size == line.first.size and 0.8 < step / max(after.first.size, 1) < 2.2:
            found[round(after.first.size)].append(step)
    return {size: sorted(steps)[len(steps) // 5] for size, steps in found.items()}


def rows_of(lines: Sequence[Line], *, hyphenating: bool = False) -> Iterator[Row]:
    """Yield the rows of an extract for lines in reading order; some programs hyphenate what they set, most do not."""
    styles = _Styles(lines, hyphenating=hyphenating)
    indents: list[float] = []
    group: list[Line] = []
    before: Line | None = None
    for line in _bounded(lines, styles):
        if group and _goes_on(group, line, styles):
            group.append(line)
            continue
        if group:
            yield _row(group, before, styles, indents)
            before = group[-1]
        group = [line]
    if group:
        yield _row(group, before, styles, indents)


def _bounded(lines: Sequence[Line], styles: _Styles) -> list[Line]:
    """Return the lines, each with the right edge that the text of its section reaches, where several lines reach it."""
    done: list[Line] = []
    bound = 0.0
    for section in _sections(lines, styles):
        limit, edge = section[0].right, max(line.cells[-1].x1 for line in section)
        if sum(edge - line.cells[-1].x1 < 6 * styles.body for line in section) > 3:
            bound = edge
        if done and done[-1].right != bound and abs(limit - lines[len(done) - 1].right) > 1:
            bound = edge if bound == edge else limit
        done += [line._replace(right=bound if bound >= edge else limit) for line in section]
    return done


def _sections(lines: Sequence[Line], styles: _Styles) -> Iterator[list[Line]]:
    section: list[Line] = []
    for line in lines:
        if section and (styles.level(line) or abs(line.right - section[-1].right) > 1):
            yield section
            section = []
        section.append(line)
    if section:
        yield section


def _goes_on(group: Sequence[Line], line: Line, styles: _Styles) -> bool:
    """Tell whether a line is the wrapped rest of the lines before it."""
    if line.first.bullet or not _is_below(group[-1], line, styles):
        return False
    if len(group[0].cells) > 1 or len(line.cells) > 1:
        return _cells_go_on(group, line)
    first, last = group[0], group[-1]
    chunk, end = line.first, last.first
    full = end.x1 + chunk.first + 0.2 * end.size > last.right - 0.15 * end.size
    if full and _is_wrapped_heading(last, line, styles):
        return True
    if not _is_alike(chunk, end) or styles.level(line) or (styles.level(first) and not _is_long(last)):
        return False
    if first.first.bullet:
        return _item_goes_on(first.first, end, chunk, full=full, least=_least(end, last.right))
    if (chunk.bold != end.bold and not (end.bold and chunk.opens_bold)) or (
        abs(chunk.x0 - end.x0) > (1.5 if len(group) > 1 else 30) and not full
    ):
        return False
    return full and _wraps(end.text, chunk.text, least=18 if chunk.bold else _least(end, last.right))


def _is_wrapped_heading(last: Line, line: Line, styles: _Styles) -> bool:
    """Tell whether a heading goes on in the next line of a narrow column, as a long name does."""
    same = styles.level(last) == styles.level(line) != 0 and _look(last) == _look(line) and abs(line.first.x0 - last.first.x0) < 2
    return same and not (cues.is_heading_word(last.first.text) or cues.is_heading_word(line.first.text))


def _item_goes_on(first: Chunk, end: Chunk, chunk: Chunk, *, full: bool, least: int) -> bool:
    """Tell whether a chunk goes on with a list item, which may hang or begin again below its bullet."""
    if abs(chunk.x0 - first.text_x) < 4:
        return (full or chunk.text[:1].islower()) and not (cues.LABEL.match(chunk.text) and cues.ends_sentence(end.text))
    if not first.x0 - 4 < chunk.x0 < first.text_x or cues.ends_sentence(end.text) or chunk.bold != end.bold:
        return False
    return full and _wraps(end.text, chunk.text, least=least)


def _cells_go_on(group: Sequence[Line], line: Line) -> bool:
    """Tell whether every cell of a line is the wrapped rest of a cell above it."""
    return all(_column(group, chunk) is not None for chunk in line.cells)


def _column(group: Sequence[Line], chunk: Chunk) -> int | None:
    """Return which cell of a group's first line goes on in a chunk."""
    cells = group[0].cells
    index = next((i for i, cell in enumerate(cells) if min(abs(chunk.x0 - cell.text_x), abs(chunk.x0 - cell.x0)) < 3), None)
    if index is None:
        return None
    if index == 0 and (flowing := _flowing(cells)):
        index, last = flowing, group[-1].cells[0] if len(group) > 1 else cells[flowing]
    else:
        last = next((c for line in reversed(group) for c in line.cells if abs(c.text_x - chunk.x0) < 3 or c is cells[index]), cells[index])
    limit = cells[index + 1].x0 - 2.5 * chunk.size if index + 1 < len(cells) else group[0].right
    full = last.x1 + chunk.first + 0.2 * chunk.size > limit - 0.15 * chunk.size
    if not (full or (chunk.bold and cues.is_unfinished(last.text))) or not _is_alike(chunk, last) or chunk.bold != last.bold:
        return None
    # A narrow cell is full with few letters; where it has a neighbour the row shows that it is one text.
    return index if (index + 1 < len(cells) and not cues.is_header(chunk.text)) or _wraps(last.text, chunk.text) else None


def _flowing(cells: Sequence[Chunk]) -> int:
    """Return which cell goes on at the left edge of its line: that beside the dates, which are whole."""
    if cues.is_date_range(cells[0].text):
        return len(cells) - 1
    return len(cells) - 2 if len(cells) > 2 and cues.is_date_range(cells[-1].text) else 0


def _is_alike(chunk: Chunk, other: Chunk) -> bool:
    return abs(chunk.size - other.size) < 0.06 * other.size


def _is_below(last: Line, line: Line, styles: _Styles) -> bool:
    """Tell whether a line follows at the distance of lines, or at the top of the next page or column."""
    chunk, end = line.first, last.cells[-1]
    if chunk.page != end.page or chunk.y < end.y:
        return not cues.ends_sentence(end.text) and (chunk.text[:1].islower() or cues.is_unfinished(end.text))
    return chunk.y - end.y < styles.leading(chunk.size) + 0.1 * chunk.size


def _is_long(line: Line) -> bool:
    return len(line.first.text) > 35


def _least(chunk: Chunk, right: float) -> int:
    """Return how many characters a line that wraps has at least: 36, or fewer where the column is narrow."""
    capacity = (right - chunk.text_x) / (0.5 * max(chunk.size, 1.0))
    return max(_LEAST, min(36, int(0.6 * capacity)))


def _wraps(before: str, text: str, *, least: int = 36) -> bool:
    """Tell whether the words allow that a full line of so many characters at least goes on in the next."""
    if _ADDRESS.match(text):
        return False
    if text[:1].islower() or cues.is_unfinished(before) or before.endswith("-"):
        return True
    if len(before) < least or cues.opens_degree(text):
        return False
    if cues.ends_sentence(before):
        return not cues.is_header(text)
    return not (cues.is_header(text) and cues.is_header(before))


def _row(group: Sequence[Line], before: Line | None, styles: _Styles, indents: list[float]) -> Row:
    first = group[0]
    level = styles.level(first)
    gap = before is not None and _is_gap(before, first, styles)
    cells = [cell.text for cell in first.cells]
    for number, line in enumerate(group[1:], start=1):
        for chunk in line.cells:
            index = _column(group[:number], chunk) if len(cells) > 1 else 0
            cells[index or 0] = _glued(cells[index or 0], chunk.text, hyphenated=styles.hyphenated)
    emphasis = all(cell.strong for line in group for cell in line.cells)
    row = Row(cells, BlockKind.TEXT, 0, emphasis, gap=gap, page=first.first.page, box=_box(group))
    if first.first.bullet:
        return row._replace(kind=BlockKind.ITEM, level=_depth(indents, first.first))
    if level:
        indents.clear()
        return row._replace(kind=BlockKind.HEADING, level=level)
    return row


def _glued(text: str, rest: str, *, hyphenated: bool) -> str:
    if hyphenated and cues.glues(text, rest):
        return text[:-1] + rest
    return text + rest if text.endswith("-") and not text.endswith(" -") else f"{text} {rest}"


def _is_gap(before: Line, line: Line, styles: _Styles) -> bool:
    if line.first.page != before.first.page:
        return styles.level(line) > 0
    step = line.first.y - before.cells[-1].y
    return step < -1 or step > 1.35 * styles.leading(max(line.first.size, before.first.size))


def _depth(indents: list[float], chunk: Chunk) -> int:
    """Return how deep a list item is, from the left edge of its bullet, and remember it."""
    while indents and indents[-1] > chunk.x0 + 4:
        indents.pop()
    if not indents or chunk.x0 > indents[-1] + 4:
        # Far to the right is another column, not a deeper list.
        if indents and chunk.x0 - indents[-1] > 6 * chunk.size:
            indents.clear()
        indents.append(chunk.x0)
    return len(indents) - 1


def _box(group: Sequence[Line]) -> Box:
    page = group[0].first.page
    chunks = [cell for line in group for cell in line.cells if cell.page == page]
    return (
        round(min(c.x0 for c in chunks), 1),
        round(min(c.y - 0.8 * c.size for c in chunks), 1),
        round(max(c.x1 for c in chunks), 1),
        round(max(c.y + 0.25 * c.size for c in chunks), 1),
    )
