"""Where a property graph is kept and queried: the protocol of all stores, and the choice of one by URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

from skillgraph.errors import StoreError
from skillgraph.graph.difference import Changes
from skillgraph.graph.rows import Rows
from skillgraph.model import Frozen, PropertyGraph

Progress = Callable[[str, int, int], None]
"""Called with what is being written, how many records are done and how many there are."""

EMBEDDED = ("embedded", "kglite")
SERVER = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
TIMEOUT = 30.0


class Source(Frozen):
    """The graph that an embedded store mirrors, built only when the store's file is missing, damaged or of another state."""

    fingerprint: str
    build: Callable[[], PropertyGraph]


class GraphStore(Protocol):
    """A place that keeps one workspace's graph and answers read-only openCypher."""

    def write(self, graph: PropertyGraph, *, progress: Progress | None = None) -> Changes:
        """Make the stored graph equal to `graph`; what is already right is left alone, what is no longer there is removed."""

    def run(self, statement: str, parameters: Mapping[str, Any], *, timeout: float = TIMEOUT) -> Rows:
        """Run a read-only statement.

        Raises:
            QueryError: It would write or read a file, is not Cypher, or lacks a parameter.
            StoreError: It took longer than `timeout` seconds, or the store is gone.
        """

    def read(self) -> PropertyGraph:
        """Return the whole stored graph, equal to what was written."""

    def clear(self) -> None:
        """Remove this workspace's graph."""

    def close(self) -> None:
        """Give back files and connections."""

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def open_store(
    url: str,
    *,
    folder: Path | None = None,
    workspace: str | None = None,
    source: Source | None = None,
    prompt: Callable[[str], str] | None = None,
) -> GraphStore:
    """Open the store that a URL names.

    Args:
        url: `embedded:` (the workspace's own file), `kglite:PATH` (`kglite:` alone is kept in memory), or a Bolt address such
            as `neo4j://USER@HOST:7687?database=NAME&workspace=KEY`.
        folder: the workspace's folder, for `embedded:`.
        workspace: key that keeps the workspaces of one server database apart, unless the URL names one; without either, that
            of a workspace `folder` that was pushed before, or of the only workspace there is.
        source: what the embedded store must hold; ignored by servers, which change on `write` only.
        prompt: asks the user for a password, given the question, when neither environment nor keyring has it.

    Raises:
        StoreError: The URL's scheme is unknown, or the store cannot be opened.
    """
    scheme, _, rest = url.partition(":")
    if scheme in EMBEDDED:
        from skillgraph.graph.kglite_store import KgliteStore

        return KgliteStore(_embedded_path(scheme, rest, folder), source=source)
    if scheme in SERVER:
        from skillgraph.graph.neo4j_connection import parse_address
        from skillgraph.graph.neo4j_store import Neo4jStore
        from skillgraph.graph.workspace_key import known_key

        key = workspace or (known_key(folder) if folder is not None else None)
        return Neo4jStore(parse_address(url, workspace=key), prompt=prompt)
    known = ", ".join(f"{name}:" for name in EMBEDDED) + ", " + ", ".join(f"{name}://" for name in SERVER)
    raise StoreError(f"store URL {_shown(url)!r} has an unknown scheme; known: {known}")


def _embedded_path(scheme: str, rest: str, folder: Path | None) -> Path | None:
    if scheme == "kglite":
        return Path(rest) if rest else None
    if rest:
        raise StoreError(f"'embedded:' takes no path: use 'kglite:{rest}'")
    if folder is None:
        raise StoreError("'embedded:' needs a workspace: name one with --workspace, or use 'kglite:PATH'")
    return folder / "graph.kgl"


def _shown(url: str) -> str:
    """Return the URL without what stands before `@`, for that may be a password."""
    parts = urlsplit(url)
    return url.replace(parts.netloc, parts.netloc.rpartition("@")[2], 1) if "@" in parts.netloc else url.rpartition("@")[2]
