"""Elements that stand beside each other, as table cells and flexible boxes do, as lines of a page.

In: the drafts of each element. Out: drafts line by line where that is how the page is read, else one element after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from skillgraph.loaders.blocks import Draft
from skillgraph.model import BlockKind

_SHORT = 80


def beside(columns: list[list[Draft]]) -> Iterator[Draft]:
    """Yield the lines of elements beside each other: line by line where all are small, else one after the other."""
    if len(columns) > 1 and _are_small(columns):
        for lines in zip_longest(*columns):
            yield _merged([line for line in lines if line])
    elif len(columns) > 1 and all(map(_is_line_of_text, columns[:-1])) and _is_text(columns[-1][0]):
        yield _merged([column[0] for column in columns])
        yield from columns[-1][1:]
    else:
        for column in columns:
            yield from column


def _are_small(columns: list[list[Draft]]) -> bool:
    """Tell whether no column is more than a few short lines, and at most one has a heading."""
    if any(len(column) > 3 or not all(map(_is_short, column)) for column in columns):
        return False
    headed = [column for column in columns if any(line.kind is BlockKind.HEADING for line in column)]
    return len(headed) < 2 or all(len(column) == 1 for column in columns)


def _is_line_of_text(column: list[Draft]) -> bool:
    return len(column) == 1 and _is_short(column[0])


def _is_text(line: Draft) -> bool:
    return line.kind is not BlockKind.ITEM


def _is_short(line: Draft) -> bool:
    return (
        line.kind is not BlockKind.ITEM and sum(len(piece.text) for cell in line.cells for piece in cell) <= 2 * _SHORT
    )


def _merged(lines: Sequence[Draft]) -> Draft:
    heading = next((line for line in lines if line.kind is BlockKind.HEADING), lines[0])
    return Draft(
        [cell for line in lines for cell in line.cells],
        heading.kind,
        heading.level,
        all(line.emphasis for line in lines),
        gap=any(line.gap for line in lines),
    )
