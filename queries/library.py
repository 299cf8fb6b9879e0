"""The canned queries: found, completed with values, and run.

In: a store, a query's name and the user's values. Out: rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from skillgraph.errors import QueryError
from skillgraph.graph.rows import Rows
from skillgraph.graph.store import TIMEOUT, GraphStore
from skillgraph.queries.arguments import completed
from skillgraph.queries.declaration import Column, Parameter, Query, parse_query
from skillgraph.queries.names import resolved

__all__ = ["FOLDER", "Column", "Parameter", "Query", "find_query", "load_queries", "run_query"]

FOLDER = Path(__file__).parent


@cache
def load_queries(folder: Path = FOLDER) -> Mapping[str, Query]:
    """Return all queries by name, sorted.

    Raises:
        QueryError: A file's declaration is at fault.
    """
    files = sorted(path for path in folder.glob("*.cypher") if not path.name.endswith(".graph.cypher"))
    return {path.stem: _load(path) for path in files}


def _load(path: Path) -> Query:
    drawn = path.with_suffix(".graph.cypher")
    graph = drawn.read_text(encoding="utf-8") if drawn.exists() else ""
    return parse_query(path.stem, path.read_text(encoding="utf-8"), graph=graph)


def find_query(name: str) -> Query:
    """Return the query of that name.

    Raises:
        QueryError: There is none; the message proposes the nearest.
    """
    queries = load_queries()
    if name in queries:
        return queries[name]
    near = get_close_matches(name, queries, n=3, cutoff=0.6)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(queries)}"
    raise QueryError(f"unknown query {name!r}: {hint}")


def run_query(store: GraphStore, name: str, parameters: Mapping[str, Any], *, graph: bool = False, timeout: float = TIMEOUT) -> Rows:
    """Run a canned query.

    Args:
        store: where to ask.
        name: the query's name.
        parameters: values by parameter; text is read as the parameter's type; names of people, skills and companies may be
            ids, names or other names in any capitalisation.
        graph: return paths instead of rows.
        timeout: seconds.

    Raises:
        QueryError: Unknown query or parameter, a missing or wrong value.
        NotFound: A person, skill or company is not in the store.
    """
    query = find_query(name)
    if graph and not query.graph:
        raise QueryError(f"query {name} has no graph variant; those that have one: {', '.join(drawn_queries())}")
    values = resolved(store, query, completed(query, parameters), timeout=timeout)
    return store.run(query.graph if graph else query.statement, values, timeout=timeout)


def drawn_queries() -> tuple[str, ...]:
    """Return the names of the queries with a graph variant."""
    return tuple(name for name, query in load_queries().items() if query.graph)
