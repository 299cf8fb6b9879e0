"""Read area files, the project's own and users' overlays: YAML into entries that know where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml
from pydantic import ValidationError

from skillgraph.errors import OntologyError
from skillgraph.ontology.skill import Area, Skill

SKILLS = Path(__file__).parent / "skills"
_FIELDS = frozenset({"label", "alt", "kind", "broader", "implies", "part_of", "alternative", "related", "note", "asked",
                     "case", "context", "except", "forms", "text", "source"})  # fmt: skip
_AREA_FIELDS = frozenset({"area", "title", "kind", "source", "licence", "skills"})


class Located(dict[Any, Any]):
    """A YAML mapping that knows the line of each of its keys."""

    lines: dict[Any, int]


class Entry(NamedTuple):
    """One entry of an area file as it is written, with the names of `Skill`'s fields; nothing is checked yet."""

    path: Path
    line: int
    id: str
    values: dict[str, Any]
    lines: dict[str, int]

    def place(self, field: str = "") -> str:
        """Return file and line of a field, or of the entry."""
        return f"{self.path}:{self.lines.get(field, self.line)}"


class AreaFile(NamedTuple):
    """One file: its area, what holds for every entry that does not say otherwise, and the entries."""

    area: Area
    kind: str
    entries: tuple[Entry, ...]

    def skill(self, entry: Entry) -> Skill:
        """Return the skill that a whole entry describes.

        Raises:
            OntologyError: Names file, line and reason.
        """
        values = {"kind": self.kind, "source": self.area.source, **entry.values}
        try:
            return Skill(id=entry.id, area=self.area.name, **values)
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(map(str, first["loc"]))
            raise OntologyError(f"{entry.place(str(first['loc'][0]))}: `{entry.id}`, {field}: {first['msg']}") from error


class _Loader(yaml.CSafeLoader):
    """The safe loader, with line numbers and an error for a key that stands twice."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Located:
    found = Located()
    found.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        try:
            twice = key in found
        except TypeError as error:
            raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark) from error
        if twice:
            raise yaml.constructor.ConstructorError(None, None, f"`{key}` stands twice", key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
        found.lines[key] = key_node.start_mark.line + 1
    return found


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def parse_yaml(text: str, path: Path) -> Located:
    """Return the mapping that a YAML text is.

    Args:
        text: The contents of a file.
        path: Its name, for messages.

    Raises:
        OntologyError: It is no YAML, or its top level is no mapping.
    """
    try:
        # The loader derives from CSafeLoader: no object but plain data can come out of it.
        data = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{mark.line + 1}: " if mark else " "
        raise OntologyError(f"{path}:{line}{getattr(error, 'problem', None) or 'is no YAML'}") from error
    except RecursionError as error:
        raise OntologyError(f"{path}: is nested too deeply") from error
    if not isinstance(data, Located):
        raise OntologyError(f"{path}: the top level must be a mapping")
    return data


def read_text(path: Path) -> str:
    """Return the contents of a text file.

    Raises:
        OntologyError: It is missing or no UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path}: is not UTF-8") from error


def read_area_file(path: Path) -> AreaFile:
    """Read one area file or overlay.

    Raises:
        OntologyError: Names file, line and reason.
    """
    return parse_area_file(read_text(path), path)


def parse_area_file(text: str, path: Path) -> AreaFile:
    """Return the area file that a text is.

    Raises:
        OntologyError: Names file, line and reason.
    """
    data = parse_yaml(text, path)
    if unknown := sorted(str(key) for key in data if key not in _AREA_FIELDS):
        line = next(line for key, line in data.lines.items() if str(key) == unknown[0])
        raise OntologyError(f"{path}:{line}: unknown field `{unknown[0]}`")
    found = data.get("skills")
    if not isinstance(found, Located):
        raise OntologyError(f"{path}: `skills` must be a mapping of ids to entries")
    area = Area(
        name=str(data.get("area") or path.stem), title=str(data.get("title") or data.get("area") or path.stem),
        source=str(data.get("source") or ""), licence=str(data.get("licence") or ""),
    )  # fmt: skip
    entries = tuple(_entry(path, found.lines[key], key, fields) for key, fields in found.items())
    return AreaFile(area, str(data.get("kind") or "technology"), entries)


def _entry(path: Path, line: int, key: object, fields: object) -> Entry:
    if not isinstance(fields, Located):
        raise OntologyError(f"{path}:{line}: `{key}` must be a mapping")
    for name, at in fields.lines.items():
        if name not in _FIELDS:
            raise OntologyError(f"{path}:{at}: `{key}` has the unknown field `{name}`")
    renamed = {name: "except_phrases" if name == "except" else name for name in fields}
    values = {renamed[name]: value for name, value in fields.items() if value is not None}
    return Entry(path, line, str(key), values, {renamed[name]: at for name, at in fields.lines.items()})


def read_area(path: Path) -> tuple[Area, list[tuple[int, Skill]]]:
    """Read one file whose entries are all whole.

    Returns:
        The area, and each skill with the line it starts on.

    Raises:
        OntologyError: Names file, line and reason.
    """
    file = read_area_file(path)
    return file.area, [(entry.line, file.skill(entry)) for entry in file.entries]
