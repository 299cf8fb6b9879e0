"""Unknown skills are ranked by who names them, and accepted into an overlay file that stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgraph.errors import OntologyError
from skillgraph.model import Achievement, Mention, Person, Profile, Section, SkillKind, Span, Stance
from skillgraph.ontology import Ontology
from skillgraph.ontology.entry import NewSkill, skill_id
from skillgraph.ontology.overlay import apply_overlays
from skillgraph.ontology.overlay_file import accept
from skillgraph.ontology.suggest import Suggestion, new_skill, suggest


def profile(name: str, text: str, *surfaces: str, work: str = "", stance: Stance = Stance.POSITIVE) -> Profile:
    mentions, at = [], 0
    for surface in surfaces:
        at = text.index(surface, at)
        mentions.append(Mention(
            skill=f"x-{surface.lower()}", name=surface, kind=SkillKind.TECHNOLOGY, surface=surface, span=Span(start=at, end=at + len(surface)),
            section=Section.SKILLS, stance=stance, curated=False,
        ))  # fmt: skip
        at += len(surface)
    start = text.find(work)
    done = (Achievement(text=work, span=Span(start=start, end=start + len(work)), section=Section.EXPERIENCE),) if work else ()
    return Profile(document=f"{name}.md", sha256=name, person=Person(name=name), mentions=tuple(mentions), achievements=done)


def test_ranked_by_people_then_documents() -> None:
    texts = {
        "ann1": "Skills: Zorb, Quux\nBuilt feeds with Zorb for the harbour.",
        "ann2": "Tools\nZorb | QUUX",
        "bea": "zorb and more\nnot Quux",
        "cem": "Quux",
    }
    profiles = [
        profile("ann1", texts["ann1"], "Zorb", "Quux", "Zorb", work="Built feeds with Zorb for the harbour."),
        profile("ann2", texts["ann2"], "Zorb", "QUUX"),
        profile("bea", texts["bea"], "zorb"),
        profile("bea", texts["bea"], "Quux", stance=Stance.NEGATED),
        profile("cem", texts["cem"], "Quux"),
    ]
    people = {"ann1": "ann", "ann2": "ann", "bea": "bea", "cem": "cem"}
    assert suggest(profiles, texts, people=people) == (
        Suggestion(
            id="x-zorb", label="Zorb", surfaces=("Zorb", "zorb"), people=2, documents=3, mentions=4,
            examples=("Built feeds with Zorb for the harbour.", "Zorb | QUUX", "zorb and more"),
        ),
        Suggestion(
            id="x-quux", label="Quux", surfaces=("QUUX", "Quux"), people=2, documents=3, mentions=3,
            examples=("Skills: Zorb, Quux", "Zorb | QUUX", "Quux"),
        ),
    )  # fmt: skip
    assert suggest(reversed(profiles), texts, people=people) == suggest(profiles, texts, people=people)
    assert [s.examples for s in suggest(profiles)] == [("Built feeds with Zorb for the harbour.",), ()]


def test_long_lines_are_cut_around_the_word() -> None:
    text = "a " * 300 + "Zorb" + " b" * 300
    (found,) = suggest([profile("ann", text, "Zorb")], {"ann": text})
    assert found.examples == (f"… {'a ' * 50}Zorb{' b' * 48} …",)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("C++", "cpp"),
        ("F#", "fsharp"),
        (".NET Core", "dotnet-core"),
        ("Node.js", "node-js"),
        ("Dead-Letter Queue", "dead-letter-queue"),
        ("数据", "ue695b0e68dae"),
    ],
)
def test_ids(label: str, key: str) -> None:
    assert skill_id(label) == key


def test_a_suggestion_becomes_an_entry() -> None:
    suggestion = Suggestion(
        id="x-zorb", label="Zorb", surfaces=("ZORB", "Zorb", "Zorb DB", "zo"), people=1, documents=1, mentions=1, examples=()
    )
    assert new_skill(suggestion, kind=SkillKind.TECHNOLOGY, broader=["broker"]) == NewSkill(
        id="zorb", label="Zorb", kind=SkillKind.TECHNOLOGY, alt=("Zorb DB", "zo"), broader=("broker",), case=("Zorb",), context=("zo",)
    )


ZORB = NewSkill(id="zorb", label="Zorb: 3#", kind=SkillKind.TECHNOLOGY, alt=("yes", "Zo, rb", "z\u0007q\u2028"), broader=("broker",))
ENTRY = """\
  zorb:
    label: "Zorb: 3#"
    kind: technology
    alt: ["yes", "Zo, rb", "z\\u0007q\\U00002028"]
    broader: [broker]
"""


def test_accept_makes_a_file(small: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "new" / "ours.yaml"
    accept(path, [ZORB], base=small)
    assert path.read_text(encoding="utf-8") == f"area: ours\ntitle: Skills of ours\nskills:\n{ENTRY}"
    assert apply_overlays(small, [path]).by_id["zorb"].alt == ZORB.alt
    assert [file.name for file in path.parent.iterdir()] == ["ours.yaml"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("skills: {}\n", f"skills:\n{ENTRY}"),
        ("skills: {}   # none yet\narea: ours\n", f"skills:\n{ENTRY}   # none yet\narea: ours\n"),
        (
            "# mine\nskills:\n  frob:\n    label: Frob # why\n\n# the end\n",
            f"# mine\nskills:\n  frob:\n    label: Frob # why\n{ENTRY}\n# the end\n",
        ),
        ("skills:\n  frob:\n    label: Frob", f"skills:\n  frob:\n    label: Frob\n{ENTRY}"),
        ("skills:\n  frob: {label: Frob}\ntitle: T\n", f"skills:\n  frob: {{label: Frob}}\n{ENTRY}title: T\n"),
    ],
)
def test_accept_keeps_what_is_there(before: str, after: str, small: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(before, encoding="utf-8")
    accept(path, [ZORB], base=small)
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    ("before", "skill", "reason"),
    [
        ("skills: {}\n", NewSkill(id="frob", label="zetamq", kind=SkillKind.TECHNOLOGY), "shares the label `zetamq` with `zmq`"),
        ("skills: {}\n", NewSkill(id="frob", label="Frob", kind=SkillKind.TECHNOLOGY, broader=("none",)), "which does not exist"),
        ("skills:\n  zorb:\n    label: Zorb\n", ZORB, "`zorb` stands twice"),
        ("skills: {frob: {label: Frob}}\n", ZORB, "written in braces"),
        ("- no overlay\n", ZORB, "the top level must be a mapping"),
    ],
)
def test_a_refused_entry_leaves_the_file_alone(before: str, skill: NewSkill, reason: str, small: Ontology, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(OntologyError, match=reason):
        accept(path, [skill], base=small)
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {"ours.yaml": before}
