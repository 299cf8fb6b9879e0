"""What goes in and out of the server: a request without its body, which is never read, and a whole response."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import Field

from skillgraph.model import Frozen

JSON, HTML = "application/json; charset=utf-8", "text/html; charset=utf-8"


class Request(Frozen):
    """What a client asks for."""

    method: str
    path: str = Field(description="decoded, without the query")
    query: Mapping[str, tuple[str, ...]] = Field(default_factory=dict, description="values by name")


class Response(Frozen):
    """What is sent back."""

    status: int
    media_type: str
    body: bytes
    headers: Mapping[str, str] = Field(default_factory=dict)


def as_json(value: object, *, status: int = 200) -> Response:
    """Return a value as a JSON response."""
    return Response(
        status=status, media_type=JSON, body=(json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    )


def refusal(status: int, reason: str, **headers: str) -> Response:
    """Return an error in the form of the API: `{"error": "…"}`."""
    return as_json({"error": reason}, status=status).model_copy(update={"headers": headers})
