"""The embedded store: one kglite file, rebuilt whole when the graph changes; reads go through the engine's own read-only guard."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from skillgraph.errors import QueryError, StoreError
from skillgraph.graph.difference import Changes, collector_paused, difference, with_ids
from skillgraph.graph.kglite_build import build_graph, first_line
from skillgraph.graph.kglite_dialect import adapted, lacking
from skillgraph.graph.kglite_values import node_from, plain_cell, relationship_ends
from skillgraph.graph.rows import Rows, make_relationship
from skillgraph.graph.statement import check_parameters, refuse_file_access
from skillgraph.graph.store import TIMEOUT, Progress, Source
from skillgraph.model import PropertyGraph

LAYOUT = 1
"""Raised when this module lays the graph out differently, so that older files are rebuilt."""
_WRONG_PASSES = ("fuse_match_with_aggregate_top_k",)
# This step of the engine's optimizer cuts to LIMIT before it filters: `WITH s, count(p) AS c WHERE c < 3 RETURN c ORDER BY c DESC LIMIT 1`
# would give nothing where the largest count is 3.


class KgliteStore:
    """A graph in this process, kept in a file or in memory only."""

    def __init__(self, path: Path | None, *, source: Source | None = None) -> None:
        """Open the file; build it when `source` is given and the file does not hold exactly that.

        Raises:
            StoreError: There is neither a readable file nor a source to build one from.
        """
        # Unknown names give no rows, as in Neo4j; the engine's remarks about them would go to stderr for the whole process.
        kglite.set_query_warning_policy("silent")
        self._path = path
        self._state = _state_number(source.fingerprint if source else "")
        self._graph = _usable_file(path, self._state if source else None)
        if self._graph is None and path is not None and path.exists() and source is None:
            raise StoreError(f"{path} is not a graph that this version reads: remove it, it is built again from the record")
        if self._graph is None:
            self._replace(source.build() if source else PropertyGraph())

    def write(self, graph: PropertyGraph, *, progress: Progress | None = None) -> Changes:
        """Make the stored graph equal to `graph`; the file is replaced in one step, so an interrupted write changes nothing."""
        new = with_ids(graph)
        changes = difference(self.read(), new).changes
        if changes:
            self._replace(new)
        if progress:
            total = len(new.nodes) + len(new.relationships)
            progress("graph", total, total)
        return changes

    def run(self, statement: str, parameters: Mapping[str, Any], *, timeout: float = TIMEOUT) -> Rows:
        """Run a read-only statement; see `GraphStore.run`."""
        refuse_file_access(statement)
        check_parameters(statement, frozenset(parameters))
        result = self._query(adapted(statement), dict(parameters), timeout=timeout)
        if isinstance(result, str):
            raise QueryError("FORMAT CSV is not allowed in a statement: use --format csv")
        records = result.to_list()
        ids = self._ids_of(set(relationship_ends(records)))
        rows = tuple(tuple(plain_cell(record[column], ids) for column in result.columns) for record in records)
        return Rows.model_construct(columns=tuple(result.columns), rows=rows)

    def read(self) -> PropertyGraph:
        """Return the whole stored graph."""
        with collector_paused():
            return self._read()

    def _read(self) -> PropertyGraph:
        nodes = [node_from(row["n"]) for row in self._query("MATCH (n) RETURN n").to_list()]
        statement = "MATCH (a)-[r]->(b) RETURN a.id AS a, b.id AS b, type(r) AS t, properties(r) AS p"
        links = [make_relationship(row["t"], (row["a"], row["b"]), row["p"]) for row in self._query(statement).to_list()]
        nodes.sort(key=lambda node: node.id)
        links.sort(key=lambda link: link.identity)
        return PropertyGraph.model_construct(nodes=tuple(nodes), relationships=tuple(links))

    def clear(self) -> None:
        """Remove the graph and its file."""
        self._graph = build_graph(PropertyGraph())
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Give the memory back; the file is complete at any time."""
        self._graph = None

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def _replace(self, graph: PropertyGraph) -> None:
        with collector_paused():
            built = build_graph(graph)
        built.set_schema_version(self._state)
        if self._path is not None:
            self._save(built)
        built.read_only(True)
        self._graph = built

    def _save(self, built: kglite.KnowledgeGraph) -> None:
        assert self._path is not None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            built.save(str(self._path))
        except (OSError, ValueError, kglite.KgError) as error:
            raise StoreError(f"{self._path} cannot be written: {first_line(error)}") from error

    def _query(self, statement: str, parameters: dict[str, Any] | None = None, *, timeout: float = 0.0) -> Any:
        if self._graph is None:
            raise StoreError("the store is closed")
        with _plain_errors(statement, timeout):
            return self._graph.cypher(
                statement,
                params=parameters or {},
                timeout_ms=round(timeout * 1000),
                hide_structural_keys=True,
                disabled_passes=list(_WRONG_PASSES),
            )

    def _ids_of(self, numbers: set[int]) -> dict[int, str]:
        """Return the id of each node that the engine numbers so; the engine names the ends of a relationship by number only."""
        if not numbers:
            return {}
        statement = "UNWIND $numbers AS number MATCH (n) WHERE elementId(n) = number RETURN number, n.id AS id"
        found = self._query(statement, {"numbers": sorted(str(number) for number in numbers)}).to_list()
        return {int(row["number"]): row["id"] for row in found}


def _state_number(fingerprint: str) -> int:
    """Return 31 bits of what the file's content depends on; kglite keeps one such number in the file."""
    text = f"{LAYOUT} {version('kglite')} {fingerprint}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") >> 1


def _usable_file(path: Path | None, state: int | None) -> kglite.KnowledgeGraph | None:
    """Return the file's graph, or None when it is missing, damaged, of another kglite format or of another state."""
    if path is None or not path.is_file():
        return None
    try:
        graph = kglite.load(str(path), verify="eager")
        if state is not None and graph.schema_version != state:
            return None
        graph.read_only(True)
    except (kglite.KgError, OSError, ValueError):
        return None
    return graph


@contextmanager
def _plain_errors(statement: str, timeout: float) -> Iterator[None]:
    """Turn the engine's errors into one line of ours."""
    try:
        yield
    except kglite.ReadOnlyError as error:
        raise QueryError("the statement would write: only reading is allowed here") from error
    except kglite.CypherTimeoutError as error:
        raise StoreError(f"the statement ran longer than {timeout:g} s: narrow it, or allow more time with --timeout") from error
    except (kglite.CypherError, kglite.ArgumentError, kglite.SchemaError, kglite.ValidationError) as error:
        raise QueryError(lacking(statement) or first_line(error)) from error
    except (kglite.KgError, TypeError, ValueError, OverflowError) as error:
        raise QueryError(f"the embedded store refuses the statement: {first_line(error)}") from error
