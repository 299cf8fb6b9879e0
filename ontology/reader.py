"""Read the ontology's YAML files, the project's own and a user's overlays, into one checked `Ontology`."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import platformdirs
import yaml
from pydantic import TypeAdapter, ValidationError

from skillgraph.errors import OntologyError
from skillgraph.ontology.skill import Area, Ontology, Skill

SKILLS = Path(__file__).parent / "skills"
_FIELDS = frozenset({"label", "alt", "kind", "broader", "implies", "part_of", "alternative", "related", "note", "asked",
                     "case", "context", "except", "forms", "text", "source"})
_AREA_FIELDS = frozenset({"area", "title", "kind", "source", "skills"})
_ADAPTER = TypeAdapter(Ontology)


class Located(dict[Any, Any]):
    """A YAML mapping that knows the line of each of its keys."""

    lines: dict[Any, int]


class _Loader(yaml.CSafeLoader):
    """The safe loader, with line numbers and an error for a key that stands twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Located:
    found = Located()
    found.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in found:
            raise yaml.constructor.ConstructorError(None, None, f"`{key}` stands twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
        found.lines[key] = key_node.start_mark.line + 1
    return found


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path) -> Located:
    """Read one YAML file whose top level is a mapping.

    Raises:
        OntologyError: It is missing, is no YAML, or its top level is no mapping.
    """
    try:
        # The loader derives from CSafeLoader: no object but plain data can come out of it.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{mark.line + 1}: " if mark else ""
        raise OntologyError(f"{path}:{line}{getattr(error, 'problem', None) or 'is not UTF-8 YAML'}") from error
    if not isinstance(data, Located):
        raise OntologyError(f"{path}: the top level must be a mapping")
    return data


def read_area(path: Path) -> tuple[Area, list[tuple[int, Skill]]]:
    """Read one area file.

    Returns:
        The area, and each skill with the line it starts on.

    Raises:
        OntologyError: Names file, line and reason.
    """
    data = read_yaml(path)
    if unknown := sorted(map(str, set(data) - _AREA_FIELDS)):
        raise OntologyError(f"{path}:{data.lines[unknown[0]]}: unknown field `{unknown[0]}`")
    entries = data.get("skills")
    if not isinstance(entries, Located):
        raise OntologyError(f"{path}: `skills` must be a mapping of ids to entries")
    area = Area(name=str(data.get("area") or path.stem), title=str(data.get("title") or path.stem))
    skills = []
    for key, entry in entries.items():
        line = entries.lines[key]
        if not isinstance(entry, Located):
            raise OntologyError(f"{path}:{line}: `{key}` must be a mapping")
        if unknown := sorted(map(str, set(entry) - _FIELDS)):
            raise OntologyError(f"{path}:{entry.lines.get(unknown[0], line)}: `{key}` has the unknown field `{unknown[0]}`")
        values = {("except_phrases" if name == "except" else name): value for name, value in entry.items() if value is not None}
        values.setdefault("kind", data.get("kind", "technology"))
        values.setdefault("source", data.get("source") or "")
        try:
            skills.append((line, Skill(id=str(key), area=area.name, **values)))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise OntologyError(f"{path}:{entry.lines.get(first['loc'][0], line)}: `{key}`, {field}: {first['msg']}") from error
    return area, skills


def read_ontology(paths: Sequence[Path]) -> Ontology:
    """Read and merge area files.

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


def _fingerprint(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256(b"ontology-2")
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def load_ontology(overlays: Sequence[Path] = ()) -> Ontology:
    """Return the project's ontology with overlays merged in.

    Parsing the YAML takes longer than a command may; the result is kept in the user's cache folder under a
    fingerprint of the files' contents, and read anew when it is missing or damaged.

    Raises:
        OntologyError: A file is at fault.
    """
    return _load(tuple(overlays))


@cache
def _load(overlays: tuple[Path, ...]) -> Ontology:
    paths = [*sorted(SKILLS.glob("*.yaml")), *overlays]
    for path in overlays:
        if not path.is_file():
            raise OntologyError(f"{path}: no such overlay file")
    cached = Path(platformdirs.user_cache_dir("skillgraph")) / f"ontology-{_fingerprint(paths)}.json"
    try:
        return _ADAPTER.validate_json(cached.read_bytes())
    except (OSError, ValidationError):
        ontology = read_ontology(paths)
    _keep(cached, _ADAPTER.dump_json(ontology))
    return ontology


def _keep(path: Path, data: bytes) -> None:
    """Write a cache file whole or not at all; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in path.parent.glob("ontology-*.json"):
            old.unlink(missing_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        return
