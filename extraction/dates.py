"""Dates and ranges of dates as people write them in résumés, as ISO prefixes (`2021`, `2021-09`)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from skillgraph.ontology.lexicon import lexicon, words

_DASH = r"[-–—‒−~→]|‑"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"


class DateRange(NamedTuple):
    """A range of dates in a text: ISO prefixes, None where unknown; `current` for an open end."""

    start: int
    end: int
    first: str | None
    last: str | None
    current: bool
    single: bool


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in lexicon("dates")["months"].items() for name in names}


@cache
def _seasons() -> dict[str, int]:
    return dict(lexicon("dates")["seasons"])


def _alternatives(names: object) -> str:
    assert hasattr(names, "__iter__")
    return "|".join(sorted((re.escape(name) for name in names), key=lambda name: (-len(name), name)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = rf"(?:{_alternatives(_months())})\.?"
    season = rf"(?:{_alternatives(_seasons())})"
    quarter = r"(?:Q[1-4]|[1-4]Q|H[12])"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    point = (
        rf"(?:(?:(?<![\w/.-]){day}[ .]{{1,2}}|(?<![^\W\d_]))(?:{month}|{season}|{quarter})[ ,.'’/-]{{0,3}}(?:(?:{day}),?[ ])?(?:{_YEAR}|['’]\d\d(?!\d)|(?<=[ '’/-])\d\d(?!\d))"
        rf"|(?<![\w/.])\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}"
        rf"|(?<![\w/.])(?:0?[1-9]|1[0-2])[ ]?[/.-][ ]?{_YEAR}"
        rf"|(?<![\w/.]){_YEAR}[/.-](?:0[1-9]|1[0-2]|[1-9])(?:[/.-]\d{{1,2}})?(?![\d/])"
        rf"|(?<![\w/.])(?:0?[1-9]|1[0-2])/['’]?\d\d(?![\d/])"
        rf"|(?<![\w/.$€£]){_YEAR}(?![\d%+]|[.,]\d|-(?:0[1-9]|1[0-2])(?![\d])))"
    )
    short_year = r"(?<!\w)['’]\d\d(?!\d)"
    present = rf"(?:{_alternatives(words('dates', 'present'))})(?![a-z])"
    since = rf"(?:{_alternatives(words('dates', 'since'))})"
    short = rf"(?:(?:{month}|{season})(?![a-z]))"
    joint = rf"\s*(?:(?:{_DASH}){{1,3}}|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bbis\b|\bau\b|\ba\b|\bhasta\b|\band\b|:)\s*"
    both = re.compile(
        rf"(?:(?P<a>{point}|{short_year})|(?P<m>{short}))(?:{joint}|(?<=\d)\s*)(?:(?P<p>{present})|(?P<b>{point})|(?P<y>['’]?\d\d(?![\d%\w])))"
        rf"|(?P<c>{point})\s*(?:{_DASH})(?=\s*(?:$|[)\]|,;·•\n]))"
        rf"|(?<![a-z])(?P<s>{since})\s+(?P<d>{point})(?!\s*(?:{_DASH}|to\b))",
        re.IGNORECASE,
    )
    single = re.compile(rf"(?P<a>{point})|(?P<p>(?<![a-z]){present})", re.IGNORECASE)
    return both, single


_NUMERIC = re.compile(r"\d+")
# Every written date holds a year of four digits, or two after a slash, an apostrophe or a month; most lines hold neither.
_DATED = re.compile(r"(?:19|20)\d\d|\d/\d\d|['’]\d\d|(?<![^\W\d_])(?P<word>[^\W\d_]{3,9})\.?\s?\d\d(?!\d)")


def iso(text: str) -> str | None:
    """Return the ISO prefix of one written date.

    >>> [iso(t) for t in ("Sept. 2021", "09/2021", "2021-09", "Q3 2021", "Winter '14", "2021", "3 July 2020", "12.05.2019")]
    ['2021-09', '2021-09', '2021-09', '2021-07', '2014-12', '2021', '2020-07', '2019-05']
    """
    lower = text.lower()
    numbers = _NUMERIC.findall(lower)
    if not numbers:
        return None
    word = re.search(r"[^\W\d_]+", lower)
    month: int | None = None
    if word and (
        quarter := re.match(
            r"q([1-4])|([1-4])q|h([12])",
            lower[max(0, word.start() - 1) :].lstrip()
            if lower[word.start()] == "q" and word.start() and lower[word.start() - 1].isdigit()
            else lower[word.start() :],
        )
    ):
        digit = next(g for g in quarter.groups() if g)
        month = 1 + 6 * (int(digit) - 1) if lower[word.start()] == "h" else 1 + 3 * (int(digit) - 1)
        numbers = numbers[-1:]
    elif word:
        month = _months().get(word.group()) or _seasons().get(word.group())
        numbers = [n for n in numbers if len(n) == 4] or numbers[-1:]
    year = next((n for n in numbers if len(n) == 4), None)
    if year is None:
        short = numbers[-1]
        year = f"20{short}" if int(short) < 50 else f"19{short}"
        numbers = [*numbers[:-1], year]
    if month is None and len(numbers) == 2:
        month = int(next(n for n in numbers if n != year)) if numbers[0] != numbers[1] else None
    elif month is None and len(numbers) == 3:
        month = int(numbers[1])
        if month > 12:
            month = int(numbers[0])
    return f"{year}-{month:02}" if month and month <= 12 else year


def find_ranges(text: str, start: int = 0, end: int | None = None) -> list[DateRange]:
    """Return the ranges of dates in a stretch of text, single dates included, from left to right."""
    limit = len(text) if end is None else end
    years = [match.span() for match in _DATED.finditer(text, start, limit) if not match["word"] or match["word"].lower() in _months()]
    if not years:
        return []
    # Longer lines hold a year or two; the rest of them need not be searched.
    start, limit = max(start, years[0][0] - 40), min(limit, years[-1][1] + 40)
    both, single = _patterns()
    found: list[DateRange] = []
    at = start
    for match in both.finditer(text, start, limit):
        found += _singles(text, at, match.start(), single)
        found.append(_range(match))
        at = match.end()
    found += _singles(text, at, limit, single)
    return found


def _range(match: re.Match[str]) -> DateRange:
    if match["c"]:
        return DateRange(match.start(), match.end(), iso(match["c"]), None, True, False)
    if match["d"]:
        return DateRange(match.start(), match.end(), iso(match["d"]), None, True, False)
    last = None if match["p"] else iso(match["b"] or f"{match['y']}")
    if match["y"]:
        last = "20" + match["y"].strip("'’") if int(match["y"].strip("'’")) < 50 else "19" + match["y"].strip("'’")
    if match["m"]:
        month = iso(f"{match['m']} {last[:4]}") if last else None
        first = month
    else:
        first = iso(match["a"])
    if first and last and first[:7] > last[: len(first)] and len(first) >= len(last):
        first, last = (last, first) if len(first) == len(last) else (first, last)
    return DateRange(match.start(), match.end(), first, last, bool(match["p"]), False)


def _singles(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[DateRange]:
    return [
        DateRange(m.start(), m.end(), iso(m["a"]), iso(m["a"]), False, True)
        for m in pattern.finditer(text, start, end) if m["a"]
    ]  # fmt: skip


_DURATION = re.compile(
    r"\(?(?<!\d)\d+\+?\s*(?:years?|yrs?|mos?|months?|jahre?|monate?|meses|años?)(?:[,\s]+(?:and\s+)?\d+\s*(?:mos?|months?|monate?))?\b\.?\)?",
    re.IGNORECASE,
)


def without_dates(text: str) -> str:
    """Return a heading line without its dates and durations, trimmed of the marks that joined them."""
    for found in reversed(find_ranges(text)):
        text = text[: found.start] + "\t" + text[found.end :]
    return _DURATION.sub("\t", text)
