"""Questions over the sample résumés, judged by reading them: what is answered stays as good as it is, and nobody is invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.questions import OWN, by_graph, score
from skillgraph.graph.store import GraphStore
from skillgraph.ontology import Ontology
from skillgraph.questions import ask

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = {"project": (0.85, 0.85, 0.85), "plain": (0.75, 0.75, 0.74)}
"""nDCG@10, MAP and F1 of the set that must be reached; the benchmark prints the figures themselves."""


def corpus(name: str) -> list[dict[str, Any]]:
    """Return a set of questions with graded documents."""
    found: list[dict[str, Any]] = json.loads((CORPUS / f"{OWN[name]}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_answers_stay_as_good(name: str, embedded: GraphStore, ontology: Ontology) -> None:
    found = score(corpus(name), by_graph(embedded, ontology))
    reached = tuple(found[measure] >= floor for measure, floor in zip(("ndcg@10", "map", "f1"), FLOORS[name], strict=True))
    assert reached == (True, True, True), found


def test_what_nobody_did_is_answered_with_nobody_and_why(embedded: GraphStore, ontology: Ontology) -> None:
    asked = [entry["question"] for name in OWN for entry in corpus(name) if not entry["answers"]]
    answers = [ask(question, embedded, ontology) for question in asked]
    assert [(a.question, [r.person for r in a.results]) for a in answers if a.results] == []
    assert [a.question for a in answers if not a.text.startswith(("Nobody in the graph shows that: ", "I did not understand"))] == []


def test_half_of_the_questions_are_in_other_words() -> None:
    asked = [entry for name in OWN for entry in corpus(name)]
    other = [entry for entry in asked if entry["vocabulary"] == "different"]
    assert (len(asked) >= 100, 2 * len(other) >= len(asked)) == (True, True)
