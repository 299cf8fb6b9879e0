"""A loaded file: readable text, the blocks it consists of, and the way back to the file's own characters."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from pydantic import Field

from skillgraph.model.base import Frozen, Span


class BlockKind(StrEnum):
    """What a block looks like on the page; what it means is for extraction to find."""

    HEADING = "heading"
    ITEM = "item"
    TEXT = "text"


class Block(Frozen):
    """One line or paragraph as a reader sees it.

    A block never contains a line feed that the author meant as a break: a hard break, a table row, a list item or a
    heading starts a new block. Soft-wrapped source lines of one paragraph or list item are one block where the format
    tells so (HTML, LaTeX, Markdown list items), and one block each where it does not (plain text).
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.TEXT
    level: int = Field(0, description="heading: 1 is the highest; item: 0 is the outermost list; text: 0")
    emphasis: bool = Field(False, description="the whole block is bold, italic, small capitals or a label")
    field: str = Field("", description="JSON Resume path of the value (`work.0.position`) where the format names its fields")
    gap: bool = Field(False, description="an empty line, rule or larger distance precedes the block")
    cells: tuple[Span, ...] = Field((), description="parts set apart on the line by layout: table cells, tabs, macro arguments, right-aligned text")


class Run(Frozen):
    """A stretch of text whose characters come one to one from the source, starting at `source`."""

    start: int
    source: int
    length: int


class Document(Frozen):
    """A loaded file.

    `text` is what a reader would see, Unicode in NFC, without markup; every offset elsewhere in the project counts
    its characters. `source` is the decoded file. `runs` are ordered by `start`; characters of `text` outside all runs
    were put in by the loader (a line break, the value of an entity).
    """

    path: str = Field(description="the file's path as the user gave it, with forward slashes")
    media_type: str
    sha256: str = Field(description="SHA-256 of the file's bytes, hex")
    source: str
    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.path.rsplit("/", 1)[-1]

    def quote(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]

    def source_span(self, span: Span) -> Span:
        """Return the smallest range of `source` that holds every traceable character of a span of `text`."""
        starts = [run.start for run in self.runs]
        first = max(bisect_right(starts, span.start) - 1, 0)
        low = high = None
        for run in self.runs[first:]:
            if run.start >= span.end:
                break
            begin, finish = max(run.start, span.start), min(run.start + run.length, span.end)
            if begin < finish:
                low = run.source + begin - run.start if low is None else low
                high = run.source + finish - run.start
        return Span(start=low or 0, end=high or 0)
