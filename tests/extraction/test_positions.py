"""Positions in the layouts that people use, each as a small résumé of its own."""

from __future__ import annotations

import pytest

from tests.extraction.reading import Job, jobs, profile, work

HEAD = "# Mira Solberg\n\n## Experience\n\n"
BULLET = "\n- Built a billing service with Kafka and PostgreSQL.\n"

LAYOUTS: dict[str, tuple[str, list[Job]]] = {
    "company heading, title and dates below": (
        HEAD + "### Fjordlight AS\n\n**Backend Engineer**\n*Mar 2020 – Present*\n" + BULLET,
        [("Fjordlight AS", "Backend Engineer", "2020-03", "present")],
    ),
    "one line with dashes": (HEAD + "**Backend Engineer** — Fjordlight AS, Bergen — 03/2020–11/2022\n" + BULLET, [("Fjordlight AS", "Backend Engineer", "2020-03", "2022-11")]),
    "bars": (HEAD + "Fjordlight AS | Backend Engineer | Bergen, Norway | 2020 - 2022\n" + BULLET, [("Fjordlight AS", "Backend Engineer", "2020", "2022")]),
    "title at company": (HEAD + "### Backend Engineer at Fjordlight (2020–2022)\n" + BULLET, [("Fjordlight", "Backend Engineer", "2020", "2022")]),
    "dates first": (HEAD + "2020-03 – 2022-11\nFjordlight AS -- Backend Engineer\n" + BULLET, [("Fjordlight AS", "Backend Engineer", "2020-03", "2022-11")]),
    "two roles under one company": (
        HEAD + "### Fjordlight AS, Bergen\n\n#### Senior Engineer, Billing\n*Jan 2022 – Present*\n" + BULLET + "\n#### Engineer, Ledger\n*Mar 2020 – Dec 2021*\n" + BULLET,
        [("Fjordlight AS", "Senior Engineer, Billing", "2022-01", "present"), ("Fjordlight AS", "Engineer, Ledger", "2020-03", "2021-12")],
    ),
    "a table of jobs": (
        HEAD + "| When | Where | What |\n| --- | --- | --- |\n| since 2021 | Fjordlight AS, Bergen | Lead Engineer |\n| 2018 – 2021 | Nattlys Media | Web Developer |\n",
        [("Fjordlight AS", "Lead Engineer", "2021", "present"), ("Nattlys Media", "Web Developer", "2018", "2021")],
    ),
    "a title of two halves": (HEAD + "Senior Associate - Platform Developer, Oslo, Norway\nFjordlight AS\n2019 – 2020\n" + BULLET, [("Fjordlight AS", "Senior Associate - Platform Developer", "2019", "2020")]),
    "freelance": (HEAD + "### Freelance Web Developer\n*2017 – 2019*\n" + BULLET, [("Freelance", "Freelance Web Developer", "2017", "2019")]),
    "a break is no job": (
        HEAD + "### Fjordlight AS\n**Engineer**, 2021 – 2023\n" + BULLET + "\n### Parental leave\n2020 – 2021\n\n### Nattlys Media\n**Developer**, 2018 – 2020\n" + BULLET,
        [("Fjordlight AS", "Engineer", "2021", "2023"), ("Nattlys Media", "Developer", "2018", "2020")],
    ),
    "told in a sentence": (
        "Mira Solberg\n\nFrom 2016 to 2019 I worked for Nattlys Media as Web Developer.\n\nFrom June 2019 until today I work for Fjordlight Group in Bergen as Lead Engineer.\n",
        [("Nattlys Media", "Web Developer", "2016", "2019"), ("Fjordlight Group", "Lead Engineer", "2019-06", "present")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_layout(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    assert jobs(profile(text)) == expected


def test_pasted_web_profile_with_glued_words() -> None:
    text = (
        "Mira Solberg\nBackend Engineer\nBergen, Vestland, Norway3 yrs experience\n\nExperience\n\n3 yrs\nTotal Experience\n\nFjordlight\n\nBackend Engineer\n\n"
        "Jan 2022Present · 3 yrs · Bergen, Norway · Hybrid\n\n  • Built retries.\nKafkaRedisPostgreSQL\n\nNattlys\n\nIntern\n\nJun 2021Dec 2021 · 6 mos\n\n  • Tested forms.\n"
    )
    found = profile(text, "profile.txt")
    assert jobs(found) == [("Fjordlight", "Backend Engineer", "2022-01", "present"), ("Nattlys", "Intern", "2021-06", "2021-12")]
    assert work(found) == [(0, "Built retries."), (1, "Tested forms.")]
    assert [m.name for m in found.mentions if m.position == 0 and m.kind == "technology"] == ["Apache Kafka", "Redis", "PostgreSQL"]


def test_achievements_outside_jobs_belong_to_none() -> None:
    found = profile(
        HEAD
        + "### Fjordlight AS\n**Engineer**, 2021 – 2023\n"
        + BULLET
        + "\n## Projects\n\n### Tidewatch\n\n- Wrote a tide table in Rust.\n"
    )
    assert work(found) == [(0, "Built a billing service with Kafka and PostgreSQL."), (None, "Wrote a tide table in Rust.")]
