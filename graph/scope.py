"""One workspace of several in a database: every node pattern with a label is bound to it."""

from __future__ import annotations

import re

from skillgraph.errors import QueryError
from skillgraph.graph.schema import schema

_TOKEN = re.compile(r"""//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|\s+|\$?\w+|.""", re.DOTALL)
_EXPRESSION = frozenset({"WHERE", "AND", "OR", "XOR", "NOT", "RETURN", "WITH", "WHEN", "THEN", "ELSE", "BY", ",", "=", "IN", "AS"})
_LABEL_MARKS = frozenset(":|&!%")
_BOUND = "_workspace: $_workspace"


def scoped(statement: str) -> str:
    """Return the statement with `_workspace: $_workspace` in each node pattern that names a label of the schema.

    A path is one workspace's as soon as one of its nodes is, for no relationship leads from one workspace to another.

    Raises:
        QueryError: No pattern names a label, so the statement would see other workspaces.

    >>> scoped("MATCH (p:Person {id: $id})-[:HELD]->(o) RETURN p")
    'MATCH (p:Person {_workspace: $_workspace, id: $id})-[:HELD]->(o) RETURN p'
    """
    tokens: list[str] = _TOKEN.findall(statement)
    changed = [_insert(tokens, place) for place, token in enumerate(tokens) if token == "("]
    places = [place for place in changed if place is not None]
    if not places and any(token.upper() == "MATCH" for token in tokens):
        raise QueryError(
            "the database holds other workspaces too: name a label in each pattern, or give the workspace its own ?database=NAME"
        )
    for place in sorted(places, reverse=True):
        tokens[place] = _with_binding(tokens[place])
    return "".join(tokens)


def _with_binding(token: str) -> str:
    return f"{{{_BOUND}, " if token == "{" else f" {{{_BOUND}}}{token}"


def _insert(tokens: list[str], place: int) -> int | None:
    """Return the place of the token that the binding belongs into or before, when a labelled node pattern begins at `place`."""
    inside = _solid(tokens, place + 1)
    if inside is not None and re.fullmatch(r"\w+|`.*`", tokens[inside], re.DOTALL):
        inside = _solid(tokens, inside + 1)
    if inside is None or tokens[inside] != ":":
        return None
    labels: set[str] = set()
    while (
        inside is not None
        and (tokens[inside] in _LABEL_MARKS or re.fullmatch(r"\w+|`.*`", tokens[inside]))
        and tokens[inside].upper() != "WHERE"
    ):
        labels.add(tokens[inside].strip("`"))
        inside = _solid(tokens, inside + 1)
    if inside is None or not labels & set(schema().labels) or _is_predicate(tokens, place, inside):
        return None
    return inside


def _is_predicate(tokens: list[str], start: int, end: int) -> bool:
    """Tell whether `(n:Label)` asks for a label, in brackets, instead of being a pattern."""
    before = next((tokens[i].upper() for i in range(start - 1, -1, -1) if not _is_space(tokens[i])), "")
    after = _solid(tokens, end + 1)
    return before in _EXPRESSION - {","} and tokens[end] == ")" and (after is None or tokens[after] not in "-<")


def _solid(tokens: list[str], start: int) -> int | None:
    return next((place for place in range(start, len(tokens)) if not _is_space(tokens[place])), None)


def _is_space(token: str) -> bool:
    return token.isspace() or token.startswith(("//", "/*"))
