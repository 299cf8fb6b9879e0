"""A question while it is read: its text, what of it is understood already, and the names that stand in the graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from skillgraph.ontology.lexicon import words

LONGEST = 2000
"""Characters that are read of a question; what follows is left out."""

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
NUMBER = r"\b(?:\d{1,6}(?:[.,]\d{1,3})?|" + "|".join(_NUMBERS) + ")"
"""A pattern for a number in digits or in words."""

ABOVE = r"more than|over|above|greater than|at least|a minimum of|minimum|min\.?|no less than|>=?"
BELOW = r"less than|under|below|fewer than|at most|a maximum of|up to|no more than|<=?"
_STRICT = frozenset({"more than", "over", "above", "greater than", ">"})


@dataclass
class Reading:
    """A question while it is read: what is still unread is `True` in `free`."""

    text: str
    free: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self.free = [True] * len(self.text)

    def take(self, start: int, end: int) -> None:
        """Mark a range as understood."""
        for i in range(start, min(end, len(self.free))):
            self.free[i] = False

    def take_all(self) -> None:
        """Mark everything as understood."""
        self.take(0, len(self.free))

    def unread(self, start: int, end: int) -> bool:
        """Tell whether nothing of a range is understood yet."""
        return all(self.free[start:end])

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the first unread place where a pattern matches, and mark it as understood."""
        for found in pattern.finditer(self.text):
            if self.unread(found.start(), found.end()):
                self.take(found.start(), found.end())
                return found
        return None

    def rest(self) -> str:
        """Return what is not understood, blanks in place of the rest."""
        return "".join(c if free else " " for c, free in zip(self.text, self.free, strict=True))


@dataclass(frozen=True)
class Names:
    """Names that stand in the graph, as lower-case name → id; `skills` are those that the ontology does not know."""

    people: Mapping[str, str] = field(default_factory=dict)
    companies: Mapping[str, str] = field(default_factory=dict)
    schools: Mapping[str, str] = field(default_factory=dict)
    skills: Mapping[str, str] = field(default_factory=dict)


def number(text: str) -> float:
    """Return the value of a number in digits or in words.

    >>> number("three"), number("2,5")
    (3.0, 2.5)
    """
    return float(_NUMBERS.get(text.lower(), 0) or text.replace(",", "."))


def is_below(comparison: str | None) -> bool:
    """Tell whether words of comparison set an upper bound."""
    return bool(re.fullmatch(BELOW, (comparison or "").strip(), re.IGNORECASE))


def is_strict(comparison: str | None) -> bool:
    """Tell whether words of comparison leave the bound itself out."""
    return (comparison or "").strip().lower() in _STRICT


def left_out(reading: Reading) -> list[str]:
    """Return the words that carry meaning and were not understood."""
    skip = words("synonyms", "stop").union(*(words("questions", key) for key in ("everyday", "verbs", "change", "ignored")))
    found = re.findall(r"[^\W_][\w’'+#.-]*", reading.rest())
    return [word.rstrip(".'’-") for word in found if word.lower().strip(".'’-") not in skip and len(word) > 2 and not word.isdigit()]
