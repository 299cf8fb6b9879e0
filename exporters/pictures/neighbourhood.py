"""A neighbourhood: a person amid employers and skills, or a skill amid people and related skills, with room for every name."""

from __future__ import annotations

from collections.abc import Sequence

from skillgraph.exporters.pictures.facts import Held, beside, held, name_of, positions, spoken, studies, subject
from skillgraph.exporters.pictures.svg import BASIS, INK, LINE, MARGIN, QUIET, WIDTH, clipped, element, page, said, width_of, words
from skillgraph.exporters.style import look_of
from skillgraph.model import Frozen, PropertyGraph

_ROW, _TOP = 25, 108
_MOST = 24
_LEFT, _MIDDLE, _RIGHT = 300, WIDTH / 2 - 20, 620
# What the other skill is to the one in the middle: where the relationship leads to it, and where it comes from it.
_RELATIONS = {
    "BROADER": ("broader", "narrower"), "IMPLIES": ("implied by it", "implies it"), "PART_OF": ("whole", "part"),
    "ALTERNATIVE_TO": ("alternative", "alternative"), "RELATED": ("related", "related"),
}  # fmt: skip


class _Leaf(Frozen):
    """A neighbour: its name, what joins it, and its colours."""

    name: str
    note: str = ""
    colour: str
    line: str = LINE


def neighbourhood(graph: PropertyGraph, node: str) -> str:
    """Return the neighbourhood of a person or skill.

    Raises:
        NotFound: There is no such person or skill.
    """
    kind = "person" if "Person" in subject(graph, node).labels else "skill"
    left, right = (_places(graph, node), _skills(graph, node)) if kind == "person" else (_relations(graph, node), _people(graph, node))
    return _drawn(name_of(graph, node), look_of(graph.by_id[node]).color, left, right, kind)


def _places(graph: PropertyGraph, person: str) -> list[_Leaf]:
    jobs, schools = positions(graph, person), studies(graph, person)
    company, school = _colour(graph, "Company"), _colour(graph, "School")
    places = dict.fromkeys(job.place for job in jobs if job.place)
    found = [_Leaf(name=place, note=spoken(sum(job.months for job in jobs if job.place == place)), colour=company) for place in places]
    return found + [_Leaf(name=place, note="studied", colour=school) for place in dict.fromkeys(study.place for study in schools)]


def _skills(graph: PropertyGraph, person: str) -> list[_Leaf]:
    some = [one for one in held(graph) if one.person == person and one.basis != "inferred"]
    return [_leaf(graph, one, one.skill) for one in some]


def _people(graph: PropertyGraph, skill: str) -> list[_Leaf]:
    return [_leaf(graph, one, one.person) for one in held(graph) if one.skill == skill]


def _leaf(graph: PropertyGraph, one: Held, node: str) -> _Leaf:
    note = spoken(one.months) if one.basis == "demonstrated" else one.basis
    return _Leaf(name=name_of(graph, node), note=note, colour=look_of(graph.by_id[node]).color, line=BASIS.get(one.basis, LINE))


def _relations(graph: PropertyGraph, skill: str) -> list[_Leaf]:
    order = list(_RELATIONS)
    found = sorted(
        (order.index(link.type), link.target == skill, name_of(graph, other), other)
        for link, other in beside(graph, skill, frozenset(order))
    )
    # Two skills may be joined twice: the closer relationship counts.
    first = {other: (kind, back) for kind, back, _, other in reversed(found)}
    return [
        _Leaf(name=name, note=_RELATIONS[order[kind]][back], colour=look_of(graph.by_id[other]).color)
        for kind, back, name, other in found
        if first[other] == (kind, back)
    ]


def _colour(graph: PropertyGraph, label: str) -> str:
    return next((look_of(node).color for node in graph.nodes if label in node.labels), INK)


def _drawn(name: str, colour: str, left: Sequence[_Leaf], right: Sequence[_Leaf], kind: str) -> str:
    sides = [_cut(left), _cut(right)]
    height = _TOP + max(4, *(len(side) for side, _ in sides)) * _ROW + 56
    middle = (_TOP + height - 56) / 2
    title = f"{name}: {'work and skills' if kind == 'person' else 'people and related skills'}"
    parts = [part for (side, more), x in zip(sides, (_LEFT, _RIGHT), strict=True) for part in _side(side, more, x, middle)]
    dot = element("circle", cx=_MIDDLE, cy=middle, r=13, fill=colour)
    label = words(clipped(name, 220, size=15), _MIDDLE, middle + 34, size=15, weight=700, anchor="middle")
    return page(
        height,
        title,
        *parts,
        dot,
        _halo(label),
        subtitle="Lines are green where shown in work, blue where only stated, violet where inferred",
    )


def _cut(leaves: Sequence[_Leaf]) -> tuple[Sequence[_Leaf], int]:
    return leaves[:_MOST], max(0, len(leaves) - _MOST)


def _side(leaves: Sequence[_Leaf], more: int, x: float, middle: float) -> list[str]:
    start = middle - (len(leaves) - 1) * _ROW / 2
    places = [(leaf, start + at * _ROW) for at, leaf in enumerate(leaves)]
    lines = [_curve(leaf, x, y, middle) for leaf, y in places]
    rest = [words(f"and {more} more", *_beside(x, start + len(leaves) * _ROW), size=12, fill=QUIET, anchor=_anchor(x))] if more else []
    return [*lines, *(_name(leaf, x, y) for leaf, y in places), *rest]


def _curve(leaf: _Leaf, x: float, y: float, middle: float) -> str:
    bend = (x + _MIDDLE) / 2
    path = f"M{_MIDDLE:.1f} {middle:.1f} C{bend:.1f} {middle:.1f} {bend:.1f} {y:.1f} {x:.1f} {y:.1f}"
    return element("path", d=path, fill="none", stroke=leaf.line, stroke_width=1.6, stroke_opacity=0.75)


def _name(leaf: _Leaf, x: float, y: float) -> str:
    room = (x if x < _MIDDLE else WIDTH - x) - MARGIN - 24 - width_of(leaf.note, 12)
    note = [element("tspan", f"\u00a0 {said(leaf.note)}", fill=QUIET, font_size=12)] if leaf.note else []
    at, baseline = _beside(x, y)
    text = element("text", said(clipped(leaf.name, room)), *note, x=at, y=baseline, font_size=13, fill=INK, text_anchor=_anchor(x))
    return element("circle", cx=x, cy=y, r=5.5, fill=leaf.colour) + text


def _beside(x: float, y: float) -> tuple[float, float]:
    return (x + 14 if x > _MIDDLE else x - 14), y + 4.5


def _anchor(x: float) -> str | None:
    return None if x > _MIDDLE else "end"


def _halo(text: str) -> str:
    """Return a text that is readable where lines pass below it."""
    return element("g", text.replace("<text ", '<text stroke="#ffffff" stroke-width="4" stroke-linejoin="round" '), text)
