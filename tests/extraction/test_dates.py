"""Dates and ranges in every way that résumés write them."""

from __future__ import annotations

import pytest

from skillgraph.extraction.dates import find_ranges, iso, without_dates


@pytest.mark.parametrize(
    ("text", "first", "last", "current"),
    [
        ("Sep 2023 – Present", "2023-09", None, True),
        ("Jul 2025Present · 10 mos", "2025-07", None, True),
        ("09/2023 - 11/2024", "2023-09", "2024-11", False),
        ("2023-09 – 2024-01", "2023-09", "2024-01", False),
        ("2025-03", None, None, False),
        ("Juli 2005 – April 2014", "2005-07", "2014-04", False),
        ("since 2019", "2019", None, True),
        ("seit März 2020", "2020-03", None, True),
        ("2016--2021", "2016", "2021", False),
        ("2021–current", "2021", None, True),
        ("Jan–Mar 2020", "2020-01", "2020-03", False),
        ("May 2018 – Aug '19", "2018-05", "2019-08", False),
        ("2018-20", "2018", "2020", False),
        ("Q3 2020 - Q1 2021", "2020-07", "2021-01", False),
        ("01.02.2019 – 31.12.2020", "2019-02", "2020-12", False),
        ("Oct 2018 to date", "2018-10", None, True),
        ("Jan 2021Jan 2025", "2021-01", "2025-01", False),
        ("2019 -", "2019", None, True),
        ("12 May 2020 – 3 June 2021", "2020-05", "2021-06", False),
        ("Mar. 2018 – Now", "2018-03", None, True),
        ("from 2010 to 2015", "2010", "2015", False),
        ("Feb 2015 bis heute", "2015-02", None, True),
        ("enero 2012 - diciembre 2014", "2012-01", "2014-12", False),
    ],
)
def test_ranges(text: str, first: str | None, last: str | None, current: bool) -> None:
    found = [r for r in find_ranges(text) if not r.single]
    assert [(r.first, r.last, r.current) for r in found] == ([(first, last, current)] if first or last else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Winter 2014", "2014-12"),
        ("Summer 2016", "2016-06"),
        ("3 July 2020", "2020-07"),
        ("Sept. 2021", "2021-09"),
        ("H2 2019", "2019-07"),
        ("2021", "2021"),
        ("'14", "2014"),
        ("soon", None),
    ],
)
def test_single_dates(text: str, expected: str | None) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize("text", ["+91-5550100100", "I may help", "24/7 support", "decimal", "100 requests", "version 2.14"])
def test_what_is_no_date(text: str) -> None:
    assert find_ranges(text) == []


def test_heading_without_dates_and_durations() -> None:
    assert without_dates("Backend Engineer · Jan 2020 – Mar 2021 · 1 yr 3 mos").split("\t")[0].strip(" ·") == "Backend Engineer"
