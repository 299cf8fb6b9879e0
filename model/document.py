"""A loaded file: readable text, the blocks it consists of, and the way back to the file's own characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    cells: tuple[Span, ...] = Field(
        (), description="parts set apart on the line by layout: table cells, tabs, macro arguments, right-aligned text"
    )
    page: int = Field(0, description="the page that the block begins on, counted from 1; 0 where the format has no pages")
    box: tuple[float, float, float, float] | None = Field(
        None, description="left, top, right, bottom of the block on its page in points, from the page's upper left corner"
    )


class Run(Frozen):
    """A stretch of text whose characters come one to one from the source, starting at `source`."""

    start: int
    source: int
    length: int


class Document(Frozen):
    """A loaded file.

    `text` is what a reader would see, Unicode in NFC, without markup; every offset elsewhere in the project counts
    its characters. `source` is the decoded file, or what was taken out of it where it is no text (PDF, DOCX). `runs` are
    ordered by `start`; characters of `text` outside all runs were put in by the loader (a line break, the value of an
    entity).
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
        """Return the range of `source` behind a span of `text`.

        It holds every traceable character of the span. Where the span begins or ends with characters that the loader
        put in, such as the value of an entity, it reaches to the neighbouring traceable one, but over no line break.
        """
        first = max(bisect_right(self.runs, span.start, key=_start) - 1, 0)
        after = bisect_left(self.runs, span.end, key=_start)
        parts = [part for run in self.runs[first:after] if (part := _overlap(run, span))]
        before = self.runs[first] if self.runs and self.runs[first].start <= span.start else None
        left = before.source + before.length if before else 0
        right = self.runs[after].source if after < len(self.runs) else len(self.source)
        # Expanded macros can reorder the text, so that a neighbour in the text is none in the source.
        low = min((part.start for part in parts), default=left)
        high = max((part.end for part in parts), default=low)
        if not parts or (not _covers(before, span.start) and left <= low):
            low = max(min(left, low), self.source.rfind("\n", 0, low) + 1)
        if right >= high and not (after and _covers(self.runs[after - 1], span.end - 1)):
            line = self.source.find("\n", high)
            high = min(right, line if line >= 0 else right)
        found = self.source[low:high]
        return (
            Span(start=low + len(found) - len(found.lstrip()), end=high - len(found) + len(found.rstrip()))
            if found.strip()
            else Span(start=low, end=low)
        )


def _start(run: Run) -> int:
    return run.start


def _covers(run: Run | None, offset: int) -> bool:
    return run is not None and run.start <= offset < run.start + run.length


def _overlap(run: Run, span: Span) -> Span:
    """Return the source characters of a run that stand behind a span; may be empty."""
    begin, finish = max(run.start, span.start), min(run.start + run.length, span.end)
    return Span(start=run.source + begin - run.start, end=run.source + max(begin, finish) - run.start)
