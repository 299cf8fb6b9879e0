"""The kit in the real Neo4j Browser, in a real Chromium, against the real server."""

from __future__ import annotations

import os
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from skillgraph.cli.browser_kit import examples_of, kit_files
from skillgraph.exporters.style import look_of
from skillgraph.graph.neo4j_connection import PASSWORD_VARIABLES, parse_address
from skillgraph.graph.store import GraphStore, open_store
from skillgraph.queries.library import run_query
from tests.conftest import Running, missing
from tests.neo4j.browser import Login, connect, drawn, install_kit, run_favourite
from tests.queries.small_graph import small_graph

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def login(neo4j_server: Running, pytestconfig: pytest.Config) -> Login:
    """Where the Browser is, and as whom to log in."""
    if not neo4j_server.browser:
        missing(pytestconfig, "no Neo4j Browser: name its address in SKILLGRAPH_TEST_NEO4J_BROWSER")
    address = parse_address(neo4j_server.url)
    return Login(neo4j_server.browser, address.place, address.user, os.environ[PASSWORD_VARIABLES[0]])


@pytest.fixture
def key() -> str:
    """A key of its own, for other tests leave their workspaces in the same database."""
    return uuid.uuid4().hex


@pytest.fixture
def store(neo4j_url: str, key: str) -> Iterator[GraphStore]:
    """The small graph on the server."""
    with open_store(neo4j_url, workspace=key) as opened:
        opened.write(small_graph())
        yield opened
        opened.clear()


def test_a_favourite_is_dropped_run_and_drawn_in_its_colours(chromium: Browser, login: Login, store: GraphStore, key: str) -> None:
    examples = examples_of(store)
    paths = run_query(store, "experts", {"skill": examples["skill"][0]}, graph=True)
    expected = {node.id: look_of(node).color for row in paths.rows for path in row for node in path.nodes}
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    connect(page, login)
    install_kit(page, kit_files(examples, workspace=key))
    run_favourite(page, "skillgraph Skills", "Experts in a skill (graph)")
    assert drawn(page) == Counter(expected.values())
    page.close()
