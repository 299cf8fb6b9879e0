"""Plain text: lines, wrapped lines, bullets, tabs, headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgraph.loaders import parse

WRAPPED = """\
Ines Okoro
Lisbon | ines@example.org | +351 555 0100

PROFESSIONAL EXPERIENCE
Northwind Traders
March 2019 – Present
Platform Engineer, Lisbon
• Moved forty batch jobs from a single machine to a queue of workers that restart by them-
selves, and wrote the runbook that the night shift uses
• Cut the cost of the nightly import by a third by reading only the columns that the report
Needs in the end
• Kept the lights on
Blue Heron
2015 – 2019
• Ran the data-
base team

Education
MSc Informatics, University of Porto
"""

PASTED = """\
Tariq Lindqvist

About

I build ledgers that add up and I explain to auditors why they do. \
🚀 Highlights • Closed the books in two days instead of nine \
• Replaced four spreadsheets with one service • Taught twelve people SQL 💡 Tech: Go, Postgres

Experience

Ledgerly
Staff Engineer
Jan 2020 - Present · 4 yrs · Oslo · Hybrid
"""


def test_wrapped_lines_are_joined_and_entries_kept_apart(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(WRAPPED, "cv.txt") == [
        "T Ines Okoro",
        "T Lisbon | ines@example.org | +351 555 0100",
        "~H2 PROFESSIONAL EXPERIENCE",
        "T Northwind Traders",
        "T March 2019 – Present",
        "T Platform Engineer, Lisbon",
        "I Moved forty batch jobs from a single machine to a queue of workers that restart by themselves, "
        "and wrote the runbook that the night shift uses",
        "I Cut the cost of the nightly import by a third by reading only the columns that the report Needs in the end",
        "I Kept the lights on",
        "T Blue Heron",
        "T 2015 – 2019",
        "I Ran the data-base team",
        "~H2 Education",
        "T MSc Informatics, University of Porto",
    ]


def test_items_run_together_on_one_line_are_split(outline: Callable[[str, str], list[str]]) -> None:
    assert outline(PASTED, "profile.txt") == [
        "T Tariq Lindqvist",
        "~H2 About",
        "~T I build ledgers that add up and I explain to auditors why they do.",
        "T Highlights",
        "I Closed the books in two days instead of nine",
        "I Replaced four spreadsheets with one service",
        "I Taught twelve people SQL",
        "T Tech: Go, Postgres",
        "~H2 Experience",
        "~T Ledgerly",
        "T Staff Engineer",
        "T Jan 2020 - Present · 4 yrs · Oslo · Hybrid",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "a list\n- one\n- two\n  * deeper\n  * deeper still\n- three",
            ["T a list", "I one", "I two", "I1 deeper", "I1 deeper still", "I three"],
        ),
        ("• outer\no inner\n• outer", ["I outer", "I1 inner", "I outer"]),
        (
            "➢ arrow\n✓ tick\n\uf0b7 private\n– dash\n1. first\n2) second",
            ["I arrow", "I1 tick", "I2 private", "I3 dash", "I4 first", "I4 second"],
        ),
        ("•\nBuilt it\n•\nSold it", ["I Built it", "I Sold it"]),
        ("Acme\tLondon\nEngineer      2019 - 2020", ["T Acme | London", "T Engineer | 2019 - 2020"]),
        ("Jane Roe\n========\n\nWork\n----\nAcme", ["H1 Jane Roe", "~H2 Work", "~T Acme"]),
        ("one\n\n-----\n\ntwo", ["T one", "~T two"]),
        ("Go • Rust • C++ • Kotlin", ["T Go • Rust • C++ • Kotlin"]),
        (
            "A. Person\n2019. A year\nIBM\n\nSkills:\nGo",
            ["T A. Person", "T 2019. A year", "T IBM", "~H2 Skills:", "T Go"],
        ),
        ("Jan 2020\n– Present\n", ["T Jan 2020", "T – Present"]),
        (
            "I write plain and careful programs for people who have no time to wait for them,\nand I like\nit.",
            ["T I write plain and careful programs for people who have no time to wait for them, and I like", "T it."],
        ),
    ],
)
def test_lines(outline: Callable[[str, str], list[str]], content: str, expected: list[str]) -> None:
    assert outline(content, "cv.txt") == expected


def test_every_span_leads_back_to_the_source(traced: Callable[[str, str, str], str]) -> None:
    assert traced(WRAPPED, "cv.txt", "restart by themselves") == "restart by them-\nselves"
    assert traced("\ufeffA\u00a0b\u200bc \ufb01ve\r\nsix", "cv.txt", "bc five") == "b\u200bc \ufb01ve"
    assert traced("x\r\nsix seven", "cv.txt", "six") == "six"


def test_odd_characters_are_cleaned() -> None:
    document = parse(
        "Jose\u0301 Nu\u00adn\u0303ez\u00a0– “ofﬁce”\u200b\x07\r\nzwei\u2028drei\x0cvier".encode(), "cv.txt"
    )
    assert document.text == "José Nuñez – “office”\nzwei\ndrei\nvier"


def test_mojibake_is_repaired_line_by_line() -> None:
    broken = "JosÃ© built cafÃ©s â€“ in MalmÃ¶\nÃtna stays"
    assert parse(broken.encode(), "cv.txt").text == "José built cafés – in Malmö\nÃtna stays"
