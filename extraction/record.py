"""The profile record: the JSON form of a profile, documented in docs/profile-record.md."""

from __future__ import annotations

from typing import Any

from skillgraph.model import Achievement, Mention, Metric, Profile, SkillKind, Stance
from skillgraph.ontology import Ontology

Json = dict[str, Any]
# "Amazon X" and "Azure X" say no more than X does, and cut short they are other products' names.
_VENDORS = ("aws ", "amazon ", "google ", "gcp ", "azure ", "microsoft ", "apache ")


def _skill(name: str, mentions: list[Mention], ontology: Ontology) -> Json:
    skill = ontology.by_id.get(mentions[0].skill)
    surfaces = sorted({m.surface for m in mentions} - {name})
    aliases = [label for label in skill.alt if not label.lower().startswith(_VENDORS)] if skill else []
    found: Json = {"name": name, "id": mentions[0].skill, "aliases": aliases, "surface": surfaces}
    levels = sorted({m.level for m in mentions if m.level})
    years = max((m.years for m in mentions if m.years), default=None)
    return {
        **found,
        **({"level": levels[0]} if levels else {}),
        **({"years": years} if years else {}),
        **({} if skill else {"curated": False}),
    }


def _skills(mentions: tuple[Mention, ...], kind: SkillKind, ontology: Ontology) -> list[Json]:
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind is kind and mention.stance is not Stance.NEGATED:
            grouped.setdefault(mention.skill, []).append(mention)
    return [_skill(found[0].name, found, ontology) for found in grouped.values()]


def _metric(metric: Metric) -> Json:
    found: Json = {
        "value": metric.value,
        "unit": metric.unit,
        "direction": metric.direction,
        "of": metric.of,
        "from": metric.from_value,
        "to": metric.to_value,
        "text": metric.text,
    }
    return {**found, "value_max": metric.value_max} if metric.value_max is not None else found


def _achievement(achievement: Achievement, ontology: Ontology) -> Json:
    return {
        "text": achievement.text, "start": achievement.span.start, "end": achievement.span.end, "employment": achievement.position,
        "section": str(achievement.section), "action": achievement.action, "what": achievement.what,
        "technologies": _skills(achievement.mentions, SkillKind.TECHNOLOGY, ontology),
        "concepts": _skills(achievement.mentions, SkillKind.CONCEPT, ontology),
        "metrics": [_metric(m) for m in achievement.metrics],
    }  # fmt: skip


def to_record(profile: Profile, ontology: Ontology) -> Json:
    """Return the profile record of a profile."""
    return {
        "document": profile.document,
        "person": {"name": profile.person.name, "title": profile.person.title, "location": profile.person.location},
        "employment": [
            {"company": p.company, "title": p.title, "start": p.start_date, "end": "present" if p.current else p.end_date, "location": p.location}
            for p in profile.positions
        ],
        "education": [
            {"institution": e.institution, "degree": e.degree, "field": e.field, "start": e.start_date, "end": "present" if e.current else e.end_date}
            for e in profile.education
        ],
        "technologies": _skills(profile.mentions, SkillKind.TECHNOLOGY, ontology),
        "concepts": _skills(profile.mentions, SkillKind.CONCEPT, ontology),
        "achievements": [_achievement(a, ontology) for a in profile.achievements],
        "warnings": list(profile.warnings),
    }  # fmt: skip
