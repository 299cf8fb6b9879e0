"""A line under construction: styled stretches of text become the cells of a draft.

In: atoms in reading order. Out: one draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, Piece, joined
from skillgraph.model import BlockKind

_TYPED = re.compile(rf"\s*(?:[{re.escape(cues.BULLETS)}]\ufe0f?\s*|[-*]\s+)")


class Atom(NamedTuple):
    """A stretch of text, where it comes from, and the emphasised stretch that it is part of (0: none)."""

    text: str
    at: int
    group: int = 0


CELL = Atom("\t", INSERTED, -1)


def draft(atoms: Sequence[Atom], kind: BlockKind, level: int, *, gap: bool) -> Draft:
    """Return the draft of a line.

    `CELL` atoms set its parts apart, and so does a change of emphasis where all of it is emphasised.
    """
    emphasis = is_emphasised(atoms)
    cells = _by_group(atoms) if emphasis and CELL not in atoms else split_cells(atoms)
    return Draft(cells, kind, level, emphasis, gap=gap)


def is_emphasised(atoms: Iterable[Atom]) -> bool:
    """Tell whether every visible part of a line is emphasised."""
    groups = [atom.group for atom in atoms if not atom.text.isspace()]
    return bool(groups) and all(groups)


def split_cells(atoms: Iterable[Atom]) -> list[list[Piece]]:
    """Return the pieces between `CELL` atoms."""
    cells: list[list[Piece]] = [[]]
    for atom in atoms:
        if atom is CELL:
            cells.append([])
        else:
            cells[-1].append(Piece(atom.text, atom.at))
    return cells


def _by_group(atoms: Sequence[Atom]) -> list[list[Piece]]:
    cells: list[list[Piece]] = [[]]
    visible = [atom for atom in atoms if not atom.text.isspace()]
    apart = {after for before, after in pairwise(visible) if before.group != after.group and _is_apart(before, after, atoms)}
    for atom in atoms:
        if atom in apart:
            cells.append([])
        cells[-1].append(Piece(atom.text, atom.at))
    return cells


def _is_apart(before: Atom, after: Atom, atoms: Sequence[Atom]) -> bool:
    if before.text[-1].isspace() or after.text[0].isspace():
        return True
    return atoms[atoms.index(after) - 1] is not before


def without_bullet(line: Draft) -> Draft:
    """Return a line that starts with a typed bullet as the list item that it is, any other as it was."""
    pieces = line.cells[0] if line.cells else []
    first = next((index for index, piece in enumerate(pieces) if not piece.text.isspace()), None)
    if first is None:
        return line
    text, at = pieces[first]
    match = _TYPED.match(text)
    if match is None:
        return _without_lone_bullet(line)
    rest = Piece(text[match.end() :], at + match.end() if at >= 0 else INSERTED)
    return line._replace(cells=[[rest, *pieces[first + 1 :]], *line.cells[1:]], kind=BlockKind.ITEM)


def _without_lone_bullet(line: Draft) -> Draft:
    """Return a line whose first cell is a typed bullet and nothing else, as where a tab follows it, as a list item."""
    if len(line.cells) < 2 or not cues.LONE_BULLET.match(joined(line.cells[0]).strip()):
        return line
    return line._replace(cells=line.cells[1:], kind=BlockKind.ITEM)
