"""The questions of this folder with what is expected of them, and plans in the short form in which it is written down."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from skillgraph.questions import Answer, Involvement, Plan

FOLDER = Path(__file__).parent


@cache
def questions() -> tuple[dict[str, Any], ...]:
    """Return the questions with expected plans and people."""
    return tuple(yaml.safe_load((FOLDER / "questions.yaml").read_text(encoding="utf-8")))


@cache
def descriptions() -> tuple[dict[str, Any], ...]:
    """Return the descriptions with the concepts that they mean."""
    return tuple(yaml.safe_load((FOLDER / "descriptions.yaml").read_text(encoding="utf-8")))


def short(plan: Plan) -> dict[str, Any]:
    """Return all of a plan but the question's own words, without what is not set."""
    found: dict[str, Any] = {
        "asks": plan.asks.value,
        "needs": [sorted(need.skills) for need in plan.needs],
        "except_for": [skill for need in plan.needs for skill in need.except_for],
        "alternatives": any(need.alternatives for need in plan.needs),
        "excluded": [sorted(need.skills) for need in plan.excluded],
        "involvement": "" if plan.involvement is Involvement.ANY else plan.involvement.name,
        "direction": plan.direction,
        "together": plan.together and not plan.direction,
        "change": _change(plan),
        "conditions": {k: list(v) if isinstance(v, tuple) else v for k, v in plan.conditions.model_dump(exclude_defaults=True).items()},
        "people": list(plan.people),
        "left_out": list(plan.left_out),
    }
    return {key: value for key, value in found.items() if value}


def _change(plan: Plan) -> dict[str, Any]:
    if plan.change is None:
        return {}
    fields = plan.change.model_dump(include={"direction", "least", "most", "unit", "strict"})
    return {key: value for key, value in fields.items() if value not in (None, "", False)} | {"of": plan.change.words[0]}


def people(answer: Answer, *, full: bool) -> list[str]:
    """Return the people who answer in full, or partly, by the first word of their document's name."""
    return sorted(Path(path).name.split("_")[0] for result in answer.results if result.full is full for path in result.documents)
