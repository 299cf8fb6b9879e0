"""Skills in the graph: those of the ontology and uncurated ones, and the relations between them.

In: the ontology and every mention of the profiles. Out: what a mentioned skill is called and which kind it is; nodes
and relationships for the skills in use and everything above them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from skillgraph.graph.draft import Draft
from skillgraph.model import Mention, Profile, SkillKind
from skillgraph.ontology import Ontology, Skill

Chain = tuple[tuple[str, str], ...]

_TYPES = {"broader": "BROADER", "implies": "IMPLIES", "part_of": "PART_OF", "alternative": "ALTERNATIVE_TO", "related": "RELATED"}
_BOTH_WAYS = frozenset({"alternative", "related"})
_LABELS = {SkillKind.TECHNOLOGY: "Technology", SkillKind.CONCEPT: "Concept"}


def skill_node(skill: str) -> str:
    """Return the id of a skill's node."""
    return f"skill:{skill}"


def all_mentions(profile: Profile) -> list[Mention]:
    """Return every mention of a profile once, those of its achievements included, in text order."""
    found = {(m.span.start, m.span.end, m.skill): m for m in profile.mentions}
    for achievement in profile.achievements:
        for mention in achievement.mentions:
            found.setdefault((mention.span.start, mention.span.end, mention.skill), mention)
    return [found[key] for key in sorted(found)]


class Catalogue:
    """The ontology, extended by the skills that profiles name and it does not know."""

    def __init__(self, ontology: Ontology, profiles: Iterable[Profile]) -> None:
        """Count how uncurated skills are written and what kind they are taken for."""
        self.ontology = ontology
        self._above: dict[str, Mapping[str, Chain]] = {}
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._kinds: dict[str, SkillKind] = {}
        for mention in (m for profile in profiles for m in all_mentions(profile) if m.skill not in ontology.by_id):
            self._names[mention.skill][mention.name] += 1
            self._kinds[mention.skill] = max(mention.kind, self._kinds.get(mention.skill, mention.kind))

    def kind(self, skill: str) -> SkillKind:
        """Return the kind of a skill that the ontology or a profile names."""
        known = self.ontology.by_id.get(skill)
        return known.kind if known else self._kinds[skill]

    def above(self, skill: str) -> Mapping[str, Chain]:
        """Return what a skill lets one infer, with the steps that lead there."""
        if skill not in self._above:
            self._above[skill] = self.ontology.inferred_from(skill)
        return self._above[skill]

    def add(self, draft: Draft, named: Iterable[str]) -> None:
        """Add the named skills, everything above them, and the relations among all of these."""
        starts = set(named)
        included = starts.union(*(self.above(skill) for skill in starts))
        for skill in sorted(included):
            known = self.ontology.by_id.get(skill)
            draft.node(_LABELS[self.kind(skill)], skill_node(skill), _curated(known) if known else self._uncurated(skill))
        for skill in sorted(included & self.ontology.by_id.keys()):
            _add_relations(draft, self.ontology.by_id[skill], included)

    def _uncurated(self, skill: str) -> dict[str, str | bool | tuple[str, ...]]:
        names = self._names[skill]
        name = min(names, key=lambda n: (-names[n], n))
        return {"name": name, "kind": str(self.kind(skill)), "aliases": tuple(sorted(set(names) - {name})), "curated": False}


def _curated(skill: Skill) -> dict[str, str | bool | tuple[str, ...] | None]:
    return {
        "name": skill.label,
        "kind": str(skill.kind),
        "area": skill.area,
        "note": skill.note or None,
        "aliases": skill.alt,
        "curated": True,
    }


def _add_relations(draft: Draft, skill: Skill, included: set[str]) -> None:
    for relation, kind in _TYPES.items():
        for target in getattr(skill, relation):
            if target in included and target != skill.id:
                source, end = sorted((skill.id, target)) if relation in _BOTH_WAYS else (skill.id, target)
                draft.relationship(kind, (skill_node(source), skill_node(end)))
