"""Foreign taxonomies become overlays that merge without a clash, and everything that was changed is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skillgraph.errors import OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.ontology.entry import NewSkill
from skillgraph.ontology.importers import IMPORTERS, Import, Taxonomy, Term, reconcile
from skillgraph.ontology.importers.terms import below
from skillgraph.ontology.overlay import apply_overlays
from skillgraph.ontology.overlay_file import write_overlay

FIXTURES = Path(__file__).parent / "fixtures"
URI = "http://data.europa.eu/esco/skill/"
TOOL, CONCEPT = SkillKind.TECHNOLOGY, SkillKind.CONCEPT


def told(found: Import) -> list[tuple[str, str, str]]:
    return [(finding.term, finding.what, finding.detail) for finding in found.findings]


def written(found: Import, base: Ontology, tmp_path: Path) -> Ontology:
    write_overlay(tmp_path / "out.yaml", found.area, found.skills, base=base)
    return apply_overlays(base, [tmp_path / "out.yaml"])


def test_esco(small: Ontology, tmp_path: Path) -> None:
    taxonomy = IMPORTERS["esco"](FIXTURES / "esco")
    assert taxonomy.source.startswith("ESCO, skills_en.csv, sha256 ")
    assert "This service uses the ESCO classification of the European Commission." in taxonomy.licence
    found = reconcile(taxonomy, small)
    assert found.skills == (
        NewSkill(id="frobnica-software", label="Frobnica (software)", kind=TOOL, alt=("frobnica tool", "FQ"), related=("prune-dead-messages",),
                 context=("FQ",), note="A made-up tool.", source=f"{URI}k2"),
        NewSkill(id="prune-dead-messages", label="prune dead messages", kind=CONCEPT, alt=("prune messages",), note="Remove what is dead.", source=f"{URI}k4"),
        NewSkill(id="tend-message-gardens", label="tend message gardens", kind=CONCEPT, alt=("tending message gardens", "message gardening"),
                 broader=("tending-and-pruning", "prune-dead-messages"), note="Look after messages.", source=f"{URI}k3"),
        NewSkill(id="tending-and-pruning", label="tending and pruning", kind=CONCEPT, note="Work on gardens of messages.", text=False, source=f"{URI}g1"),
        NewSkill(id="zmq", alt=("ZetaMQ (computer programming)", "Zeta broker language")),
    )  # fmt: skip
    assert told(found) == [
        ("ZetaMQ (computer programming)", "known skill", "is `zmq`; only its other labels are added"),
        ("ZetaMQ (computer programming)", "label taken", "`DLQ` is a label of `dlq`; left out"),
        ("prune dead messages", "circle", "broader `tend-message-gardens` is narrower than `prune-dead-messages` itself; left out"),
    ]
    merged = written(found, small, tmp_path)
    assert merged.by_id["zmq"].alt == ("Zeta", "ZetaMQ (computer programming)", "Zeta broker language")
    assert [area.licence for area in merged.areas if area.name == "esco"] == [taxonomy.licence]


def test_part_of_a_taxonomy() -> None:
    taxonomy = IMPORTERS["esco"](FIXTURES / "esco" / "skills_en.csv")
    assert [term.label for term in below(taxonomy, ["Tending and pruning"]).terms] == [
        "tending and pruning",
        "tend message gardens",
        "prune dead messages",
    ]
    with pytest.raises(OntologyError, match="ESCO skills and knowledge has no term `weeding`"):
        below(taxonomy, ["weeding"])


def test_onet(small: Ontology, tmp_path: Path) -> None:
    found = reconcile(IMPORTERS["onet"](FIXTURES / "Technology Skills.txt"), small)
    note = "The product class “{}”, commodity {} of UNSPSC."
    assert found.skills == (
        NewSkill(id="frobnica-suite", label="Frobnica Suite", kind=TOOL, broader=("message-garden-software", "pruning-software"), source="onet:Frobnica Suite"),
        NewSkill(id="message-garden-software", label="Message garden software", kind=CONCEPT, text=False,
                 note=note.format("Message garden software", 43232000), source="unspsc:43232000"),
        NewSkill(id="pruning-software", label="Pruning software", kind=CONCEPT, text=False, note=note.format("Pruning software", 43232111), source="unspsc:43232111"),
    )  # fmt: skip
    assert told(found) == [("ZetaMQ", "known skill", "is `zmq`; only its other labels are added")]
    assert "CC BY 4.0" in found.area.licence
    assert written(found, small, tmp_path).by_id["message-garden-software"].text is False


def test_a_flat_csv(small: Ontology, tmp_path: Path) -> None:
    found = reconcile(IMPORTERS["csv"](FIXTURES / "own.csv"), small)
    assert found.skills == (
        NewSkill(id="frobnica", label="Frobnica", kind=TOOL, alt=("Frobnica One",), broader=("broker",), related=("garden",), case=("Frobnica",)),
        NewSkill(id="garden", label="message garden", kind=CONCEPT, broader=("failure-handling",), note="Where messages grow.", asked=("where we grow messages",)),
    )  # fmt: skip
    assert told(found) == [("Frobnica", "label taken", "`Zeta` is a label of `zmq`; left out")]
    assert written(found, small, tmp_path).by_id["garden"].asked == ("where we grow messages",)


def test_skos(small: Ontology, tmp_path: Path) -> None:
    pytest.importorskip("rdflib")
    taxonomy = IMPORTERS["skos"](FIXTURES / "skos.ttl")
    assert (taxonomy.title, taxonomy.licence) == ("Example tools", "https://creativecommons.org/licenses/by/4.0/")
    found = reconcile(taxonomy, small)
    base = "https://example.org/tools/"
    assert found.skills == (
        NewSkill(id="dlq", alt=("morgue for messages",)),
        NewSkill(id="garden-rake", label="garden rake", kind=CONCEPT, alt=("message rake", "mesage rake"), broader=("message-garden",),
                 related=("message-garden",), note="garden rake", source=f"{base}rake"),
        NewSkill(id="message-garden", label="message garden", kind=CONCEPT, note="Where messages grow.", source=f"{base}garden"),
    )  # fmt: skip
    assert told(found) == [
        ("", "no label", f"{base}none has no label that could stand in a text"),
        ("Dead letter queue", "known skill", "is `dlq`; only its other labels are added"),
    ]
    assert written(found, small, tmp_path).by_id["garden-rake"].broader == ("message-garden",)


def term(label: str, key: str = "", **values: object) -> Term:
    return Term.model_validate({"key": key or label, "label": label, "kind": TOOL, **values})


@pytest.mark.parametrize(
    ("terms", "skills", "findings"),
    [
        ([term("Broker X", id="broker", broader=("dlq",))], [NewSkill(id="broker", alt=("Broker X",))], []),
        (
            [term("Broker!")], [NewSkill(id="broker-2", label="Broker!", kind=TOOL, source="Broker!")],
            [("Broker!", "id taken", "`broker` is another skill; this one is `broker-2`")],
        ),
        (
            [term("Frob A", "1"), term("frob-a", "2", alt=("Frob B",))], [NewSkill(id="frob-a", label="Frob A", kind=TOOL, source="1")],
            [("frob-a", "label taken", "another term with this label is `frob-a`; this one is left out")],
        ),
        (
            [term("Frob A", "1", broader=("2", "none", "1")), term("Frob B", "2", broader=("1",))],
            [NewSkill(id="frob-a", label="Frob A", kind=TOOL, broader=("frob-b",), source="1"), NewSkill(id="frob-b", label="Frob B", kind=TOOL, source="2")],
            [
                ("Frob A", "unknown target", "broader `none` is neither a term nor a skill; left out"),
                ("Frob B", "circle", "broader `frob-a` is narrower than `frob-b` itself; left out"),
            ],
        ),
    ],
)  # fmt: skip
def test_clashes(terms: list[Term], skills: list[NewSkill], findings: list[tuple[str, str, str]], small: Ontology, tmp_path: Path) -> None:
    found = reconcile(Taxonomy(name="t", title="T", source="s", licence="", terms=tuple(terms)), small)
    assert (list(found.skills), told(found)) == (skills, findings)
    written(found, small, tmp_path)


def test_over_the_whole_ontology(ontology: Ontology, tmp_path: Path) -> None:
    terms = (term("Kafka", alt=("Event Spine", "RabbitMQ")), term("Frobnica", alt=("SQS", "Spring"), broader=("message-broker",)))
    found = reconcile(Taxonomy(name="t", title="T", source="s", licence="", terms=terms), ontology)
    assert found.skills == (
        NewSkill(id="apache-kafka", alt=("Event Spine",)),
        NewSkill(id="frobnica", label="Frobnica", kind=TOOL, broader=("message-broker",), case=("Frobnica",), source="Frobnica"),
    )
    assert [what for _, what, _ in told(found)] == ["known skill", "label taken", "label taken", "label taken"]
    assert written(found, ontology, tmp_path).by_id["frobnica"].source == "Frobnica"


@pytest.mark.parametrize(
    ("form", "name", "text", "reason"),
    [
        ("csv", "a.csv", "name,kind\nx,y\n", "a.csv:1: no column `label`; there are name, kind"),
        ("csv", "a.csv", "label,colour\nx,y\n", "a.csv:1: unknown column `colour`"),
        ("csv", "a.csv", "label,kind\nFrob,widget\n", "a.csv:2: unknown kind `widget`; write technology or concept"),
        ("csv", "a.csv", "label,kind\nFrob,concept\nFrob,concept\n", "a.csv:3: the id `frob` stands twice"),
        ("csv", "a.csv", "label,kind\nFrob,concept,more\n", "a.csv:2: the row has more cells than the heading"),
        ("csv", "a.csv", "label,kind\n,concept\n", "a.csv:2: a row without a label"),
        ("csv", "a.csv", "", "a.csv:1: no column `label`; there are none"),
        ("onet", "a.txt", "O*NET-SOC Code,Example\n", "a.txt:1: no column `O*NET-SOC Code`"),
        ("esco", "a.csv", "label\nx\n", "a.csv:1: no column `conceptUri`; there are label"),
        ("skos", "a.ttl", "this is no turtle", "a.ttl: is no turtle"),
        ("skos", "a.rdf", "<a>", "a.rdf: is no xml"),
        ("skos", "a.doc", "", "a.doc: no RDF suffix; known: "),
        ("skos", "a.jsonld", "{", "a.jsonld: is no JSON"),
        (
            "skos",
            "a.jsonld",
            json.dumps({"@context": "https://example.org/context.json"}),
            "a.jsonld: its @context is a link to the network",
        ),
        ("skos", "a.jsonld", json.dumps([{"x": {"@context": [{"@import": "x"}]}}]), "a.jsonld: its @context is a link to the network"),
    ],
)
def test_files_of_another_form(form: str, name: str, text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        IMPORTERS[form](tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path}/{reason}")


def test_an_empty_folder_is_no_esco(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="unpack ESCO's CSV download into this folder"):
        IMPORTERS["esco"](tmp_path)
