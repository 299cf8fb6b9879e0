"""What counts as a skill that was asked for: itself, what is narrower, and what lets one infer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.ontology.lexicon import words
from skillgraph.ontology.skill import Skill
from skillgraph.questions.once import per_ontology
from skillgraph.questions.plan import Need

GENERAL = 3
"""Steps to what only a tool for everything lets one infer."""


class Nearness(IntEnum):
    """How near a skill is to the one that was asked for, the nearest first."""

    SAME = 0
    NARROWER = 1
    ALTERNATIVE = 2
    IMPLIES = 3
    NEARBY = 4


class Accepted(NamedTuple):
    """A skill that counts for a need."""

    nearness: Nearness
    steps: int
    of: str


def _below(ontology: Ontology, start: str, *, parts: bool) -> dict[str, int]:
    """Return ids below an id along `broader` (and `part_of`), with the number of steps."""
    found = {start: 0}
    frontier = [start]
    while frontier:
        following: list[str] = []
        for current in frontier:
            children = ontology.narrower.get(current, ()) + (ontology.parts.get(current, ()) if parts else ())
            for child in children:
                if child not in found:
                    found[child] = found[current] + 1
                    following.append(child)
        frontier = following
    del found[start]
    return found


@per_ontology
def _implied_by(ontology: Ontology) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for skill in ontology.skills:
        for target in skill.implies:
            table.setdefault(target, []).append(skill.id)
    return {target: tuple(sources) for target, sources in table.items()}


@per_ontology
def _in_place_of(ontology: Ontology) -> dict[str, frozenset[str]]:
    """Return id → ids that could take its place; the relation is written one way and holds both."""
    table: dict[str, set[str]] = {}
    for skill in ontology.skills:
        for other in skill.alternative:
            table.setdefault(skill.id, set()).add(other)
            table.setdefault(other, set()).add(skill.id)
    return {one: frozenset(others) for one, others in table.items()}


def accepted(need: Need, ontology: Ontology) -> dict[str, Accepted]:
    """Return every skill that counts for a need, with how near it is.

    A product class (`workflow engine`) is shown by its members; a technology by its parts (`AWS` by `AWS Lambda`); a concept
    by what is narrower. What implies the skill lets one infer it. What could take its place counts where the question asks
    for something similar, and the members of classes next to the one asked for count a little then.
    """
    found: dict[str, Accepted] = {}
    for wanted in need.skills:
        for skill, accepted_as in _accepted_for(wanted, need, ontology):
            current = found.get(skill)
            if current is None or accepted_as[:2] < current[:2]:
                found[skill] = accepted_as
    for barred in need.except_for:
        for child in (barred, *_below(ontology, barred, parts=True)):
            found.pop(child, None)
    return found


def _accepted_for(wanted: str, need: Need, ontology: Ontology) -> Iterator[tuple[str, Accepted]]:
    """Yield what counts for one of a need's skills."""
    skill = ontology.by_id.get(wanted)
    technology = skill is not None and skill.kind is SkillKind.TECHNOLOGY
    yield wanted, Accepted(Nearness.SAME, 0, wanted)
    below = _below(ontology, wanted, parts=technology)
    for child, steps in below.items():
        yield child, Accepted(Nearness.NARROWER, steps, wanted)
    implied = _implied_by(ontology)
    for source in implied.get(wanted, ()):
        yield source, Accepted(Nearness.IMPLIES, GENERAL if _general(source, ontology) else 1, wanted)
    if skill is not None and not technology:
        for child in below:
            for source in implied.get(child, ()):
                yield source, Accepted(Nearness.IMPLIES, GENERAL if _general(source, ontology) else 2, wanted)
    if skill is not None and need.alternatives:
        yield from _similar(skill, ontology)


def _general(skill: str, ontology: Ontology) -> bool:
    """Tell whether a skill is a tool for everything, such as a language, whose use says little of what it was used for."""
    return bool(words("questions", "general") & set(ontology.by_id[skill].broader))


def _similar(skill: Skill, ontology: Ontology) -> Iterator[tuple[str, Accepted]]:
    """Yield what could take a skill's place, and what belongs to the classes next to it."""
    for other in sorted(_in_place_of(ontology).get(skill.id, ())):
        yield other, Accepted(Nearness.ALTERNATIVE, 1, skill.id)
    if skill.text:
        return
    for near in skill.related:
        yield near, Accepted(Nearness.NEARBY, 1, skill.id)
        for child, steps in _below(ontology, near, parts=False).items():
            yield child, Accepted(Nearness.NEARBY, 1 + steps, skill.id)


_WELL_KNOWN, _COMMON = 12, 36  # how many skills may name one beside them, one-sidedly and by each other, before it is too common to be near to any
_CLASS = 10  # how many a class holds at most whose members are near to one another


@per_ontology
def _links(ontology: Ontology) -> Counter[str]:
    """Return how many skills name each skill beside or above them."""
    return Counter(other for skill in ontology.skills for other in {*skill.related, *skill.implies, *skill.alternative, *skill.broader})


def neighbours(ontology: Ontology, wanted: str) -> tuple[str, ...]:
    """Return the concepts next to one: those that name each other, those that it names, and those of its small class; not such as many name."""
    skill = ontology.by_id.get(wanted)
    if skill is None:
        return ()
    links = _links(ontology)
    classes = [b for b in skill.broader if len(ontology.narrower.get(b, ())) <= _CLASS]
    named = {*skill.related, *skill.alternative}
    mutual = {s for s in named if s in ontology.by_id and wanted in (*ontology.by_id[s].related, *ontology.by_id[s].alternative) and links[s] <= _COMMON}
    beside = {s for s in named | {s for b in classes for s in ontology.narrower.get(b, ())} if links[s] <= _WELL_KNOWN}
    return tuple(sorted(s for s in mutual | beside if s != wanted and s in ontology.by_id and ontology.by_id[s].kind is SkillKind.CONCEPT))
