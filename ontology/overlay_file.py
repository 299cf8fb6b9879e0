"""Write entries into an overlay file: what stands there stays, comments too, and the file is whole at every moment."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import yaml

from skillgraph.errors import OntologyError
from skillgraph.ontology.entry import NewSkill
from skillgraph.ontology.files import parse_area_file, read_text
from skillgraph.ontology.overlay import merge
from skillgraph.ontology.skill import Area, Ontology

_PLAIN = re.compile(r"[A-Za-z][\w./+-]*(?: [\w./+-]+)*")
_LISTS = ("alt", "broader", "implies", "part_of", "alternative", "related", "case", "context", "asked")
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def accept(path: Path, skills: Sequence[NewSkill], *, base: Ontology) -> None:
    """Add entries to an overlay file; make it where it is missing.

    Args:
        path: The overlay file.
        skills: What to add.
        base: The ontology without this file, which the result must fit.

    Raises:
        OntologyError: An entry clashes with what is known; the file stays as it was.
    """
    text = read_text(path) if path.exists() else overlay_text(Area(name=path.stem, title=f"Skills of {path.stem}"), ())
    added = inserted(text, skills, path)
    problems = merge(base, [parse_area_file(added, path)]).problems
    if problems:
        raise OntologyError(problems[0])
    write_whole(path, added)


def write_overlay(path: Path, area: Area, skills: Sequence[NewSkill], *, base: Ontology) -> None:
    """Write a new overlay file, once it is known to fit the ontology.

    Raises:
        OntologyError: An entry clashes with what is known, or the file cannot be written; there is no file then.
    """
    text = overlay_text(area, skills)
    problems = merge(base, [parse_area_file(text, path)]).problems
    if problems:
        raise OntologyError(problems[0])
    write_whole(path, text)


def overlay_text(area: Area, skills: Sequence[NewSkill]) -> str:
    """Return the text of a new overlay file."""
    head = [("area", area.name), ("title", area.title), ("source", area.source), ("licence", area.licence)]
    lines = [f"{name}: {_scalar(value)}" for name, value in head if value]
    return "\n".join([*lines, "skills:" if skills else "skills: {}", *map(entry_text, skills)]) + "\n"


def entry_text(skill: NewSkill, indent: str = "  ") -> str:
    """Return one entry as YAML."""
    fields = [("label", _scalar(skill.label)), ("kind", skill.kind or "")] if skill.label else []
    fields += [(name, f"[{', '.join(map(_scalar, values))}]") for name in _LISTS if (values := getattr(skill, name))]
    fields += [(name, _scalar(value)) for name in ("note", "source") if (value := getattr(skill, name))]
    fields += [] if skill.text else [("text", "false")]
    return "\n".join([f"{indent}{_scalar(skill.id)}:", *(f"{indent}  {name}: {value}" for name, value in fields if value)])


def inserted(text: str, skills: Sequence[NewSkill], path: Path) -> str:
    """Return the text of an overlay with entries added at the end of its `skills`.

    Raises:
        OntologyError: The text is no overlay, or its entries are written in braces.
    """
    parse_area_file(text, path)
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    # `parse_area_file` has seen that it is a mapping with `skills`.
    node = next(value for key, value in cast(yaml.MappingNode, root).value if key.value == "skills")
    if not node.value:
        # `skills: {}`; the braces make way for entries on lines of their own.
        head, tail = text[: node.start_mark.index].rstrip(" "), text[node.end_mark.index :]
        return f"{head}\n" + "\n".join(map(entry_text, skills)) + (tail if tail.startswith("\n") else f"\n{tail}")
    if node.flow_style:
        raise OntologyError(f"{path}:{node.start_mark.line + 1}: `skills` is written in braces; give each entry a line of its own")
    last = node.value[-1][1].end_mark
    lines = text.split("\n")
    # A block ends where the next one starts: what lies between, empty lines and comments, stays behind the new entries.
    at = last.line if last.column == 0 else last.line + 1
    while at > 0 and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    indent = " " * node.value[0][0].start_mark.column
    return "\n".join([*lines[:at], *(entry_text(skill, indent) for skill in skills), *lines[at:]]).rstrip("\n") + "\n"


def write_whole(path: Path, text: str) -> None:
    """Write a text file whole or not at all.

    Raises:
        OntologyError: The folder or file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OntologyError(f"{path}: cannot be written: {error.strerror}") from error


def _scalar(value: str) -> str:
    """Return a word as a YAML scalar; JSON strings are YAML strings once nothing unprintable stands in them."""
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(value, ensure_ascii=False))
