"""What the pictures show, read from the graph: who has which skill how, and where somebody worked.

In: a graph. Out: plain records in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterator

from skillgraph.errors import NotFound
from skillgraph.model import Frozen, Node, PropertyGraph, Relationship

_RANK = {"demonstrated": 0, "stated": 1, "inferred": 2}


class Held(Frozen):
    """A skill that somebody has."""

    person: str
    skill: str
    basis: str
    months: int
    first: str | None
    last: str | None

    @property
    def rank(self) -> tuple[int, int, str, str]:
        """What the best proven come first by."""
        return (_RANK.get(self.basis, 3), -self.months, self.skill, self.person)


class Stay(Frozen):
    """A position, or a study."""

    place: str
    title: str
    start: str | None
    end: str | None
    current: bool
    months: int
    last_month: int | None


def held(graph: PropertyGraph) -> list[Held]:
    """Return who has which skill, the best proven first."""
    found = [_held(link) for link in graph.relationships if link.type == "HAS_SKILL"]
    return sorted(found, key=lambda one: one.rank)


def name_of(graph: PropertyGraph, node: str) -> str:
    """Return what a node is called."""
    return str(graph.by_id[node].properties.get("name", node))


def subject(graph: PropertyGraph, node: str) -> Node:
    """Return the person or skill that a picture is about.

    Raises:
        NotFound: There is no such node, or it is neither.
    """
    found = graph.by_id.get(node)
    if found is None or not {"Person", "Skill"} & set(found.labels):
        raise NotFound(f"there is no person or skill {node!r}")
    return found


def positions(graph: PropertyGraph, person: str) -> list[Stay]:
    """Return a person's positions, the newest first."""
    jobs = [graph.by_id[link.target].properties for link in graph.relationships if link.type == "HELD" and link.source == person]
    found = [
        Stay(place=str(job.get("company", "")), title=str(job.get("title", "Position")), start=_text(job.get("startDate")), end=_text(job.get("endDate")),
             current=job.get("current") is True, months=_number(job.get("months")) or 0, last_month=_number(job.get("endMonth")))
        for job in jobs
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.start or "", one.end or "", one.place, one.title), reverse=True)


def studies(graph: PropertyGraph, person: str) -> list[Stay]:
    """Return a person's studies, the newest first."""
    found = [
        Stay(place=name_of(graph, link.target), title=str(link.properties.get("degree") or link.properties.get("field") or "Study"),
             start=_text(link.properties.get("startDate")), end=_text(link.properties.get("endDate")), current=link.properties.get("current") is True,
             months=0, last_month=None)
        for link in graph.relationships
        if link.type == "STUDIED_AT" and link.source == person
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.start or one.end or "", one.place, one.title), reverse=True)


def year(date: str | None, *, last: bool = False) -> float | None:
    """Return an ISO prefix as a year with a fraction; of a year alone its begin, or its end.

    >>> year("2021-07"), year("2021", last=True)
    (2021.5, 2022.0)
    """
    if not date or not date[:4].isdigit():
        return None
    month = int(date[5:7]) if len(date) >= 7 and date[5:7].isdigit() else (12 if last else 1)
    return int(date[:4]) + (month if last else month - 1) / 12


def spoken(months: int) -> str:
    """Return months as years and months, short.

    >>> spoken(30)
    '2 yr 6 mo'
    """
    years, rest = divmod(months, 12)
    return " ".join([f"{years} yr"] * (years > 0) + [f"{rest} mo"] * (rest > 0))


def beside(graph: PropertyGraph, node: str, kinds: frozenset[str]) -> Iterator[tuple[Relationship, str]]:
    """Yield the relationships of some types at a node, each with the node at its other end."""
    for link in graph.relationships:
        if link.type in kinds and node in (link.source, link.target):
            yield link, link.target if link.source == node else link.source


def _held(link: Relationship) -> Held:
    facts = link.properties
    return Held(person=link.source, skill=link.target, basis=str(facts.get("basis", "stated")), months=_number(facts.get("months")) or 0,
                first=_text(facts.get("firstUsed")), last=_text(facts.get("lastUsed")))  # fmt: skip


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
