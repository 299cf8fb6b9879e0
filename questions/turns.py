"""Turns of phrase that mean one thing as a whole, whatever their single words name: "not charged twice" is about repeating, not about charging."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from skillgraph.ontology import Match, Ontology
from skillgraph.ontology.lexicon import lexicon
from skillgraph.questions.paraphrase import content
from skillgraph.questions.plan import Need
from skillgraph.questions.reading import Reading


class _Turn(NamedTuple):
    says: re.Pattern[str]
    means: tuple[str, ...]
    told: tuple[str, ...]


@cache
def _turns() -> tuple[_Turn, ...]:
    return tuple(_Turn(re.compile(turn["says"], re.IGNORECASE), tuple(turn["means"]), tuple(turn.get("told", ()))) for turn in lexicon("questions")["turns"])


def turn_of(reading: Reading, matches: list[Match], ontology: Ontology) -> Need | None:
    """Return what a turn of phrase in a question asks for, and take its words off the labels that were found.

    Args:
        reading: The question; the turn is marked as understood.
        matches: Labels in the question; those within the turn are removed.
        ontology: Whose concepts are meant.
    """
    for turn in _turns():
        known = tuple(skill for skill in turn.means if skill in ontology.by_id)
        found = reading.match(turn.says) if known else None
        if found is not None:
            about = tuple(content(found.groupdict().get("about") or ""))
            matches[:] = [m for m in matches if m.end <= found.start() or m.start >= found.end()]
            return Need(words=found.group(), skills=known, paraphrase=True, told=turn.told, beside=about)
    return None


def with_turn(turn: Need, needs: Sequence[Need], text: str) -> tuple[Need, ...]:
    """Return a turn's need with those that labels of the same text ask for; one that names the same, or stands beside it with "or", is part of it."""
    said = re.escape(turn.words)
    either = bool(re.search(rf"\bor\s+{said}|{said}\s+or\b", text))
    same = [need for need in needs if either or set(need.skills) & set(turn.skills)]
    others = [need for need in needs if need not in same]
    skills = tuple(dict.fromkeys([*(skill for need in same for skill in need.skills), *turn.skills]))
    return (turn.model_copy(update={"words": " or ".join([*(need.words for need in same), turn.words]), "skills": skills}), *others)
