"""JSON Resume written as YAML.

In: cleaned text. Out: a draft for each value, whose field is the value's path.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from skillgraph.errors import LoadError
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, Piece
from skillgraph.loaders.json_resume import check_sections, drafts
from skillgraph.loaders.json_values import Step, Value

_LIMIT = 200_000
_REACH = 256


def read_yaml_resume(text: str) -> Iterator[Draft]:
    """Yield a draft for each line of each value of a JSON Resume in YAML.

    Raises:
        LoadError: The text is not YAML, or not a résumé.
    """
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise LoadError(f"it is not valid YAML: {getattr(error, 'problem', None) or error}{where}") from None
    except (RecursionError, ValueError):
        raise LoadError("its YAML is nested too deeply") from None
    check_sections(_outline(root))
    return drafts(_values(root), lambda value: _align(value, text))


def _outline(root: yaml.Node | None) -> dict[str, object] | None:
    if not isinstance(root, yaml.MappingNode):
        return None
    empty: dict[type[yaml.Node], object] = {yaml.MappingNode: {}, yaml.SequenceNode: []}
    return {str(key.value): empty.get(type(value)) for key, value in root.value}


def _values(root: yaml.Node | None) -> Iterator[Value]:
    """Yield the scalars below a node in the order of the text."""
    waiting: list[tuple[tuple[Step, ...], yaml.Node | None]] = [((), root)]
    count = 0
    while waiting:
        path, node = waiting.pop()
        count += 1
        if count > _LIMIT or len(path) > 100:
            raise LoadError("its YAML has too many values; does it refer to itself?")
        if isinstance(node, yaml.ScalarNode):
            quoted = node.style is not None
            yield Value(path, node.value, node.start_mark.index, node.end_mark.index, quoted)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(((*path, index), item) for index, item in reversed(list(enumerate(node.value))))
        elif isinstance(node, yaml.MappingNode):
            waiting.extend(((*path, str(key.value)), item) for key, item in reversed(node.value))


def _align(value: Value, text: str) -> list[Piece]:
    """Return the pieces of a value: its words where they stand in the text, line breaks and escapes put in."""
    position = value.start
    pieces: list[Piece] = []
    for word in _words(value.text):
        found = text.find(word, position, min(value.end, position + len(word) + _REACH))
        if word.isspace() or found < 0:
            pieces.append(Piece(word, INSERTED))
        else:
            pieces.append(Piece(word, found))
            position = found + len(word)
    return pieces


def _words(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        for count, word in enumerate(line.split(" ")):
            if count:
                yield " "
            if word:
                yield word
