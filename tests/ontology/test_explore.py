"""Looking at the ontology: lists, one skill, a tree, a search."""

from __future__ import annotations

import pytest

from skillgraph.errors import NotFound
from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology, explore


def test_areas(small: Ontology) -> None:
    assert explore.areas(small) == (explore.AreaRow(name="tools", title="Tools", technologies=1, concepts=3, labels=6, source=""),)


def test_skills(small: Ontology) -> None:
    zeta = explore.SkillRow(id="zmq", label="ZetaMQ", kind=SkillKind.TECHNOLOGY, area="tools", alt=("Zeta",))
    assert explore.skills(small, area="tools", kind=SkillKind.TECHNOLOGY) == (zeta,)
    assert [row.id for row in explore.skills(small)] == ["broker", "dlq", "failure-handling", "zmq"]
    with pytest.raises(NotFound, match=r"no area `tolls`; did you mean tools\?"):
        explore.skills(small, area="tolls")


@pytest.mark.parametrize("name", ["zmq", "ZetaMQ", "zetamq", "Zeta", "zeta"])
def test_a_skill_with_everything(name: str, small: Ontology) -> None:
    card = explore.show(small, name)
    assert card.skill == small.by_id["zmq"]
    assert [(link.relation, link.id, link.label) for link in card.links] == [
        ("broader", "broker", "message broker"),
        ("related", "dlq", "dead-letter queue"),
    ]
    assert [(inference.id, inference.chain) for inference in card.infers] == [("broker", "zmq broader broker")]


def test_relations_from_the_other_end(small: Ontology) -> None:
    assert [(link.relation, link.id) for link in explore.show(small, "broker").links] == [("narrower", "zmq"), ("implied by", "dlq")]
    assert [(link.relation, link.id) for link in explore.show(small, "dlq").links] == [
        ("broader", "failure-handling"), ("implies", "broker"), ("related", "zmq")
    ]  # fmt: skip


def test_the_chain_of_an_inference(ontology: Ontology) -> None:
    chains = {inference.id: inference.chain for inference in explore.show(ontology, "SQS").infers}
    assert chains["message-queue"] == "amazon-sqs implies message-queue"
    assert chains["aws"] == "amazon-sqs part of aws"


def test_an_unknown_skill_names_the_nearest(ontology: Ontology) -> None:
    with pytest.raises(NotFound, match="no skill `Kafkaa`; the nearest are apache-kafka, "):
        explore.show(ontology, "Kafkaa")


def test_a_tree(small: Ontology) -> None:
    assert [(t.depth, t.id, t.below) for t in explore.tree(small)] == [
        (0, "broker", 1),
        (1, "zmq", 0),
        (0, "failure-handling", 1),
        (1, "dlq", 0),
    ]
    assert [(t.depth, t.id) for t in explore.tree(small, "message broker", depth=0)] == [(0, "broker")]


def test_trees_of_the_whole_end(ontology: Ontology) -> None:
    twigs = explore.tree(ontology, depth=20)
    assert {twig.id for twig in twigs} <= set(ontology.by_id)


@pytest.mark.parametrize(
    ("words", "first", "field"),
    [
        ("kafak", "apache-kafka", "alt"),
        ("PostgreSQL", "postgresql", "label"),
        ("dlq", "dead-letter-queue", "alt"),
        ("dead leter que", "dead-letter-queue", "label"),
        ("messages that keep failing", "dead-letter-queue", "asked"),
        ("react nativ", "react-native", "label"),
        ("c", "c", "label"),
    ],
)
def test_search(words: str, first: str, field: str, ontology: Ontology) -> None:
    hits = explore.search(ontology, words, limit=3)
    assert (hits[0].id, hits[0].field) == (first, field)
    assert list(hits) == sorted(hits, key=lambda hit: -hit.score)


def test_a_search_for_nothing(ontology: Ontology) -> None:
    assert explore.search(ontology, "") == explore.search(ontology, "!?") == explore.search(ontology, "qzxwvkjq") == ()


def test_a_search_for_one_kind(ontology: Ontology) -> None:
    assert {hit.kind for hit in explore.search(ontology, "queue", kind=SkillKind.TECHNOLOGY)} == {SkillKind.TECHNOLOGY}
