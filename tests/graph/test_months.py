"""Months: dates of every precision, and periods that overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgraph.errors import SkillgraphError
from skillgraph.graph.months import Period, months_in, newest_month, parse_as_of, period_of
from skillgraph.model import Person, Position, Profile, Span

NOWHERE = Span(start=0, end=0)


def position(start: str | None, end: str | None) -> Position:
    current = end == "present"
    return Position(
        company="Pinewood",
        title=None,
        start_date=start,
        end_date=None if current else end,
        current=current,
        span=NOWHERE,
        company_span=NOWHERE,
    )


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2021-09", "2021-09", 1),
        ("2021-09", "2022-02", 6),
        ("2020", "2020", 12),
        ("2018", "2020", 36),
        ("2018", "2020-03", 27),
        ("2018-06", "2019", 19),
        ("2023-11", "present", 7),
        ("2024", "present", 5),
        ("2023-01", "2030-01", 17),
        ("2023-03", None, 1),
        ("2022", None, 12),
    ],
)
def test_length_of_a_position(start: str, end: str | None, months: int) -> None:
    period = period_of(position(start, end), "2024-05")
    assert period is not None
    assert months_in([period]) == months


@pytest.mark.parametrize(
    ("start", "end"), [(None, "2020"), (None, None), ("2024-06", "present"), ("2022-05", "2021-05"), ("soon", "2020"), ("2020-13", "2021")]
)
def test_no_period(start: str | None, end: str | None) -> None:
    assert period_of(position(start, end), "2024-05") is None


def test_overlapping_periods_count_once() -> None:
    periods = [
        period_of(position(*dates), "2024-05")
        for dates in (("2020-01", "2020-06"), ("2020-04", "2020-09"), ("2020-05", "2020-05"), ("2021-01", "2021-02"))
    ]
    assert months_in([p for p in periods if p]) == 11


months = st.integers(min_value=24000, max_value=24100)


@given(st.lists(st.tuples(months, months)))
def test_union_is_that_of_sets(pairs: list[tuple[int, int]]) -> None:
    periods = [Period(first=min(pair), last=max(pair), start_date="", end_date="") for pair in pairs]
    assert months_in(periods) == len({month for p in periods for month in range(p.first, p.last + 1)})


def test_newest_month_is_the_newest_of_all_positions() -> None:
    def profile(*positions: Position) -> Profile:
        return Profile(document="a", sha256="0", person=Person(), positions=positions)

    assert newest_month([profile(position("2020-03", "present")), profile(position("2019-01", "2021-02"))]) == "2021-02"
    assert newest_month([profile(position("2020-03", "2022"))]) == "2022-12"
    assert newest_month([profile()]) == ""


@pytest.mark.parametrize("text", ["2024", "2024-13", "24-05", "2024-05-01", "", "May 2024"])
def test_as_of_must_be_a_month(text: str) -> None:
    with pytest.raises(SkillgraphError, match="write it as YYYY-MM"):
        parse_as_of(text)
