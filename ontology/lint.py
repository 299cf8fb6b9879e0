"""Check the ontology's data: unique ids, labels of one owner, known relation targets, acyclic `broader`, no orphans.

`python -m skillgraph.ontology.lint` prints the problems of the project's own files, one a line.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from skillgraph.errors import OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology.forms import tokenize
from skillgraph.ontology.reader import SKILLS, read_area
from skillgraph.ontology.skill import RELATIONS, Skill

Entry = tuple[str, Skill]
_SHORT = re.compile(r"[A-Za-z]{1,2}")


def read_entries(paths: list[Path]) -> tuple[list[Entry], list[str]]:
    """Return (place, skill) of every entry, and the problems met while reading."""
    entries: list[Entry] = []
    problems: list[str] = []
    for path in paths:
        try:
            _, skills = read_area(path)
        except OntologyError as error:
            problems.append(str(error))
            continue
        entries += [(f"{path.name}:{line}", skill) for line, skill in skills]
    return entries, problems


def _ids(entries: list[Entry]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for place, skill in entries:
        if skill.id in seen:
            yield f"{place}: the id `{skill.id}` stands in {seen[skill.id]} already"
        seen.setdefault(skill.id, place)
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", skill.id):
            yield f"{place}: the id `{skill.id}` is no slug"


def _labels(entries: list[Entry]) -> Iterator[str]:
    owner: dict[tuple[str, ...] | str, tuple[str, str]] = {}
    for place, skill in entries:
        guarded = {*skill.case, *skill.context}
        for label in skill.labels:
            key = label if label in guarded else tokenize(label)
            if not key:
                yield f"{place}: `{skill.id}` has the empty label `{label}`"
            elif key in owner and owner[key][0] != skill.id:
                yield f"{place}: `{skill.id}` shares the label `{label}` with `{owner[key][0]}` ({owner[key][1]})"
            owner.setdefault(key, (skill.id, place))
        for label in sorted(guarded - set(skill.labels)):
            yield f"{place}: `{skill.id}` guards `{label}`, which is none of its labels"
        for label in skill.labels:
            if _SHORT.fullmatch(label) and label not in guarded:
                yield f"{place}: `{skill.id}`: the short label `{label}` needs `case` or `context`"


def _relations(entries: list[Entry]) -> Iterator[str]:
    ids = {skill.id for _, skill in entries}
    for place, skill in entries:
        for relation in RELATIONS:
            for target in getattr(skill, relation):
                if target not in ids:
                    yield f"{place}: `{skill.id}` has {relation} `{target}`, which does not exist"
                elif target == skill.id:
                    yield f"{place}: `{skill.id}` has {relation} to itself"


def _cycles(entries: list[Entry]) -> Iterator[str]:
    broader = {skill.id: skill.broader for _, skill in entries}
    places = {skill.id: place for place, skill in entries}
    done: set[str] = set()
    for start in sorted(broader):
        path: list[str] = []
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            node, depth = stack.pop()
            del path[depth:]
            if node in path:
                cycle = [*path[path.index(node) :], node]
                yield f"{places[node]}: `broader` runs in a circle: {' → '.join(cycle)}"
                done.update(cycle)
                continue
            if node in done or node not in broader:
                continue
            path.append(node)
            stack += [(parent, depth + 1) for parent in broader[node]]
        done.add(start)


def _orphans(entries: list[Entry]) -> Iterator[str]:
    pointed = {target for _, skill in entries for relation in RELATIONS for target in getattr(skill, relation)}
    for place, skill in entries:
        if skill.kind is SkillKind.TECHNOLOGY and not skill.broader and not skill.part_of:
            yield f"{place}: `{skill.id}` is a technology without `broader` or `part_of`"
        elif not any(getattr(skill, relation) for relation in RELATIONS) and skill.id not in pointed:
            yield f"{place}: `{skill.id}` has no relation at all"
        if skill.kind is SkillKind.CONCEPT and not skill.note:
            yield f"{place}: `{skill.id}` is a concept without `note`"


def problems(paths: list[Path]) -> list[str]:
    """Return every problem of the given area files, one line each, in the order of files and checks."""
    entries, found = read_entries(paths)
    for check in (_ids, _labels, _relations, _cycles, _orphans):
        found += check(entries)
    return found


if __name__ == "__main__":
    lines = problems(sorted(SKILLS.glob("*.yaml")))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.exit(bool(lines))
