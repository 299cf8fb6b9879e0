"""Reading a Cypher statement's tokens without being misled by what stands in strings, names and comments."""

from __future__ import annotations

import re
from itertools import pairwise

from skillgraph.errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<skip>//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:``|[^`])*`|\s+)
    |(?P<parameter>\$\w+)
    |(?P<word>\w+)
    |(?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def words(statement: str) -> list[str]:
    """Return words and marks in order, without strings, quoted names, comments and spaces.

    >>> words("MATCH (n {x: 'LOAD CSV'}) // LOAD")
    ['MATCH', '(', 'n', '{', 'x', ':', '}', ')']
    """
    return [match.group() for match in _TOKEN.finditer(statement) if match.lastgroup != "skip"]


def parameter_names(statement: str) -> frozenset[str]:
    """Return the names of the parameters that a statement uses.

    >>> sorted(parameter_names("RETURN $a, '$b' // $c"))
    ['a']
    """
    return frozenset(match.group()[1:] for match in _TOKEN.finditer(statement) if match.lastgroup == "parameter")


def without_block_comments(statement: str) -> str:
    """Return the statement with a space for each `/* … */`; what looks so in strings stays.

    >>> without_block_comments("RETURN /* one */ '/* two */'")
    "RETURN   '/* two */'"
    """
    return _TOKEN.sub(lambda match: " " if match.group().startswith("/*") else match.group(), statement)


def refuse_file_access(statement: str) -> None:
    """Refuse `LOAD CSV`: both engines let a read-only statement read files with it, and a graph query has no use for that.

    Raises:
        QueryError: The statement would read a file.
    """
    upper = [word.upper() for word in words(statement)]
    if ("LOAD", "CSV") in pairwise(upper):
        raise QueryError("LOAD CSV reads files and is not allowed here: use skillgraph ingest to add documents")


def check_parameters(statement: str, given: frozenset[str]) -> None:
    """Refuse a statement that uses a parameter nobody gave.

    Raises:
        QueryError: A parameter has no value.
    """
    missing = sorted(parameter_names(statement) - given)
    if missing:
        raise QueryError(f"the statement needs a value for {', '.join('$' + name for name in missing)}: pass --param {missing[0]}=VALUE")
