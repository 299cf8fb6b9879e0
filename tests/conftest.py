"""What all tests share: the real Neo4j server, the real Chromium, and the switch that turns what is missing here into failures."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

from tests.neo4j.server import Unavailable, temporary_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


class Running(NamedTuple):
    """A server: its store URL, and the address of its Browser where it has one."""

    url: str
    browser: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch."""
    parser.addoption(
        "--require-all", action="store_true", help="fail where a test would be skipped because Java, Maven or Neo4j is missing"
    )


@pytest.fixture(scope="session")
def neo4j_server(pytestconfig: pytest.Config) -> Iterator[Running]:
    """A running Neo4j whose password stands in the environment.

    It is the server of SKILLGRAPH_TEST_NEO4J_URL, with _USER and _PASSWORD, and _BROWSER for the address of its Browser, or one
    that is started for the session.
    """
    with pytest.MonkeyPatch.context() as patch:
        given = os.environ.get("SKILLGRAPH_TEST_NEO4J_URL")
        if given:
            patch.setenv("SKILLGRAPH_NEO4J_USER", os.environ.get("SKILLGRAPH_TEST_NEO4J_USER", "neo4j"))
            patch.setenv("SKILLGRAPH_NEO4J_PASSWORD", os.environ.get("SKILLGRAPH_TEST_NEO4J_PASSWORD", ""))
            yield Running(given, os.environ.get("SKILLGRAPH_TEST_NEO4J_BROWSER", ""))
            return
        try:
            with temporary_server() as server:
                patch.setenv("SKILLGRAPH_NEO4J_PASSWORD", server.password)
                yield Running(server.url, f"http://127.0.0.1:{server.http}/browser/")
        except Unavailable as error:
            missing(pytestconfig, f"no Neo4j: {error}")


@pytest.fixture(scope="session")
def neo4j_url(neo4j_server: Running) -> str:
    """Store URL of the running Neo4j."""
    return neo4j_server.url


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Chromium of the system, or that of SKILLGRAPH_TEST_CHROMIUM."""
    named = [shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")]
    executable = os.environ.get("SKILLGRAPH_TEST_CHROMIUM") or next((path for path in named if path), None)
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


def missing(config: pytest.Config, reason: str) -> NoReturn:
    """Skip the test, or fail it where everything is required."""
    if config.getoption("--require-all") or os.environ.get("SKILLGRAPH_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
