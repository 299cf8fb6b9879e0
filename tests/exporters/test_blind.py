"""Blind: nothing in any file tells who somebody is, and the work is all there."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from skillgraph.exporters import EXPORTERS, export
from skillgraph.exporters.blind import blind, letter
from skillgraph.exporters.masks import contact_mask, place_mask, school_mask, years_removed
from skillgraph.exporters.names import name_mask, name_tokens
from skillgraph.exporters.neutral import neutral
from skillgraph.graph.draft import Draft
from skillgraph.graph.schema import validate
from skillgraph.model import PropertyGraph
from tests.exporters.sample import sample

SECRETS = ("bilbao", "spain", "utrecht", "netherlands", "northport", "2013", "2015", "mail.example", "github.com", "ortuzar.example")
GENDERED = ("he", "she", "his", "her", "him")


def words_in(data: bytes) -> set[str]:
    """Return all words without accents; escapes of JSON, XML and addresses are undone first."""
    text = data.decode("utf-8", errors="ignore")
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return set(re.findall(r"[^\W_]+", plain))


@pytest.mark.parametrize("format", sorted(EXPORTERS))
def test_no_part_of_a_name_is_left_in_any_format(format: str, tmp_path: Path) -> None:
    if format in ("turtle", "jsonld"):
        pytest.importorskip("rdflib")
    if format == "parquet":
        pytest.importorskip("pyarrow")
    tokens = {token for node in sample().nodes if "Person" in node.labels for token in name_tokens(str(node.properties["name"]))}
    assert tokens == {"iker", "ortuzar", "marguerite", "dell", "odell", "zoe", "haverkamp"}
    paths = export(blind(sample()), tmp_path / "out", format=format)
    # What the format itself says (the page's own program, a schema's words) is no trace of anybody.
    own = b"".join(path.read_bytes() for path in export(PropertyGraph(), tmp_path / "empty", format=format))
    words = {word for path in paths for word in words_in(path.read_bytes()) | words_in(path.name.encode())}
    assert (words - words_in(own)) & (tokens | set(GENDERED)) == set()
    everything = " ".join(path.read_bytes().decode("utf-8", errors="ignore").casefold() for path in paths)
    assert [secret for secret in SECRETS if secret in everything and secret not in own.decode("utf-8", errors="ignore").casefold()] == []


def test_the_work_stays() -> None:
    graph = blind(sample())
    validate(graph)
    assert {node.properties["text"] for node in graph.nodes if "Achievement" in node.labels} == {
        "Built a DLQ on Kafka; Person A cut retries by 40% for their team in [place].",
        "Moved billing from RabbitMQ to Kafka, mail [contact].",
        "They were thanked when Person B shipped Kafka streams after leaving [school].",
    }
    assert {node.properties["name"] for node in graph.nodes if "Company" in node.labels} == {"Tidewater Labs", "Person A Consulting"}
    assert [n for n in graph.nodes if "Skill" in n.labels and n.properties["curated"]] == [
        n for n in sample().nodes if "Skill" in n.labels and n.properties["curated"]
    ]
    assert {link.properties["quote"] for link in graph.relationships if link.type in ("HELD", "STUDIED_AT", "CLAIMS")} == {
        "Backend Engineer, Tidewater Labs, [place]",
        "Staff Engineer, Person A Consulting, [place]",
        "Data Engineer, Tidewater Labs, [place]",
        "MSc, Informatics",
        "Skills: Zephyrflow (Person C)",
        "wants Zephyrflow",
    }
    assert [len(graph.nodes), len(graph.relationships)] == [len(sample().nodes), len(sample().relationships)]


def test_an_employer_where_somebody_studied_is_hidden() -> None:
    draft = Draft()
    draft.node("School", "school:northport-university", {"name": "Northport University"})
    draft.node("Company", "company:northport-university", {"name": "Northport University", "aliases": ("NU",)})
    assert [(n.id, n.properties["name"]) for n in blind(draft.finish()).nodes] == [
        ("company:masked-1", "[school]"),
        ("school:masked-1", "School 1"),
    ]


def people(names: list[str]) -> PropertyGraph:
    draft = Draft()
    for name in names:
        draft.node("Person", f"person:{name}", {"name": name, "totalMonths": 0})
    return draft.finish()


def test_letters_do_not_follow_the_alphabet_of_names() -> None:
    names = [f"{chr(ord('a') + number)}name" for number in range(26)] + ["zz", "zzz"]
    found = {node.id for node in blind(people(names)).nodes}
    assert found == {f"person:{letter(number)}" for number in range(28)} and letter(27) == "AB"
    graph = people(names)
    order = [blind(PropertyGraph(nodes=tuple(n for n in graph.nodes if n.properties["name"] in pair))) for pair in (("aname", "bname"),)]
    assert [[n.properties["name"] for n in part.nodes] for part in order] == [["Person A", "Person B"]]
    masks = [name_mask([(n, "x") for n in names])]
    assert [masks[0](text, None) for text in ("aname", "none")] == ["x", "none"]


MASK = name_mask(
    [
        ("Ana María Ruiz", "Person A"),
        ("Jürgen von Hoff", "Person B"),
        ("Ruby Patel", "Person C"),
        ("Lena Ruiz", "Person D"),
        ("Grace Will", "Person E"),
    ],
    ["Ruby", "Ruby on Rails", "Go", "GraceDB"],
)


@pytest.mark.parametrize(
    ("text", "about", "masked"),
    [
        ("Ana Maria Ruiz led it", None, "Person A led it"),
        ("RUIZ, Ana", None, "Person A"),
        ("A. Ruiz wrote it with L. Ruiz", "Person D", "Person D wrote it with Person D"),
        ("Ana and Lena Ruiz met", None, "Person A and Person D met"),
        ("Juergen von Hoff, Jurgen Hoff and Jürgen", None, "Person B, Person B and Person B"),
        ("AnaSenior EngineerRuiz", None, "Person ASenior EngineerPerson A"),
        ("anaruiz@, ana_ruiz, ana-ruiz.pdf", None, "Person A@, Person A, Person A.pdf"),
        ("Analysed banana data in Grafana", None, "Analysed banana data in Grafana"),
        ("Ruby on Rails and Ruby at work", None, "Ruby on Rails and Ruby at work"),
        ("Ruby Patel knows Ruby", None, "Person C knows Ruby"),
        ("graceful; goodwill; GraceDB; GraceHopper", None, "graceful; goodwill; GraceDB; Person EHopper"),
        ("Ana's ruiz", "Person A", "Person A's Person A"),
        ("Hoff", "Person A", "Person B"),
    ],
)
def test_names_are_found_however_they_are_written(text: str, about: str | None, masked: str) -> None:
    assert MASK(text, about) == masked


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("He led his team; the team thanked him.", "They led their team; the team thanked them."),
        ("The idea was hers, the code his.", "The idea was theirs, the code theirs."),
        ("Told her to go, told her boss, asked her.", "Told them to go, told their boss, asked them."),
        ("SHE has won. She's fast. he does it", "THEY have won. They're fast. they do it"),
        ("Mr. Lee and Mrs Dow met Ms. Chu", "Lee and Dow met Chu"),
        ("Chairwoman of the sorority, on maternity leave", "Chairperson of the student society, on parental leave"),
        ("(she/her) Engineer; he/she or his/her", "Engineer; they or their"),
        (
            "Postman, Foreman API, man-in-the-middle, man page, 3 man months",
            "Postman, Supervisor API, man-in-the-middle, man page, 3 man months",
        ),
        ("The heap, the shell, theory, history, Sherlock", "The heap, the shell, theory, history, Sherlock"),
    ],
)
def test_gendered_words_go(text: str, changed: str) -> None:
    assert neutral(text).strip() == changed


def test_places_go_and_companies_and_skills_stay() -> None:
    mask = place_mask(["Lisbon, Portugal", "Remote"], ["Lisbon Systems", "Spark", "Apache Phoenix"])
    assert [mask(text) for text in (
        "Moved from Lisbon to Berlin, Germany",
        "Engineer at Lisbon Systems (Lisbon)",
        "remote work with us, Apache Phoenix in the US",
        "Reading logs with Split, Spark",
        "Offices in São Paulo and the Netherlands",
        "Docker, Nginx, Tracy, Perforce, Jenkins",
        "Docker Ltd, Tracy",
    )] == [
        "Moved from [place] to [place], [place]",
        "Engineer at Lisbon Systems ([place])",
        "remote work with us, Apache Phoenix in the [place]",
        "Reading logs with Split, Spark",
        "Offices in [place] and the [place]",
        "Docker, Nginx, Tracy, Perforce, Jenkins",
        "Docker Ltd, [place]",
    ]  # fmt: skip


def test_schools_go_with_their_years() -> None:
    mask = school_mask(["University of Eastfield (UoE)", "Open Data Institute", "School"], ["Eastgate"])
    assert [mask(text) for text in (
        "BSc Physics, University of Eastfield, Sep 2014 - Jun 2018",
        "Tutor at Eastfield and UoE since 2016, then Open Data",
        "Open source at school since 2014",
    )] == ["BSc Physics, [school]", "Tutor at [school] and [school], then Open Data", "Open source at school since 2014"]  # fmt: skip
    assert [years_removed(text) for text in ("MSc, 2014–present", "2014/15 MSc", "09/2012 - 06/2015, BSc", "Top 3 of 2500")] == [
        "MSc",
        "MSc",
        "BSc",
        "Top 3 of 2500",
    ]


def test_addresses_go() -> None:
    text = (
        "ana@x.example · +1 (555) 010-2030 · linkedin.com/in/ana · https://ana.dev/cv?x=1. Node.js, ASP.NET, Socket.io, CI/CD, 10,000 req/s"
    )
    assert contact_mask(text) == "[contact] · [contact] · [contact] · [contact]. Node.js, ASP.NET, Socket.io, CI/CD, 10,000 req/s"
