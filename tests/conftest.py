"""What all tests share: the real Neo4j server, and the switch that turns what is missing here into failures."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.neo4j.server import Unavailable, temporary_server


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch."""
    parser.addoption("--require-all", action="store_true", help="fail where a test would be skipped because Java, Maven or Neo4j is missing")


@pytest.fixture(scope="session")
def neo4j_url(pytestconfig: pytest.Config) -> Iterator[str]:
    """Store URL of a running Neo4j whose password stands in the environment.

    It is the server of SKILLGRAPH_TEST_NEO4J_URL, with _USER and _PASSWORD, or one that is started for the session.
    """
    with pytest.MonkeyPatch.context() as patch:
        given = os.environ.get("SKILLGRAPH_TEST_NEO4J_URL")
        if given:
            patch.setenv("SKILLGRAPH_NEO4J_USER", os.environ.get("SKILLGRAPH_TEST_NEO4J_USER", "neo4j"))
            patch.setenv("SKILLGRAPH_NEO4J_PASSWORD", os.environ.get("SKILLGRAPH_TEST_NEO4J_PASSWORD", ""))
            yield given
            return
        try:
            with temporary_server() as server:
                patch.setenv("SKILLGRAPH_NEO4J_PASSWORD", server.password)
                yield server.url
        except Unavailable as error:
            missing(pytestconfig, f"no Neo4j: {error}")


def missing(config: pytest.Config, reason: str) -> None:
    """Skip the test, or fail it where everything is required."""
    if config.getoption("--require-all") or os.environ.get("SKILLGRAPH_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
