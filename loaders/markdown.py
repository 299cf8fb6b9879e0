"""Markdown as people write résumés in it: CommonMark, tables, front matter, and the habits of its dialects.

In: cleaned text. Out: a draft for each line that a reader of the rendered page sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import Piece
from skillgraph.loaders.lines import CELL, Atom, draft
from skillgraph.loaders.markdown_inline import scan
from skillgraph.model import BlockKind

_FRONT = re.compile(
    r"\A\s*---[ \t]*\n((?:(?:[\w.-]+[ \t]*:|[ \t]+|-[ \t]|#|\})[^\n]*\n|\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_KEY = re.compile(r"^[\w.-]+[ \t]*:", re.MULTILINE)
_ENTRY = re.compile(r"""^(?P<key>[\w.-]+)[ \t]*:[ \t]+(?P<quote>["']?)(?P<value>[^\s\[{&*|>"'#][^\n]*?)(?P=quote)[ \t]*$""", re.MULTILINE)
_FIELDS = {
    "basics.name": ("name", "author"),
    "basics.label": ("title", "label", "position", "role", "headline"),
    "basics.location": ("location", "city", "address"),
    "basics.email": ("email", "e-mail", "mail"),
}
_ADDRESS = re.compile(r"@|\+?\d[\d ()-]{6,}\d")
_NAME = re.compile(r"(?!(?i:.*\b(?:resume|résumé|cv|curriculum|vitae|about|home|portfolio)\b))[^\W\d_][^\d:|]{1,30}(?: [^\d:|]{1,20}){1,4}")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?<!\S)#+$")
_RULE = re.compile(r"(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_SETEXT = re.compile(r"(=+|-+)[ \t]*$")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_DROPPED = re.compile(
    r"\[[^\]\n]+\]:[ \t]*\S|\{[:%#.][^\n]*\}$|\{\{[^\n]*\}\}$|:::"
    r"|\\(?:newpage|pagebreak|clearpage|vspace|begin|end)\b|\[TOC\]$|\[\[_TOC_\]\]$"
)
_ITEM = re.compile(rf"(?:[-*+](?=\s|$)|\(?\d{{1,3}}[.)](?=\s|$)|[{re.escape(cues.BULLETS)}]\ufe0f?)[ \t]*|:[ \t]+")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_PIPE = re.compile(r"(?<!\\)\|")
_TARGET = re.compile(r"\]\([^()\s]*\)|[*_`\[]")
_HIDDEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
_INK = re.compile(r"[^\n]")


class Row(NamedTuple):
    """A source line without its indentation and quote marks."""

    start: int
    text: str
    indent: int


class Part(NamedTuple):
    """Rows that are one heading, one list item or one paragraph."""

    kind: BlockKind
    level: int
    gap: bool
    rows: list[Row]


def read_markdown(text: str) -> Iterator[Draft]:
    """Yield a draft for each line, list item, table row and paragraph of a Markdown text."""
    yield from _front(text)
    for part in _parts(_visible(text)):
        if isinstance(part, Draft):
            yield part
        else:
            yield from _drafts(part)


def _front(text: str) -> Iterator[Draft]:
    """Yield what a résumé's front matter says of its person; the name is what tells it from a web page's own."""
    match = _FRONT.match(text)
    if match is None:
        return
    found = {entry["key"].lower(): entry for entry in _ENTRY.finditer(text, match.start(1), match.end(1))}
    keys = _person_keys({key: entry["value"] for key, entry in found.items()})
    if "basics.name" not in keys:
        return
    for field in _FIELDS:
        entry = found.get(keys.get(field, ""))
        if entry is not None:
            yield Draft([[Piece(entry["value"], entry.start("value"))]], field=field)


def _person_keys(values: Mapping[str, str]) -> dict[str, str]:
    """Return which key of the front matter says what of the person."""
    keys = {field: next((key for key in known if key in values), "") for field, known in _FIELDS.items()}
    if "name" not in values and "title" in values:
        # Beside an author the title is the page's, unless a subtitle, or an author who is only an address, makes it the name.
        addressed = _ADDRESS.search(values.get("author", "")) is not None
        titled = ("subtitle" in values and "author" not in values) or addressed
        keys["basics.label"] = "subtitle" if titled and "subtitle" in values else ""
        keys["basics.name"] = "title" if titled and _NAME.fullmatch(values["title"]) else "" if addressed else keys["basics.name"]
    return {field: key for field, key in keys.items() if key}


def _visible(text: str) -> str:
    """Return the text of the same length with front matter, comments and style sheets blanked."""
    regions = [(m.start(), m.end()) for m in [_FRONT.match(text)] if m and _KEY.search(m[1])]
    for opening, closing in _HIDDEN:
        start = text.find(opening)
        while start >= 0 and (end := text.find(closing, start)) >= 0:
            regions.append((start, end + len(closing)))
            start = text.find(opening, end)
    done: list[str] = []
    position = 0
    for start, end in sorted(regions):
        done += [text[position:start], _INK.sub(" ", text[max(start, position) : end])]
        position = max(position, end)
    return "".join([*done, text[position:]])


def _rows(text: str) -> Iterator[Row]:
    start = 0
    for line in text.split("\n"):
        quote = _QUOTE.match(line)
        body = line[quote.end() :] if quote else line
        stripped = body.lstrip()
        indent = len(body) - len(stripped)
        words = stripped.rstrip()
        ending = "  " if stripped.endswith("  ") else ""
        yield Row(start + len(line) - len(stripped), words + ending, len(body[:indent].expandtabs(4)))
        start += len(line) + 1


class _State:
    """The part under construction and what the rows before it left behind."""

    def __init__(self) -> None:
        self.part: Part | None = None
        self.gap = False
        self.fence = ""
        self.levels: list[int] = []
        self.table = False

    def take(self) -> Iterator[Part]:
        part, self.part = self.part, None
        if part:
            yield part

    def start(self, kind: BlockKind, level: int, row: Row) -> None:
        self.part = Part(kind, level, self.gap, [row])
        self.gap = False


def _parts(text: str) -> Iterator[Part | Draft]:
    state = _State()
    rows = list(_rows(text))
    for index, row in enumerate(rows):
        after = rows[index + 1].text if index + 1 < len(rows) else ""
        yield from _fenced(state, row) if state.fence else _row(state, row, after)
    yield from state.take()


def _fenced(state: _State, row: Row) -> Iterator[Part | Draft]:
    """Handle a row of a code block: as it is."""
    body = row.text.rstrip()
    if body.startswith(state.fence) and not body.strip(state.fence[0]):
        state.fence = ""
        state.gap = True
    elif not body:
        state.gap = True
    else:
        yield Draft([[Piece(body, row.start)]], gap=state.gap)
        state.gap = False


def _row(state: _State, row: Row, after: str) -> Iterator[Part | Draft]:
    body = row.text.rstrip()
    heading = _HEADING.match(body)
    fence = _FENCE.match(body)
    if not body:
        yield from state.take()
        state.gap, state.table = True, False
    elif state.part and _underlines(state.part, body):
        level = 1 if body[0] == "=" else 2
        state.part = state.part._replace(kind=BlockKind.HEADING, level=level)
        yield from state.take()
    elif _RULE.match(body):
        yield from state.take()
        state.gap = True
        state.levels.clear()
    elif heading:
        yield from state.take()
        state.levels.clear()
        title = _CLOSING.sub("", body[heading.end() :]).rstrip()
        state.start(BlockKind.HEADING, len(heading[1]), Row(row.start + heading.end(), title, 0))
        yield from state.take()
    elif fence:
        yield from state.take()
        state.fence = fence[1]
    elif _DROPPED.match(body):
        yield from state.take()
    elif _is_table_row(state, body, after):
        yield from _table_row(state, row, body, after)
    else:
        yield from _text_row(state, row)


def _underlines(part: Part, body: str) -> bool:
    if part.kind is not BlockKind.TEXT or len(part.rows) > 1 or not _SETEXT.match(body):
        return False
    return len(part.rows[0].text) <= 2 * cues.LONG


def _text_row(state: _State, row: Row) -> Iterator[Part]:
    """Handle a row of a list item or a paragraph."""
    item = _ITEM.match(row.text)
    if item and (row.text[0] != ":" or state.part is None or len(state.part.rows) == 1):
        yield from state.take()
        level = _level(state.levels, row.indent)
        state.start(BlockKind.ITEM, level, Row(row.start + item.end(), row.text[item.end() :], row.indent))
    elif state.part is None or _leaves(state.part, row):
        yield from state.take()
        if row.indent < 2:
            state.levels.clear()
        state.start(BlockKind.TEXT, 0, row)
    else:
        state.part.rows.append(row)


def _leaves(part: Part, row: Row) -> bool:
    """Tell whether an unindented row below a list item starts something new, whatever Markdown says."""
    if part.kind is not BlockKind.ITEM or row.indent > part.rows[0].indent:
        return False
    before = part.rows[-1].text.rstrip()
    return (
        len(before) <= cues.LONG
        and not cues.is_unfinished(before)
        and (row.text.startswith(("**", "__")) or cues.is_header(row.text))
    )


def _level(levels: list[int], indent: int) -> int:
    while levels and levels[-1] > indent:
        levels.pop()
    if not levels or indent - levels[-1] >= 2:
        levels.append(indent)
    return len(levels) - 1


def _is_table_row(state: _State, body: str, after: str) -> bool:
    if "|" not in body:
        return False
    if state.table or (len(body) > 2 and body[0] == body[-1] == "|"):
        return True
    return state.part is None and "|" in after and _DELIMITERS.match(after.strip()) is not None


def _table_row(state: _State, row: Row, body: str, after: str) -> Iterator[Part | Draft]:
    yield from state.take()
    header = not state.table and _DELIMITERS.match(after.strip()) is not None
    state.table = True
    if _DELIMITERS.match(body):
        return
    atoms: list[Atom] = []
    start = 1 if body.startswith("|") else 0
    for match in [*_PIPE.finditer(body, start), None]:
        end = match.start() if match else len(body)
        atoms += [
            atom if isinstance(atom, Atom) else Atom(" ", -1) for atom in scan([(row.start + start, body[start:end])])
        ]
        atoms.append(CELL)
        start = end + 1
    found = draft([atom for atom in atoms if atom is CELL or atom.text], BlockKind.TEXT, 0, gap=state.gap)
    yield found._replace(emphasis=found.emphasis or header)
    state.gap = False


def _drafts(part: Part) -> Iterator[Draft]:
    """Yield a draft for each line of a part."""
    atoms: list[Atom] = []
    kind, level, gap = part.kind, part.level, part.gap
    if kind is BlockKind.TEXT and gap and len(part.rows) == 1 and cues.is_heading_word(part.rows[0].text.strip("*_ ")):
        kind, level = BlockKind.HEADING, 2
    for atom in scan([(row.start, row.text) for row in part.rows]):
        if isinstance(atom, Atom):
            atoms.append(atom)
        elif not atom.hard and _is_wrap(part, atom.row):
            atoms.append(Atom(" ", -1, atoms[-1].group if atoms else 0))
        else:
            if any(not atom.text.isspace() for atom in atoms):
                yield draft(atoms, kind, level, gap=gap)
                gap, kind, level = False, BlockKind.TEXT, 0
            atoms = []
            if atom.kind is not None:
                kind, level = atom.kind, atom.level
    yield draft(atoms, kind, level, gap=gap)


def _is_wrap(part: Part, row: int) -> bool:
    """Tell whether the break before a row of a part only wraps a long line."""
    before, text = (_TARGET.sub("", part.rows[index].text.rstrip()) for index in (row - 1, row))
    if part.kind is not BlockKind.TEXT:
        return True
    if cues.is_unfinished(before) and len(before) > cues.LONG * 2 // 3:
        return not cues.is_header(text)
    if text[:1].islower():
        return len(before) > cues.LONG // 2
    if len(before) <= cues.LONG or part.rows[row].text.startswith(("**", "__")) or cues.is_header(text):
        return False
    return not cues.ends_sentence(before) or len(text) > cues.LONG
