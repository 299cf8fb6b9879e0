"""Name, headline, place and contacts; and texts that name nobody."""

from __future__ import annotations

import pytest

from tests.extraction.reading import profile


@pytest.mark.parametrize(
    ("text", "name", "title", "location"),
    [
        ("# Mira Solberg\n\nBackend Engineer · Bergen, Norway\n", "Mira Solberg", "Backend Engineer", "Bergen, Norway"),
        ("# Mira Solberg - Senior Data Engineer\n\nOslo\n", "Mira Solberg", "Senior Data Engineer", "Oslo"),
        ("MIRA VAN DER SOLBERG\nmira@example.org\n", "Mira van der Solberg", None, None),
        ("Solberg, Mira\n", "Mira Solberg", None, None),
        ("Résumé of Mira Solberg\n", "Mira Solberg", None, None),
        ("# Full-Stack Engineer\n\nI build things.\n", None, "Full-Stack Engineer", None),
        ("# Skills\n\n- Python\n", None, None, None),
    ],
)
def test_header(text: str, name: str | None, title: str | None, location: str | None) -> None:
    person = profile(text).person
    assert (person.name, person.title, person.location) == (name, title, location)


def test_contacts_are_kept_apart() -> None:
    found = profile("# Mira Solberg\n\nmira@example.org | +47 555 01 234 56 | https://example.org/mira\n\n## Skills\n\nPython\n")
    assert [(c.kind, c.value) for c in found.contacts] == [
        ("email", "mira@example.org"),
        ("phone", "+47 555 01 234 56"),
        ("url", "https://example.org/mira"),
    ]


def test_spans_quote_the_text() -> None:
    text = "# Mira Solberg\n\n## Experience\n\n### Fjordlight AS\n**Engineer**, 2021 – 2023\n\n- Built retries with Kafka.\n"
    found = profile(text)
    (job,) = found.positions
    (claim,) = found.achievements
    (kafka,) = [m for m in found.mentions if m.name == "Apache Kafka"]
    assert claim.span.start <= kafka.span.start < kafka.span.end <= claim.span.end
    assert (job.company, job.title, kafka.surface) == ("Fjordlight AS", "Engineer", "Kafka")


def test_a_text_that_is_no_resume_yields_warnings_and_no_facts() -> None:
    found = profile("The recipe needs two eggs and a cup of flour. Stir until smooth, then bake for half an hour.\n", "recipe.txt")
    assert (found.person.name, found.positions, found.achievements, found.warnings) == (
        None,
        (),
        (),
        ("no name found", "no positions found", "no skills found"),
    )
