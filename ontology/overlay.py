"""Users' overlay files over the project's ontology: new skills, and more labels and relations for known ones.

In: a checked ontology and overlay files, in their order. Out: one ontology, or every reason why there is none, each
with file and line. An entry with a known id extends that skill; any other entry is a new skill and must be whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from skillgraph.errors import OntologyError
from skillgraph.ontology import lint
from skillgraph.ontology.files import AreaFile, Entry, read_area_file
from skillgraph.ontology.skill import RELATIONS, Area, Ontology, Skill

_ADDED = ("alt", *RELATIONS, "asked", "case", "context", "except_phrases")


class Merged(NamedTuple):
    """What overlays make of an ontology."""

    areas: tuple[Area, ...]
    entries: list[lint.Entry]
    problems: list[str]
    touched: frozenset[str]

    def ontology(self) -> Ontology:
        """Return the merged ontology, its skills sorted by id."""
        skills = {skill.id: skill for _, skill in self.entries}
        return Ontology(areas=self.areas, skills=tuple(skills[key] for key in sorted(skills)))


def apply_overlays(base: Ontology, paths: Sequence[Path]) -> Ontology:
    """Return an ontology with overlay files merged in.

    Raises:
        OntologyError: Names file, line and reason of the first problem, and how many more there are.
    """
    merged = merge(base, [read_area_file(path) for path in paths])
    if merged.problems:
        first, *more = merged.problems
        rest = f" (and {len(more)} more; `skillgraph ontology lint` lists them)" if more else ""
        raise OntologyError(f"{first}{rest}")
    return merged.ontology()


def merge(base: Ontology, overlays: Sequence[AreaFile]) -> Merged:
    """Merge overlays into an ontology and check the whole.

    Args:
        base: A checked ontology.
        overlays: Their later ones may extend what earlier ones define.
    """
    skills = {skill.id: (f"{skill.area}.yaml", skill) for skill in base.skills}
    areas = {area.name: area for area in base.areas}
    touched: dict[str, None] = {}
    found: list[str] = []
    for overlay in overlays:
        areas.setdefault(overlay.area.name, overlay.area)
        for entry in overlay.entries:
            try:
                skill = _skill(overlay, entry, skills.get(entry.id))
            except OntologyError as error:
                found.append(str(error))
                continue
            skills[entry.id] = (entry.place(), skill)
            touched[entry.id] = None
    # What overlays touch comes last, so that a clash is told at the overlay's place.
    entries = [skills[key] for key in skills if key not in touched] + [skills[key] for key in touched]
    places = tuple(f"{skills[key][0]}: " for key in touched)
    found += [problem for problem in lint.clashes(entries) if problem.startswith(places)]
    return Merged(tuple(areas[name] for name in sorted(areas)), entries, found, frozenset(touched))


def check_overlays(base: Ontology, paths: Sequence[Path]) -> list[str]:
    """Return every problem of overlay files, gaps included, one line each."""
    overlays: list[AreaFile] = []
    found: list[str] = []
    for path in paths:
        try:
            overlays.append(read_area_file(path))
        except OntologyError as error:
            found.append(str(error))
    merged = merge(base, overlays)
    touched = [(place, skill) for place, skill in merged.entries if skill.id in merged.touched]
    return [*found, *merged.problems, *lint.gaps(touched)]


def _skill(overlay: AreaFile, entry: Entry, known: tuple[str, Skill] | None) -> Skill:
    return overlay.skill(entry) if known is None else _extended(known, entry, overlay.area.source)


def _extended(known: tuple[str, Skill], entry: Entry, source: str) -> Skill:
    """Return a known skill with an entry's labels and relations.

    Raises:
        OntologyError: The entry says something else of what may be said once only.
    """
    place, skill = known
    for field, value in entry.values.items():
        if field not in (*_ADDED, "source") and value != getattr(skill, field):
            raise OntologyError(
                f"{entry.place(field)}: the id `{entry.id}` stands in {place} already, with {field} `{getattr(skill, field)}`; "
                f"leave `{field}` out to extend that skill, or take another id for a new one"
            )
    given = str(entry.values.get("source") or source)
    sources = dict.fromkeys(part for part in (*skill.source.split("; "), given) if part)
    values: dict[str, Any] = {**skill.model_dump(), "source": "; ".join(sources)}
    for field in _ADDED:
        added = entry.values.get(field, ())
        if not isinstance(added, list | tuple) or not all(isinstance(part, str) for part in added):
            raise OntologyError(f"{entry.place(field)}: `{entry.id}`, {field}: must be a list of words")
        values[field] = tuple(dict.fromkeys((*values[field], *(part for part in added if part != skill.label or field != "alt"))))
    try:
        return Skill(**values)
    except ValidationError as error:
        first = error.errors()[0]
        raise OntologyError(f"{entry.place(str(first['loc'][0]))}: `{entry.id}`, {first['loc'][0]}: {first['msg']}") from error
