"""What the components of the pipeline hand to each other while one document is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from skillgraph.extraction.dates import DateRange, find_ranges
from skillgraph.model import Achievement, Block, BlockKind, Contact, Document, Education, Mention, Person, Position, Section, Span
from skillgraph.ontology import Match, Token

if TYPE_CHECKING:
    from skillgraph.extraction.segments import Segment

_SENTENCE_END = re.compile(r"[a-z)%\d]{2,}[.!?]$")


@dataclass(eq=False)
class Line:
    """One block of the document with what was found out about it."""

    index: int
    block: Block
    text: str
    section: Section = Section.HEADER
    heading: bool = False
    stack: bool = False
    told: bool = False
    entry: int | None = None
    label_end: int = 0
    segments: tuple[Segment, ...] | None = field(default=None, repr=False)

    @property
    def start(self) -> int:
        """Offset of the line in the document's text."""
        return self.block.start

    @property
    def end(self) -> int:
        """Offset after the line in the document's text."""
        return self.block.end

    @property
    def span(self) -> Span:
        """The whole line."""
        return Span(start=self.start, end=self.end)

    @property
    def item(self) -> bool:
        """Tell whether the line is a list item."""
        return self.block.kind is BlockKind.ITEM

    @cached_property
    def dates(self) -> list[DateRange]:
        """Ranges of dates on the line, offsets within the line; long prose is not searched."""
        return find_ranges(self.text) if len(self.text) <= 220 else []

    @cached_property
    def ranges(self) -> list[DateRange]:
        """Ranges with two ends or an open end."""
        return [found for found in self.dates if not found.single]

    @cached_property
    def word_count(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @cached_property
    def prose(self) -> bool:
        """Tell whether the line reads as a sentence rather than as a heading."""
        return len(self.text) > 160 or (self.word_count >= 7 and bool(_SENTENCE_END.search(self.text)))


@dataclass(eq=False)
class Work:
    """One document on its way through the pipeline."""

    document: Document
    lines: list[Line]
    tokens: list[list[Token]] = field(default_factory=list)
    matches: list[list[Match]] = field(default_factory=list)
    person: Person = field(default_factory=Person)
    positions: list[Position] = field(default_factory=list)
    education: list[Education] = field(default_factory=list)
    achievements: list[Achievement] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    blocked: list[tuple[int, int]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def line_at(self, offset: int) -> Line | None:
        """Return the line that holds an offset."""
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.lines[low] if low < len(self.lines) and self.lines[low].start <= offset else None


def begin(document: Document) -> Work:
    """Return the work record of a document, its lines still without meaning."""
    text = document.text
    lines = [Line(i, block, text[block.start : block.end]) for i, block in enumerate(document.blocks)]
    return Work(document, lines)
