"""Which part answers a request, and what every response carries.

In: a request and the workspace. Out: a response. A fault of the request is 400 or 404, one of the workspace 503.
"""

from __future__ import annotations

from collections.abc import Mapping

from skillgraph.errors import NotFound, QueryError, SkillgraphError
from skillgraph.exporters.page import policy, render
from skillgraph.exporters.text import clean_graph
from skillgraph.model import PropertyGraph
from skillgraph.server import api
from skillgraph.server.message import HTML, Request, Response, refusal
from skillgraph.server.workspace import Workspace

METHODS = ("GET", "HEAD")
_NO_SCRIPT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def handle(workspace: Workspace, request: Request) -> Response:
    """Answer a request; whatever goes wrong becomes a response too."""
    if request.method not in METHODS:
        return refusal(405, "this server only reads: GET and HEAD", Allow=", ".join(METHODS))
    try:
        return _routed(workspace, request)
    except NotFound as error:
        return refusal(404, str(error))
    except QueryError as error:
        return refusal(400, str(error))
    except SkillgraphError as error:
        return refusal(503, str(error))
    except Exception as error:
        # What is wrong stays here: a message may hold names.
        return refusal(500, f"this is a bug in skillgraph: {type(error).__name__}")


def headers_of(response: Response) -> dict[str, str]:
    """Return everything that stands above a response's body."""
    own = {"Content-Security-Policy": _NO_SCRIPT, "Content-Type": response.media_type, "Content-Length": str(len(response.body))}
    return {**_ALWAYS, **own, **response.headers}


def _routed(workspace: Workspace, request: Request) -> Response:
    if request.path == "/":
        return _page(workspace)
    if request.path == "/api" or request.path.startswith("/api/"):
        return api.respond(workspace, request)
    raise NotFound("there is nothing here; / is the page, /api lists what may be asked")


def _page(workspace: Workspace) -> Response:
    rules = f"{policy(live=True)}; frame-ancestors 'none'"
    return Response(status=200, media_type=HTML, body=workspace.kept("page", _rendered), headers={"Content-Security-Policy": rules})


def _rendered(graph: PropertyGraph) -> bytes:
    return render(clean_graph(graph), live=True).encode()
