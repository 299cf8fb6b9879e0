"""The Neo4j Browser in a real Chromium, used as a person would: connect, drop the kit's files, click a favourite.

By hand: `python -m tests.neo4j.browser WORKSPACE PNG` takes the screenshot of docs/analyst-guide.md with a server of its own.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from skillgraph.cli.browser_kit import examples_of, kit_files
from skillgraph.graph.neo4j_connection import PASSWORD_VARIABLES
from skillgraph.graph.store import open_store
from skillgraph.pipeline import graph_of
from tests.conftest import FLAGS
from tests.neo4j.server import temporary_server

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 90_000
"""Milliseconds; a loaded machine needs some of them."""

_DROP = """([name, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], name));
    const place = document.querySelector('.filedrop');
    for (const kind of ['dragenter', 'dragover', 'drop'])
        place.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
}"""
_AT_REST = """() => {
    const now = [...document.querySelectorAll('g.node')].map(node => node.getAttribute('transform')).join();
    const before = window.placesBefore;
    window.placesBefore = now;
    return now !== '' && now === before;
}"""


class Login(NamedTuple):
    """Where the Browser is and which server it shall show."""

    browser: str
    bolt: str
    user: str
    password: str


def connect(page: Page, login: Login) -> None:
    """Open the Browser, which asks nothing of any other host, and log in."""
    page.set_default_timeout(PATIENCE)
    page.route(re.compile(r"^https?://(?!127\.0\.0\.1|localhost)"), lambda route: route.abort())
    page.goto(f"{login.browser}?dbms=bolt://{login.user}@{login.bolt}")
    page.get_by_test_id("username").fill(login.user)
    page.get_by_test_id("password").fill(login.password)
    page.get_by_test_id("connect").click()
    page.get_by_text("Connected to Neo4j").wait_for()


def drop(page: Page, name: str, content: bytes) -> None:
    """Drop a file on the page."""
    page.evaluate(_DROP, [name, list(content)])


def install_kit(page: Page, files: dict[str, bytes]) -> None:
    """Drop the favourites and the style, and wait until the Browser has both."""
    page.get_by_test_id("navigationFavorites").click()
    drop(page, "favourites.zip", files["favourites.zip"])
    page.get_by_text("skillgraph Skills").wait_for()
    drop(page, "graph.grass", files["graph.grass"])
    page.get_by_text("node.Person {").wait_for()


def run_favourite(page: Page, folder: str, title: str) -> None:
    """Open a folder, click a favourite, run it and wait until its graph is drawn and at rest."""
    page.get_by_text(folder, exact=True).click()
    page.get_by_text(title, exact=True).click()
    page.locator(".view-lines").get_by_text("// ").first.wait_for()
    page.get_by_test_id("editor-Run").click()
    page.locator("g.node").first.wait_for()
    page.wait_for_function(_AT_REST, polling=500)


def drawn(page: Page) -> Counter[str]:
    """Return how many circles of each colour are drawn."""
    return Counter(page.locator("g.node circle.b-outline").evaluate_all("circles => circles.map(circle => circle.getAttribute('fill'))"))


def main(arguments: Sequence[str]) -> None:
    """Take the screenshot."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("png", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args(arguments)
    with temporary_server() as server, tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ[PASSWORD_VARIABLES[0]] = server.password
        with open_store(server.url) as store:
            store.write(graph_of(given.workspace))
            files = kit_files(examples_of(store))
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=given.chromium, args=list(FLAGS), viewport={"width": 1440, "height": 900}
        )
        page = context.new_page()
        login = Login(f"http://127.0.0.1:{server.http}/browser/", f"127.0.0.1:{server.bolt}", server.user, server.password)
        connect(page, login)
        install_kit(page, files)
        run_favourite(page, "skillgraph Work", "Who built X with Y (graph)")
        page.get_by_label("zoom-to-fit").click()
        page.wait_for_function(_AT_REST, polling=500)
        page.screenshot(path=given.png)
        context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
