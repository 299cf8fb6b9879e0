"""Parts of a graph: one person's, the neighbourhood of some nodes, without the ontology, without evidence.

In: a `PropertyGraph`. Out: a smaller one, in which every relationship still has both of its nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from skillgraph.errors import NotFound
from skillgraph.model import Node, PropertyGraph, Relationship, Value

ONTOLOGY = frozenset({"BROADER", "IMPLIES", "PART_OF", "ALTERNATIVE_TO", "RELATED"})
_SIDEWAYS = frozenset({"ALTERNATIVE_TO", "RELATED"})
_NAMED = ("Person", "Skill", "Company")
_PROOF = frozenset({"document", "documentId", "spanStart", "spanEnd", "quote", "page"})


def part(graph: PropertyGraph, *, person: str | None = None, around: str | None = None, depth: int | None = None) -> PropertyGraph:
    """Return the part that is asked for: all of it, a person's, or a neighbourhood.

    Args:
        graph: the whole.
        person: name or id; without `depth` all that is told of this person.
        around: name or id of a person, skill or company.
        depth: how many relationships away; 1 for `around` without it.

    Raises:
        NotFound: There is no such node, or there are several.
    """
    if person and depth is None:
        return person_part(graph, person)
    if person:
        return neighbourhood(graph, [find_person(graph, person)], depth=depth or 0)
    return neighbourhood(graph, [find_node(graph, around)], depth=1 if depth is None else depth) if around else graph


def induced(graph: PropertyGraph, ids: Iterable[str]) -> PropertyGraph:
    """Return the nodes of these ids and every relationship among them.

    Raises:
        NotFound: There is no node of an id.
    """
    kept = _known(graph, ids)
    return _part(graph, lambda node: node.id in kept, lambda link: link.source in kept and link.target in kept)


def person_part(graph: PropertyGraph, person: str) -> PropertyGraph:
    """Return all that is told of one person, by id or name: work, places, skills and what lies above these.

    Raises:
        NotFound: There is no such person, or there are several of that name.
    """
    outgoing: dict[str, list[str]] = defaultdict(list)
    for link in graph.relationships:
        if link.type not in _SIDEWAYS:
            outgoing[link.source].append(link.target)
    return induced(graph, _reached({find_person(graph, person)}, outgoing, len(graph.nodes)))


def neighbourhood(graph: PropertyGraph, ids: Iterable[str], *, depth: int = 1) -> PropertyGraph:
    """Return the nodes that are no more than `depth` relationships away, in either direction, and all among them.

    Raises:
        NotFound: There is no node of an id.
    """
    beside: dict[str, list[str]] = defaultdict(list)
    for link in graph.relationships:
        beside[link.source].append(link.target)
        beside[link.target].append(link.source)
    return induced(graph, _reached(_known(graph, ids), beside, depth))


def without_ontology(graph: PropertyGraph) -> PropertyGraph:
    """Return what documents say themselves: no relations between skills, nothing inferred from them, no skill nobody names."""
    kept = [r for r in graph.relationships if r.type not in ONTOLOGY and r.properties.get("basis") != "inferred"]
    named = {link.target for link in kept}
    return _part(
        PropertyGraph(nodes=graph.nodes, relationships=tuple(kept)),
        lambda node: "Skill" not in node.labels or node.id in named,
        lambda link: True,
    )


def without_evidence(graph: PropertyGraph) -> PropertyGraph:
    """Return the graph without documents, quotes and places in documents; what an achievement says stays."""
    nodes = tuple(Node(id=n.id, labels=n.labels, properties=_unproved(n.properties)) for n in graph.nodes)
    links = tuple(r.model_copy(update={"properties": _unproved(r.properties)}) for r in graph.relationships)
    documents = {node.id for node in nodes if "Document" in node.labels}
    bare = PropertyGraph(nodes=nodes, relationships=links)
    return _part(bare, lambda node: node.id not in documents, lambda link: link.source not in documents and link.target not in documents)


def find_person(graph: PropertyGraph, person: str) -> str:
    """Return the id of a person who is named by id, with or without `person:`, or by name in any case.

    Raises:
        NotFound: There is no such person, or there are several of that name.
    """
    people = [node for node in graph.nodes if "Person" in node.labels]
    exact = [node.id for node in people if node.id in (person, f"person:{person}")]
    wanted = " ".join(person.split()).casefold()
    found = exact or [node.id for node in people if str(node.properties.get("name", "")).casefold() == wanted]
    if not found:
        raise NotFound(f"there is no person {person!r}")
    if len(found) > 1:
        raise NotFound(f"{len(found)} people are called {person!r}: name one by id: {', '.join(found)}")
    return found[0]


def find_node(graph: PropertyGraph, name: str) -> str:
    """Return the id of the person, skill or company that is called so: by id, name, or another name, in any case.

    Raises:
        NotFound: Nothing is, or several are.
    """
    known = {node.id: node.properties for node in graph.nodes if any(label in node.labels for label in _NAMED)}
    exact = [node for node in known if node in (name, f"person:{name}", f"skill:{name}", f"company:{name}")]
    wanted = " ".join(name.split()).casefold()
    found = exact or [node for node, facts in known.items() if str(facts.get("name", "")).casefold() == wanted]
    found = found or [node for node, facts in known.items() if wanted in {alias.casefold() for alias in _aliases(facts.get("aliases"))}]
    if len(found) != 1:
        raise NotFound(
            f"{name} may be {', '.join(found)}: name one of these" if found else f"there is no person, skill or company {name!r}"
        )
    return found[0]


def _aliases(value: object) -> tuple[str, ...]:
    return tuple(str(alias) for alias in value) if isinstance(value, tuple) else ()


def _known(graph: PropertyGraph, ids: Iterable[str]) -> set[str]:
    wanted = set(ids)
    missing = sorted(wanted - graph.by_id.keys())
    if missing:
        raise NotFound(f"there is no node {missing[0]!r}")
    return wanted


def _reached(starts: set[str], beside: Mapping[str, Iterable[str]], depth: int) -> set[str]:
    reached, edge = set(starts), set(starts)
    for _ in range(depth):
        edge = {target for node in edge for target in beside.get(node, ())} - reached
        if not edge:
            break
        reached |= edge
    return reached


def _part(graph: PropertyGraph, node: Callable[[Node], bool], link: Callable[[Relationship], bool]) -> PropertyGraph:
    return PropertyGraph(nodes=tuple(filter(node, graph.nodes)), relationships=tuple(filter(link, graph.relationships)))


def _unproved(properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if name not in _PROOF}
