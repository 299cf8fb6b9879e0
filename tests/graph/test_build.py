"""The graph of hand-made profiles: nodes, relationships, evidence, bases, and independence of order."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skillgraph.graph.build import build
from skillgraph.graph.schema import validate
from skillgraph.model import Contact, Education, Metric, PropertyGraph, Section, Span, Stance
from skillgraph.ontology import Ontology

W = Callable[..., Any]


def rows(graph: PropertyGraph, kind: str, *names: str) -> set[tuple[Any, ...]]:
    return {(r.source, r.target, *(r.properties.get(name) for name in names)) for r in graph.relationships if r.type == kind}


def properties(graph: PropertyGraph, node_id: str) -> dict[str, Any]:
    return dict(graph.by_id[node_id].properties)


def has_skill(graph: PropertyGraph, person: str = "person:ada-example") -> dict[str, tuple[Any, ...]]:
    names = ("basis", "months", "firstUsed", "lastUsed", "evidence", "chain")
    return {target.removeprefix("skill:"): tuple(facts) for source, target, *facts in rows(graph, "HAS_SKILL", *names) if source == person}


def full_cv(writer: W) -> Any:
    cv = writer("cvs/ada.md")
    cv.job("Pinewood Ltd", "Engineer", "2020-01", "2021-12", [("Built a pipeline on Kafka.", {"Kafka": "apache-kafka"})], {"Helm": "helm"})
    cv.job("The Nordlicht GmbH", "Lead", "2021-07", "present", [("Moved the pipeline to RabbitMQ.", {"RabbitMQ": "rabbitmq"})])
    cv.claim("Rust", "rust", level="expert", years=4.0)
    return cv


def test_a_whole_graph(writer: W, ontology: Ontology) -> None:
    cv = full_cv(writer)
    graph = build([cv.done()], ontology, as_of="2022-06")
    validate(graph)
    by_label: dict[str, set[str]] = {}
    for node in graph.nodes:
        if node.labels[0] not in ("Position", "Achievement", "Document"):
            by_label.setdefault(" ".join(node.labels), set()).add(node.id)
    assert by_label == {
        "Person": {"person:ada-example"},
        "Company": {"company:pinewood", "company:nordlicht"},
        "Skill Technology": {"skill:apache-kafka", "skill:helm", "skill:kubernetes", "skill:rabbitmq", "skill:rust"},
        "Skill Concept": {"skill:event-streaming", "skill:messaging", "skill:orchestration"},
    }
    assert properties(graph, "person:ada-example") == {"id": "person:ada-example", "name": "Ada Example", "totalMonths": 30}
    jobs = {
        (n.properties["title"], n.properties.get("endDate"), n.properties["months"], n.properties["current"])
        for n in graph.nodes
        if n.labels == ("Position",)
    }
    assert jobs == {("Engineer", "2021-12", 24, False), ("Lead", None, 12, True)}
    kinds = ("BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED")
    assert {(kind, s.removeprefix("skill:"), t.removeprefix("skill:")) for kind in kinds for s, t in rows(graph, kind)} == {
        ("IMPLIES", "apache-kafka", "event-streaming"),
        ("IMPLIES", "helm", "kubernetes"),
        ("BROADER", "event-streaming", "messaging"),
        ("BROADER", "kubernetes", "orchestration"),
        ("BROADER", "rabbitmq", "messaging"),
        ("ALTERNATIVE_TO", "apache-kafka", "rabbitmq"),
        ("RELATED", "kubernetes", "orchestration"),
    }


def test_basis_months_and_chains(writer: W, ontology: Ontology) -> None:
    graph = build([full_cv(writer).done()], ontology, as_of="2022-06")
    assert has_skill(graph) == {
        "apache-kafka": ("demonstrated", 24, "2020-01", "2021-12", 1, ()),
        "helm": ("demonstrated", 24, "2020-01", "2021-12", 1, ()),
        "rabbitmq": ("demonstrated", 12, "2021-07", "2022-06", 1, ()),
        "rust": ("stated", 0, None, None, 1, ()),
        "event-streaming": ("inferred", 24, "2020-01", "2021-12", 1, ("apache-kafka -implies-> event-streaming",)),
        "kubernetes": ("inferred", 24, "2020-01", "2021-12", 1, ("helm -implies-> kubernetes",)),
        "orchestration": ("inferred", 24, "2020-01", "2021-12", 1, ("helm -implies-> kubernetes", "kubernetes -broader-> orchestration")),
        "messaging": ("inferred", 30, "2020-01", "2022-06", 2, ("rabbitmq -broader-> messaging",)),
    }
    assert {
        r.properties.get(k) for r in graph.relationships if r.type == "HAS_SKILL" and r.target == "skill:rust" for k in ("level", "years")
    } == {"expert", 4.0}


def test_every_fact_is_proved(writer: W, ontology: Ontology) -> None:
    cv = full_cv(writer)
    _, document = cv.done()
    graph = build([cv.done()], ontology)
    for relationship in graph.relationships:
        if "quote" in relationship.properties:
            facts = relationship.properties
            assert facts["document"] == "cvs/ada.md"
            assert document.text[facts["spanStart"] : facts["spanEnd"]] in facts["quote"]
            assert facts["quote"] in document.text
    assert rows(graph, "HELD", "quote") == {
        (s, t, q) for s, t, q in rows(graph, "HELD", "quote") if q in ("Engineer at Pinewood Ltd", "Lead at The Nordlicht GmbH")
    }
    assert {row[2:] for row in rows(graph, "USED", "surface", "quote")} == {
        ("Kafka", "Built a pipeline on Kafka."),
        ("RabbitMQ", "Moved the pipeline to RabbitMQ."),
    }
    assert {row[1:] for row in rows(graph, "LISTS", "surface", "quote")} == {("skill:helm", "Helm", "Stack: Helm")}
    assert {row[1:] for row in rows(graph, "CLAIMS", "surface", "quote", "stance")} == {("skill:rust", "Rust", "Rust", "positive")}


def test_a_long_line_is_quoted_around_its_mention(writer: W, ontology: Ontology) -> None:
    cv = writer()
    filler = "lorem ipsum " * 40
    cv.mention(cv.line(f"{filler}. I like Rust a lot. {filler}"), "Rust", "rust", Section.SUMMARY)
    cv.mention(cv.line(f"{filler}and Helm and {filler}"), "Helm", "helm", Section.SUMMARY)
    quotes = {row[1]: row[2] for row in rows(build([cv.done()], ontology), "CLAIMS", "quote")}
    assert quotes["skill:rust"] == "I like Rust a lot."
    assert "and Helm and" in quotes["skill:helm"]
    assert 250 < len(quotes["skill:helm"]) <= 300
    assert set(quotes["skill:helm"].split()) == {"lorem", "ipsum", "and", "Helm"}


def test_overlapping_jobs_count_once_for_a_skill(writer: W, ontology: Ontology) -> None:
    cv = writer()
    for company, start, end in (("Pinewood", "2020-01", "2020-06"), ("Nordlicht", "2020-04", "2020-09")):
        cv.job(company, "Engineer", start, end, stack={"Rust": "rust"})
    assert has_skill(build([cv.done()], ontology)) == {"rust": ("demonstrated", 9, "2020-01", "2020-09", 2, ())}


def test_a_summary_states_and_a_project_demonstrates(writer: W, ontology: Ontology) -> None:
    cv = writer()
    cv.achieve("Cut costs by 40% with Rust.", {"Rust": "rust"}, Section.SUMMARY)
    cv.achieve("Wrote a deployer with Helm.", {"Helm": "helm"}, Section.PROJECTS)
    graph = build([cv.done()], ontology)
    assert {skill: facts[0] for skill, facts in has_skill(graph).items()} == {
        "rust": "stated",
        "helm": "demonstrated",
        "kubernetes": "inferred",
        "orchestration": "inferred",
    }
    assert {target for _, target in rows(graph, "CLAIMS")} == {"skill:rust"}
    assert {target for _, target in rows(graph, "USED")} == {"skill:rust", "skill:helm"}


def test_denied_and_wanted_skills_are_claims_only(writer: W, ontology: Ontology) -> None:
    cv = writer()
    cv.claim("no Rust", "rust", Stance.NEGATED)
    cv.claim("learning Kubernetes", "kubernetes", Stance.ASPIRED)
    cv.claim("Helm", "helm")
    graph = build([cv.done()], ontology)
    validate(graph)
    assert {row[1:] for row in rows(graph, "CLAIMS", "stance")} == {
        ("skill:rust", "negated"),
        ("skill:kubernetes", "aspired"),
        ("skill:helm", "positive"),
    }
    assert {skill: facts[0] for skill, facts in has_skill(graph).items()} == {"helm": "stated", "orchestration": "inferred"}


def test_a_skill_shown_and_denied_is_held(writer: W, ontology: Ontology) -> None:
    cv = writer()
    cv.job("Pinewood", "Engineer", "2020", "2020", [("Wrote it in Rust.", {"Rust": "rust"})])
    cv.claim("no Rust any more", "rust", Stance.NEGATED)
    assert has_skill(build([cv.done()], ontology)) == {"rust": ("demonstrated", 12, "2020", "2020", 1, ())}


def test_shown_sources_are_preferred_to_stated_ones_in_chains(writer: W, ontology: Ontology) -> None:
    cv = writer()
    cv.claim("RabbitMQ", "rabbitmq")
    cv.job("Pinewood", "Engineer", "2020", "2020", [("Used Kafka.", {"Kafka": "apache-kafka"})])
    assert has_skill(build([cv.done()], ontology))["messaging"] == (
        "inferred", 12, "2020", "2020", 2, ("apache-kafka -implies-> event-streaming", "event-streaming -broader-> messaging"),
    )  # fmt: skip


def test_a_chain_may_have_three_steps(writer: W, ontology: Ontology) -> None:
    cv = writer()
    cv.claim("Kafka Streams", "kafka-streams")
    assert has_skill(build([cv.done()], ontology))["messaging"][-1] == (
        "kafka-streams -part_of-> apache-kafka",
        "apache-kafka -implies-> event-streaming",
        "event-streaming -broader-> messaging",
    )


def test_uncurated_skills_are_kept_under_their_most_frequent_name(writer: W, ontology: Ontology) -> None:
    cvs = [writer(f"{n}.txt", f"Ada Example{n}") for n in "abc"]
    for cv, surface in zip(cvs, ("Frobnik", "frobnik", "Frobnik"), strict=True):
        cv.claim(surface, "x-frobnik")
    graph = build([cv.done() for cv in cvs], ontology)
    assert properties(graph, "skill:x-frobnik") == {
        "id": "skill:x-frobnik", "name": "Frobnik", "kind": "technology", "aliases": ("frobnik",), "curated": False,
    }  # fmt: skip


def test_companies_and_schools_are_one_whatever_their_spelling(writer: W, ontology: Ontology) -> None:
    cvs = [writer(f"{n}.txt", f"Ada Example{n}") for n in "abc"]
    for cv, company, school in zip(
        cvs,
        ("Pinewood Ltd", "PINEWOOD", "Pinewood Ltd"),
        ("University of Eastfield", "The University of Eastfield (UE)", "University of Eastfield"),
        strict=True,
    ):
        cv.job(company, "Engineer", "2020", "2021")
        cv.education.append(Education(institution=school, degree="BSc", span=cv.line(school)))
    graph = build([cv.done() for cv in cvs], ontology)
    assert properties(graph, "company:pinewood") == {"id": "company:pinewood", "name": "Pinewood Ltd", "aliases": ("PINEWOOD",)}
    assert properties(graph, "school:university-of-eastfield") == {
        "id": "school:university-of-eastfield",
        "name": "University of Eastfield",
    }
    assert len(rows(graph, "AT")) == len(rows(graph, "STUDIED_AT")) == 3


def test_metrics_keep_their_numbers(writer: W, ontology: Ontology) -> None:
    cv = writer()
    metric = Metric(value=40.0, unit="%", direction="decrease", of="latency", text="latency by 40%", span=Span(start=20, end=34))
    cv.achieve("Reduced latency by 40%", {}, Section.PROJECTS, metrics=[metric])
    graph = build([cv.done()], ontology)
    found = [dict(n.properties) for n in graph.nodes if n.labels == ("Metric",)]
    for facts in found:
        del facts["id"]
    assert found == [
        {"value": 40.0, "unit": "%", "direction": "decrease", "of": "latency", "text": "latency by 40%", "spanStart": 20, "spanEnd": 34}
    ]


def test_contacts_only_when_asked_for(writer: W, ontology: Ontology) -> None:
    cv = writer()
    cv.contacts.append(Contact(kind="email", value="ada@example.org", span=cv.line("ada@example.org")))
    plain, full = build([cv.done()], ontology), build([cv.done()], ontology, contacts=True)
    validate(full)
    assert "ada@example.org" not in plain.model_dump_json()
    assert properties(full, "person:ada-example")["emails"] == ("ada@example.org",)


def test_two_documents_of_one_person_tell_each_fact_once(writer: W, ontology: Ontology) -> None:
    older, newer = writer("old.txt"), writer("new.txt")
    older.job("Pinewood", "Engineer", "2020-03", "present", [("Wrote it in Rust.", {"Rust": "rust"})])
    newer.job("Pinewood Ltd", "Engineer", "2020", "2021-02", [("Wrote it in Rust!", {"Rust": "rust"}), ("Used Helm.", {"Helm": "helm"})])
    newer.job("Nordlicht", "Lead", "2021-03", "present")
    graph = build([older.done(), newer.done()], ontology, as_of="2021-06")
    validate(graph)
    assert len(rows(graph, "DESCRIBED_IN")) == 2
    assert {(n.properties["company"], n.properties.get("endDate")) for n in graph.nodes if n.labels == ("Position",)} == {
        ("Pinewood Ltd", "2021-02"),
        ("Nordlicht", None),
    }
    assert {n.properties["text"] for n in graph.nodes if n.labels == ("Achievement",)} == {"Wrote it in Rust!", "Used Helm."}
    assert has_skill(graph)["rust"] == ("demonstrated", 14, "2020", "2021-02", 1, ())
    assert properties(graph, "person:ada-example")["totalMonths"] == 18


def test_people_of_one_name_have_ids_that_a_new_job_does_not_change(writer: W, ontology: Ontology) -> None:
    def people(*jobs: tuple[str, str]) -> set[str]:
        cvs = []
        for number, (company, start) in enumerate(jobs):
            cv = writer(f"{number}.txt", "John Smith")
            cv.job(company, "Engineer", start, "present")
            cvs.append(cv)
        cvs[0].job("Nordlicht", "Lead", f"202{len(jobs)}", "present")
        return {n.id for n in build([cv.done() for cv in cvs], ontology).nodes if n.labels == ("Person",)}

    two = people(("Pinewood", "2010"), ("Eastfield", "2012"))
    three = people(("Pinewood", "2010"), ("Eastfield", "2012"), ("Westfield", "2014"))
    assert len(two) == 2
    assert len(three) == 3
    assert two < three
    assert people(("Pinewood", "2010")) == {"person:john-smith"}


def test_documents_without_a_name_are_people_of_their_own(writer: W, ontology: Ontology) -> None:
    cvs = [writer(path, None) for path in ("a/cv_01.md", "b/cv_02.md", "c/cv_02.md")]
    for number, cv in enumerate(cvs):
        cv.claim(f"Rust {number}", "rust")
    graph = build([cv.done() for cv in cvs], ontology)
    people = sorted((str(n.properties["name"]), n.id.startswith("person:unnamed-cv-0")) for n in graph.nodes if n.labels == ("Person",))
    assert people == [("Unnamed (cv_01.md)", True), ("Unnamed (cv_02.md)", True), ("Unnamed (cv_02.md)", True)]


def test_order_of_input_does_not_matter(writer: W, ontology: Ontology) -> None:
    cvs = [full_cv(writer).done(), *(_smith(writer, n).done() for n in range(3))]
    graphs = {build(order, ontology).model_dump_json() for order in itertools.permutations(cvs)}
    assert len(graphs) == 1


def _smith(writer: W, number: int) -> Any:
    cv = writer(f"{number}.txt", "John Smith")
    cv.job(
        ("Pinewood", "pinewood", "Eastfield")[number],
        "Engineer",
        ("2010", "2010-04", "2012")[number],
        "present",
        stack={"Kafka": "apache-kafka"},
    )
    cv.claim(f"Frobnik{number}", "x-frobnik")
    return cv


_SCRIPT = """
import json, sys
from pathlib import Path
from skillgraph.graph.build import build
from skillgraph.model import Document, Profile
from skillgraph.ontology import Ontology
data = json.loads(Path(sys.argv[1]).read_text())
read = [(Profile.model_validate(p), Document.model_validate(d)) for p, d in data["read"]]
print(build(read, Ontology.model_validate(data["ontology"])).model_dump_json())
"""


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_hash_seed_does_not_matter(writer: W, ontology: Ontology, tmp_path: Path, seed: str) -> None:
    read = [full_cv(writer).done(), *(_smith(writer, n).done() for n in range(3))]
    data = {"ontology": ontology.model_dump(mode="json"), "read": [(p.model_dump(mode="json"), d.model_dump(mode="json")) for p, d in read]}
    (tmp_path / "data.json").write_text(json.dumps(data))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "data.json")], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == build(read, ontology).model_dump_json()
