"""A server over a graph, in a thread of the test."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, NamedTuple

from skillgraph.graph.store import GraphStore, open_store
from skillgraph.model import PropertyGraph
from skillgraph.ontology import load_ontology
from skillgraph.server import PageServer, Workspace


class Reply(NamedTuple):
    """What came back over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


def store_of(graph: PropertyGraph) -> GraphStore:
    """Return a store in memory that holds a graph."""
    store = open_store("kglite:")
    store.write(graph)
    return store


@contextmanager
def served(graph: PropertyGraph) -> Iterator[PageServer]:
    """Serve a graph on a free port."""
    workspace = Workspace(lambda: store_of(graph), lambda: "same", load_ontology())
    with PageServer(workspace) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
    workspace.close()


def asked(server: PageServer, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str) -> Reply:
    """Send one request as it is given; `Host` is the server's own unless another one is named."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host="Host" in named, skip_accept_encoding=True)
        for name, value in named.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        response = connection.getresponse()
        return Reply(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    finally:
        connection.close()
