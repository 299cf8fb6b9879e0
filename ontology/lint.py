"""Check the ontology's data: unique ids, labels of one owner, known relation targets, acyclic `broader`, no orphans.

In: entries in the order in which they were written; where two of them clash, the later one is at fault. Out: problems,
one line each. `python -m skillgraph.ontology.lint` prints those of the project's own files.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from skillgraph.errors import OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology.files import SKILLS, read_area
from skillgraph.ontology.forms import tokenize
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
    order = {skill.id: index for index, (_, skill) in enumerate(entries)}
    done: set[str] = set()
    for start in sorted(broader):
        path: list[str] = []
        stack: list[tuple[str, int]] = [(start, 0)]
        while stack:
            node, depth = stack.pop()
            del path[depth:]
            if node in path:
                circle = path[path.index(node) :]
                last = max(circle, key=order.__getitem__)
                turned = [*circle[circle.index(last) :], *circle[: circle.index(last)], last]
                yield f"{entries[order[last]][0]}: `broader` runs in a circle: {' → '.join(turned)}"
                done.update(circle)
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


def clashes(entries: list[Entry]) -> list[str]:
    """Return what makes entries unusable together: ids, labels, relations and circles, in this order."""
    return [problem for check in (_ids, _labels, _relations, _cycles) for problem in check(entries)]


def gaps(entries: list[Entry]) -> list[str]:
    """Return what entries lack to be of use: relations, and the notes of concepts."""
    return list(_orphans(entries))


def problems(paths: list[Path]) -> list[str]:
    """Return every problem of area files that make up an ontology, one line each, in the order of files and checks."""
    entries, found = read_entries(paths)
    return [*found, *clashes(entries), *gaps(entries)]


def own_files() -> list[Path]:
    """Return the project's own area files."""
    return sorted(SKILLS.glob("*.yaml"))


if __name__ == "__main__":
    lines = problems(own_files())
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.exit(bool(lines))
