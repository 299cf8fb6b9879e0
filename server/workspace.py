"""The graph as it is now: opened again when its record has changed, and asked by one request at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from skillgraph.graph.store import GraphStore
from skillgraph.model import PropertyGraph
from skillgraph.ontology import Ontology


class Workspace:
    """One workspace's graph behind a lock, for no store promises to be asked from two threads at once."""

    def __init__(self, opened: Callable[[], GraphStore], state: Callable[[], str | None], ontology: Ontology) -> None:
        """Keep how to open the graph; nothing is opened yet.

        Args:
            opened: opens the store.
            state: names the state of what the store must hold; None where it cannot be known.
            ontology: what questions are understood by.
        """
        self.ontology = ontology
        self._opened, self._state_now = opened, state
        self._lock = Lock()
        self._store: GraphStore | None = None
        self._state: str | None = None
        self._made: dict[str, bytes] = {}

    @contextmanager
    def store(self) -> Iterator[GraphStore]:
        """Provide the store, up to date.

        Raises:
            StoreError: It cannot be opened.
        """
        with self._lock:
            yield self._current()

    def kept(self, name: str, make: Callable[[PropertyGraph], bytes]) -> bytes:
        """Return what is made of the whole graph; made once for each state of it."""
        with self._lock:
            store = self._current()
            if self._state is None:
                return make(store.read())
            if name not in self._made:
                self._made[name] = make(store.read())
            return self._made[name]

    def close(self) -> None:
        """Give the store back."""
        with self._lock:
            self._let_go()

    def _current(self) -> GraphStore:
        state = self._state_now()
        if self._store is None or state != self._state:
            self._let_go()
            self._store, self._state = self._opened(), state
        return self._store

    def _let_go(self) -> None:
        self._made.clear()
        if self._store is not None:
            self._store.close()
            self._store = None
