"""Plain text as people paste it: lines, bullets of many shapes, wrapped ends, tabs.

In: cleaned text. Out: a draft for each line that its author would call one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgraph.loaders import cues
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, Piece
from skillgraph.loaders.rows import Row
from skillgraph.loaders.web_profile import without_page
from skillgraph.model import BlockKind

_RULE = re.compile(r"(?:[-_=*~─━═–—]\s?){3,}$")
_CELL_GAP = re.compile(r"\s*\t\s*| {3,}")
_INNER = re.escape(cues.BULLETS.replace("·", "").replace("»", ""))
_INLINE = re.compile(rf"(?<=\s)(?P<glyph>[{_INNER}]|{cues.EMOJI})\ufe0f?\s+(?=\S)")
_ADDRESS = re.compile(r"@|https?:|www\.|\.com\b|\+\d")


def read_text(text: str) -> Iterator[Draft]:
    """Yield a draft for each line, list item and wrapped paragraph of a plain text."""
    rows = without_page(list(_rows(text)))
    width = _width(rows)
    levels: list[tuple[int, str]] = []
    index = 0
    while index < len(rows):
        group = _group(rows, index, width)
        first = rows[index]
        index += len(group)
        underline = _underline(rows, index, group)
        if first.bullet:
            yield from _item(text, group, _level(levels, first))
        elif first.rule:
            continue
        elif underline:
            levels.clear()
            yield Draft(_cells(text, group), BlockKind.HEADING, underline, gap=first.gap)
            index += 1
        else:
            levels.clear()
            yield from _line(text, group, rows, index)


def _rows(text: str) -> Iterator[Row]:
    start = 0
    gap = False
    pending: Row | None = None
    for line in text.split("\n"):
        row = _row(line, start, gap)
        start += len(line) + 1
        if row is None:
            gap = True
            continue
        if pending is not None:
            if not row.bullet:
                row = row._replace(bullet=pending.bullet, indent=pending.indent, gap=pending.gap)
            pending = None
        if row.bullet and not row.text:
            pending = row
            continue
        yield row
        gap = row.rule


def _row(line: str, start: int, gap: bool) -> Row | None:
    body = line.strip()
    if not body:
        return None
    skipped = len(line) - len(line.lstrip())
    indent = len(line[:skipped].expandtabs(4))
    if cues.LONE_BULLET.match(body):
        return Row(start, start, indent, gap, body, "", indent)
    if _RULE.match(body):
        return Row(start + skipped, start + skipped + len(body), indent, gap, "", body, indent, rule=True)
    match = cues.BULLET.match(body)
    marker = match.end() if match else 0
    bullet = (match["glyph"] or "1") if match else ""
    begin = start + skipped + marker
    return Row(begin, begin + len(body) - marker, indent, gap, bullet, body[marker:], indent + marker)


def _width(rows: list[Row]) -> int:
    """Return the length at which the text's long lines were wrapped, 0 where they were not."""
    lengths = sorted(row.end - row.start for row in rows if row.end - row.start > cues.LONG)
    if len(lengths) < 2:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    return width if width <= 150 else 0


def _group(rows: list[Row], index: int, width: int) -> list[Row]:
    """Return the rows from `index` that are one wrapped line."""
    group = [rows[index]]
    if rows[index].rule or _is_parted(rows[index].text):
        return group
    for position in range(index + 1, len(rows)):
        after = rows[position + 1] if position + 1 < len(rows) else None
        if not _continues(group, rows[position], after, width):
            break
        group.append(rows[position])
    return group


def _is_parted(body: str) -> bool:
    return "\t" in body or "   " in body


def _continues(group: list[Row], row: Row, after: Row | None, width: int) -> bool:
    """Tell whether a row is the wrapped rest of the row before it."""
    first, last = group[0], group[-1]
    if row.gap or row.bullet or row.rule or (first.bullet and row.indent < first.indent):
        return False
    before = last.text
    if cues.is_header(row.text) or (after is not None and (_opens(row, after) or _names_role(last, row, after, width))):
        return False
    if before.endswith("-") and row.text[0].islower():
        return True
    if first.bullet and row.indent > first.indent and row.indent >= first.hang - 1:
        return True
    if not first.bullet and ((cues.is_header(first.text) and len(before) <= cues.LONG) or _is_heading(first)):
        return False
    if row.text[0].islower() or row.text[0] in ",;)&":
        return len(before) > cues.LONG // 2
    if len(before) <= max(cues.LONG, width * 6 // 10) - len(row.text.split(None, 1)[0]):
        return cues.is_unfinished(before) and len(before) > cues.LONG * 2 // 3
    if cues.is_unfinished(before):
        return True
    if not width:
        return False
    return not cues.ends_sentence(before) or len(row.text) > cues.LONG


def _opens(row: Row, after: Row) -> bool:
    """Tell whether a short row is the first line of an entry: dates stand alone below it."""
    return not after.gap and len(row.text) <= cues.LONG and cues.DATE_LINE.match(after.text) is not None


def _names_role(last: Row, row: Row, after: Row, width: int) -> bool:
    """Tell whether a short row of capitalised words is the head of an entry: its first word had room on the line before it."""
    found = row.text.split()
    return (
        2 <= len(found) <= 6
        and all(word[0].isupper() for word in found)
        and not cues.ends_sentence(row.text)
        and last.end - last.start + 1 + len(found[0]) <= width
        and not (after.gap or after.bullet)
        and cues.DATE_RANGE.search(after.text) is not None
    )


def _is_heading(row: Row) -> bool:
    body = cues.ORNAMENT.sub("", row.text, count=1)
    return cues.is_heading_word(body) or (row.gap and cues.is_capitals(body))


def _underline(rows: list[Row], index: int, group: list[Row]) -> int:
    """Return the heading level that a line of = or - directly below a short line gives it, 0 without."""
    if index >= len(rows) or len(group) > 1 or group[0].bullet or group[0].rule:
        return 0
    rule, text = rows[index], group[0].text
    if rule.gap or not rule.rule or len(text) > cues.LONG or rule.text[0] not in "=-~─━═":
        return 0
    return 1 if rule.text[0] in "=═━" else 2


def _level(levels: list[tuple[int, str]], row: Row) -> int:
    """Return the depth of an item, from its indentation and its bullet, and remember it."""
    while levels and levels[-1][0] > row.indent:
        levels.pop()
    mark = (row.indent, row.bullet)
    if mark in levels:
        del levels[levels.index(mark) + 1 :]
    else:
        levels.append(mark)
    return len(levels) - 1


def _line(text: str, group: list[Row], rows: list[Row], index: int) -> Iterator[Draft]:
    """Yield what a line without a bullet holds: a heading, or text with items run together in it."""
    first = group[0]
    if len(group) == 1 and (_is_heading(first) or (first is rows[0] and cues.is_capitals(first.text))):
        yield Draft(_cells(text, group), BlockKind.HEADING, 1 if first is rows[0] else 2, gap=first.gap)
        return
    yield from _split(text, group, BlockKind.TEXT, 0)


def _item(text: str, group: list[Row], level: int) -> Iterator[Draft]:
    yield from _split(text, group, BlockKind.ITEM, level)


def _split(text: str, group: list[Row], kind: BlockKind, level: int) -> Iterator[Draft]:
    """Yield one draft, or several where bullets stand in the middle of the line."""
    first = group[0]
    marks = _marks(text, group) if len(group) == 1 and not first.text.isascii() else []
    if not marks:
        yield Draft(_cells(text, group), kind, level, gap=first.gap)
        return
    bounds = [(first.start, kind)] + [(match.end(), _kind(match)) for match in marks]
    ends = [match.start() for match in marks] + [first.end]
    for number, ((start, part), end) in enumerate(zip(bounds, ends, strict=True)):
        depth = level if part is BlockKind.ITEM else 0
        yield Draft([[Piece(text[start:end], start)]], part, depth, gap=first.gap and not number)


def _kind(match: re.Match[str]) -> BlockKind:
    return BlockKind.ITEM if match["glyph"][0] in cues.BULLETS else BlockKind.TEXT


def _marks(text: str, group: list[Row]) -> list[re.Match[str]]:
    """Return the bullets in the middle of a line, if it is several items run together and not a list of short words."""
    row = group[0]
    marks = list(_INLINE.finditer(text, row.start, row.end))
    glyphs = [match for match in marks if _kind(match) is BlockKind.ITEM]
    if not glyphs or (len(glyphs) < 2 and not row.bullet):
        return []
    if row.bullet and any(match["glyph"][0] == row.bullet[0] for match in glyphs):
        return marks
    bounds = [match.end() for match in glyphs]
    parts = [text[start:end] for start, end in zip(bounds, [*bounds[1:], row.end], strict=True)]
    words = sum(len(part.split()) for part in parts)
    return marks if words >= 4 * len(parts) and not _ADDRESS.search(row.text) else []


def _cells(text: str, group: list[Row]) -> list[list[Piece]]:
    if len(group) > 1:
        return [list(_join(text, group))]
    row = group[0]
    if not _is_parted(row.text):
        return [[Piece(row.text, row.start)]]
    cells: list[list[Piece]] = []
    start = row.start
    for match in _CELL_GAP.finditer(text, row.start, row.end):
        cells.append([Piece(text[start : match.start()], start)])
        start = match.end()
    return [*cells, [Piece(text[start : row.end], start)]]


def _join(text: str, group: list[Row]) -> Iterator[Piece]:
    """Yield the pieces of wrapped lines, with a space between them or with the hyphen taken out of a split word."""
    for row, after in zip(group, [*group[1:], None], strict=True):
        glued = after is not None and cues.glues(row.text, after.text)
        end = row.end - 1 if glued else row.end
        yield Piece(text[row.start : end], row.start)
        if after is not None and not glued and not row.text.endswith("-"):
            yield Piece(" ", INSERTED)
