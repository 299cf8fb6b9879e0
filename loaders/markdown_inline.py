"""The marks inside a Markdown paragraph: emphasis, links, code, escapes, entities, HTML tags.

In: the paragraph's rows. Out: atoms and breaks in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from skillgraph.loaders.edits import INSERTED, plain
from skillgraph.loaders.lines import CELL, Atom
from skillgraph.model import BlockKind


class Break(NamedTuple):
    """A line break: by the author (`hard`), or between two rows; what follows may be of another kind."""

    hard: bool
    row: int = 0
    kind: BlockKind | None = None
    level: int = 0


_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<hard>\\\n|[ ]{2,}\n)|(?P<row>\n)"
    r"|(?P<code>`+)"
    r"|<(?P<auto>(?:https?://|mailto:|tel:)[^<>\s]*|[\w.+-]+@[\w.-]+)>"
    r"|<(?P<tag>/?[a-zA-Z][^<>]{0,1000})>"
    r"|(?P<cell>(?:&[ne][bmn]sp;|[ ]){3,}(?=\S)|(?:&[ne][bmn]sp;){2,}|[ ]*\t[ \t]*|\\hfill\b)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});)"
    r"|(?P<open>!?\[(?:\^[^\]\s]{1,20}\]|[ xX]\](?=\s))?)"
    r"|(?P<close>\](?:\((?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\[[^\[\]\n]{0,200}\])?)"
    r"|(?P<mark>\*+|_+|~~)"
    r"|(?P<attribute>\{[:#.][^{}\n]{0,200}\})"
)
_SPECIAL = re.compile(r"[\\\n`<&\t!\[\]*_~{]")
_BLOCK_TAGS = frozenset(
    [
        "p",
        "div",
        "center",
        "table",
        "tr",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "section",
        "header",
        "article",
        "blockquote",
        "details",
        "summary",
        "hr",
        "br",
        "li",
    ]
)
_BOLD_TAGS = frozenset(["b", "strong", "i", "em", "u"])
_INLINE_TAGS = frozenset(
    [
        "span",
        "a",
        "sub",
        "sup",
        "small",
        "big",
        "font",
        "img",
        "code",
        "kbd",
        "abbr",
        "s",
        "del",
        "ins",
        "mark",
        "time",
        "picture",
        "source",
        "svg",
        "path",
        "title",
        "label",
        "button",
        "tbody",
        "thead",
    ]
)
_APART = re.compile(r"float\s*:\s*right|\b(?:pull|float|text)-right|align=.?right", re.IGNORECASE)
_HEADING_TAG = re.compile(r"h[1-6]")


class _Scan:
    """What scanning a paragraph has found so far: deletions, emphasised stretches, insertions and breaks, by offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.wide = "  " in text
        self.gone: list[tuple[int, int, Atom | Break | str | None]] = []
        self.marks: dict[str, list[tuple[int, int]]] = {}
        self.links: list[tuple[int, int]] = []
        self.turns: dict[int, int] = {}
        self.tags: list[int] = []
        self.unclosed: set[int] = set()
        self.row = 0


def scan(rows: Sequence[tuple[int, str]]) -> Iterator[Atom | Break]:
    """Yield the visible text of rows, given as (source offset, text), and the breaks between them."""
    found = _Scan("\n".join([row for _, row in rows]))
    position = 0
    while match := _next(found, position):
        position = _HANDLERS[match.lastgroup or ""](found, match)
    yield from _emit(found, rows)


def _next(found: _Scan, position: int) -> re.Match[str] | None:
    """Return the next mark; where no two spaces stand together, only some characters can start one."""
    if found.wide:
        return _TOKEN.search(found.text, position)
    while start := _SPECIAL.search(found.text, position):
        match = _TOKEN.match(found.text, start.start())
        if match:
            return match
        position = start.end()
    return None


def _emit(found: _Scan, rows: Sequence[tuple[int, str]]) -> Iterator[Atom | Break]:
    """Walk over the text without what is gone; every row's characters keep their distance to the row's start."""
    found.gone.sort(key=lambda item: item[:2])
    turns = sorted(found.turns.items())
    shift, base, row = rows[0][0], 0, 0
    depth = group = position = turn = 0
    for start, end, instead in [*found.gone, (len(found.text), len(found.text), None)]:
        if start > position:
            yield Atom(found.text[position:start], shift + position - base, group)
        while turn < len(turns) and turns[turn][0] <= start:
            depth += turns[turn][1]
            group = 0 if depth <= 0 else group or turns[turn][0] + 1
            turn += 1
        if isinstance(instead, str):
            yield Atom(instead, INSERTED, group)
        elif instead is not None:
            yield instead
        if isinstance(instead, Break) and instead.row > row:
            row = instead.row
            shift, base = rows[row][0], end
        position = max(position, end)


def _escape(found: _Scan, match: re.Match[str]) -> int:
    found.gone.append((match.start(), match.start() + 1, None))
    return match.end()


def _hard(found: _Scan, match: re.Match[str]) -> int:
    found.row += 1
    found.gone.append((match.start(), match.end(), Break(True, found.row)))
    return match.end()


def _row(found: _Scan, match: re.Match[str]) -> int:
    found.row += 1
    found.gone.append((match.start(), match.end(), Break(False, found.row)))
    return match.end()


def _code(found: _Scan, match: re.Match[str]) -> int:
    size = len(match.group())
    if size in found.unclosed:
        return match.end()
    closing = re.compile(f"(?<!`){match.group()}(?!`)").search(found.text, match.end()) if size < 100 else None
    if closing is None or "\n" in found.text[match.end() : closing.start()]:
        found.unclosed.update([size] if closing is None else [])
        return match.end()
    found.gone.append((match.start(), match.end(), None))
    found.gone.append((closing.start(), closing.end(), None))
    return closing.end()


def _auto(found: _Scan, match: re.Match[str]) -> int:
    found.gone.append((match.start(), match.start() + 1, None))
    found.gone.append((match.end() - 1, match.end(), None))
    return match.end()


def _tag(found: _Scan, match: re.Match[str]) -> int:
    closing = match["tag"].startswith("/")
    name = re.split(r"[\s/>]", match["tag"].lstrip("/"), maxsplit=1)[0].lower()
    instead: Atom | Break | str | None = None
    if _HEADING_TAG.fullmatch(name):
        instead = Break(True, 0, BlockKind.TEXT if closing else BlockKind.HEADING, 0 if closing else int(name[1]))
    elif name == "li":
        instead = Break(True, 0, BlockKind.TEXT if closing else BlockKind.ITEM)
    elif name in _BLOCK_TAGS:
        instead = Break(True)
    elif name in ("td", "th") or (not closing and _APART.search(match["tag"])):
        instead = CELL
    elif name in _BOLD_TAGS:
        _turn(found, match.start(), closing)
    elif name not in _INLINE_TAGS:
        return match.end()
    found.gone.append((match.start(), match.end(), instead))
    return match.end()


def _turn(found: _Scan, position: int, closing: bool) -> None:
    """Start or end the emphasis of a tag; it counts only once it is closed."""
    if not closing:
        found.tags.append(position)
    elif found.tags:
        _emphasise(found, found.tags.pop(), position)


def _emphasise(found: _Scan, start: int, end: int) -> None:
    found.turns[start] = found.turns.get(start, 0) + 1
    found.turns[end] = found.turns.get(end, 0) - 1


def _cell(found: _Scan, match: re.Match[str]) -> int:
    start = match.start()
    if start and found.text[start - 1] != "\n":
        found.gone.append((start, match.end(), CELL))
    return match.end()


def _entity(found: _Scan, match: re.Match[str]) -> int:
    value = plain(unescape(match.group()))
    if value != match.group():
        found.gone.append((match.start(), match.end(), value))
    return match.end()


def _open(found: _Scan, match: re.Match[str]) -> int:
    if match.group().endswith("]"):
        found.gone.append((match.start(), match.end(), None))
    else:
        found.links.append((match.start(), match.end()))
    return match.end()


def _close(found: _Scan, match: re.Match[str]) -> int:
    if not found.links:
        return match.start() + 1
    start, end = found.links.pop()
    if len(match.group()) == 1 and end - start == 1:
        return match.end()
    if end - start == 2:
        while found.gone and found.gone[-1][0] >= start and not isinstance(found.gone[-1][2], Break):
            found.gone.pop()
        found.gone.append((start, match.end(), None))
    else:
        found.gone.append((start, end, None))
        found.gone.append((match.start(), match.end(), None))
    return match.end()


def _mark(found: _Scan, match: re.Match[str]) -> int:
    text, (start, end) = found.text, match.span()
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    char = text[start]
    opens, closes = not after.isspace(), not before.isspace()
    if char == "_" and before.isalnum() and after.isalnum():
        return end
    stack = found.marks.setdefault(char, [])
    while closes and stack and start < end:
        begin, finish = stack.pop()
        size = min(finish - begin, end - start)
        found.gone.append((finish - size, finish, None))
        found.gone.append((start, start + size, None))
        if char != "~":
            _emphasise(found, finish - size, start)
        start += size
        if finish - size > begin:
            stack.append((begin, finish - size))
    if opens and start < end:
        stack.append((start, end))
    return end


def _attribute(found: _Scan, match: re.Match[str]) -> int:
    found.gone.append((match.start(), match.end(), None))
    return match.end()


_HANDLERS = {
    "escape": _escape,
    "hard": _hard,
    "row": _row,
    "code": _code,
    "auto": _auto,
    "tag": _tag,
    "cell": _cell,
    "entity": _entity,
    "open": _open,
    "close": _close,
    "mark": _mark,
    "attribute": _attribute,
}
