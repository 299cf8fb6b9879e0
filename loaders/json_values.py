"""JSON text as values that know where they stand.

In: text that `json.loads` accepts. Out: each scalar with its path and its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

_SPACE = re.compile(r"[ \t\n\r]*")
_BARE = re.compile(r"[^\s,\]}]+")
Step = str | int


class Value(NamedTuple):
    """A scalar: its path, its text, where its characters start and end in the JSON text, and whether it is a string."""

    path: tuple[Step, ...]
    text: str
    start: int
    end: int
    quoted: bool


def scalars(text: str) -> Iterator[Value]:
    """Yield every string, number and literal of a valid JSON text in the order of the text."""
    path: list[Step] = []
    position = _skip(text, 0)
    while True:
        char = text[position]
        if char in "{[":
            position = _skip(text, position + 1)
            if text[position] not in "}]":
                path.append(0 if char == "[" else "")
                if char == "{":
                    position = _key(text, position, path)
                continue
            position += 1
        else:
            value = _scalar(text, position, tuple(path))
            yield value
            position = value.end + value.quoted
        position = _skip(text, position)
        while path and text[position] in "}]":
            path.pop()
            position = _skip(text, position + 1)
        if not path:
            return
        position = _skip(text, position + 1)
        last = path[-1]
        if isinstance(last, int):
            path[-1] = last + 1
        else:
            position = _key(text, position, path)


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _key(text: str, position: int, path: list[Step]) -> int:
    key, end = scanstring(text, position + 1, False)
    path[-1] = key
    return _skip(text, _skip(text, end) + 1)


def _scalar(text: str, position: int, path: tuple[Step, ...]) -> Value:
    if text[position] == '"':
        value, end = scanstring(text, position + 1, False)
        return Value(path, value, position + 1, end - 1, True)
    match = _BARE.match(text, position)
    bare = match.group() if match else ""
    return Value(path, bare, position, position + len(bare), False)
