"""The same résumés in many formats and layouts: what is read from each, beside what is read from their plain text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from skillgraph.extraction import read
from skillgraph.loaders import parse
from skillgraph.model import Profile
from tests.loaders import layouts

NAMES = ("amara_okonkwo.md", "camila_duarte.tex", "nadia_elkhoury.html", "stefan_brandl.tex", "lucas_ferraz.md")
Fact = tuple[str | None, ...]
Print = Callable[[list[layouts.Part], Path], bytes]


def words(text: str | None) -> str:
    return " ".join(re.findall(r"[\w+#%]+", (text or "").lower()))


def facts(profile: Profile) -> Counter[Fact]:
    found: list[Fact] = [("person", words(profile.person.name), words(profile.person.title))]
    found += [("position", words(p.company), words(p.title), p.start_date, p.end_date) for p in profile.positions]
    found += [("school", words(e.institution), words(e.degree), e.start_date, e.end_date) for e in profile.education]
    for achievement in profile.achievements:
        company = words(profile.positions[achievement.position].company) if achievement.position is not None else None
        found.append(("achievement", words(achievement.text), company))
    found += [("skill", skill) for skill in {mention.skill for mention in profile.mentions}]
    return Counter(found)


@cache
def sample(name: str) -> tuple[list[layouts.Part], Counter[Fact]]:
    parts = layouts.parts_of(layouts.sample(name))
    return parts, facts(read(parse(layouts.plain_text(parts).encode(), "cv.txt")))


PRINTERS: dict[str, tuple[str, Print]] = {
    "docx with styles": ("docx", lambda parts, _: layouts.write_docx(parts, "styles")),
    "docx by looks": ("docx", lambda parts, _: layouts.write_docx(parts, "plain")),
    "docx with a side bar": ("docx", lambda parts, _: layouts.write_docx(parts, "table")),
    "odt": ("odt", lambda parts, _: layouts.write_odt(parts)),
    "rtf": ("rtf", lambda parts, _: layouts.write_rtf(parts)),
    "pdf with one column": ("pdf", lambda parts, _: layouts.print_columns(parts, "one")),
    "pdf with dates at the left": ("pdf", lambda parts, _: layouts.print_columns(parts, "dates")),
    "pdf with two columns": ("pdf", lambda parts, _: layouts.print_columns(parts, "two")),
}
BROWSED = {f"printed page, {layout}": layout for layout in ("one", "left", "right")}


def difference(expected: Counter[Fact], found: Counter[Fact]) -> tuple[set[Fact], set[Fact]]:
    return set(expected - found), set(found - expected)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", sorted(PRINTERS))
def test_a_layout_says_what_the_plain_text_says(name: str, layout: str, tmp_path: Path) -> None:
    extension, draw = PRINTERS[layout]
    parts, expected = sample(name)
    found = facts(read(parse(draw(parts, tmp_path), f"cv.{extension}")))
    assert difference(expected, found) == (set(), set())


@pytest.mark.skipif(not layouts.CHROMIUM, reason="Chromium is not installed")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", sorted(BROWSED))
def test_a_page_printed_by_a_browser_says_what_the_plain_text_says(name: str, layout: str, tmp_path: Path) -> None:
    parts, expected = sample(name)
    data = layouts.print_html(layouts.as_html(parts, BROWSED[layout]), tmp_path)
    assert difference(expected, facts(read(parse(data, "cv.pdf")))) == (set(), set())
