"""A graph of many invented engineers over the real ontology, the same each time: what the query benchmark runs on.

Skills are as unevenly spread as in life: a few that many have, and many that few have.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from skillgraph.graph.achievements import Use
from skillgraph.graph.draft import NONE, Draft, Properties
from skillgraph.graph.experience import add_experience
from skillgraph.graph.months import Period
from skillgraph.graph.schema import schema
from skillgraph.graph.skills import Catalogue, skill_node
from skillgraph.model import Node, PropertyGraph, Relationship, SkillKind, Value
from skillgraph.ontology import load_ontology

COMPANIES, SCHOOLS = 800, 150
POSITIONS, ACHIEVEMENTS, CLAIMS = 4, 3, 12
FIRST_YEAR = 2008
_ACTIONS = ("built", "designed", "migrated", "reduced", "introduced", "operated")
_THINGS = ("billing service", "event pipeline", "search index", "rollout tooling", "order platform", "login flow")
_MEASURED = ("latency", "throughput", "cost", "error rate", "build time", None)


class QuickDraft(Draft):
    """A draft that trusts what it is given; checking two million records one by one takes minutes."""

    def node(self, label: str, node_id: str, properties: Properties) -> None:
        """Add a node."""
        kept = {"id": node_id, **{name: value for name, value in properties.items() if value is not None}}
        self._nodes.setdefault(node_id, Node.model_construct(id=node_id, labels=schema().lineage(label), properties=kept))

    def relationship(self, kind: str, ends: tuple[str, str], properties: Properties = NONE, *, key: str = "") -> None:
        """Add a relationship."""
        kept = {name: value for name, value in properties.items() if value is not None}
        link = Relationship.model_construct(type=kind, source=ends[0], target=ends[1], key=key, properties=kept)
        self._relationships.setdefault((kind, *ends, key), link)

    def finish(self) -> PropertyGraph:
        """Return the graph, sorted."""
        nodes = tuple(self._nodes[key] for key in sorted(self._nodes))
        return PropertyGraph.model_construct(
            nodes=nodes, relationships=tuple(self._relationships[key] for key in sorted(self._relationships))
        )


class Supply(NamedTuple):
    """What the people are made from."""

    catalogue: Catalogue
    technologies: Sequence[str]
    concepts: Sequence[str]
    chance: random.Random


def large_graph(people: int) -> PropertyGraph:
    """Return the graph of so many people."""
    ontology = load_ontology()
    chance = random.Random(people)
    by_kind = {kind: [skill.id for skill in ontology.skills if skill.kind is kind and skill.text] for kind in SkillKind}
    for names in by_kind.values():
        chance.shuffle(names)
    supply = Supply(Catalogue(ontology, ()), by_kind[SkillKind.TECHNOLOGY], by_kind[SkillKind.CONCEPT], chance)
    draft = QuickDraft()
    for kind, label, number in (("company", "Company", COMPANIES), ("school", "School", SCHOOLS)):
        for at in range(number):
            aliases: dict[str, Value] = {"aliases": ()} if kind == "company" else {}
            draft.node(label, f"{kind}:{at}", {"name": f"{label} {at}", **aliases})
    named = {skill for at in range(people) for skill in _add_person(draft, at, supply)}
    supply.catalogue.add(draft, sorted(named))
    return draft.finish()


def _add_person(draft: Draft, at: int, supply: Supply) -> Iterator[str]:
    """Add a person with everything that belongs to them, and yield the skills that are named."""
    person, document, chance = f"person:engineer-{at}", f"document:{at}", supply.chance
    draft.node("Person", person, {"name": f"Engineer {at}", "title": "Software Engineer", "totalMonths": 12 * POSITIONS})
    draft.node("Document", document, {"path": f"{at}.md", "name": f"{at}.md", "mediaType": "text/markdown"})
    draft.relationship("DESCRIBED_IN", (person, document))
    study = {"degree": "MSc", "field": "Informatics", "current": False, **_proof(at, "MSc Informatics")}
    draft.relationship("STUDIED_AT", (person, f"school:{chance.randrange(SCHOOLS)}"), study)
    # What belongs to one engineer's trade; the rest of a career is picked up along the way.
    trade = [_pick(supply.technologies, chance) for _ in range(12)]
    uses, periods = [], {}
    for place in range(POSITIONS):
        position = f"position:{at}-{place}"
        periods[position] = _add_position(draft, (person, position), place, supply)
        for number in range(ACHIEVEMENTS):
            skills = [chance.choice(trade), _pick(supply.technologies, chance), _pick(supply.concepts, chance)]
            _add_achievement(draft, (person, position, f"achievement:{at}-{place}-{number}"), skills, supply)
            uses += [Use(skill, True, position) for skill in skills]
    for skill in [*trade, *(_pick(supply.concepts, chance) for _ in range(CLAIMS - len(trade)))]:
        draft.relationship("CLAIMS", (person, skill_node(skill)), {"surface": skill, "stance": "positive", **_proof(at, skill)}, key=skill)
        uses.append(Use(skill, False))
    add_experience(draft, person, uses, periods=periods, catalogue=supply.catalogue, denied=set())
    yield from (use.skill for use in uses)


def _add_position(draft: Draft, ends: tuple[str, str], place: int, supply: Supply) -> Period:
    first = (FIRST_YEAR + 4 * place + supply.chance.randrange(3)) * 12
    last = first + 12 + supply.chance.randrange(36)
    start, end, company = _date(first), _date(last), supply.chance.randrange(COMPANIES)
    facts = {"title": "Engineer", "company": f"Company {company}", "startDate": start, "endDate": end}
    draft.node("Position", ends[1], {**facts, "startMonth": first, "endMonth": last, "months": last - first + 1, "current": False})
    number = int(ends[0].rpartition("-")[2])
    draft.relationship("HELD", ends, _proof(number, "Engineer"))
    draft.relationship("AT", (ends[1], f"company:{company}"), _proof(number, "Engineer"))
    return Period(first=first, last=last, start_date=start, end_date=end)


def _add_achievement(draft: Draft, ends: tuple[str, str, str], skills: Sequence[str], supply: Supply) -> None:
    person, position, achievement = ends
    chance, number = supply.chance, int(person.rpartition("-")[2])
    action, thing, measured = chance.choice(_ACTIONS), chance.choice(_THINGS), chance.choice(_MEASURED)
    text = f"{action.capitalize()} the {thing} with {', '.join(skills)}."
    facts = {"text": text, "action": action, "what": thing, "section": "experience", "team": False}
    draft.node(
        "Achievement",
        achievement,
        {**facts, "document": f"{number}.md", "documentId": f"document:{number}", "spanStart": 0, "spanEnd": len(text)},
    )
    draft.relationship("ACHIEVED", (person, achievement))
    draft.relationship("INCLUDES", (position, achievement))
    for skill in skills:
        kind = "USED" if supply.catalogue.kind(skill) is SkillKind.TECHNOLOGY else "APPLIED"
        draft.relationship(kind, (achievement, skill_node(skill)), {"surface": skill, **_proof(number, text)})
    if measured:
        value = float(chance.randrange(5, 90))
        figure = {
            "value": value,
            "unit": "%",
            "direction": "decrease",
            "of": measured,
            "text": f"by {value:g}%",
            "spanStart": 0,
            "spanEnd": 7,
        }
        draft.node("Metric", f"metric:{achievement}", figure)
        draft.relationship("MEASURED_BY", (achievement, f"metric:{achievement}"))


def _pick(skills: Sequence[str], chance: random.Random) -> str:
    return skills[int(len(skills) * chance.random() ** 4)]


def _date(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _proof(document: int, quote: str) -> dict[str, Value]:
    return {"document": f"{document}.md", "documentId": f"document:{document}", "spanStart": 0, "spanEnd": len(quote), "quote": quote}
