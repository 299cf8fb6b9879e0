"""What the loaders' tests share: a short notation for the blocks of a document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgraph.loaders import parse
from skillgraph.model import Block, Document, Span

Outline = Callable[[str, str], list[str]]


def sign(document: Document, block: Block) -> str:
    """Write a block as `~H2* text | cell`: gap, kind and level, emphasis, text."""
    cells = [document.quote(span) for span in block.cells] or [document.text[block.start : block.end]]
    return f"{'~' * block.gap}{block.kind[0].upper()}{block.level or ''}{'*' * block.emphasis} {' | '.join(cells)}"


@pytest.fixture
def outline() -> Outline:
    """Return a function from (content, file name) to the blocks in short notation."""

    def outlined(content: str, name: str) -> list[str]:
        document = parse(content.encode(), name)
        return [sign(document, block) for block in document.blocks]

    return outlined


@pytest.fixture
def traced() -> Callable[[str, str, str], str]:
    """Return a function from (content, file name, words of the text) to the characters of the source behind them."""

    def source_of(content: str, name: str, words: str) -> str:
        document = parse(content.encode(), name)
        start = document.text.index(words)
        span = document.source_span(Span(start=start, end=start + len(words)))
        return document.source[span.start : span.end]

    return source_of
