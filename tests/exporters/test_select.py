"""Parts of a graph: whole, closed, and exactly what was asked for."""

from __future__ import annotations

import pytest

from skillgraph.errors import NotFound
from skillgraph.exporters.select import find_person, induced, neighbourhood, person_part, without_evidence, without_ontology
from skillgraph.model import PropertyGraph
from tests.exporters.sample import sample


def ids(graph: PropertyGraph) -> set[str]:
    return {node.id.partition(":")[2] for node in graph.nodes}


def types(graph: PropertyGraph) -> set[str]:
    return {link.type for link in graph.relationships}


def test_one_persons_part_holds_nobody_else() -> None:
    part = person_part(sample(), "zoe-haverkamp")
    assert ids(part) == {"zoe-haverkamp", "p3", "tidewater-labs", "w3", "kafka", "messaging", "northport-university"}
    assert types(part) == {"HELD", "AT", "INCLUDES", "ACHIEVED", "USED", "HAS_SKILL", "STUDIED_AT", "BROADER", "DESCRIBED_IN"}


def test_the_neighbourhood_grows_with_depth() -> None:
    start = ["achievement:w2"]
    assert ids(neighbourhood(sample(), start, depth=0)) == {"w2"}
    assert ids(neighbourhood(sample(), start)) == {"w2", "p2", "rabbitmq", "iker-ortuzar"}
    assert ids(neighbourhood(sample(), ["skill:x-zephyrflow"], depth=9)) == {"x-zephyrflow", "marguerite-o-dell"}
    assert neighbourhood(sample(), [n.id for n in sample().nodes]) == sample()


def test_a_path_is_the_part_among_its_nodes() -> None:
    part = induced(sample(), ["person:iker-ortuzar", "position:p1", "achievement:w1"])
    assert [link.identity[:3] for link in part.relationships] == [
        ("ACHIEVED", "person:iker-ortuzar", "achievement:w1"),
        ("HELD", "person:iker-ortuzar", "position:p1"),
        ("INCLUDES", "position:p1", "achievement:w1"),
    ]


def test_without_the_ontology_only_what_documents_say_is_left() -> None:
    part = without_ontology(sample())
    assert ids(sample()) - ids(part) == {"messaging"}
    assert types(sample()) - types(part) == {"BROADER", "ALTERNATIVE_TO", "RELATED"}
    assert {link.properties["basis"] for link in part.relationships if link.type == "HAS_SKILL"} == {"demonstrated", "stated"}


def test_without_evidence_nothing_leads_to_a_document() -> None:
    part = without_evidence(sample())
    assert (types(sample()) - types(part), [n.id for n in part.nodes if "Document" in n.labels]) == ({"DESCRIBED_IN"}, [])
    names = {name for item in (*part.nodes, *part.relationships) for name in item.properties}
    assert names & {"document", "documentId", "spanStart", "spanEnd", "quote", "page"} == set()


def test_people_are_found_by_id_and_name() -> None:
    assert [find_person(sample(), name) for name in ("person:iker-ortuzar", "iker-ortuzar", " iker  ORTÚZAR ")] == [
        "person:iker-ortuzar"
    ] * 3
    twins = PropertyGraph(
        nodes=tuple(n.model_copy(update={"properties": {"name": "Iker"}}) for n in sample().nodes if "Person" in n.labels)
    )
    for graph, name, message in (
        (sample(), "Nobody", "there is no person 'Nobody'"),
        (twins, "Iker", "3 people are called 'Iker': name one by id: person:iker-ortuzar, person:marguerite-o-dell, person:zoe-haverkamp"),
    ):
        with pytest.raises(NotFound) as caught:
            find_person(graph, name)
        assert str(caught.value) == message
    with pytest.raises(NotFound, match=r"^there is no node 'skill:none'$"):
        neighbourhood(sample(), ["skill:none"])
