"""Coverage: people × skills, around a person's skills or around one skill; what one person alone holds stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from skillgraph.exporters.pictures.facts import Held, held, name_of, subject
from skillgraph.exporters.pictures.svg import BASIS, INK, MARGIN, PALE, QUIET, WIDTH, clipped, element, page, rectangle, width_of, words
from skillgraph.model import PropertyGraph

_LEFT, _CELL, _HEAD, _TOP = 220, 26, 132, 84
_ROWS, _COLUMNS = 25, 24
_ONE = "#8a4b08"
_SHADES = ((12, "#a5cac6"), (36, "#72aca7"), (72, "#409089"))


def coverage(graph: PropertyGraph, node: str) -> str:
    """Return people × skills: of a person's best skills, or of a skill and those that its people share most.

    Raises:
        NotFound: There is no such person or skill.
    """
    some = [one for one in held(graph) if one.basis != "inferred" or one.skill == node]
    cells = {(one.person, one.skill): one for one in some}
    if "Person" in subject(graph, node).labels:
        skills = [one.skill for one in some if one.person == node][:_ROWS]
        return _drawn(graph, f"Who shares the skills of {name_of(graph, node)}", skills, _sharing(some, skills, first=node), cells)
    people = list(dict.fromkeys(one.person for one in some if one.skill == node))[:_COLUMNS]
    shared = Counter(one.skill for one in some if one.person in people and one.basis == "demonstrated" and one.skill != node)
    near = sorted(shared, key=lambda skill: (-shared[skill], name_of(graph, skill)))[: _ROWS - 1]
    return _drawn(graph, f"Who has {name_of(graph, node)}, and what else", [node, *near], people, cells)


def _sharing(some: Sequence[Held], skills: Sequence[str], *, first: str) -> list[str]:
    """Return a person and those who have most of the same skills."""
    counts = Counter(one.person for one in some if one.skill in set(skills) and one.person != first)
    return [first, *sorted(counts, key=lambda person: (-counts[person], person))][:_COLUMNS]


def _drawn(graph: PropertyGraph, title: str, skills: Sequence[str], people: Sequence[str], cells: dict[tuple[str, str], Held]) -> str:
    if not skills or not people:
        return page(_TOP + 60, title, words("No skill is known.", MARGIN, _TOP, fill=QUIET))
    holders = Counter(skill for _, skill in cells)
    # Few people get room for their names; many stand close.
    step = min(3.0 * _CELL, max(float(_CELL), (WIDTH - _LEFT - MARGIN - 90) / len(people)))
    top = _TOP + _HEAD
    heads = [_head(name_of(graph, person), _LEFT + at * step + step / 2, top - 8) for at, person in enumerate(people)]
    rows = [_row(graph, skill, top + at * _CELL, people, cells, holders, step) for at, skill in enumerate(skills)]
    height = top + len(skills) * _CELL + 52
    count = words("people", _LEFT + len(people) * step + 22, top - 8, size=11.5, fill=QUIET)
    return page(
        height,
        title,
        *heads,
        count,
        *rows,
        _key(height - 18),
        subtitle="Skills by row, people by column; the number counts everybody who has the skill",
    )


def _head(name: str, x: float, y: float) -> str:
    text = words(clipped(name, _HEAD - 6, size=12.5), 0, 0, size=12.5)
    return element("g", text, transform=f"translate({x + 4:.1f} {y:.1f}) rotate(-62)")


def _row(graph: PropertyGraph, skill: str, y: float, people: Sequence[str], cells: dict[tuple[str, str], Held], holders: Counter[str], step: float) -> str:  # fmt: skip
    label = words(clipped(name_of(graph, skill), _LEFT - MARGIN - 14), _LEFT - 12, y + 17, anchor="end")
    drawn = [_cell(cells.get((person, skill)), _LEFT + at * step, y, step) for at, person in enumerate(people)]
    alone = holders[skill] == 1
    number = "only one" if alone else str(holders[skill])
    total = words(number, _LEFT + len(people) * step + 22, y + 17, size=12, fill=_ONE if alone else QUIET, weight=700 if alone else None)
    return label + "".join(drawn) + total


def _cell(one: Held | None, x: float, y: float, step: float) -> str:
    width = step - 2
    if one is None:
        return rectangle(x, y + 1, width, _CELL - 2, fill=PALE)
    if one.basis == "demonstrated":
        return rectangle(x, y + 1, width, _CELL - 2, fill=_shade(one.months))
    return rectangle(x, y + 1, width, _CELL - 2, fill=PALE) + _dot(one.basis, x + width / 2, y + _CELL / 2)


def _dot(basis: str, x: float, y: float) -> str:
    if basis == "stated":
        return element("circle", cx=x, cy=y, r=4, fill=BASIS["stated"])
    return element("circle", cx=x, cy=y, r=3.5, fill="none", stroke=BASIS["inferred"], stroke_width=1.5)


def _shade(months: int) -> str:
    return next((colour for most, colour in _SHADES if months < most), BASIS["demonstrated"])


def _key(y: float) -> str:
    parts, x = [words("shown in work:", MARGIN, y, size=12, fill=QUIET)], MARGIN + 96.0
    for name, colour in (*((f"under {most // 12} yr", colour) for most, colour in _SHADES), ("more", BASIS["demonstrated"])):
        parts += [rectangle(x, y - 11, 14, 14, fill=colour), words(name, x + 20, y, size=12, fill=QUIET)]
        x += 38 + width_of(name, 12)
    for basis, name in (("stated", "stated"), ("inferred", "inferred")):
        parts += [_dot(basis, x + 6, y - 4), words(name, x + 18, y, size=12, fill=QUIET)]
        x += 40 + width_of(name, 12)
    return "".join(parts) + words("only one: one person alone", x, y, size=12, fill=_ONE if parts else INK)
