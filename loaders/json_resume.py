"""JSON Resume, old and new field names, as JSON or YAML.

In: cleaned text. Out: a draft for each value, whose field is the value's path (`work.0.highlights.2`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from skillgraph.errors import LoadError
from skillgraph.loaders import cues
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, Piece, joined, plain
from skillgraph.loaders.json_values import Step, Value, scalars
from skillgraph.model import BlockKind

SECTIONS = ("basics", "work", "education", "skills", "projects")
_EXPECTED = "it is no JSON Resume: an object with at least one of " + ", ".join(SECTIONS) + " was expected"
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*|.)", re.DOTALL)
_UNREAD = frozenset({"$schema", "meta", "image", "picture"})
_BREAK = re.compile(r"\n")
_LINE = re.compile(rf"[ \t]*(?:[{re.escape(cues.BULLETS)}][ \t]*|[-*+][ \t]+)?")


class _Place(NamedTuple):
    section: tuple[Step, ...]
    item: bool


def read_json_resume(text: str) -> Iterator[Draft]:
    """Yield a draft for each line of each value of a JSON Resume.

    Raises:
        LoadError: The text is not JSON, or not a résumé.
    """
    try:
        content = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise LoadError(f"it is not valid JSON: {error.msg} in line {error.lineno}, column {error.colno}") from None
    except (RecursionError, ValueError):
        raise LoadError("its JSON is nested too deeply, or a number in it is too long") from None
    check_sections(content)
    return drafts(scalars(text), lambda value: json_pieces(text, value))


def check_sections(content: object) -> None:
    """Raise a LoadError unless the content is a mapping with at least one section of a résumé."""
    if not isinstance(content, dict) or not any(isinstance(content.get(name), dict | list) for name in SECTIONS):
        raise LoadError(_EXPECTED)


def drafts(values: Iterator[Value], pieces_of: Callable[[Value], list[Piece]]) -> Iterator[Draft]:
    """Yield the drafts for values in the order of the text."""
    before: tuple[Step, ...] = ()
    for value in values:
        if _is_hidden(value):
            continue
        entry = _entry(value.path)
        gap = entry != before
        before = entry
        for pieces in _lines(pieces_of(value)):
            if not joined(pieces).strip():
                gap = True
                continue
            yield _draft(value, pieces, gap)
            gap = False


def json_pieces(text: str, value: Value) -> list[Piece]:
    """Return the pieces of a JSON value: as they are, but for escapes."""
    pieces: list[Piece] = []
    start = value.start
    if value.quoted:
        for match in _ESCAPE.finditer(text, value.start, value.end):
            pieces.append(Piece(text[start : match.start()], start))
            pieces.append(Piece(plain(json.loads(f'"{match.group()}"')), INSERTED))
            start = match.end()
    pieces.append(Piece(text[start : value.end], start))
    return pieces


def _is_hidden(value: Value) -> bool:
    if _UNREAD.intersection(value.path[:2]) or value.text.startswith("data:"):
        return True
    return not value.quoted and value.text in ("null", "~", "")


def _entry(path: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the part of a path that a reader sees as one entry: a section, or one of a section's list."""
    return path[:2] if len(path) > 1 and isinstance(path[1], int) and len(path) > 2 else path[:1]


def _lines(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line of a value."""
    line: list[Piece] = []
    for text, at in pieces:
        start = 0
        for match in _BREAK.finditer(text):
            line.append(Piece(text[start : match.start()], at + start if at >= 0 else INSERTED))
            yield line
            line, start = [], match.end()
        line.append(Piece(text[start:], at + start if at >= 0 else INSERTED))
    yield line


def _draft(value: Value, pieces: list[Piece], gap: bool) -> Draft:
    marker = _LINE.match(joined(pieces))
    cut = len(marker.group()) if marker else 0
    listed = isinstance(value.path[-1], int) if value.path else False
    bullet = bool(marker and marker.group().strip())
    kind = BlockKind.ITEM if listed or bullet else BlockKind.TEXT
    return Draft([_without(pieces, cut)], kind, field=".".join(map(str, value.path)), gap=gap)


def _without(pieces: list[Piece], count: int) -> list[Piece]:
    """Return the pieces without their first characters."""
    rest: list[Piece] = []
    for text, at in pieces:
        cut = min(count, len(text))
        count -= cut
        if cut < len(text):
            rest.append(Piece(text[cut:], at + cut if at >= 0 else INSERTED))
    return rest
