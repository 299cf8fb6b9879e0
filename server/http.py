"""The HTTP server: on this machine only, and for its own address only.

In: a workspace and a port. Out: a server that answers until it is told to stop. A web page elsewhere that makes this
browser ask here is refused by the names in `Host`, `Origin` and `Sec-Fetch-Site`.
"""

from __future__ import annotations

import os
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from skillgraph.errors import SkillgraphError
from skillgraph.server.message import Request, Response, refusal
from skillgraph.server.routes import handle, headers_of
from skillgraph.server.workspace import Workspace

ADDRESS = "127.0.0.1"
_NAMES = (ADDRESS, "localhost")
_FIELDS = 50
_PATIENCE = 30.0


class PageServer(ThreadingHTTPServer):
    """A server of one workspace; each connection has a thread, and none outlives the server."""

    daemon_threads = True
    # On Windows this would let another program listen on the same port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, workspace: Workspace, *, port: int = 0) -> None:
        """Listen, without answering yet.

        Args:
            workspace: what is shown.
            port: 0 takes a free one.

        Raises:
            SkillgraphError: The port is in use or not allowed.
        """
        self.workspace = workspace
        try:
            super().__init__((ADDRESS, port), _Handler)
        except OSError as error:
            raise SkillgraphError(f"port {port} of {ADDRESS} cannot be used: {(error.strerror or str(error)).lower()}") from error
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in _NAMES) | (
            frozenset(_NAMES) if self.server_port == 80 else frozenset()
        )

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that goes away or talks something else is no fault of ours."""

    def refused(self, headers: Message) -> Response | None:
        """Return why a request is not answered at all; None for one that is meant for this server."""
        host, origin = headers.get("Host", ""), headers.get("Origin")
        if host.lower() not in self.hosts:
            return refusal(421, "this server answers to its own address only")
        if origin is not None and origin.lower() not in {f"http://{name}" for name in self.hosts}:
            return refusal(403, "another site may not read from here")
        if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin") and headers.get("Sec-Fetch-Mode") != "navigate":
            return refusal(403, "another site may not read from here")
        return None


class _Handler(BaseHTTPRequestHandler):
    """Turns what comes over the wire into a request, and a response into bytes; every connection carries one."""

    server: PageServer
    timeout = _PATIENCE
    # Whoever talks no HTTP is answered in HTTP all the same.
    default_request_version = "HTTP/1.0"

    def parse_request(self) -> bool:
        """Read line and headers; any method is answered in the same way."""
        if not super().parse_request():
            return False
        self._answer()
        return False

    def _answer(self) -> None:
        response = self.server.refused(self.headers) or self._asked()
        self.send_response(response.status)
        for name, value in headers_of(response).items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)
        self.close_connection = True

    def _asked(self) -> Response:
        if len(self.headers) > _FIELDS:
            return refusal(431, f"a request has at most {_FIELDS} header fields")
        try:
            parts = urlsplit(self.path)
            query = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query), errors="strict", max_num_fields=_FIELDS)
            path = unquote(parts.path, errors="strict")
        except ValueError:
            return refusal(400, "the address cannot be read")
        return handle(
            self.server.workspace, Request(method=self.command, path=path, query={name: tuple(values) for name, values in query.items()})
        )

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is not HTTP in the form of the API, without repeating it."""
        response = refusal(code, "the request cannot be read")
        self.send_response_only(code)
        for name, value in headers_of(response).items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(response.body)
        self.close_connection = True

    def version_string(self) -> str:
        """Name the program, and no version of anything."""
        return "skillgraph"

    def log_message(self, format: str, *args: Any) -> None:
        """Keep no log: addresses hold names and questions."""
