"""A graph for judging work without knowing whose it is: people are A, B, C.

In: a `PropertyGraph`. Out: one with the same work, employers and skills, without names, places, schools, dates of study,
addresses, gendered words and the names of documents. Ids are new, for old ones are made of names. What stays: curated
skills, the only texts that nobody wrote about a person; and people whom texts name but the graph does not know.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from skillgraph.exporters.masks import SCHOOL, Mask, contact_mask, place_mask, school_mask, years_removed
from skillgraph.exporters.names import NameMask, name_mask
from skillgraph.exporters.neutral import neutral
from skillgraph.model import Node, PropertyGraph, Relationship, Value

_REMOVED = frozenset({"location", "emails", "phones", "urls", "documentId", "document", "page"})
_STUDY_DATES = frozenset({"startDate", "endDate"})
_OWN = ("HELD", "ACHIEVED", "INCLUDES", "MEASURED_BY", "DESCRIBED_IN")
Text = Callable[[str, str | None], str]


class _Blinds(NamedTuple):
    """New ids by old ones, whom a node is about, and the functions that hide what a text tells."""

    ids: Mapping[str, str]
    about: Mapping[str, str]
    employer: Mask
    text: Text


def blind(graph: PropertyGraph) -> PropertyGraph:
    """Return the graph without what tells who somebody is; the same for equal graphs."""
    letters = _letters(graph)
    about = _about(graph, letters)
    names = _names(graph, letters)
    employer = _employer(graph, names)
    blinds = _Blinds(_ids(graph, about, names, employer), about, employer, _text(graph, names))
    nodes = [_node(node, blinds) for node in graph.nodes]
    links = [_link(link, blinds) for link in graph.relationships]
    return PropertyGraph(nodes=tuple(sorted(nodes, key=lambda n: n.id)), relationships=tuple(sorted(links, key=lambda r: r.identity)))


def blind_text(graph: PropertyGraph) -> Callable[[str], str]:
    """Return what takes out of a text, such as a question, what tells who somebody in the graph is."""
    text = _text(graph, _names(graph, _letters(graph)))
    return lambda said: text(said, None)


def letter(number: int) -> str:
    """Return the letters of the person with a number, counted from 0.

    >>> [letter(number) for number in (0, 25, 26, 702)]
    ['A', 'Z', 'AA', 'AAA']
    """
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def _letters(graph: PropertyGraph) -> dict[str, str]:
    """Return each person's letters; a hash makes an order that says nothing about names."""
    people = [node.id for node in graph.nodes if "Person" in node.labels]
    return {person: letter(number) for number, person in enumerate(_shuffled(people))}


def _shuffled(ids: Iterable[str]) -> list[str]:
    return sorted(ids, key=lambda node: hashlib.sha256(node.encode()).digest())


def _about(graph: PropertyGraph, letters: Mapping[str, str]) -> dict[str, str]:
    """Return whom a node is about, as `Person A`, for everything that belongs to one person."""
    found = {person: f"Person {name}" for person, name in letters.items()}
    for kind in _OWN:
        for link in graph.relationships:
            if link.type == kind and link.source in found:
                found.setdefault(link.target, found[link.source])
    return found


def _names(graph: PropertyGraph, letters: Mapping[str, str]) -> NameMask:
    people = [(str(graph.by_id[person].properties.get("name", "")), f"Person {name}") for person, name in letters.items()]
    return name_mask(people, _curated_terms(graph))


def _curated_terms(graph: PropertyGraph) -> list[str]:
    return [term for node in graph.nodes if _is_curated(node) for term in _texts(node.properties, ("name", "aliases"))]


def _is_curated(node: Node) -> bool:
    return "Skill" in node.labels and node.properties.get("curated") is True


def _text(graph: PropertyGraph, names: NameMask) -> Text:
    """Return what hides names, schools, places, addresses and gender in a text about somebody."""
    skills = _curated_terms(graph)
    companies = [name for node in graph.nodes if "Company" in node.labels for name in _texts(node.properties, ("name", "aliases"))]
    schools = school_mask((str(n.properties.get("name", "")) for n in graph.nodes if "School" in n.labels), [*skills, *companies])
    places = place_mask((str(n.properties["location"]) for n in graph.nodes if "location" in n.properties), [*skills, *companies])
    # A quote stands on every skill that it proves.
    return lru_cache(maxsize=65_536)(lambda text, about: neutral(names(places(schools(contact_mask(text))), about)))


def _employer(graph: PropertyGraph, names: NameMask) -> Mask:
    """Return what hides people in an employer's name, and all of it where somebody has studied there."""
    schools = {str(node.properties.get("name", "")).casefold() for node in graph.nodes if "School" in node.labels}
    return lambda name: SCHOOL if name.casefold() in schools else names(name, None)


def _ids(graph: PropertyGraph, about: Mapping[str, str], names: NameMask, employer: Mask) -> dict[str, str]:
    """Return new ids: letters for people, numbers for what belongs to them, the old id where it holds no name."""
    counts: dict[str, int] = defaultdict(int)
    ids: dict[str, str] = {}
    for old in sorted(_shuffled(graph.by_id), key=lambda node: _order(graph.by_id[node])):
        kind = old.partition(":")[0] if ":" in old else graph.by_id[old].labels[0].lower()
        owner = about.get(old, "").removeprefix("Person ")
        if "Person" in graph.by_id[old].labels:
            ids[old] = f"person:{owner}"
        elif owner or kind in ("school", "document") or _tells(graph.by_id[old], names, employer):
            counts[f"{kind}:{owner}"] += 1
            ids[old] = f"{kind}:{owner}{'-' if owner else 'masked-'}{counts[f'{kind}:{owner}']}"
        else:
            ids[old] = old
    return ids


def _tells(node: Node, names: NameMask, employer: Mask) -> bool:
    """Tell whether an id is made of what has to be hidden."""
    return not _is_curated(node) and (
        names(node.id, None) != node.id or any(employer(t) != t for t in _texts(node.properties, ("name", "aliases")))
    )


def _order(node: Node) -> tuple[str, int, int]:
    """Return what things are numbered by: careers by their dates, texts by their place."""
    start, span = node.properties.get("startMonth"), node.properties.get("spanStart")
    return str(node.properties.get("document", "")), start if isinstance(start, int) else 0, span if isinstance(span, int) else 0


def _node(node: Node, blinds: _Blinds) -> Node:
    new = blinds.ids[node.id]
    if _is_curated(node):
        return node
    facts = _hidden(node.properties, blinds, blinds.about.get(node.id)) | {"id": new}
    if "Person" in node.labels:
        facts["name"] = blinds.about[node.id]
    elif "School" in node.labels:
        facts["name"] = f"School {new.rpartition('-')[2]}"
    elif "Document" in node.labels:
        facts |= {"path": new.replace(":", "-"), "name": new.replace(":", "-")}
    elif "Company" in node.labels:
        facts |= {name: _company(value, blinds.employer) for name, value in node.properties.items() if name in ("name", "aliases")}
    elif "Position" in node.labels and "company" in facts:
        facts["company"] = _company(node.properties["company"], blinds.employer)
    return Node(id=new, labels=node.labels, properties=_sorted(facts))


def _company(value: Value, employer: Mask) -> Value:
    return tuple(map(employer, value)) if isinstance(value, tuple) else employer(str(value))


def _link(link: Relationship, blinds: _Blinds) -> Relationship:
    about = blinds.about.get(link.source)
    facts = _hidden(link.properties, blinds, about)
    key = link.key and blinds.text(link.key, about)
    if link.type == "STUDIED_AT":
        facts = {name: value for name, value in facts.items() if name not in _STUDY_DATES} | {"current": False}
        said = [str(facts[name]) for name in ("degree", "field") if name in facts]
        key = years_removed(key)
        facts["quote"] = ", ".join(said)
        facts |= _span(str(facts["quote"]), facts)
    return Relationship(type=link.type, source=blinds.ids[link.source], target=blinds.ids[link.target], key=key, properties=_sorted(facts))


def _hidden(properties: Mapping[str, Value], blinds: _Blinds, about: str | None) -> dict[str, Value]:
    """Return properties with nothing in them that tells who somebody is."""
    facts: dict[str, Value] = {}
    for name, value in properties.items():
        if isinstance(value, str) and name not in _REMOVED:
            facts[name] = blinds.text(value, about)
        elif isinstance(value, tuple) and name not in _REMOVED:
            facts[name] = tuple(blinds.text(item, about) for item in value)
        elif name not in _REMOVED:
            facts[name] = value
    if "documentId" in properties:
        facts["documentId"] = blinds.ids.get(str(properties["documentId"]), "document:masked")
        facts["document"] = str(facts["documentId"]).replace(":", "-")
    return facts | _span(str(facts.get("quote", facts.get("text", ""))), facts)


def _span(text: str, facts: Mapping[str, Value]) -> dict[str, Value]:
    """Return a place in the text shown: the one in the document leads to a name."""
    return {"spanStart": 0, "spanEnd": len(text)} if "spanStart" in facts else {}


def _texts(properties: Mapping[str, Value], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = properties.get(name, ())
        yield from value if isinstance(value, tuple) else (str(value),)


def _sorted(facts: Mapping[str, Value]) -> dict[str, Value]:
    return {name: facts[name] for name in sorted(facts)}
