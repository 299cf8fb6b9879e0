"""Questions become the expected plans."""

from __future__ import annotations

from typing import Any

import pytest

from skillgraph.graph.store import GraphStore
from skillgraph.ontology import Ontology
from skillgraph.questions import Asks, ask
from skillgraph.questions.answering import understanding
from skillgraph.questions.candidates import way_of
from skillgraph.questions.paraphrase import Meanings
from tests.questions.expected import descriptions, questions, short

PLANNED = [entry for entry in questions() if "plan" in entry]
READ_RIGHTLY = 0.7
"""Share of the descriptions that must be read as one of the concepts that they mean; the benchmark prints the share itself."""


@pytest.mark.parametrize("entry", PLANNED, ids=lambda e: e["question"])
def test_plan(entry: dict[str, Any], embedded: GraphStore, ontology: Ontology) -> None:
    assert short(ask(entry["question"], embedded, ontology).plan) == entry["plan"]


def test_enough_questions() -> None:
    wrong = [entry for entry in questions() if "wrong" in entry]
    assert (len(questions()) + len(descriptions()) >= 150, len(questions()) - len(wrong) >= 60, len(wrong) < 14) == (True, True, True)


def test_descriptions_are_read_rightly(ontology: Ontology) -> None:
    reader = understanding(ontology)
    meant = [entry for entry in descriptions() if entry["means"]]
    right = [e for e in meant if {s for need in reader.plan(e["text"]).needs for s in need.skills} & set(e["means"])]
    assert len(right) / len(meant) >= READ_RIGHTLY


def test_what_no_concept_stands_for_is_seldom_given_one(ontology: Ontology) -> None:
    reader = understanding(ontology)
    read = [e["text"] for e in descriptions() if not e["means"] and any(need.skills for need in reader.plan(e["text"]).needs)]
    assert len(read) <= 3


def test_the_same_words_mean_most(ontology: Ontology) -> None:
    found = Meanings(ontology).find("stops calling a dependency that keeps failing")
    assert (found[0].skill, round(found[0].score, 2)) == ("circuit-breaker", 1.0)


@pytest.mark.parametrize(
    ("sentence", "left", "right", "way"),
    [
        ("Moved order events from ActiveMQ to Kafka", "ActiveMQ", "Kafka", 1),
        ("Moved order events to Kafka from ActiveMQ", "ActiveMQ", "Kafka", 1),
        ("Replaced ActiveMQ by Kafka", "ActiveMQ", "Kafka", 1),
        ("Replaced Kafka with ActiveMQ", "ActiveMQ", "Kafka", -1),
        ("Kafka → ActiveMQ", "ActiveMQ", "Kafka", -1),
        ("Ran ActiveMQ and Kafka", "ActiveMQ", "Kafka", 0),
        ("Ran Kafka", "ActiveMQ", "Kafka", 0),
    ],
)
def test_the_way_of_a_move(sentence: str, left: str, right: str, way: int) -> None:
    assert way_of(sentence, left, right) == way


@pytest.mark.parametrize("question", ["", "   ", "?!", "qwer zxcv uiop hjkl yxcv", "\x00\x1b[31m", "🙂🙂🙂", "the of and"])
def test_nothing_to_look_for(question: str, embedded: GraphStore, ontology: Ontology) -> None:
    answer = ask(question, embedded, ontology)
    assert (answer.plan.asks, answer.results, bool(answer.text)) == (Asks.NOTHING, (), True)
