"""A timeline: a person's career and skills by years, or the people who used a skill."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from skillgraph.exporters.pictures.facts import Held, Stay, held, name_of, positions, spoken, studies, subject, year
from skillgraph.exporters.pictures.svg import (
    BASIS,
    JOB,
    LINE,
    MARGIN,
    QUIET,
    STUDY,
    WIDTH,
    clipped,
    element,
    page,
    rectangle,
    said,
    width_of,
    words,
)
from skillgraph.model import Frozen, PropertyGraph

_LEFT, _RIGHT, _ROW, _TOP = 230, 84, 26, 100
_MOST = 18


class _Bar(Frozen):
    start: float
    end: float
    colour: str
    text: str = ""


class _Row(Frozen):
    label: str
    note: str = ""
    bars: tuple[_Bar, ...]


def timeline(graph: PropertyGraph, node: str) -> str:
    """Return the timeline of a person or skill.

    Raises:
        NotFound: There is no such person or skill.
    """
    if "Person" in subject(graph, node).labels:
        now = max((stay.last_month or 0 for stay in positions(graph, node)), default=0)
        rows = [*_stays(positions(graph, node), JOB, (now + 1) / 12), *_stays(studies(graph, node), STUDY, (now + 1) / 12)]
        return _drawn(
            name_of(graph, node),
            "Career, and skills from first to last use",
            rows,
            _uses(graph, [one for one in held(graph) if one.person == node], by="skill"),
        )
    uses = _uses(graph, [one for one in held(graph) if one.skill == node], by="person")
    return _drawn(name_of(graph, node), "People who used it, from first to last use", uses, [])


def _stays(stays: Iterable[Stay], colour: str, now: float) -> list[_Row]:
    """Return rows, one a place: several roles there stand side by side, unless they overlap."""
    rows: list[tuple[str, list[_Bar], list[int]]] = []
    for stay in stays:
        bar = _stay(stay, colour, now)
        if bar is None:
            continue
        row = next((row for row in rows if row[0] == stay.place and all(_apart(bar, other) for other in row[1])), None)
        if row is None:
            rows.append(row := (stay.place, [], []))
        row[1].append(bar)
        row[2].append(stay.months)
    return [_Row(label=place, note=spoken(sum(months)), bars=tuple(bars)) for place, bars, months in rows]


def _apart(bar: _Bar, other: _Bar) -> bool:
    return bar.end <= other.start + 0.1 or other.end <= bar.start + 0.1


def _stay(stay: Stay, colour: str, now: float) -> _Bar | None:
    start = year(stay.start) or year(stay.end)
    if start is None:
        return None
    end = now if stay.current else year(stay.end, last=True) or year(stay.start, last=True) or start
    return _Bar(start=start, end=max(end, start + 1 / 12), colour=colour, text=stay.title)


def _uses(graph: PropertyGraph, some: Sequence[Held], *, by: str) -> list[_Row]:
    rows = []
    for one in some:
        start, end = year(one.first), year(one.last or one.first, last=True)
        if start is not None and end is not None and one.basis != "inferred":
            bar = _Bar(start=start, end=max(end, start + 1 / 12), colour=BASIS[one.basis])
            rows.append(_Row(label=name_of(graph, one.skill if by == "skill" else one.person), note=spoken(one.months), bars=(bar,)))
    return rows[:_MOST]


def _drawn(title: str, subtitle: str, first: Sequence[_Row], second: Sequence[_Row]) -> str:
    rows = [*first, *second]
    if not rows:
        return page(_TOP + 40, title, words("No dates are known.", MARGIN, _TOP, fill=QUIET), subtitle=subtitle)
    low, high = math.floor(min(bar.start for row in rows for bar in row.bars)), math.ceil(max(bar.end for row in rows for bar in row.bars))
    scale = (WIDTH - _LEFT - _RIGHT - MARGIN) / max(1, high - low)
    gap = 14 if first and second else 0
    height = _TOP + len(rows) * _ROW + gap + 46
    places = [_TOP + at * _ROW + (gap if at >= len(first) else 0) for at in range(len(rows))]
    drawn = [_row(row, y, low, scale) for row, y in zip(rows, places, strict=True)]
    return page(height, title, *_years(low, high, scale, height - 44), *drawn, _key(rows, height - 18), subtitle=subtitle)


def _years(low: int, high: int, scale: float, bottom: float) -> Iterable[str]:
    every = next((step for step in (1, 2, 5, 10) if step * scale > 40), 20)
    for one in range(low, high + 1):
        if one % every == 0:
            x = _LEFT + (one - low) * scale
            yield element("line", x1=x, x2=x, y1=_TOP - 6, y2=bottom, stroke=LINE)
            yield words(str(one), x, _TOP - 13, size=11.5, fill=QUIET, anchor="middle")


def _row(row: _Row, y: float, low: int, scale: float) -> str:
    label = words(clipped(row.label, _LEFT - MARGIN - 14), _LEFT - 12, y + 17, anchor="end")
    note = words(row.note, WIDTH - MARGIN, y + 17, size=12, fill=QUIET, anchor="end")
    return (
        label
        + "".join(_bar(bar, y, _LEFT + (bar.start - low) * scale, max(4.0, (bar.end - bar.start) * scale - 1)) for bar in row.bars)
        + note
    )


def _bar(bar: _Bar, y: float, x: float, width: float) -> str:
    text = clipped(bar.text, width - 14, size=11.5) if width > 50 else ""
    inside = words(text, x + 7, y + 17, size=11.5, fill="#ffffff") if len(text) > 3 else ""
    return element("g", element("title", said(bar.text)), rectangle(x, y + 3, width, _ROW - 7, fill=bar.colour), inside)


def _key(rows: Sequence[_Row], y: float) -> str:
    names = {JOB: "position", STUDY: "study", BASIS["demonstrated"]: "skill shown in work", BASIS["stated"]: "skill only stated"}
    used = {bar.colour for row in rows for bar in row.bars}
    x, parts = float(MARGIN), []
    for colour, name in names.items():
        if colour in used:
            parts += [rectangle(x, y - 9, 16, 9, fill=colour), words(name, x + 23, y, size=12, fill=QUIET)]
            x += 50 + width_of(name, 12)
    return "".join(parts)
