"""What a reader of a file that is no text takes out of it.

In: texts as the format's reader finds them. Out: the text that stands for the file's source, and drafts that point into it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import Piece, plain
from skillgraph.loaders.limits import Limits
from skillgraph.model import BlockKind

Box = tuple[float, float, float, float]


class Row(NamedTuple):
    """A block to be: its cells' texts, and what it looks like."""

    cells: Sequence[str]
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    emphasis: bool = False
    field: str = ""
    gap: bool = False
    page: int = 0
    box: Box | None = None


class Extract(NamedTuple):
    """What stands for the source of a file, drafts that point into it, what is to be said, and the number of pages (0: none)."""

    source: str
    drafts: Sequence[Draft]
    warnings: Sequence[str] = ()
    pages: int = 0


BinaryReader = Callable[[bytes, Limits], Extract]


class Scribe:
    """Writes the text that stands for a file's source, one line below the other."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._parts: list[str] = []
        self._position = 0

    def write(self, text: str, *, end: str = "\n") -> Piece:
        """Add a text and return it as a piece; odd characters are replaced or removed, spaces stay."""
        clean = unicodedata.normalize("NFC", plain(text)).replace("\n", " ")
        piece = Piece(clean, self._position)
        self._parts += [clean, end]
        self._position += len(clean) + len(end)
        return piece

    @property
    def source(self) -> str:
        """All that was written."""
        return "".join(self._parts)


def extract_of(rows: Iterable[Row], warnings: Sequence[str] = (), pages: int = 0) -> Extract:
    """Return the extract that consists of rows."""
    scribe = Scribe()
    drafts = [
        Draft([[scribe.write(cell)] for cell in row.cells], row.kind, row.level, row.emphasis, row.field, row.gap, row.page, row.box)
        for row in rows
    ]
    return Extract(scribe.source, drafts, warnings, pages)
