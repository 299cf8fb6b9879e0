"""The project's own data hold no problem; the linter finds each kind of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.ontology.lint import own_files, problems

HEAD = "area: a\nskills:\n"


def test_the_projects_own_files() -> None:
    assert problems(own_files()) == []


def test_it_is_as_broad_as_the_field(ontology: Ontology) -> None:
    kinds = [skill.kind for skill in ontology.skills]
    assert kinds.count(SkillKind.TECHNOLOGY) >= 1800
    assert kinds.count(SkillKind.CONCEPT) >= 500
    assert sum(len(skill.alt) for skill in ontology.skills) >= 5000
    assert sum(1 for _ in ontology.relations()) >= 6000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  b:\n    label: Bee\n    broader: [x]\n", ["{}:3: `b` has broader `x`, which does not exist"]),
        ("  b:\n    label: Bee\n    broader: [b]\n", ["{}:3: `b` has broader to itself", "{}:3: `broader` runs in a circle: b → b"]),
        ("  b:\n    label: Bee\n", ["{}:3: `b` is a technology without `broader` or `part_of`"]),
        (
            "  b:\n    label: Bee\n    broader: [c]\n  c:\n    label: bee\n    broader: [d]\n  d:\n    label: Dee\n    broader: [b]\n",
            ["{}:6: `c` shares the label `bee` with `b` ({}:3)", "{}:9: `broader` runs in a circle: d → b → c → d"],
        ),
        (
            "  b:\n    kind: concept\n    label: B\n    related: [c]\n  c:\n    kind: concept\n    label: Cee\n    note: N.\n    case: [Sea]\n",
            [
                "{}:3: `b`: the short label `B` needs `case` or `context`",
                "{}:7: `c` guards `Sea`, which is none of its labels",
                "{}:3: `b` is a concept without `note`",
            ],
        ),
        (
            "  b c:\n    kind: concept\n    label: Bee\n    note: N.\n    related: [b c]\n",
            ["{}:3: the id `b c` is no slug", "{}:3: `b c` has related to itself"],
        ),
    ],
)
def test_problems(text: str, expected: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    assert problems([path]) == [line.format(*["a.yaml"] * 2) for line in expected]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("area: [", ":2: did not find expected node content"),
        ("- a\n", ": the top level must be a mapping"),
        ("area: a\n", ": `skills` must be a mapping of ids to entries"),
        ("area: a\ncolour: red\nskills: {}\n", ":2: unknown field `colour`"),
        (HEAD + "  b: 1\n", ":3: `b` must be a mapping"),
        (HEAD + "  b:\n    label: B\n    size: 3\n", ":5: `b` has the unknown field `size`"),
        (HEAD + "  b:\n    label: B\n  b:\n    label: C\n", ":5: `b` stands twice"),
        (HEAD + "  b:\n    label: Bee\n    kind: tool\n", ":5: `b`, kind: Input should be 'technology' or 'concept'"),
        (HEAD + "  b:\n    kind: concept\n", ":3: `b`, label: Field required"),
        (HEAD + "  b:\n    label: Bee\n    alt: Beo\n", ":5: `b`, alt: Input should be a valid tuple"),
        (HEAD + "  [a]:\n    label: Bee\n", ":3: a key must be a word"),
    ],
)
def test_files_that_cannot_be_read(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    assert problems([path]) == [f"{path}{reason}"]


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("area: é\n".encode("latin-1"))
    assert problems([path, tmp_path / "none.yaml"]) == [
        f"{path}: is not UTF-8",
        f"{tmp_path / 'none.yaml'}: cannot be read: No such file or directory",
    ]
