"""What counts as a skill that was asked for: itself, what is narrower, and what lets one infer it."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.questions.plan import Need


class Nearness(IntEnum):
    """How near a skill is to the one that was asked for, the nearest first."""

    SAME = 0
    NARROWER = 1
    ALTERNATIVE = 2
    IMPLIES = 3


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


@lru_cache(maxsize=8)
def _implied_by(ontology_id: int, ontology: OntologyKey) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for skill in ontology.value.skills:
        for target in skill.implies:
            table.setdefault(target, []).append(skill.id)
    return {target: tuple(sources) for target, sources in table.items()}


class OntologyKey:
    """An ontology as a key of a cache: the same object, not an equal one."""

    def __init__(self, value: Ontology) -> None:
        """Keep the ontology."""
        self.value = value

    def __hash__(self) -> int:
        """Return the object's identity."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """Tell whether it is the same object."""
        return isinstance(other, OntologyKey) and other.value is self.value


def accepted(need: Need, ontology: Ontology) -> dict[str, Accepted]:
    """Return every skill that counts for a need, with how near it is.

    A product class (`workflow engine`) is shown by its members; a technology by its parts (`AWS` by `AWS Lambda`); a concept
    by what is narrower. What implies the skill lets one infer it, and what could take its place counts where the question
    asks for something similar.
    """
    found: dict[str, Accepted] = {}
    implied = _implied_by(id(ontology), OntologyKey(ontology))

    def offer(skill: str, nearness: Nearness, steps: int, of: str) -> None:
        current = found.get(skill)
        if current is None or (nearness, steps) < (current.nearness, current.steps):
            found[skill] = Accepted(nearness, steps, of)

    for wanted in need.skills:
        skill = ontology.by_id.get(wanted)
        technology = skill is not None and skill.kind is SkillKind.TECHNOLOGY
        offer(wanted, Nearness.SAME, 0, wanted)
        below = _below(ontology, wanted, parts=technology)
        for child, steps in below.items():
            offer(child, Nearness.NARROWER, steps, wanted)
        if need.alternatives and skill is not None:
            others = {*skill.alternative, *(s.id for s in ontology.skills if wanted in s.alternative)}
            for other in others:
                offer(other, Nearness.ALTERNATIVE, 1, wanted)
        for source in implied.get(wanted, ()):
            offer(source, Nearness.IMPLIES, 1, wanted)
        if not technology:
            for child in below:
                for source in implied.get(child, ()):
                    offer(source, Nearness.IMPLIES, 2, wanted)
    for barred in need.except_for:
        for child in (barred, *_below(ontology, barred, parts=True)):
            found.pop(child, None)
    return found
