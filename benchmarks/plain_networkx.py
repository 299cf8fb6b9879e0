"""Some canned queries as a Python programmer would write them with networkx: the peers of the query benchmark.

In: a multigraph and a query's parameters. Out: the columns of its answer that make it what it is, for everybody, unordered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from skillgraph.model import PropertyGraph

Rows = list[tuple[Any, ...]]
_UP = ("BROADER", "IMPLIES", "PART_OF")
_SHOWN = ("USED", "APPLIED")
_STEPS = 6


class Question(NamedTuple):
    """A question, and the columns of the canned query that it answers."""

    ask: Callable[[Any, Mapping[str, Any]], Rows]
    columns: tuple[str, ...]

    def __call__(self, graph: Any, given: Mapping[str, Any]) -> Rows:
        """Return the answer."""
        return self.ask(graph, given)


def as_networkx(graph: PropertyGraph) -> Any:
    """Return the graph as a multigraph whose edges are keyed by type."""
    found: Any = nx.MultiDiGraph()
    for node in graph.nodes:
        found.add_node(node.id, labels=node.labels, **node.properties)
    for link in graph.relationships:
        found.add_edge(link.source, link.target, key=(link.type, link.key), type=link.type, **link.properties)
    return found


def _out(graph: Any, node: str, types: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((end, facts) for _, end, facts in graph.out_edges(node, data=True) if facts["type"] in types)


def _into(graph: Any, node: str, types: Iterable[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    return ((start, facts) for start, _, facts in graph.in_edges(node, data=True) if facts["type"] in types)


def _below(graph: Any, skill: str) -> set[str]:
    found, edge = {skill}, {skill}
    for _ in range(_STEPS):
        edge = {start for node in edge for start, _ in _into(graph, node, _UP)} - found
        found |= edge
    return found


def _people(graph: Any) -> list[str]:
    return [node for node, labels in graph.nodes(data="labels") if labels[0] == "Person"]


def _experts(graph: Any, given: Mapping[str, Any]) -> Rows:
    rank = {"demonstrated": 0, "stated": 1, "inferred": 2}
    best: dict[str, str] = {}
    for skill in _below(graph, given["skill"]):
        for person, facts in _into(graph, skill, ("HAS_SKILL",)):
            best[person] = min(best.get(person, "inferred"), facts["basis"], key=rank.__getitem__)
    return list(best.items())


def _who_built(graph: Any, given: Mapping[str, Any]) -> Rows:
    shown = [{work for skill in _below(graph, given[name]) for work, _ in _into(graph, skill, _SHOWN)} for name in ("what", "technology")]
    return [(person, graph.nodes[work]["text"]) for work in shown[0] & shown[1] for person, _ in _into(graph, work, ("ACHIEVED",))]


def _skill_years(graph: Any, given: Mapping[str, Any]) -> Rows:
    return [(skill, facts["basis"], facts["months"]) for skill, facts in _out(graph, given["person"], ("HAS_SKILL",))]


def _bus_factor(graph: Any, given: Mapping[str, Any]) -> Rows:
    people = Counter(
        skill for person in _people(graph) for skill, facts in _out(graph, person, ("HAS_SKILL",)) if facts["basis"] == "demonstrated"
    )
    return [(skill, 1) for skill, number in people.items() if number == 1]


def _used_together(graph: Any, given: Mapping[str, Any]) -> Rows:
    pairs: Counter[tuple[str, str]] = Counter()
    for work, labels in graph.nodes(data="labels"):
        if labels[0] == "Achievement":
            skills = sorted(skill for skill, _ in _out(graph, work, ("USED",)))
            pairs.update((one, other) for place, one in enumerate(skills) for other in skills[place + 1 :])
    return [(graph.nodes[one]["name"], graph.nodes[other]["name"], number) for (one, other), number in pairs.items() if number > 1]


def _people_with(graph: Any, given: Mapping[str, Any]) -> Rows:
    wanted = [{person for skill in _below(graph, top) for person, _ in _into(graph, skill, ("HAS_SKILL",))} for top in given["all"]]
    return [(person,) for person in set.intersection(*wanted)]


def _rising(graph: Any, given: Mapping[str, Any]) -> Rows:
    numbers: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for person in _people(graph):
        for skill, facts in _out(graph, person, ("HAS_SKILL",)):
            if facts["basis"] == "demonstrated":
                for place, year in enumerate((given["since"], given["until"])):
                    numbers[skill][place] += facts["firstUsed"][:4] <= year <= facts["lastUsed"][:4]
    return [(skill, before, after) for skill, (before, after) in numbers.items() if before != after]


QUESTIONS: Mapping[str, Question] = {
    "bus-factor": Question(_bus_factor, ("id", "people")),
    "experts": Question(_experts, ("id", "basis")),
    "people-with": Question(_people_with, ("id",)),
    "rising-skills": Question(_rising, ("id", "before", "after")),
    "skill-years": Question(_skill_years, ("id", "basis", "months")),
    "used-together": Question(_used_together, ("first", "second", "together")),
    "who-built": Question(_who_built, ("id", "text")),
}
