"""The entries of the ontology as typed records, and the walk along their relations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pydantic import Field

from skillgraph.model import Frozen, SkillKind

RELATIONS = ("broader", "implies", "part_of", "alternative", "related")
SYMMETRIC = frozenset({"alternative", "related"})


class Skill(Frozen):
    """One skill: a technology or an engineering concept (SKOS concept with typed relations)."""

    id: str
    label: str = Field(description="SKOS prefLabel")
    kind: SkillKind
    area: str = Field(description="name of the file it stands in, or of the overlay")
    alt: tuple[str, ...] = Field((), description="SKOS altLabels")
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    alternative: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    note: str = Field("", description="one-sentence definition")
    asked: tuple[str, ...] = Field((), description="paraphrases that do not contain the term")
    case: tuple[str, ...] = Field((), description="labels that match in exactly this capitalisation")
    context: tuple[str, ...] = Field((), description="labels that also need a list, a neighbour or a cue")
    except_phrases: tuple[str, ...] = Field((), description="phrases that contain a label and mean something else")
    forms: bool = Field(True, description="verb forms of the last word are labels too")
    text: bool = Field(True, description="labels are looked for in documents; false for product classes that only questions name")
    source: str = Field("", description="where an overlay's entry comes from; empty for the project's own")

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels, the preferred one first."""
        return (self.label, *self.alt)


class Area(Frozen):
    """One file of the ontology."""

    name: str
    title: str
    source: str = Field("", description="where an overlay comes from; empty for the project's own")
    licence: str = Field("", description="what an overlay's source asks of those who use it")


class Ontology(Frozen):
    """All areas and skills, skills sorted by id."""

    areas: tuple[Area, ...]
    skills: tuple[Skill, ...]
    fingerprint: str = Field("", description="hash of the files it was read from and of the code; empty for one made in memory")

    @cached_property
    def by_id(self) -> dict[str, Skill]:
        """Skill by id."""
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """Ids directly below an id along `broader`."""
        below: dict[str, list[str]] = {}
        for skill in self.skills:
            for parent in skill.broader:
                below.setdefault(parent, []).append(skill.id)
        return {parent: tuple(children) for parent, children in below.items()}

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """Ids directly below an id along `part_of`."""
        below: dict[str, list[str]] = {}
        for skill in self.skills:
            for whole in skill.part_of:
                below.setdefault(whole, []).append(skill.id)
        return {whole: tuple(children) for whole, children in below.items()}

    def relations(self) -> Iterator[tuple[str, str, str]]:
        """Yield (source id, relation, target id) of every stated relation, sorted."""
        for skill in self.skills:
            for relation in RELATIONS:
                for target in sorted(getattr(skill, relation)):
                    yield skill.id, relation, target

    def inferred_from(self, skill_id: str) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return what knowing a skill lets one infer.

        Follows `implies`, `broader` and `part_of` upward, breadth first, at most three steps.

        Returns:
            Inferred id → chain of (relation, id) steps that leads to it, the shortest one, ties by order of relations.
        """
        found: dict[str, tuple[tuple[str, str], ...]] = {skill_id: ()}
        frontier = [skill_id]
        for _ in range(3):
            following: list[str] = []
            for current in frontier:
                skill = self.by_id.get(current)
                if skill is None:
                    continue
                for relation in ("implies", "broader", "part_of"):
                    for target in getattr(skill, relation):
                        if target not in found and target in self.by_id:
                            found[target] = (*found[current], (relation, target))
                            following.append(target)
            frontier = following
        del found[skill_id]
        return found
