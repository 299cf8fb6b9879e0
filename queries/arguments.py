"""From what a user gave to a query's parameters with values of the declared types."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any

from skillgraph.errors import QueryError
from skillgraph.queries.declaration import Parameter, ParameterType, Query

LISTS = frozenset({"strings", "people", "skills"})


def completed(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for every parameter of the query, in its type.

    Raises:
        QueryError: A parameter is unknown, missing or of the wrong type.
    """
    for name in given:
        if name not in query.by_name:
            raise QueryError(f"query {query.name} has no parameter {name!r}: {_hint(name, query)}")
    return {parameter.name: _value(query, parameter, given) for parameter in query.parameters}


def _hint(name: str, query: Query) -> str:
    near = get_close_matches(name, query.by_name, n=3, cutoff=0.5)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"it has {', '.join(query.by_name)}" if query.by_name else "it has none"


def _value(query: Query, parameter: Parameter, given: Mapping[str, Any]) -> Any:
    value = given.get(parameter.name)
    if value is None:
        if parameter.required:
            raise QueryError(f"query {query.name} needs {parameter.name} ({parameter.meaning})")
        return parameter.default
    try:
        return _READERS[parameter.type](value)
    except ValueError as error:
        raise QueryError(f"query {query.name}: {parameter.name} must be {_ARTICLES[parameter.type]}, not {value!r}") from error


def text(value: Any) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()


def whole(value: Any) -> int:
    """Return a whole number, also from its text."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(value)
    number = int(value)
    if not -(2**63) <= number < 2**63:
        raise ValueError(value)
    return number


def number(value: Any) -> float:
    """Return a finite number, also from its text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str) or not math.isfinite(float(value)):
        raise ValueError(value)
    return float(value)


def truth(value: Any) -> bool:
    """Return a truth value, also from `true` and `false`."""
    found = {"true": True, "false": False}.get(str(value).lower())
    if found is None:
        raise ValueError(value)
    return found


def list_of_text(value: Any) -> list[str]:
    """Return a list of texts; one text is split at commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise ValueError(value)
    return list(dict.fromkeys(text(part) for part in parts))


_READERS: dict[ParameterType, Callable[[Any], Any]] = {
    "string": text,
    "strings": list_of_text,
    "integer": whole,
    "float": number,
    "boolean": truth,
    "person": text,
    "people": list_of_text,
    "skill": text,
    "skills": list_of_text,
    "company": text,
}
_ARTICLES = {
    "string": "a text",
    "strings": "a list of texts",
    "integer": "a whole number",
    "float": "a number",
    "boolean": "true or false",
    "person": "the name or id of a person",
    "people": "a list of people",
    "skill": "the name or id of a skill",
    "skills": "a list of skills",
    "company": "the name or id of a company",
}
