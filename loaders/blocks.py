"""From drafts to a document's text, blocks and runs.

In: what a format's reader found, as drafts whose pieces point into the cleaned text. Out: the parts of a `Document`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from skillgraph.loaders.edits import Piece, Trace, joined, tidy
from skillgraph.model import Block, BlockKind, Run, Span


class Draft(NamedTuple):
    """A block to be: the pieces of each of its cells, not yet tidied, and what it looks like.

    `hidden` says why a reader of the page would not see it; such a draft is reported and left out.
    """

    cells: Sequence[Sequence[Piece]]
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    emphasis: bool = False
    field: str = ""
    gap: bool = False
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    hidden: str = ""


Reader = Callable[[str], Iterable[Draft]]


class Layout(NamedTuple):
    """The readable part of a document."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]


def assemble(drafts: Iterable[Draft], pieces: Sequence[Piece]) -> Layout:
    """Lay the drafts out one below the other.

    Args:
        drafts: blocks in reading order; those without visible text only hand their gap on.
        pieces: the cleaned text that the drafts point into, as made by `clean`.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    ranges: list[tuple[int, int, int]] = []
    position = 0
    gap = False
    for draft in drafts:
        gap = gap or draft.gap
        cells = [cell for cell in map(tidy, draft.cells) if cell]
        if not cells:
            continue
        if blocks:
            parts.append("\n\n" if gap else "\n")
            position += len(parts[-1])
        start = position
        spans: list[Span] = []
        for cell in cells:
            if spans:
                parts.append("\t")
                position += 1
            ranges.extend(_ranges(cell, position))
            parts.append(joined(cell))
            spans.append(Span(start=position, end=position + len(parts[-1])))
            position = spans[-1].end
        blocks.append(
            Block(
                start=start,
                end=position,
                kind=draft.kind,
                level=draft.level,
                emphasis=draft.emphasis,
                field=draft.field,
                gap=gap and bool(blocks),
                cells=tuple(spans) if len(spans) > 1 else (),
                page=draft.page,
                box=draft.box,
            )
        )
        gap = False
    return Layout("".join(parts), tuple(blocks), _runs(ranges, Trace(pieces)))


def _ranges(cell: Iterable[Piece], start: int) -> Iterable[tuple[int, int, int]]:
    for text, at in cell:
        if at >= 0:
            yield start, at, len(text)
        start += len(text)


def _runs(ranges: Iterable[tuple[int, int, int]], trace: Trace) -> tuple[Run, ...]:
    merged: list[list[int]] = []
    for start, at, length in ranges:
        for offset, source, size in trace.back(at, length):
            last = merged[-1] if merged else None
            if last and last[0] + last[2] == start + offset and last[1] + last[2] == source:
                last[2] += size
            else:
                merged.append([start + offset, source, size])
    return tuple([Run(start=start, source=source, length=length) for start, source, length in merged])
