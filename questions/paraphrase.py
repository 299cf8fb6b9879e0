"""From a description in plain words to the concepts it may mean: word overlap with definitions and paraphrases.

Every concept's label, other labels, note and `asked` phrases are short texts. A question is compared with each by the
rarity of the words they share; words of one meaning (`customers`, `clients`, `tenants`) count as one.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache, cached_property
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.ontology.lexicon import lexicon, words

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
_SUFFIXES = ("ization", "isation", "ations", "ation", "ingly", "edly", "ments", "ment", "ness", "ities", "ity", "ions", "ion", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y")


class Meaning(NamedTuple):
    """A concept that a description may mean."""

    skill: str
    score: float
    phrase: str


@cache
def stem(word: str) -> str:
    """Return a crude stem; both sides of the comparison use it, so it need not be a word."""
    lower = word.lower().split("’")[0].split("'")[0]
    for suffix in _SUFFIXES:
        if lower.endswith(suffix) and len(lower) - len(suffix) >= 3:
            base = lower[: -len(suffix)]
            return base[:-1] if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "ls" else base
    return lower


@cache
def _groups() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in lexicon("synonyms")["groups"]:
        members = [stem(str(word)) for word in group]
        for member in members:
            table.setdefault(member, members[0])
    return table


@cache
def key(word: str) -> str:
    """Return what a word is compared by: the first word of its group of synonyms, or its stem."""
    base = stem(word)
    return _groups().get(base, base)


def content(text: str) -> list[str]:
    """Return the keys of the words of a text that carry meaning, in order."""
    stop = words("synonyms", "stop")
    return [key(word) for word in _WORD.findall(text) if word.lower() not in stop and len(word) > 1]


class Meanings:
    """The index of all short texts of an ontology."""

    def __init__(self, ontology: Ontology) -> None:
        """Index the concepts' and product classes' texts."""
        self.ontology = ontology
        self.texts: list[tuple[str, str, frozenset[str], float]] = []
        for skill in ontology.skills:
            if skill.kind is not SkillKind.CONCEPT:
                continue
            described = [(phrase, 1.0) for phrase in skill.asked]
            described += [(skill.note, 0.85)] if skill.note else []
            described += [(label, 0.7) for label in skill.labels if " " in label or "-" in label]
            self.texts += [(skill.id, text, frozenset(content(text)), weight) for text, weight in described]

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Return word → numbers of the texts that hold it."""
        table: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, found, _) in enumerate(self.texts):
            for word in found:
                table[word].append(number)
        return dict(table)

    @cached_property
    def rarity(self) -> dict[str, float]:
        """Return word → inverse frequency over concepts: a word of one concept says more than a word of fifty."""
        spread: dict[str, set[str]] = defaultdict(set)
        for skill, _, found, _ in self.texts:
            for word in found:
                spread[word].add(skill)
        total = len({skill for skill, *_ in self.texts}) + 1
        return {word: math.log(1 + total / len(skills)) for word, skills in spread.items()}

    def find(self, description: str, *, least: float = 0.0) -> list[Meaning]:
        """Return the concepts that a description may mean, the likeliest first.

        Args:
            description: A question or a part of one.
            least: Leave out what scores lower; 1 is a phrase that is all of the description.
        """
        asked = content(description)
        if not asked:
            return []
        weights = {word: self.rarity.get(word, 4.0) for word in dict.fromkeys(asked)}
        length = math.sqrt(sum(w * w for w in weights.values()))
        shared: dict[int, float] = defaultdict(float)
        hits: dict[int, int] = defaultdict(int)
        for word, weight in weights.items():
            for number in self.postings.get(word, ()):
                shared[number] += weight * weight
                hits[number] += 1
        best: dict[str, Meaning] = {}
        covered: dict[str, set[str]] = defaultdict(set)
        for number, product in shared.items():
            skill, text, found, weight = self.texts[number]
            own = math.sqrt(sum(self.rarity[w] ** 2 for w in found))
            score = weight * product / (length * own)
            if hits[number] < 2 and len(found) > 1:
                score *= 0.5
            covered[skill] |= found & weights.keys()
            if skill not in best or score > best[skill].score:
                best[skill] = Meaning(skill, score, text)
        whole = length * length
        ranked = [Meaning(m.skill, 0.65 * m.score + 0.35 * sum(weights[w] ** 2 for w in covered[m.skill]) / whole, m.phrase) for m in best.values()]
        return sorted((m for m in ranked if m.score >= least), key=lambda m: (-m.score, m.skill))
