"""The scorer counts as the evaluation's own does."""

from __future__ import annotations

import copy
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.accuracy import OWN, ROOT, documents_of, gold_of, profiles_of
from benchmarks.scoring import Count, forms_of, plain, score

OTHER = ROOT.parent / "shared" / "evaluation" / "score_extraction.py"


@pytest.fixture(scope="module")
def profiles() -> dict[str, Any]:
    return json.loads(json.dumps(profiles_of(documents_of(OWN))))  # type: ignore[no-any-return]


def test_names() -> None:
    assert plain("  Node.js_(LTS), C++ & C#!") == "node js lts c++ c#"
    assert forms_of(["Apache Kafka"]) == {"apache kafka", "apachekafka", "kafka"}
    assert forms_of(["Next.js"]) == {"next js", "nextjs", "next", "next j"}


def test_a_document_without_a_profile_misses_everything() -> None:
    scores = score(gold_of(OWN), {})
    assert all(count.hit == count.given == 0 and count.wanted for count in scores.values())


def test_figures() -> None:
    count = Count()
    assert (count.precision, count.recall, count.f1) == (0.0, 0.0, 0.0)
    count.add(3, 4, 6)
    assert (count.precision, count.recall, round(count.f1, 4)) == (0.75, 0.5, 0.6)


def _damaged(profile: dict[str, Any], turn: int) -> dict[str, Any]:
    """Return a profile with what a worse extractor would do to it."""
    found = copy.deepcopy(profile)
    for field in ("employment", "education", "technologies", "concepts", "achievements"):
        items = found.get(field) or []
        found[field] = items[turn % 3 :: 1 + turn % 2] + items[: turn % 2]
    for index, achievement in enumerate(found["achievements"]):
        achievement["employment"] = None if index % 3 == turn % 3 else achievement["employment"]
        for metric in achievement["metrics"]:
            metric["unit"] = ["%", "count", "x", None, "percent"][(index + turn) % 5]
            metric["value"] = (metric["value"] or 0) * [1, 1.005, 1.02][index % 3]
    for index, job in enumerate(found["employment"]):
        job["title"] = (job["title"] or "") + " at " + (job["company"] or "") if index % 2 else None
        job["start"] = (job["start"] or "")[:4]
    found["person"]["name"] = None if turn % 2 else found["person"]["name"]
    return found


@pytest.mark.skipif(not OTHER.is_file(), reason="shared/evaluation is not beside this checkout")
@pytest.mark.parametrize("turn", range(5))
def test_both_scorers_agree(turn: int, profiles: dict[str, Any]) -> None:
    given = profiles if turn == 0 else {name: _damaged(profile, turn) for name, profile in profiles.items()}
    theirs = _other().score(OWN.gold, given)
    ours = score(gold_of(OWN), given)
    assert {field: (c.hit, c.given, c.wanted) for field, c in ours.items()} == {field: (t.hit, t.predicted, t.gold) for field, t in theirs.items()}


def _other() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extraction", Path(OTHER))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
