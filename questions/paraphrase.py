"""From a description in plain words to the concepts it may mean: word overlap with definitions and paraphrases.

Every concept's label, other labels, note and `asked` phrases are short texts. A question is compared with each by the
words they share, the rarer the heavier: the same word counts fully, another form of it a little less, and a word of the
same meaning (`customers`, `clients`, `tenants`) less again. A concept is as likely as its best text is near and as much
of the question as all its texts together cover.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.ontology.lexicon import lexicon, words
from skillgraph.ontology.skill import Skill

_WORD = re.compile(r"\w+(?:[’'][^\W\d_]+)?")
_SUFFIXES = ("ization", "isation", "ations", "ation", "ingly", "edly", "ments", "ment", "ness", "ities", "ity", "ions", "ion", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y")
_INFLECTIONS = ("ies", "ied", "ing", "ed", "es", "s", "e", "y")
# How much a shared word counts by the way it is shared.
_SAME, _FORM, _SYNONYM = 1.0, 0.8, 0.7
# How much the words of a text count by where it stands.
_ASKED, _NOTE, _LABEL = 1.0, 0.9, 0.75
_NEAREST, _COVERED = 0.4, 0.6
_STEM = 8
_SENTENCES = 20_000  # whose words are kept for the next question
_UNKNOWN = 4.0
_ALONE = 0.3


class Meaning(NamedTuple):
    """A concept that a description may mean."""

    skill: str
    score: float
    phrase: str


class _Text(NamedTuple):
    skill: str
    text: str
    words: frozenset[str]
    weight: float
    length: float


def _cut(word: str, suffixes: tuple[str, ...]) -> str:
    lower = word.lower().split("’")[0].split("'")[0]
    for suffix in suffixes:
        if lower.endswith(suffix) and len(lower) - len(suffix) >= 3:
            base = lower[: -len(suffix)]
            return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls" else base
    return lower


@cache
def inflected(word: str) -> str:
    """Return what a word's plural, past and participle have in common; it need not be a word.

    >>> {inflected(word) for word in ("release", "releases", "released", "releasing")}
    {'releas'}
    """
    return _cut(word, _INFLECTIONS)


@cache
def stem(word: str) -> str:
    """Return what a word's other parts of speech share too.

    >>> stem("authorization") == stem("authorize")
    True
    """
    return _cut(word, _SUFFIXES)[:_STEM]


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    """Return inflected word → numbers of the groups of synonyms that it stands in."""
    table: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(lexicon("synonyms")["groups"]):
        for member in group:
            table[inflected(_joined(str(member).lower()))].add(number)
    return {word: tuple(f"={number}" for number in sorted(numbers)) for word, numbers in table.items()}


@cache
def _phrases() -> re.Pattern[str]:
    """Return what finds the members of groups that are several words, the longest first."""
    found = {str(member).lower() for group in lexicon("synonyms")["groups"] for member in group if re.search(r"[\s-]", str(member))}
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in sorted(found, key=lambda p: (-len(p), p)))})\b")


def _joined(phrase: str) -> str:
    return re.sub(r"\W+", "_", phrase)


def content(text: str) -> list[str]:
    """Return the words of a text that carry meaning, without their inflections, in order."""
    stop = words("synonyms", "stop")
    joined = _phrases().sub(lambda match: _joined(match.group()), text.lower())
    return [inflected(word) for word in _WORD.findall(joined) if word not in stop and len(word) > 1 and not word.isdigit()]


def _keys(word: str) -> Iterator[tuple[str, float]]:
    """Yield what a word is found by, and how much it counts when it is found so."""
    yield word, _SAME
    yield f"~{stem(word)}", _FORM
    for group in _groups().get(word, ()):
        yield group, _SYNONYM


@lru_cache(maxsize=_SENTENCES)
def _keys_of(text: str) -> frozenset[str]:
    """Return all by which the words of a text are found."""
    return frozenset(key for word in content(text) for key, _ in _keys(word))


def held(asked: Iterable[str], text: str) -> float:
    """Return which share of some words stands in a text, in other forms or in words of the same meaning too.

    >>> round(held(content("coached juniors"), "Mentored junior developers"), 2)
    0.75
    """
    there = _keys_of(text)
    found = [max((counts for key, counts in _keys(word) if key in there), default=0.0) for word in asked]
    return sum(found) / len(found) if found else 0.0


def marks(asked: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the words of a text that stand for one of those asked, as they are written."""
    wanted = {key for word in asked for key, _ in _keys(word)}
    return tuple(dict.fromkeys(word for word in _WORD.findall(text) if any(key in wanted for part in content(word) for key, _ in _keys(part))))


def beginnings(asked: Iterable[str]) -> tuple[str, ...]:
    """Return beginnings of words, one of which a text holds where it holds one of some words in any form or its like."""
    words_ = set(asked)
    groups = {group for word in words_ for group in _groups().get(word, ())}
    alike = {member for member, numbers in _groups().items() if groups & set(numbers)}
    return tuple(sorted({stem(word.split("_")[0]) for word in words_ | alike}))


class Meanings:
    """The index of all short texts of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        """Index the concepts' and product classes' texts."""
        self._postings: dict[str, list[int]] = defaultdict(list)
        described = [entry for skill in ontology.skills if skill.kind is SkillKind.CONCEPT for entry in _described(skill)]
        spread: dict[str, set[str]] = defaultdict(set)
        found = [frozenset(content(text)) for _, text, _ in described]
        for number, shared in enumerate(found):
            for word in shared:
                for key, _ in _keys(word):
                    spread[key].add(described[number][0])
                    self._postings[key].append(number)
        total = len({skill for skill, *_ in described}) + 1
        self._rarity = {key: math.log(1 + total / len(skills)) for key, skills in spread.items()}
        self._texts = [
            _Text(skill, text, shared, weight, math.sqrt(sum(self._rarity[word] ** 2 for word in shared)))
            for (skill, text, weight), shared in zip(described, found, strict=True)
        ]

    def find(self, description: str, *, least: float = 0.0) -> list[Meaning]:
        """Return the concepts that a description may mean, the likeliest first.

        Args:
            description: A question or a part of one.
            least: Leave out what scores lower; 1 is a phrase that is all of the description.
        """
        asked = list(dict.fromkeys(content(description)))
        if not asked:
            return []
        worth = {word: self._worth(word) for word in asked}
        length = math.sqrt(sum(value * value for value in worth.values()))
        covered: dict[str, dict[str, float]] = defaultdict(dict)
        best: dict[str, Meaning] = {}
        for number, matched in self._matches(asked).items():
            text = self._texts[number]
            score = text.weight * sum(matched.values()) / (length * text.length)
            if len(matched) < 2 and len(text.words) > 1:
                score *= _ALONE
            for word, value in matched.items():
                covered[text.skill][word] = max(value, covered[text.skill].get(word, 0.0))
            if text.skill not in best or score > best[text.skill].score:
                best[text.skill] = Meaning(text.skill, score, text.text)
        ranked = [
            Meaning(m.skill, min(_NEAREST * m.score + _COVERED * sum(covered[m.skill].values()) / length**2, 1.0), m.phrase)
            for m in best.values()
        ]
        return sorted((m for m in ranked if m.score >= least), key=lambda m: (-m.score, m.skill))

    def coverage(self, description: str, text: str) -> float:
        """Return how much of a description stands in a text, in the same words, other forms of them, or words of the same meaning.

        Args:
            description: A question or a part of one.
            text: A sentence of a document.
        """
        asked = dict.fromkeys(content(description))
        there = _keys_of(text)
        worth = {word: self._worth(word) ** 2 for word in asked}
        shared = sum(worth[word] * max((counts for key, counts in _keys(word) if key in there), default=0.0) for word in asked)
        return shared / sum(worth.values()) if worth else 0.0

    def known(self, description: str) -> float:
        """Return which share of a description's words any definition uses, in any form."""
        asked = list(dict.fromkeys(content(description)))
        return sum(any(key in self._rarity for key, _ in _keys(word)) for word in asked) / len(asked) if asked else 0.0

    def _worth(self, word: str) -> float:
        return next((self._rarity[key] for key, _ in _keys(word) if key in self._rarity), _UNKNOWN)

    def _matches(self, asked: list[str]) -> dict[int, dict[str, float]]:
        """Return number of a text → word of the description → how much finding it there counts."""
        found: dict[int, dict[str, float]] = defaultdict(dict)
        for word in asked:
            for key, counts in _keys(word):
                value = counts * self._rarity.get(key, 0.0) ** 2
                for number in self._postings.get(key, ()):
                    if value > found[number].get(word, 0.0):
                        found[number][word] = value
        return found


def _described(skill: Skill) -> Iterator[tuple[str, str, float]]:
    """Yield the short texts that describe a skill, each with its weight."""
    for phrase in skill.asked:
        yield skill.id, phrase, _ASKED
    if skill.note:
        yield skill.id, skill.note, _NOTE
    for label in skill.labels:
        if " " in label or "-" in label:
            yield skill.id, label, _LABEL
