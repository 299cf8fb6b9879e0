"""Many phrases found in a text at once, as whole words in any case, in time that does not grow with their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Spans = list[tuple[int, int]]
_WORD = re.compile(r"\w+")


class Phrases:
    """Phrases by their first word, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index the phrases; those without a letter or digit are never found."""
        self._by_word: dict[str, list[str]] = {}
        for phrase in sorted({phrase.strip().lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase)):
            if first := _WORD.search(phrase):
                self._by_word.setdefault(first.group(), []).append(phrase[first.start() :])

    def spans(self, text: str) -> Spans:
        """Return where phrases stand, the longest at each place, none inside another."""
        found: Spans = []
        for word in _WORD.finditer(text):
            if not found or word.start() >= found[-1][1]:
                found += self._at(text, word)
        return found

    def _at(self, text: str, word: re.Match[str]) -> Spans:
        for phrase in self._by_word.get(word.group().lower(), ()):
            end = word.start() + len(phrase)
            if text[word.start() : end].lower() == phrase and not (phrase[-1].isalnum() and text[end : end + 1].isalnum()):
                return [(word.start(), end)]
        return []


def within(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a span lies inside one of others."""
    return any(low <= span[0] and span[1] <= high for low, high in spans)


def replaced(text: str, spans: Iterable[tuple[int, int]], new: str) -> str:
    """Return a text with something else in the place of spans; of overlapping ones the first and longest counts."""
    pieces, last = [], 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            pieces += [text[last:start], new]
            last = end
    return "".join([*pieces, text[last:]])
