"""Months of work: ISO prefixes as months, periods of positions, and the length of periods that overlap.

In: positions with ISO prefixes (`2021`, `2021-09`) and the month at which open ends stop. Out: months as integers
(year × 12 + month − 1, so that `month / 12` is the year) and inclusive periods of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from skillgraph.errors import SkillgraphError
from skillgraph.model import Frozen, Position, Profile

_PREFIX = re.compile(r"(\d{4})(?:-(\d\d))?")


class Period(Frozen):
    """An inclusive range of months, with the ISO prefixes that it was written as."""

    first: int
    last: int
    start_date: str
    end_date: str


def month_of(date: str, *, last: bool = False) -> int | None:
    """Return the month of an ISO prefix; of a year alone January, or December if `last`.

    >>> month_of("2021-09") == 2021 * 12 + 8, month_of("2021", last=True) == 2021 * 12 + 11, month_of("soon")
    (True, True, None)
    """
    found = _PREFIX.match(date)
    if not found:
        return None
    month = int(found[2]) if found[2] else (12 if last else 1)
    return int(found[1]) * 12 + month - 1 if 1 <= month <= 12 else None


def parse_as_of(text: str) -> str:
    """Return a month as a user gave it.

    Raises:
        SkillgraphError: It is no month in the form YYYY-MM.
    """
    if not re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", text):
        raise SkillgraphError(f"as-of month `{text}`: write it as YYYY-MM, for instance 2024-05")
    return text


def newest_month(profiles: Iterable[Profile]) -> str:
    """Return the newest month that any position of the profiles names, the fixed end of everything still going on."""
    found = [
        month
        for profile in profiles
        for position in profile.positions
        for month in (month_of(position.start_date or ""), month_of(position.end_date or "", last=True))
        if month is not None
    ]
    newest = max(found, default=0)
    return f"{newest // 12:04}-{newest % 12 + 1:02}" if newest else ""


def period_of(position: Position, as_of: str) -> Period | None:
    """Return when a position was held; None without a start, or when it starts after `as_of` or after its own end.

    A start whose end is unknown counts for the month, or the year, that it names.
    """
    if position.start_date is None:
        return None
    limit = month_of(as_of, last=True)
    end_date = as_of if position.current and as_of else position.end_date or position.start_date
    first, last = month_of(position.start_date), month_of(end_date, last=True)
    if first is None or last is None or limit is None:
        return None
    end_date, last = (as_of, limit) if last > limit else (end_date, last)
    return Period(first=first, last=last, start_date=position.start_date, end_date=end_date) if first <= last else None


def months_in(periods: Iterable[Period]) -> int:
    """Return how many months periods cover together; a month that several cover counts once."""
    total, reached = 0, -1
    for period in sorted(periods, key=lambda p: (p.first, p.last)):
        total += max(0, period.last - max(period.first, reached + 1) + 1)
        reached = max(reached, period.last)
    return total
