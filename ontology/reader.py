"""Load the ontology, the project's own files and a user's overlays, as one checked `Ontology`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from skillgraph.errors import OntologyError
from skillgraph.ontology import cache
from skillgraph.ontology.files import SKILLS, read_area
from skillgraph.ontology.skill import Area, Ontology, Skill

_ADAPTER = TypeAdapter(Ontology)


def read_ontology(paths: Sequence[Path]) -> Ontology:
    """Read area files, none of which extends another.

    Raises:
        OntologyError: A file is at fault, or an id stands twice.
    """
    areas: list[Area] = []
    skills: dict[str, Skill] = {}
    places: dict[str, str] = {}
    for path in paths:
        area, entries = read_area(path)
        areas.append(area)
        for line, skill in entries:
            if skill.id in skills:
                raise OntologyError(f"{path}:{line}: the id `{skill.id}` stands in {places[skill.id]} already")
            skills[skill.id] = skill
            places[skill.id] = f"{path}:{line}"
    return Ontology(areas=tuple(sorted(areas, key=lambda a: a.name)), skills=tuple(skills[key] for key in sorted(skills)))


def load_ontology(overlays: Sequence[Path] = ()) -> Ontology:
    """Return the project's ontology with overlays merged in, one after the other.

    Parsing the YAML takes longer than a command may; the result is kept in the user's cache folder under a
    fingerprint of the files' contents, and read anew when it is missing or damaged.

    Raises:
        OntologyError: A file is at fault; the message names file, line and reason.
    """
    for path in overlays:
        if not path.is_file():
            raise OntologyError(f"{path}: no such overlay file")
    own = sorted(SKILLS.glob("*.yaml"))
    try:
        return _load(tuple(overlays), cache.fingerprint([*own, *overlays]))
    except OSError as error:
        raise OntologyError(f"{error.filename}: cannot be read: {error.strerror}") from error


@lru_cache(maxsize=4)
def _load(overlays: tuple[Path, ...], fingerprint: str) -> Ontology:
    name = f"ontology-{fingerprint}"
    kept = cache.read(name)
    if kept is not None:
        try:
            return _ADAPTER.validate_json(kept)
        except ValidationError:
            pass
    ontology = _merged(overlays).model_copy(update={"fingerprint": fingerprint})
    cache.keep(name, _ADAPTER.dump_json(ontology, exclude_defaults=True))
    return ontology


def _merged(overlays: tuple[Path, ...]) -> Ontology:
    if not overlays:
        return read_ontology(sorted(SKILLS.glob("*.yaml")))
    # Only overlays need the checks of the linter, which are slow to import and to run.
    from skillgraph.ontology.overlay import apply_overlays

    return apply_overlays(load_ontology(), overlays)
