"""Extraction does not get worse: floors a little below the figures of docs/accuracy.md, over all and in every layout."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.accuracy import OWN, documents_of, gold_of, layouts, profiles_of
from benchmarks.scoring import score

FLOORS = {
    "name": 0.99, "company": 0.97, "title": 0.97, "dates": 0.95, "employment_exact": 0.95, "education": 0.95,
    "technologies": 0.97, "concepts": 0.83, "skills": 0.91, "achievements": 0.96, "achievement_role": 0.96,
    "achievement_skills": 0.88, "metrics": 0.92, "metric_direction": 0.85,
}  # fmt: skip
LAYOUT_FLOORS = {
    "name": 0.99, "company": 0.95, "title": 0.95, "dates": 0.90, "employment_exact": 0.90, "education": 0.85,
    "technologies": 0.95, "concepts": 0.76, "skills": 0.88, "achievements": 0.94, "achievement_role": 0.93,
    "achievement_skills": 0.84, "metrics": 0.88, "metric_direction": 0.78,
}  # fmt: skip


@pytest.fixture(scope="module")
def profiles() -> dict[str, Any]:
    return profiles_of(documents_of(OWN))


def test_over_all(profiles: dict[str, Any]) -> None:
    found = {field: round(count.f1, 3) for field, count in score(gold_of(OWN), profiles).items()}
    assert {field: f1 for field, f1 in found.items() if f1 < FLOORS[field]} == {}


def test_in_every_layout(profiles: dict[str, Any]) -> None:
    found = {(layout, field): round(c.f1, 3) for layout, scores in layouts(gold_of(OWN), profiles).items() for field, c in scores.items() if c.wanted}
    assert {key: f1 for key, f1 in found.items() if f1 < LAYOUT_FLOORS[key[1]]} == {}
    assert {layout for layout, _ in found} == {"md", "txt", "html", "tex", "json"}
