"""The sum of what is known of a person's skills: HAS_SKILL with its basis, time, and chain of reasons.

In: a person's uses of skills and the periods of their positions. Out: HAS_SKILL relationships in the draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from skillgraph.graph.achievements import Use
from skillgraph.graph.draft import Draft
from skillgraph.graph.months import Period, months_in
from skillgraph.graph.skills import Catalogue, Chain, skill_node
from skillgraph.model import Value


class Inference(NamedTuple):
    """A way from a skill that a person has to one that follows from it; the smallest is the best."""

    only_stated: bool
    steps: int
    source: str
    chain: Chain


def add_experience(
    draft: Draft, person: str, uses: Iterable[Use], *, periods: Mapping[str, Period], catalogue: Catalogue, denied: set[str]
) -> None:
    """Add HAS_SKILL for every skill that a person has shown or stated, and for those that follow from them.

    Args:
        draft: where to add.
        person: id of the person's node.
        uses: the positive mentions.
        periods: when each position was held.
        catalogue: the skills.
        denied: skills that the person says they lack, which are not inferred.
    """
    by_skill: dict[str, list[Use]] = {}
    for use in uses:
        by_skill.setdefault(use.skill, []).append(use)
    for skill, found in sorted(by_skill.items()):
        basis = "demonstrated" if any(use.demonstrated for use in found) else "stated"
        _add(draft, person, skill, {"basis": basis, **_summary(found, periods), **_said(found), "chain": ()})
    for skill, ways in sorted(_inferences(by_skill, catalogue).items()):
        if skill not in denied:
            support = [use for way in ways for use in by_skill[way.source]]
            _add(draft, person, skill, {"basis": "inferred", **_summary(support, periods), "chain": _written(min(ways))})


def _add(draft: Draft, person: str, skill: str, facts: Mapping[str, Value | None]) -> None:
    draft.relationship("HAS_SKILL", (person, skill_node(skill)), facts)


def _inferences(by_skill: Mapping[str, Sequence[Use]], catalogue: Catalogue) -> dict[str, list[Inference]]:
    found: dict[str, list[Inference]] = {}
    for source, uses in by_skill.items():
        only_stated = not any(use.demonstrated for use in uses)
        for target, chain in catalogue.above(source).items():
            if target not in by_skill:
                found.setdefault(target, []).append(Inference(only_stated, len(chain), source, chain))
    return found


def _written(inference: Inference) -> tuple[str, ...]:
    """Return a chain as text, one step each: `apache-kafka -implies-> event-streaming`."""
    starts = (inference.source, *(target for _, target in inference.chain))
    return tuple(f"{start} -{relation}-> {target}" for start, (relation, target) in zip(starts, inference.chain, strict=False))


def _summary(uses: Sequence[Use], periods: Mapping[str, Period]) -> dict[str, Value | None]:
    """Return months, first and last use over the positions in which a skill was shown, and how often it is named."""
    worked = [periods[use.position] for use in uses if use.position is not None and use.position in periods]
    return {
        "months": months_in(worked),
        "firstUsed": min(worked, key=lambda p: (p.first, p.start_date)).start_date if worked else None,
        "lastUsed": max(worked, key=lambda p: (p.last, p.end_date)).end_date if worked else None,
        "evidence": len(uses),
    }


def _said(uses: Sequence[Use]) -> dict[str, Value | None]:
    """Return the level that is stated first and the most years that are stated."""
    return {
        "level": next((use.level for use in uses if use.level), None),
        "years": max((use.years for use in uses if use.years is not None), default=None),
    }
