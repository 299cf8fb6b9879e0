"""The HTML file around the data: template, style, script, and a policy that allows nothing else.

In: the data as JSON, the title. Out: the file's text.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cache
from pathlib import Path

from skillgraph.errors import ExportError
from skillgraph.model import Frozen

_ROOM = Path(__file__).parent
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_SLOT = re.compile(r"\{\{(\w+)\}\}")


class _Parts(Frozen):
    """The files that every page consists of."""

    template: str
    style: str
    script: str


def document(data: str, title: str, *, live: bool = False) -> str:
    """Return the page's text.

    Args:
        data: JSON without any `<`.
        title: any text.
        live: the script may ask the server that the page came from.

    Raises:
        ExportError: A file of the page is missing or could end its element.
    """
    parts = _parts()
    heading = html.escape(_CONTROL.sub(" ", title)).strip() or "Skill graph"
    values = {"title": heading, "policy": html.escape(policy(live=live)), "style": parts.style, "data": data, "script": parts.script}
    return _SLOT.sub(lambda slot: values[slot[1]], parts.template)


@cache
def policy(*, live: bool = False) -> str:
    """Return the Content-Security-Policy of the page: its own script and style, and a live one's own server, nothing else.

    Raises:
        ExportError: A file of the page is missing or could end its element.
    """
    parts = _parts()
    rules = (
        "default-src 'none'",
        f"script-src '{_digest(parts.script)}'",
        f"style-src '{_digest(parts.style)}'",
        "img-src data:",
        "connect-src 'self'" if live else "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(rules)


@cache
def _parts() -> _Parts:
    style = _read("style.css")
    # One element, so that one hash allows both the libraries and the page's own script.
    script = _read("vendor/libraries.min.js") + "\n" + _read("vendor/app.js")
    for name, text in (("style.css", style), ("vendor", script)):
        if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
            raise ExportError(f"exporters/page/{name} would end its element in the page; run exporters/page/build.sh again")
    return _Parts(template=_read("template.html"), style=style, script=script)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _read(name: str) -> str:
    try:
        return (_ROOM / name).read_text(encoding="utf-8")
    except OSError as error:
        raise ExportError(f"exporters/page/{name} cannot be read: {error.strerror}; install skillgraph again") from error
