"""What a web page says of its person for machines: JSON-LD and microdata of schema.org, and the microformat h-card.

In: the page's tree. Out: drafts that name their field (`basics.name` …); empty where no name is given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import unescape

from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, Piece, joined, plain
from skillgraph.loaders.html_tree import Node
from skillgraph.loaders.json_resume import json_pieces
from skillgraph.loaders.json_values import Step, Value, scalars

_FIELDS = ("name", "label", "location", "email")
_JSON = {"name": "name", "jobTitle": "label", "addressLocality": "location", "address": "location", "email": "email"}
_CLASSES = {"p-name": "name", "fn": "name", "p-job-title": "label", "p-locality": "location", "locality": "location", "u-email": "email"}
_LONGEST = 200_000
_SHORT = 120


def person(root: Node) -> list[Draft]:
    """Return the drafts for the first person that a page describes for machines."""
    for found in (*_linked_data(root), _properties(root, "itemprop", _JSON, "Person"), _properties(root, "class", _CLASSES, "h-card")):
        if found.get("name"):
            return [Draft([found[field]], field=f"basics.{field}") for field in _FIELDS if found.get(field)]
    return []


def _nodes(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def _linked_data(root: Node) -> Iterator[dict[str, list[Piece]]]:
    for node in _nodes(root):
        if node.name == "script" and "ld+json" in node.attributes.get("type", ""):
            for piece in node.children:
                if isinstance(piece, Piece) and len(piece.text) < _LONGEST:
                    yield _from_json(piece)


def _from_json(piece: Piece) -> dict[str, list[Piece]]:
    try:
        content = json.loads(piece.text)
    except (ValueError, RecursionError):
        return {}
    path = _person_path(content)
    found: dict[str, list[Piece]] = {}
    if path is None:
        return found
    for value in scalars(piece.text):
        rest = value.path[len(path) :]
        if value.path[: len(path)] == path and value.quoted and rest and _names(rest):
            moved = [Piece(text, at + piece.at if at >= 0 else INSERTED) for text, at in json_pieces(piece.text, value)]
            found.setdefault(_JSON[str(rest[-1])], _without_scheme(value, moved))
    return found


def _names(rest: tuple[Step, ...]) -> bool:
    """Tell whether a path below a person names one of the fields of the person, not of an employer or school."""
    return rest[-1] in _JSON and (len(rest) == 1 or (len(rest) == 2 and rest[0] == "address"))


def _without_scheme(value: Value, pieces: list[Piece]) -> list[Piece]:
    if value.text.startswith("mailto:") and pieces:
        text, at = pieces[0]
        return [Piece(text[7:], at + 7 if at >= 0 else INSERTED), *pieces[1:]]
    return pieces


def _person_path(content: object, depth: int = 0) -> tuple[Step, ...] | None:
    """Return the path of the first object of the type Person."""
    items: list[tuple[Step, object]] = []
    if isinstance(content, dict):
        kind = content.get("@type")
        if kind == "Person" or (isinstance(kind, list) and "Person" in kind):
            return ()
        items = [(str(key), value) for key, value in content.items()]
    elif isinstance(content, list):
        items = list(enumerate(content))
    for step, value in items if depth < 20 else ():
        rest = _person_path(value, depth + 1)
        if rest is not None:
            return (step, *rest)
    return None


def _properties(root: Node, attribute: str, names: Mapping[str, str], marker: str) -> dict[str, list[Piece]]:
    """Return the texts of the elements that an attribute names, below the first element that is marked as a person."""
    where = "itemtype" if attribute == "itemprop" else "class"
    start = next((node for node in _nodes(root) if _is_marked(node.attributes.get(where, ""), marker)), None)
    found: dict[str, list[Piece]] = {}
    for node in _nodes(start) if start is not None else ():
        for word in node.attributes.get(attribute, "").split():
            field = names.get(word)
            pieces = _text(node) if field else []
            if field and 0 < len(joined(pieces).strip()) < _SHORT:
                found.setdefault(field, pieces)
    return found


def _is_marked(value: str, marker: str) -> bool:
    return marker in value.split() or value.rstrip("/").endswith(f"schema.org/{marker}")


def _text(node: Node) -> list[Piece]:
    pieces: list[Piece] = []
    for child in node.children:
        if isinstance(child, Node):
            pieces += [*_text(child)] if child.name not in ("script", "style", "svg") else []
        elif "&" in child.text:
            pieces.append(Piece(plain(unescape(child.text)), INSERTED))
        else:
            pieces.append(child)
    return pieces
