"""Why nobody answers a question: what nobody shows, what no one person shows together, which condition nobody meets, and what is nearest.

In: a plan that nobody answers. Out: a sentence, and names of skills that people do show and that are near to what was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from skillgraph.ontology import Ontology
from skillgraph.questions import describe
from skillgraph.questions.evidence import Run, nodes, supports
from skillgraph.questions.plan import Conditions, Need, Plan

_NEAREST = 3


def nobody(plan: Plan, run: Run, ontology: Ontology) -> str:
    """Return why nobody answers, as what follows "Nobody in the graph shows that"."""
    showing = [set(supports(run, need, ontology)) for need in plan.needs]
    if plan.people and plan.needs:
        return f"nothing of theirs shows {' and '.join(_named(need, ontology) for need in plan.needs)}"
    missing = [need for need, people in zip(plan.needs, showing, strict=True) if not people and not need.optional]
    if missing:
        return " and ".join(f"{'no sentence of work is' if need.literal else 'nothing shows'} {_named(need, ontology)}" for need in missing)
    if len(showing) > 1 and not set.intersection(*showing):
        return f"people show {' and '.join(_named(need, ontology) for need in plan.needs)}, but no one person shows {'both' if len(showing) == 2 else 'all'}"
    if plan.direction:
        return "no sentence tells of this move"
    if plan.change is not None:
        return "no figure says so"
    if plan.needs and (plan.conditions.hard or plan.conditions.now):
        return f"{_counted(len(set.intersection(*showing)))} {_named(plan.needs[0], ontology)}, but none of them meets: {describe.conditions(plan.conditions)}"
    if plan.conditions != Conditions():
        return f"nobody is known who meets: {describe.conditions(plan.conditions)}"
    return "people show parts of it, but nobody as it was asked"


def nearest(plan: Plan, run: Run, ontology: Ontology) -> tuple[str, ...]:
    """Return the names of skills that people show and that are nearest to what was asked for, those of most people first."""
    asked = {skill for need in plan.needs for skill in need.skills}
    near = {other for skill in asked for other in _beside(skill, ontology)} - asked
    rows = list(run.rows("skill_counts", skills=nodes(near))) if near else []
    return tuple(row["name"] for row in rows[:_NEAREST])


def _beside(skill: str, ontology: Ontology) -> Iterable[str]:
    """Yield what could take a skill's place, is related to it, or stands in the same class."""
    known = ontology.by_id.get(skill)
    if known is not None:
        yield from (*known.alternative, *known.related)
        for wider in known.broader:
            yield from ontology.narrower.get(wider, ())


def _named(need: Need, ontology: Ontology) -> str:
    return f"told in the words “{describe.short(need.words)}”" if need.literal else describe.need(need, ontology)


def _counted(people: int) -> str:
    return f"{people} {'person shows' if people == 1 else 'people show'}"
