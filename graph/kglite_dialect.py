"""Where the embedded engine's Cypher is narrower than Neo4j's: what can be put right is, and the rest is said plainly.

In: a statement. Out: one that the engine reads alike, or a line that names what it lacks and what to write instead.
"""

from __future__ import annotations

import re

from skillgraph.errors import QueryError
from skillgraph.graph.statement import without_block_comments, words

_SHORTEST = re.compile(r"\b(?:all)?shortestpaths? \( [^)]*?(?:\) [^)]*?)*?\[ [^\]]*\{", re.IGNORECASE)
_LACKS = (
    (r"\bCOLLECT \{", "COLLECT { … }", "write CALL (…) { … RETURN collect(…) AS name }"),
    (r"\bpercentile(?:Cont|Disc) \(", "percentileCont and percentileDisc", "collect the values in order and take the one in the middle"),
    (r"\b(?:ANY|ALL)? ?SHORTEST (?:\d+ )?(?:GROUPS? )?\(", "SHORTEST", "write shortestPath((a)-[*..8]-(b)) or allShortestPaths(…)"),
    (r"[-\])>] (?:\{ \d* ?,? ?\d* \}|[+*]) (?:\(|$|[A-Z])", "repeated patterns such as ->{1,3}", "write -[:TYPE*1..3]->"),
    (r": (?:!|\w+ [&!]|\( ?\w+)", "label expressions with & and !", "write WHERE n:One AND NOT n:Other"),
    (r"[<>] =? ?[\w.]+(?: \. \w+)? [<>]", "comparisons in a row", "write a <= b AND b <= c"),
    (r"\bduration \. between\b", "duration.between", "count months with startMonth and endMonth"),
)


def adapted(statement: str) -> str:
    """Return the statement without what the engine cannot read but does not need.

    Raises:
        QueryError: The engine would read a part and leave it out, without a word.
    """
    if _SHORTEST.search(_plain(statement)):
        raise QueryError(f"{_does_not_know('properties inside shortestPath')}: leave them out, or ask Neo4j")
    return without_block_comments(statement)


def lacking(statement: str) -> str:
    """Return what a statement that the engine refused uses and the engine does not have; empty where that is not known.

    >>> lacking("MATCH (n) WHERE 1 < n.x < 3 RETURN n")
    'the embedded store does not know comparisons in a row, which Neo4j does: write a <= b AND b <= c'
    """
    plain = _plain(statement)
    return next((f"{_does_not_know(what)}: {instead}" for pattern, what, instead in _LACKS if re.search(pattern, plain, re.IGNORECASE)), "")


def _does_not_know(what: str) -> str:
    return f"the embedded store does not know {what}, which Neo4j does"


def _plain(statement: str) -> str:
    return " ".join(words(statement))
