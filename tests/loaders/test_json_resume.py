"""JSON Resume: every value with its path, as JSON and as YAML."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgraph.errors import LoadError
from skillgraph.loaders import parse

EXPECTED = "it is no JSON Resume: an object with at least one of basics, work, education, skills, projects was expected"
JSON = r"""{
  "$schema": "https://example.org/schema.json",
  "basics": {"name": "Uma Ro\u00ff", "url": "https://uma.example", "image": "u.png", 
             "summary": "Line one.\nLine \"two\"."},
  "work": [
    {"company": "Ash \/ Elm", "position": "Lead", "startDate": "2019-04", "current": true,
     "highlights": ["Cut \t cost", "", "Grew 2\u00d7"]},
    {"name": "Oak", "endDate": null}
  ],
  "skills": [{"name": "Web", "level": 3, "keywords": ["Go", "SQL"]}],
  "meta": {"theme": "x"}
}"""

YAML = """\
basics:
  name: Uma Roy
  summary: >
    Folded text
    goes on.
  label: "Lead \\u2013 Web"
work:
  - name: 'Oak''s'
    startDate: 2019-04
    highlights:
      - Cut cost
      - |
        - one
        - two
"""


def fields(content: str, name: str) -> list[tuple[str, str, str]]:
    document = parse(content.encode(), name)
    return [(("~" * b.gap) + b.kind[0], b.field, document.text[b.start : b.end]) for b in document.blocks]


def test_json() -> None:
    assert fields(JSON, "resume.json") == [
        ("t", "basics.name", "Uma Roÿ"),
        ("t", "basics.url", "https://uma.example"),
        ("t", "basics.summary", "Line one."),
        ("t", "basics.summary", 'Line "two".'),
        ("~t", "work.0.company", "Ash / Elm"),
        ("t", "work.0.position", "Lead"),
        ("t", "work.0.startDate", "2019-04"),
        ("t", "work.0.current", "true"),
        ("i", "work.0.highlights.0", "Cut cost"),
        ("i", "work.0.highlights.2", "Grew 2×"),
        ("~t", "work.1.name", "Oak"),
        ("~t", "skills.0.name", "Web"),
        ("t", "skills.0.level", "3"),
        ("i", "skills.0.keywords.0", "Go"),
        ("i", "skills.0.keywords.1", "SQL"),
    ]


def test_yaml() -> None:
    assert fields(YAML, "resume.yaml") == [
        ("t", "basics.name", "Uma Roy"),
        ("t", "basics.summary", "Folded text goes on."),
        ("t", "basics.label", "Lead – Web"),
        ("~t", "work.0.name", "Oak's"),
        ("t", "work.0.startDate", "2019-04"),
        ("i", "work.0.highlights.0", "Cut cost"),
        ("i", "work.0.highlights.1", "one"),
        ("i", "work.0.highlights.1", "two"),
    ]


def test_every_span_leads_back_to_the_source(traced: Callable[[str, str, str], str]) -> None:
    assert traced(JSON, "resume.json", "Uma Ro") == "Uma Ro"
    assert traced(JSON, "resume.json", "Ash / Elm") == r"Ash \/ Elm"
    assert traced(JSON, "resume.json", "SQL") == "SQL"
    assert traced(YAML, "resume.yaml", "Folded text goes on.") == "Folded text\n    goes on."


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (
            '{"name": "x"}',
            "a.json",
            f"a.json: {EXPECTED}",
        ),
        (
            '["basics"]',
            "a.json",
            f"a.json: {EXPECTED}",
        ),
        (
            '{"basics": {',
            "a.json",
            "a.json: it is not valid JSON: Expecting property name enclosed in double quotes in line 1, column 13",
        ),
        ("[" * 100_000, "a.json", "a.json: its JSON is nested too deeply, or a number in it is too long"),
        (
            "a: 1\nb: c: d",
            "a.yaml",
            "a.yaml: it is not valid YAML: mapping values are not allowed in this context in line 2",
        ),
        (
            "title: x",
            "a.yml",
            f"a.yml: {EXPECTED}",
        ),
    ],
)
def test_what_is_no_resume_is_refused(content: str, name: str, message: str) -> None:
    with pytest.raises(LoadError) as caught:
        parse(content.encode(), name)
    assert str(caught.value) == message


def test_a_yaml_bomb_is_refused() -> None:
    layers = "".join(f"b{i}: &b{i} [{', '.join([f'*b{i - 1}'] * 9)}]\n" for i in range(1, 9))
    with pytest.raises(LoadError, match="too many values"):
        parse(f"work: [x]\nb0: &b0 [lol]\n{layers}".encode(), "a.yaml")
