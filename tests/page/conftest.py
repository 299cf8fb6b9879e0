"""A page in a real Chromium that tells of every error and request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from skillgraph.exporters.page import Answer, render
from skillgraph.model import PropertyGraph

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Open = Callable[..., "Page"]


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a graph's page; at the end no page may have erred or asked for anything."""
    told: list[str] = []
    contexts: list[BrowserContext] = []

    def opened(graph: PropertyGraph, view: str = "", *, answers: Sequence[Answer] = (), title: str = "Team", **options: Any) -> Page:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(render(graph, answers=answers, title=title), encoding="utf-8")
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.append(request.url) if request.url not in (path.as_uri(), "data:,") else None)
        page.goto(f"{path.as_uri()}{view}")
        page.wait_for_selector("body[data-state=ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert told == []
