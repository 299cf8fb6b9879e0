"""Overlays extend the ontology; what clashes is refused with file, line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgraph.errors import OntologyError
from skillgraph.ontology import Matcher, Ontology, cache, load_ontology
from skillgraph.ontology.files import parse_area_file
from skillgraph.ontology.overlay import apply_overlays, check_overlays, merge

OVERLAY = """\
area: ours
title: What we use
source: our wiki
skills:
  zmq:
    alt: [Zetta Queue]
    implies: [dlq]
  frob:
    label: Frobnicator
    alt: [Frob One]
    broader: [broker]
    part_of: [zmq]
"""


def overlay(tmp_path: Path, text: str, name: str = "ours.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_new_skills_and_more_labels_for_known_ones(small: Ontology, tmp_path: Path) -> None:
    merged = apply_overlays(small, [overlay(tmp_path, OVERLAY)])
    assert [area.model_dump(exclude_defaults=True) for area in merged.areas] == [
        {"name": "ours", "title": "What we use", "source": "our wiki"}, {"name": "tools", "title": "Tools"}
    ]  # fmt: skip
    assert [skill.id for skill in merged.skills] == ["broker", "dlq", "failure-handling", "frob", "zmq"]
    assert merged.by_id["frob"].model_dump(exclude_defaults=True) == {
        "id": "frob", "label": "Frobnicator", "kind": "technology", "area": "ours", "alt": ("Frob One",),
        "broader": ("broker",), "part_of": ("zmq",), "source": "our wiki",
    }  # fmt: skip
    before = small.by_id["zmq"].model_dump()
    assert merged.by_id["zmq"].model_dump() == {**before, "alt": ("Zeta", "Zetta Queue"), "implies": ("dlq",), "source": "our wiki"}
    matcher = Matcher(merged)
    text = "Zetta Queue, frob one"
    assert [match.skill for match in matcher.find(text, matcher.tokens(text))] == ["zmq", "frob"]


def test_a_later_overlay_extends_an_earlier_one(small: Ontology, tmp_path: Path) -> None:
    more = overlay(tmp_path, "area: more\nsource: later\nskills:\n  frob:\n    alt: [Frob Two]\n", "more.yaml")
    merged = apply_overlays(small, [overlay(tmp_path, OVERLAY), more])
    assert (merged.by_id["frob"].alt, merged.by_id["frob"].source) == (("Frob One", "Frob Two"), "our wiki; later")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  frob:\n    label: zeta-mq\n    broader: [broker]\n", ":2: `frob` shares the label `zeta-mq` with `zmq2` (tools.yaml)"),
        ("  dlq:\n    alt: [Zetas]\n  frob:\n    label: Zetas\n", ":4: `frob` shares the label `Zetas` with `dlq` ({}:2)"),
        ("  frob:\n    label: Frob\n    broader: [nowhere]\n", ":2: `frob` has broader `nowhere`, which does not exist"),
        ("  failure-handling:\n    broader: [dlq]\n", ":2: `broader` runs in a circle: failure-handling → dlq → failure-handling"),
        (
            "  zmq:\n    label: Other\n",
            ":3: the id `zmq` stands in tools.yaml already, with label `ZetaMQ`; leave `label` out to extend that skill, or take another id for a new one",
        ),
        (
            "  zmq:\n    kind: concept\n",
            ":3: the id `zmq` stands in tools.yaml already, with kind `technology`; leave `kind` out to extend that skill, or take another id for a new one",
        ),
        ("  frob:\n    label: A\n  frob:\n    label: B\n", ":4: `frob` stands twice"),
        ("  frob:\n    label: Frob\n    kind: widget\n", ":4: `frob`, kind: Input should be 'technology' or 'concept'"),
        ("  frob:\n    broader: [broker]\n", ":2: `frob`, label: Field required"),
        ("  zmq:\n    alt: Zetta\n", ":3: `zmq`, alt: must be a list of words"),
        ("  zmq:\n    alt: [[Zetta]]\n", ":3: `zmq`, alt: must be a list of words"),
        ("  Frob:\n    label: Frob\n", ":2: the id `Frob` is no slug"),
    ],
)
def test_clashes_are_refused(text: str, reason: str, small: Ontology, tmp_path: Path) -> None:
    skills = (*small.skills, small.by_id["zmq"].model_copy(update={"id": "zmq2", "label": "zeta mq", "alt": (), "case": ()}))
    base = small.model_copy(update={"skills": tuple(sorted(skills, key=lambda skill: skill.id))})
    path = overlay(tmp_path, "skills:\n" + text)
    with pytest.raises(OntologyError) as caught:
        apply_overlays(base, [path])
    assert str(caught.value) == f"{path}{reason.format(path)}"


def test_all_problems_are_told_by_lint(small: Ontology, tmp_path: Path) -> None:
    text = "skills:\n  frob:\n    label: Frob\n    broader: [nowhere]\n  lone:\n    label: Lone Tool\n  zmq:\n    label: Other\n"
    path = overlay(tmp_path, text)
    missing = tmp_path / "missing.yaml"
    assert check_overlays(small, [path, missing]) == [
        f"{missing}: cannot be read: No such file or directory",
        f"{path}:8: the id `zmq` stands in tools.yaml already, with label `ZetaMQ`; leave `label` out to extend that skill, "
        "or take another id for a new one",
        f"{path}:2: `frob` has broader `nowhere`, which does not exist",
        f"{path}:5: `lone` is a technology without `broader` or `part_of`",
    ]
    with pytest.raises(OntologyError, match=r"\(and 1 more; `skillgraph ontology lint` lists them\)"):
        apply_overlays(small, [path])


def test_over_the_whole_ontology(ontology: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")
    path = overlay(
        tmp_path,
        "area: ours\nskills:\n  apache-kafka:\n    alt: [Event Spine]\n  our-bus:\n    label: OurBus\n    broader: [message-broker]\n",
    )
    merged = load_ontology([path])
    assert len(merged.skills) == len(ontology.skills) + 1
    assert merged.by_id["apache-kafka"].alt == (*ontology.by_id["apache-kafka"].alt, "Event Spine")
    assert merged.fingerprint != ontology.fingerprint
    path.write_text(path.read_text().replace("Event Spine", "Event Column"))
    assert load_ontology([path]).by_id["apache-kafka"].alt[-1] == "Event Column"
    with pytest.raises(OntologyError, match="no such overlay file"):
        load_ontology([tmp_path / "none.yaml"])


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab:-[]{}\n \"'|&*#,?!é\t", max_size=60))
def test_any_text_is_an_overlay_or_an_error(text: str) -> None:
    small = Ontology(areas=(), skills=())
    try:
        merge(small, [parse_area_file(f"skills:\n  b:\n    label: {text}", Path("x.yaml"))])
    except OntologyError as error:
        assert str(error).startswith("x.yaml")
