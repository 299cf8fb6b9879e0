"""What a query file declares in its leading comments.

In: the text of a .cypher file. Out: a `Query`. The declaration is one `// word …` line each:

    // title: Experts in a skill
    // purpose: Who knows a skill, those who showed it in work first.
    // topic: skills
    // param skill: skill -- A skill's id, name or other name
    // param limit: integer = 25 -- Rows at most
    // column person: string -- Name

A parameter without `= DEFAULT` must be given. The default is JSON; `null` means that the condition is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Literal, cast, get_args

from pydantic import Field

from skillgraph.errors import QueryError
from skillgraph.graph.statement import parameter_names
from skillgraph.model import Frozen

ParameterType = Literal["string", "strings", "integer", "float", "boolean", "person", "people", "skill", "skills", "company"]
TYPES: tuple[str, ...] = get_args(ParameterType)

_LINE = re.compile(r"//\s*(?P<word>title|purpose|topic|param|column)\b(?P<rest>.*)")
_PARAMETER = re.compile(r"\s+(?P<name>[a-z]\w*): (?P<type>\w+)(?: = (?P<default>.+?))? -- (?P<meaning>.+)")
_COLUMN = re.compile(r"\s+(?P<name>[a-z]\w*): (?P<type>\w+) -- (?P<meaning>.+)")


class Parameter(Frozen):
    """A value that the user of a query gives."""

    name: str
    type: ParameterType = Field(
        description="`person`, `skill` and `company` are strings: an id, a name or another name; `people` and `skills` are lists of them"
    )
    required: bool
    default: Any = None
    meaning: str


class Column(Frozen):
    """A column of the answer."""

    name: str
    type: str
    meaning: str


class Query(Frozen):
    """A canned read."""

    name: str = Field(description="the file's name without its ending")
    title: str
    purpose: str
    topic: str = Field(description="folder in the Neo4j Browser and section in the docs")
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    statement: str = Field(description="Cypher without the declaration")
    graph: str = Field("", description="Cypher that returns paths instead of rows, where a picture helps")

    @property
    def by_name(self) -> dict[str, Parameter]:
        """Parameter by name."""
        return {parameter.name: parameter for parameter in self.parameters}


def parse_query(name: str, text: str, *, graph: str = "") -> Query:
    """Return the query of a file.

    Args:
        name: the file's name without its ending.
        text: the file's text.
        graph: text of the file with the variant that returns paths; its own comments are dropped.

    Raises:
        QueryError: The declaration is incomplete, or names other parameters than the statement uses.
    """
    head, statement = _split(text)
    found: dict[str, list[str]] = {word: [] for word in ("title", "purpose", "topic", "param", "column")}
    for word, rest in _declared(head):
        found[word].append(rest)
    for word in ("title", "purpose", "topic"):
        if len(found[word]) != 1:
            raise QueryError(f"query {name}: declare `// {word}: …` once")
    query = Query(
        name=name,
        title=found["title"][0].removeprefix(":").strip(),
        purpose=found["purpose"][0].removeprefix(":").strip(),
        topic=found["topic"][0].removeprefix(":").strip(),
        parameters=tuple(_parameter(name, rest) for rest in found["param"]),
        columns=tuple(Column(**_matched(name, "column", _COLUMN, rest)) for rest in found["column"]),
        statement=statement,
        graph=_split(graph)[1],
    )
    _check(query)
    return query


def _split(text: str) -> tuple[list[str], str]:
    lines = text.strip().splitlines()
    body = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return lines[:body], "\n".join(lines[body:]).strip()


def _declared(head: list[str]) -> Iterator[tuple[str, str]]:
    for line in head:
        match = _LINE.fullmatch(line)
        if match:
            yield match["word"], match["rest"]


def _matched(name: str, word: str, pattern: re.Pattern[str], rest: str) -> dict[str, Any]:
    match = pattern.fullmatch(rest)
    if not match:
        raise QueryError(f"query {name}: `// {word}{rest}` is not `// {word} NAME: TYPE -- MEANING`")
    return match.groupdict()


def _parameter(name: str, rest: str) -> Parameter:
    fields = _matched(name, "param", _PARAMETER, rest)
    if fields["type"] not in TYPES:
        raise QueryError(f"query {name}: parameter {fields['name']} has the unknown type {fields['type']}; known: {', '.join(TYPES)}")
    kind = cast(ParameterType, fields["type"])
    default = fields["default"]
    try:
        value = None if default is None else json.loads(default)
    except json.JSONDecodeError as error:
        raise QueryError(f"query {name}: the default of {fields['name']} is not JSON: {default}") from error
    return Parameter(name=fields["name"], type=kind, required=default is None, default=value, meaning=fields["meaning"])


def _check(query: Query) -> None:
    declared = set(query.by_name)
    used = parameter_names(query.statement)
    if declared != used:
        raise QueryError(f"query {query.name}: declared and used parameters differ: {', '.join(sorted(declared ^ used))}")
    if query.graph and not parameter_names(query.graph) <= declared:
        raise QueryError(f"query {query.name}: its graph variant uses undeclared parameters")
    if not query.columns:
        raise QueryError(f"query {query.name}: declare `// column …` for each result column")
