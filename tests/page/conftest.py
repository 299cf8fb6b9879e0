"""A real Chromium that opens pages and tells of every error and request."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from skillgraph.exporters.page import Answer, render
from skillgraph.model import PropertyGraph
from tests.conftest import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Chromium of the system, or that of SKILLGRAPH_TEST_CHROMIUM."""
    executable = (
        os.environ.get("SKILLGRAPH_TEST_CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing(pytestconfig, "no playwright: pip install 'skillgraph[test]'")
    if executable is None:
        missing(pytestconfig, "no Chromium: install it (apt-get install chromium), or name one in SKILLGRAPH_TEST_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


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
