"""Work done in the graph: achievements, their figures, and the skills shown in them.

In: a person's dossier. Out: nodes and relationships in the draft, and a use for every skill shown at work.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from skillgraph.graph.dossier import Dossier, Source
from skillgraph.graph.draft import Draft
from skillgraph.graph.skills import Catalogue, skill_node
from skillgraph.model import Achievement, Metric, Section, SkillKind, Stance
from skillgraph.resolution import digest, slug

_TYPES = {SkillKind.TECHNOLOGY: "USED", SkillKind.CONCEPT: "APPLIED"}


class Use(NamedTuple):
    """One positive mention of a skill."""

    skill: str
    demonstrated: bool
    position: str | None = None  # id of the position in which it was shown
    level: str | None = None
    years: float | None = None


def is_work(achievement: Achievement) -> bool:
    """Tell whether an achievement shows skills at work: in a job or a project, not in a summary."""
    return achievement.position is not None or achievement.section in (Section.EXPERIENCE, Section.PROJECTS)


def add_achievements(draft: Draft, dossier: Dossier, catalogue: Catalogue) -> list[Use]:
    """Add a person's achievements; what two documents tell in the same words of the same job is one."""
    found: list[Use] = []
    for source in dossier.sources:
        for achievement in source.profile.achievements:
            position = None if achievement.position is None else dossier.position_id(source.profile.positions[achievement.position])
            node_id = f"achievement:{digest(dossier.id, position or '', slug(achievement.text))}"
            if node_id in draft:
                continue
            _add_achievement(draft, source, achievement, node_id)
            draft.relationship("ACHIEVED", (dossier.id, node_id))
            if position is not None:
                draft.relationship("INCLUDES", (position, node_id))
            _add_skills(draft, source, achievement, node_id=node_id, catalogue=catalogue)
            found += _uses(achievement, position)
    return found


def _add_achievement(draft: Draft, source: Source, achievement: Achievement, node_id: str) -> None:
    facts = {
        "text": achievement.text,
        "action": achievement.action,
        "what": achievement.what,
        "section": str(achievement.section),
        "team": achievement.team,
        "document": source.witness.document.path,
        "documentId": source.witness.id,
        "spanStart": achievement.span.start,
        "spanEnd": achievement.span.end,
    }
    draft.node("Achievement", node_id, facts)
    for metric in achievement.metrics:
        _add_metric(draft, node_id, metric)


def _add_metric(draft: Draft, achievement: str, metric: Metric) -> None:
    node_id = f"metric:{digest(achievement, metric.text, str(metric.span.start), str(metric.span.end))}"
    facts = {
        "value": metric.value,
        "valueMax": metric.value_max,
        "unit": metric.unit,
        "direction": metric.direction,
        "of": metric.of,
        "fromValue": metric.from_value,
        "toValue": metric.to_value,
        "text": metric.text,
        "spanStart": metric.span.start,
        "spanEnd": metric.span.end,
    }
    draft.node("Metric", node_id, facts)
    draft.relationship("MEASURED_BY", (achievement, node_id))


def _add_skills(draft: Draft, source: Source, achievement: Achievement, *, node_id: str, catalogue: Catalogue) -> None:
    for mention in achievement.mentions:
        if mention.stance is Stance.POSITIVE:
            proof = source.witness.evidence(mention.span, achievement.text)
            kind = _TYPES[catalogue.kind(mention.skill)]
            draft.relationship(kind, (node_id, skill_node(mention.skill)), {"surface": mention.surface, **proof})


def _uses(achievement: Achievement, position: str | None) -> Iterator[Use]:
    if is_work(achievement):
        for mention in achievement.mentions:
            if mention.stance is Stance.POSITIVE:
                yield Use(mention.skill, True, position, mention.level, mention.years)
