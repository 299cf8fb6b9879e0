"""Proof of a fact: where in which document it stands, and the words around it.

In: a document and a span of its text. Out: the evidence properties of schema.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from skillgraph.model import Document, Frozen, Span, Value

QUOTE_LENGTH = 300
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


def document_id(sha256: str) -> str:
    """Return the id of a document's node."""
    return f"document:{sha256[:16]}"


class Witness(Frozen):
    """A document that is asked for evidence many times."""

    document: Document

    @cached_property
    def id(self) -> str:
        """The id of the document's node."""
        return document_id(self.document.sha256)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.document.blocks]

    def evidence(self, span: Span, quote: str | None = None) -> dict[str, Value]:
        """Return the evidence properties of a span; the quote is the line or sentence around it unless given."""
        return {
            "document": self.document.path,
            "documentId": self.id,
            "spanStart": span.start,
            "spanEnd": span.end,
            "quote": self.quote(span) if quote is None else quote,
        }

    def quote(self, span: Span) -> str:
        """Return the lines that a span stands in, or only its sentence, or only the words next to it where they are long."""
        start, end = self._lines(span)
        if end - start > QUOTE_LENGTH:
            start, end = self._sentence(start, end, span)
        if end - start > QUOTE_LENGTH:
            start, end = self._window(start, end, span)
        return self.document.text[start:end].strip()

    def _lines(self, span: Span) -> tuple[int, int]:
        blocks = self.document.blocks
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        if first < 0:
            return span.start, span.end
        return min(blocks[first].start, span.start), max(blocks[last].end, span.end)

    def _sentence(self, start: int, end: int, span: Span) -> tuple[int, int]:
        breaks = [(start + m.start(), start + m.end()) for m in _SENTENCE_END.finditer(self.document.text[start:end])]
        before = [after for _, after in breaks if after <= span.start]
        after = [ends for ends, _ in breaks if ends >= span.end]
        return (before[-1] if before else start, after[0] if after else end)

    def _window(self, start: int, end: int, span: Span) -> tuple[int, int]:
        """Return whole words around a span, no more than a quote may hold."""
        text = self.document.text
        room = max(0, QUOTE_LENGTH - (span.end - span.start)) // 2
        low = max(start, min(span.start - room, end - QUOTE_LENGTH))
        high = min(end, low + QUOTE_LENGTH)
        if low > start and (space := text.find(" ", low, span.start + 1)) >= 0:
            low = space + 1
        if high < end and (space := text.rfind(" ", span.end, high)) >= 0:
            high = space
        return low, high
