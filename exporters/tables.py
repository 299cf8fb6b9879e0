"""The graph as tables: nodes, relationships, and who knows what in one flat table.

In: a `PropertyGraph`. Out: tables whose columns are the same for every row; a missing value is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from skillgraph.model import Frozen, Node, PropertyGraph, Relationship, Value

Cell = Value | None
NAMES = ("nodes", "relationships", "person_skills")


class Table(Frozen):
    """Rows under named columns."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def node_table(graph: PropertyGraph) -> Table:
    """Return a row for each node: id, labels, and a column for every property that any node has."""
    names = property_names(graph.nodes)
    rows = tuple((node.id, node.labels, *(node.properties.get(name) for name in names)) for node in graph.nodes)
    return Table(name="nodes", columns=("id", "labels", *names), rows=rows)


def relationship_table(graph: PropertyGraph) -> Table:
    """Return a row for each relationship: type, ends, key, and a column for every property that any relationship has."""
    names = property_names(graph.relationships)
    rows = tuple((*link.identity, *(link.properties.get(name) for name in names)) for link in graph.relationships)
    return Table(name="relationships", columns=("type", "source", "target", "key", *names), rows=rows)


_PERSON_SKILL = ("person_id", "person", "skill_id", "skill", "kind", "area", "basis", "months", "first_used", "last_used")
_SAID = ("evidence", "level", "years", "chain")


def person_skill_table(graph: PropertyGraph) -> Table:
    """Return a row for each person and skill, with the quote that proves it where there is one."""
    proofs = _proofs(graph)
    rows = [_person_skill(graph, link, proofs.get((link.source, link.target))) for link in graph.relationships if link.type == "HAS_SKILL"]
    return Table(name="person_skills", columns=(*_PERSON_SKILL, *_SAID, "quote", "document"), rows=tuple(rows))


TABLES: tuple[Callable[[PropertyGraph], Table], ...] = (node_table, relationship_table, person_skill_table)


def tables(graph: PropertyGraph, choice: str) -> list[Table]:
    """Return the table of that name, or all of them."""
    return [make(graph) for name, make in zip(NAMES, TABLES, strict=True) if choice in ("all", name)]


def property_names(items: Iterable[Node | Relationship]) -> list[str]:
    """Return the names of all properties but the id, sorted."""
    return sorted({name for item in items for name in item.properties} - {"id"})


def column_type(values: Sequence[Cell]) -> type:
    """Return what a column holds: one of bool, int, float, str, tuple; str where they differ.

    >>> column_type([1, None, 2.5])
    <class 'float'>
    """
    found = {type(value) for value in values if value is not None}
    if found <= {int, float} and float in found:
        return float
    return found.pop() if len(found) == 1 else str


def _person_skill(graph: PropertyGraph, link: Relationship, proof: Relationship | None) -> tuple[Cell, ...]:
    person, skill = graph.by_id[link.source].properties, graph.by_id[link.target].properties
    facts = link.properties
    uses = (facts.get("basis"), facts.get("months"), facts.get("firstUsed"), facts.get("lastUsed"))
    names = (link.source, person.get("name"), link.target, skill.get("name"), skill.get("kind"), skill.get("area"))
    quote = (proof.properties.get("quote"), proof.properties.get("document")) if proof else (None, None)
    return (*names, *uses, *(facts.get(name) for name in _SAID), *quote)


def _proofs(graph: PropertyGraph) -> dict[tuple[str, str], Relationship]:
    """Return the relationship whose quote shows best that a person has a skill: at work, in a stack line, as a claim."""
    holders = {link.target: link.source for link in graph.relationships if link.type in ("ACHIEVED", "HELD")}
    found: dict[tuple[str, str], Relationship] = {}
    for kinds in (("USED", "APPLIED"), ("LISTS",), ("CLAIMS",)):
        for link in graph.relationships:
            person = holders.get(link.source, link.source)
            if link.type in kinds and link.properties.get("stance", "positive") == "positive":
                found.setdefault((person, link.target), link)
    return found
