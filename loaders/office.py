"""What word processors' formats have in common: paragraphs of styled text, lists, tables, text boxes.

In: paragraphs as a format's reader walks over them. Out: drafts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.beside import beside
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.extract import Scribe
from skillgraph.loaders.lines import CELL, Atom, draft, without_bullet
from skillgraph.model import BlockKind

_LARGER = 1.12
_HEADING = 70
_PIECE = 4000


class Run(NamedTuple):
    """Text of one style; a tab sets parts apart, a line feed breaks the line."""

    text: str
    strong: bool = False
    size: float = 0.0


class Paragraph(NamedTuple):
    """A paragraph: its text, its level as a heading or list item (-1: none), and whether a gap precedes it."""

    runs: Sequence[Run]
    heading: int = 0
    item: int = -1
    gap: bool = False


class Table(NamedTuple):
    """Rows of cells, each a flow of its own."""

    rows: Sequence[Sequence[Flow]]


Flow = Sequence[Paragraph | Table]


def drafts_of(flow: Flow, scribe: Scribe) -> list[Draft]:
    """Return the drafts of a document's flow."""
    return list(_drafts(flow, scribe, _body(flow)))


def _body(flow: Flow) -> float:
    """Return the size of most of the text."""
    counts: Counter[float] = Counter()
    for paragraph in _paragraphs(flow):
        for run in paragraph.runs:
            counts[run.size] += len(run.text)
    return max(counts, key=lambda size: (counts[size], size), default=0.0)


def _paragraphs(flow: Flow) -> Iterable[Paragraph]:
    for part in flow:
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row:
                    yield from _paragraphs(cell)
        else:
            yield part


def _drafts(flow: Flow, scribe: Scribe, body: float) -> Iterable[Draft]:
    gap = False
    for part in flow:
        if isinstance(part, Table):
            for row in part.rows:
                columns = [list(_drafts(cell, scribe, body)) for cell in row]
                lines = list(beside([column for column in columns if column]))
                yield from (line._replace(gap=line.gap or gap) if number == 0 else line for number, line in enumerate(lines))
                gap = gap and not lines
            continue
        lines = list(_lines(part, scribe, body))
        if not lines:
            gap = True
            continue
        yield lines[0]._replace(gap=lines[0].gap or gap)
        yield from lines[1:]
        gap = False


def _lines(paragraph: Paragraph, scribe: Scribe, body: float) -> Iterable[Draft]:
    """Yield a draft for each line of a paragraph; only the first is a heading or item."""
    kind, level = _kind(paragraph, body)
    # Word keeps the space above a heading in its style.
    gap = paragraph.gap or kind is BlockKind.HEADING
    for atoms in _atoms(paragraph.runs, scribe):
        line = draft(atoms, kind, level, gap=gap)
        line = without_bullet(line) if kind is BlockKind.TEXT else line
        yield line
        gap = False
        if kind is not BlockKind.HEADING:
            kind, level = BlockKind.TEXT, 0


def _kind(paragraph: Paragraph, body: float) -> tuple[BlockKind, int]:
    if paragraph.heading:
        return BlockKind.HEADING, paragraph.heading
    if paragraph.item >= 0:
        return BlockKind.ITEM, paragraph.item
    text = "".join(run.text for run in paragraph.runs).strip()
    if not text or len(text) > _HEADING or "\t" in text or "\n" in text:
        return BlockKind.TEXT, 0
    visible = [run for run in paragraph.runs if run.text.strip()]
    size = min(run.size for run in visible)
    set_apart = all(run.strong for run in visible) or text == text.upper() or size > body
    if cues.is_heading_word(text) and set_apart:
        return BlockKind.HEADING, 2
    if body and size > _LARGER * body and not cues.ends_sentence(text):
        return BlockKind.HEADING, 1 if size > 1.5 * body else 2
    return BlockKind.TEXT, 0


def _atoms(runs: Sequence[Run], scribe: Scribe) -> Iterable[list[Atom]]:
    """Yield the atoms of each line; neighbouring emphasised runs are one stretch."""
    line: list[Atom] = []
    number = 0
    for strong, group in groupby(runs, key=lambda run: run.strong):
        number += strong
        for run in group:
            for index, part in enumerate(run.text.split("\n")):
                if index:
                    yield from _full(line)
                    line = []
                for count, cell in enumerate(part.split("\t")):
                    if count and line:
                        line.append(CELL)
                    if cell:
                        piece = scribe.write(cell, end="")
                        line.append(Atom(piece.text, piece.at, number if strong else 0))
    scribe.write("")
    yield from _full(line)


def _full(line: list[Atom]) -> Iterable[list[Atom]]:
    while line and (line[-1] is CELL or line[-1].text.isspace()):
        line.pop()
    if any(not atom.text.isspace() for atom in line if atom is not CELL):
        yield line
