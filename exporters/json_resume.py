"""JSON Resume: one file for each person, read by every tool of that standard and by skillgraph itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.node_link import json_bytes
from skillgraph.model import Node, PropertyGraph, Relationship

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_SAFE = re.compile(r"[^\w.-]+")
_OTHER = "Other"
Json = dict[str, Any]


class _Links:
    """Relationships by their source and type."""

    def __init__(self, graph: PropertyGraph) -> None:
        self.graph = graph
        self._found: dict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for link in graph.relationships:
            self._found[link.source, link.type].append(link)

    def __call__(self, source: str, kind: str) -> list[tuple[Relationship, Node]]:
        return [(link, self.graph.by_id[link.target]) for link in self._found[source, kind]]


def json_resume_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield a file for each person, named after the person's id."""
    links, used = _Links(graph), set[str]()
    for person in graph.nodes:
        if person.labels[0] == "Person":
            yield File(_file_name(person.id, used), [json_bytes(_resume(person, links))])


def _file_name(node_id: str, used: set[str]) -> str:
    base = _SAFE.sub("-", node_id.removeprefix("person:")).strip(".-")[:80] or "person"
    number = next(n for n in range(1, len(used) + 2) if (base if n == 1 else f"{base}-{n}").casefold() not in used)
    name = base if number == 1 else f"{base}-{number}"
    used.add(name.casefold())
    return f"{name}.json"


def _resume(person: Node, links: _Links) -> Json:
    achieved = [(node, node.properties.get("section")) for _, node in links(person.id, "ACHIEVED")]
    positions = [node for _, node in links(person.id, "HELD")]
    included = {node.id for position in positions for _, node in links(position.id, "INCLUDES")}
    loose = sorted((node for node, _ in achieved if node.id not in included), key=_in_text)
    sections: Json = {
        "$schema": SCHEMA,
        "basics": _basics(person, [node for node in loose if node.properties.get("section") == "summary"]),
        "work": [_work(position, links) for position in sorted(positions, key=_newest_first)],
        "education": sorted(
            (_study(link, school) for link, school in links(person.id, "STUDIED_AT")), key=lambda s: s.get("startDate", ""), reverse=True
        ),
        "skills": _skills(links(person.id, "HAS_SKILL")),
        "projects": _projects([node for node in loose if node.properties.get("section") != "summary"]),
    }
    return {name: value for name, value in sections.items() if value}


def _basics(person: Node, summary: list[Node]) -> Json:
    facts = person.properties
    urls = [_address(url) for url in _texts(person, "urls")]
    first = {"email": _texts(person, "emails"), "phone": _texts(person, "phones"), "url": urls}
    found: Json = {"name": facts.get("name"), "label": facts.get("title"), "summary": "\n".join(_text(node) for node in summary)}
    found |= {name: values[0] for name, values in first.items() if values}
    found["location"] = {"city": facts["location"]} if facts.get("location") else None
    found["profiles"] = [{"url": url} for url in urls[1:]]
    return _present(found)


def _work(position: Node, links: _Links) -> Json:
    facts = position.properties
    done = sorted((node for _, node in links(position.id, "INCLUDES")), key=_in_text)
    kept = {name: facts.get(name) for name in ("startDate", "endDate", "location")}
    stack = sorted(str(skill.properties.get("name", skill.id)) for _, skill in links(position.id, "LISTS"))
    named = {"name": facts.get("company"), "position": facts.get("title")}
    return _present({**named, **kept, "highlights": [_text(node) for node in done], "keywords": stack})


def _study(link: Relationship, school: Node) -> Json:
    facts = link.properties
    dates = {"startDate": facts.get("startDate"), "endDate": facts.get("endDate")}
    return _present({"institution": school.properties.get("name"), "studyType": facts.get("degree"), "area": facts.get("field"), **dates})


def _skills(known: list[tuple[Relationship, Node]]) -> list[Json]:
    """Return the skills that a document names, by area; what is inferred is nobody's claim."""
    areas: dict[str, list[str]] = defaultdict(list)
    for link, skill in known:
        if link.properties.get("basis") != "inferred":
            areas[str(skill.properties.get("area", _OTHER))].append(str(skill.properties.get("name", skill.id)))
    return [{"name": area, "keywords": sorted(areas[area])} for area in sorted(areas)]


def _projects(achievements: list[Node]) -> list[Json]:
    return [{"name": "Projects", "highlights": [_text(node) for node in achievements]}] if achievements else []


def _present(facts: Json) -> Json:
    return {name: value for name, value in facts.items() if value}


def _text(node: Node) -> str:
    return str(node.properties.get("text", ""))


def _texts(node: Node, name: str) -> tuple[str, ...]:
    value = node.properties.get(name, ())
    return value if isinstance(value, tuple) else (str(value),)


def _address(url: str) -> str:
    return url if "://" in url else f"https://{url}"


def _in_text(node: Node) -> tuple[str, int, str]:
    return str(node.properties.get("document", "")), _number(node, "spanStart"), node.id


def _newest_first(position: Node) -> tuple[bool, int, int, str]:
    return not position.properties.get("current"), -_number(position, "endMonth"), -_number(position, "startMonth"), position.id


def _number(node: Node, name: str) -> int:
    value = node.properties.get(name, 0)
    return value if isinstance(value, int) else 0
