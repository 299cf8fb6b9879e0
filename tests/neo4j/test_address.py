"""Store URLs: what they may hold, and that no password is ever shown."""

from __future__ import annotations

import pytest

from skillgraph.errors import StoreError
from skillgraph.graph.neo4j_connection import Address, check_version, parse_address
from skillgraph.graph.store import open_store


def test_all_parts_are_read() -> None:
    assert parse_address("neo4j+s://ana%40x@db.example.org:7700?database=cv&workspace=team") == Address(
        uri="neo4j+s://db.example.org:7700", user="ana@x", database="cv", workspace="team"
    )


def test_what_is_left_out_has_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SKILLGRAPH_NEO4J_USER", raising=False)
    monkeypatch.delenv("NEO4J_USERNAME", raising=False)
    assert parse_address("bolt://[::1]") == Address(uri="bolt://[::1]:7687", user="neo4j", workspace=None)


@pytest.mark.parametrize(
    "url",
    [
        "neo4j://ana:s3cret@host",
        "neo4j://host:s3cret",
        "bolt://:s3cret@host",
        "neo4j://host/s3cret",
        "sqlite://ana:s3cret@host/x",
        "s3cret@host",
    ],
)
def test_errors_never_show_a_password(url: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(url)
    assert "s3cret" not in str(caught.value)


def test_an_unknown_scheme_names_the_known_ones() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("mysql://host")
    assert str(caught.value) == (
        "store URL 'mysql://host' has an unknown scheme; known: "
        "embedded:, kglite:, bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc://"
    )


def test_an_unknown_option_is_named() -> None:
    with pytest.raises(StoreError, match=r"^unknown option 'databse' in the store URL; known: database, workspace$"):
        open_store("neo4j://host?databse=x")


ADDRESS = Address(uri="bolt://db:7687", user="ana")


@pytest.mark.parametrize("agent", ["Neo4j/4.4.30", "Neo4j/5.25.1", "Neo4j/3.5.0-drop01"])
def test_an_old_server_is_refused(agent: str) -> None:
    with pytest.raises(StoreError) as caught:
        check_version(ADDRESS, agent)
    assert str(caught.value) == f"db:7687 runs {agent}: Neo4j 5.26 or newer is needed"


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26-aura", "Neo4j/2025.06.1", "Memgraph", ""])
def test_a_new_server_and_one_that_tells_no_version_are_taken(agent: str) -> None:
    check_version(ADDRESS, agent)
