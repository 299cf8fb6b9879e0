"""schema.yaml, and graphs that break it: each violation is named."""

from __future__ import annotations

from typing import Any

import pytest

from skillgraph.errors import SchemaError
from skillgraph.graph.schema import Property, schema, validate
from skillgraph.model import Node, PropertyGraph, Relationship

EVIDENCE: dict[str, Any] = {"document": "a.txt", "documentId": "document:1", "spanStart": 0, "spanEnd": 4, "quote": "Rust"}


def person(id: str = "person:ada", **changes: Any) -> Node:
    properties = {"id": id, "name": "Ada", "totalMonths": 3, **changes}
    return Node(id=id, labels=("Person",), properties={name: value for name, value in properties.items() if value is not None})


def skill(*labels: str) -> Node:
    properties = {"id": "skill:rust", "name": "Rust", "kind": "technology", "aliases": (), "curated": True}
    return Node(id="skill:rust", labels=labels or ("Skill", "Technology"), properties=properties)


def claims(source: str = "person:ada", target: str = "skill:rust", kind: str = "CLAIMS", **changes: Any) -> Relationship:
    properties = {**EVIDENCE, "surface": "Rust", "stance": "positive", **changes}
    return Relationship(
        type=kind, source=source, target=target, properties={name: value for name, value in properties.items() if value is not None}
    )


def test_labels_inherit_key_and_properties() -> None:
    rules = schema()
    assert rules.labels["Technology"].properties == rules.labels["Skill"].properties
    assert rules.labels["Technology"].key == "id"
    assert rules.lineage("Concept") == ("Skill", "Concept")


def test_relationships_with_evidence_have_its_properties() -> None:
    optional, string, integer = (
        Property(type="integer", required=False),
        Property(type="string", required=True),
        Property(type="integer", required=True),
    )
    assert schema().relationships["HELD"].properties == {
        "document": string, "documentId": string, "spanStart": integer, "spanEnd": integer, "quote": string, "page": optional,
    }  # fmt: skip
    assert schema().relationships["INCLUDES"].properties == {}


def test_every_end_of_a_relationship_is_a_label() -> None:
    rules = schema()
    assert {end for kind in rules.relationships.values() for end in (kind.source, kind.target)} <= set(rules.labels)


def test_a_right_graph_passes() -> None:
    validate(PropertyGraph())
    validate(PropertyGraph(nodes=(person(), skill()), relationships=(claims(level="expert", years=2.0),)))


@pytest.mark.parametrize(
    ("nodes", "relationships", "message"),
    [
        ([Node(id="a", labels=("Robot",))], [], "node a: unknown label Robot"),
        ([Node(id="a", labels=())], [], "node a: the labels (none) do not stand together"),
        ([skill("Technology")], [], "node skill:rust: the labels Technology do not stand together"),
        ([person(age=3)], [], "node person:ada: unknown property age"),
        ([person(totalMonths=3.0)], [], "node person:ada: property totalMonths must be of type integer, not float"),
        ([person(totalMonths=True)], [], "node person:ada: property totalMonths must be of type integer, not bool"),
        ([person(title=("a",))], [], "node person:ada: property title must be of type string, not tuple"),
        ([person(name=None)], [], "node person:ada: property name is missing"),
        ([Node(id="a", labels=("Person",), properties=person().properties)], [], "node a: its property id is person:ada"),
        ([person(), person()], [], "node person:ada: the id stands twice"),
        ([person(), skill()], [claims(kind="LIKES")], "relationship (person:ada)-[LIKES]->(skill:rust): unknown type LIKES"),
        ([person()], [claims()], "relationship (person:ada)-[CLAIMS]->(skill:rust): there is no node skill:rust"),
        ([skill()], [claims()], "relationship (person:ada)-[CLAIMS]->(skill:rust): there is no node person:ada"),
        ([skill()], [claims(source="skill:rust")], "relationship (skill:rust)-[CLAIMS]->(skill:rust): skill:rust must be a Person"),
        ([person(), skill()], [claims(quote=None)], "relationship (person:ada)-[CLAIMS]->(skill:rust): property quote is missing"),
        (
            [person(), skill()],
            [claims(years=2)],
            "relationship (person:ada)-[CLAIMS]->(skill:rust): property years must be of type float, not int",
        ),
        ([person(), skill()], [claims(), claims()], "relationship (person:ada)-[CLAIMS]->(skill:rust): it stands twice"),
    ],
)
def test_the_first_violation_is_named(nodes: list[Node], relationships: list[Relationship], message: str) -> None:
    with pytest.raises(SchemaError) as caught:
        validate(PropertyGraph(nodes=tuple(nodes), relationships=tuple(relationships)))
    assert str(caught.value) == message
