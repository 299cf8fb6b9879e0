"""What a question says of figures: a threshold, a verb of change, and the thing that was measured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from skillgraph.ontology import Match
from skillgraph.ontology.lexicon import lexicon, words
from skillgraph.questions.plan import Change, Need
from skillgraph.questions.reading import ABOVE, BELOW, NUMBER, Reading, is_below, is_strict, number

_UNITS = {
    "percent": "%", "per cent": "%", "percentage points": "%", "times": "x", "fold": "x", "milliseconds": "ms", "seconds": "s", "minutes": "min", "hours": "h",
}  # fmt: skip
_THRESHOLD = re.compile(
    rf"(?:\bby\s+)?(?:(?P<cmp>{ABOVE}|{BELOW})\s*)?(?P<n>{NUMBER})\s*\+?\s*(?P<unit>%|percent(?:age points)?\b|per cent\b|ms\b|milliseconds\b|seconds\b|s\b|minutes\b|hours\b|x\b|times\b|-?fold\b)(?:\s+or more)?",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\b(?:by|in)\s+(?P<cmp>{ABOVE})?\s*(?:a\s+|one\s+)?half\b|\bhalve[ds]?\b|\bhalving\b", re.IGNORECASE)
_PARTS = re.compile(rf"\bby\s+(?:(?P<cmp>{ABOVE})\s+)?(?P<part>a quarter|a third|two thirds|three quarters)\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?P<word>doubl(?:e|ed|es|ing)|tripl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing))\b", re.IGNORECASE)
_PART_VALUES = {"a quarter": 25.0, "a third": 33.0, "two thirds": 66.0, "three quarters": 75.0}
_TIMES_VALUES = {"d": 2.0, "t": 3.0, "q": 4.0}


def families() -> Mapping[str, Mapping[str, Any]]:
    """Return the families of figures: name → words, words that are near, direction that is better, skills."""
    return dict(lexicon("questions")["measures"])


def threshold(reading: Reading) -> Change | None:
    """Return the bound that a question sets on a change: `by more than 30%`, `by half`, `doubled`."""
    if found := reading.match(_THRESHOLD):
        unit = _UNITS.get(found["unit"].lower().lstrip("-"), found["unit"].lower())
        value = number(found["n"])
        below = is_below(found["cmp"])
        told = _bound(None if below else value, value if below else None, unit, is_strict(found["cmp"]))
        return told.model_copy(update={"level": not found.group().lower().startswith("by")})
    if found := reading.match(_HALF):
        return _bound(50.0, None, "%", is_strict(found["cmp"]))
    if found := reading.match(_PARTS):
        return _bound(_PART_VALUES[found["part"].lower()], None, "%", is_strict(found["cmp"]))
    if found := _TIMES.search(reading.text):
        return _bound(_TIMES_VALUES[found["word"][0].lower()], None, "x", False).model_copy(update={"direction": "increase"})
    return None


def _bound(least: float | None, most: float | None, unit: str, strict: bool) -> Change:
    return Change(words=(), direction="", least=least, most=most, unit=unit, strict=strict)


def change_of(reading: Reading, bound: Change | None, matches: list[Match]) -> Change | None:
    """Return the change of a figure that a question names, and take its words off the labels that were found.

    Args:
        reading: The question; verb and thing are marked as understood.
        bound: What `threshold` found.
        matches: Labels in the question; those that are the thing measured are removed.
    """
    verb = change_verb(reading.text)
    if bound is None and verb is None:
        return None
    # "faster" alone says how something changed; what it was stands beside it.
    named = (_named(f"{reading.text[: verb.start()]} {reading.text[verb.end() :]}") if verb else []) or _named(reading.text)
    told = [(start, end) for start, end in _ranges(reading.text, named) if verb is None or (start, end) != verb.span()]
    if not told:
        # "faster" alone says that something changed, not what was measured.
        return None
    for start, end in _ranges(reading.text, named):
        matches[:] = [m for m in matches if m.end <= start or m.start >= end]
        reading.take(start, end)
    if verb:
        reading.take(verb.start(), verb.end())
    base = bound or _bound(None, None, "%", False)
    return _of_families(base, named, verb.group().lower() if verb else "")


def described_change(need: Need, text: str, bound: Change | None) -> Change | None:
    """Return the change that a described thing must have seen, where it is one that is measured."""
    verb = change_verb(text)
    named = [name for name, family in families().items() if set(need.skills) & set(family.get("skills", ()))]
    if not verb or not named:
        return None
    return _of_families(bound or _bound(None, None, "%", False), named, "")


def change_verb(text: str) -> re.Match[str] | None:
    """Return the first word of a question that says that a figure changed."""
    return next((found for found in re.finditer(r"[A-Za-z-]+", text) if found.group().lower() in words("questions", "change")), None)


def _named(text: str) -> list[str]:
    """Return the families that a text names; one that is named by more words comes first."""
    lower = text.lower()
    found = []
    for name, family in families().items():
        longest = max((len(w) for w in _asked_by(name, family) if _at(w, lower)), default=0)
        if longest:
            found.append((-longest, name))
    return [name for _, name in sorted(found)][:2]


def _words_of(name: str, family: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name.lower(), *(str(word).lower() for word in family["words"])]))


def _asked_by(name: str, family: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the words by which a question names a family; some of them are too common to be looked for beside figures."""
    return (*_words_of(name, family), *(str(word).lower() for word in family.get("asked", ())))


def _at(word: str, lower: str) -> re.Match[str] | None:
    return re.search(rf"\b{re.escape(word)}", lower)


def _ranges(text: str, named: Sequence[str]) -> list[tuple[int, int]]:
    found = [_at(word, text.lower()) for name in named for word in _asked_by(name, families()[name])]
    return [(at.start(), at.end()) for at in found if at]


def _of_families(base: Change, named: Sequence[str], verb: str) -> Change:
    chosen = [(name, families()[name]) for name in named]
    exact = tuple(dict.fromkeys(word for name, family in chosen for word in _words_of(name, family)))
    near = tuple(dict.fromkeys(str(word) for _, family in chosen for word in family.get("near", ())))
    direction = base.direction or _direction(verb, str(chosen[0][1]["better"]))
    timed = tuple(dict.fromkeys(str(word) for _, family in chosen for word in family.get("timed", ())))
    durations, money, level = (any(bool(family.get(key)) for _, family in chosen) for key in ("durations", "money", "level"))
    level = base.level and ((level and base.least is not None) or (base.most is not None and base.unit not in ("%", "x")))
    return base.model_copy(update={"words": exact, "loose": near, "direction": direction, "durations": durations, "timed": timed, "money": money, "level": level})


def _direction(verb: str, better: str) -> str:
    if not verb or verb in words("verbs", "improve") or verb in words("questions", "better"):
        return better
    if verb in words("verbs", "decrease"):
        return "decrease"
    return "increase" if verb in words("verbs", "increase") else better
