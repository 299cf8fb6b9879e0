"""What only the server store does: pushes that are interrupted or made by two, and one clear line for every fault."""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgraph.errors import StoreError
from skillgraph.graph import neo4j_connection
from skillgraph.graph.difference import Changes
from skillgraph.graph.neo4j_connection import PASSWORD_VARIABLES, parse_address
from skillgraph.graph.neo4j_store import Neo4jStore
from skillgraph.graph.store import open_store
from tests.neo4j.server import prepare, started
from tests.queries.small_graph import small_graph

HOW = "set SKILLGRAPH_NEO4J_PASSWORD, or store it with `keyring set skillgraph-neo4j USER@HOST:PORT`"


@pytest.fixture
def store(neo4j_url: str) -> Iterator[Neo4jStore]:
    """An empty workspace on the server."""
    with Neo4jStore(parse_address(neo4j_url, workspace=uuid.uuid4().hex)) as opened:
        yield opened
        opened.clear()


def test_an_interrupted_push_is_finished_by_the_next(store: Neo4jStore) -> None:
    def interrupt(what: str, done: int, total: int) -> None:
        if what == "write relationships":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(small_graph(), progress=interrupt)
    assert len(store.read().nodes) == len(small_graph().nodes)
    store.write(small_graph())
    assert (store.read(), store.write(small_graph())) == (small_graph(), Changes())


def test_two_pushes_at_once_end_in_the_right_graph(store: Neo4jStore) -> None:
    failures: list[BaseException] = []

    def push() -> None:
        try:
            store.write(small_graph())
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=push) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (failures, store.read()) == ([], small_graph())


def test_what_somebody_changed_by_hand_is_set_right(store: Neo4jStore, neo4j_url: str) -> None:
    store.write(small_graph())
    values = {"workspace": store._workspace}
    with store._driver.session() as session:
        session.run("MATCH (p:Person {_workspace: $workspace, id: 'person:ana'}) SET p.name = 'x'", values).consume()
    assert store.write(small_graph()) == Changes(nodes_changed=1)
    assert store.read() == small_graph()


def test_full_text_finds_names_by_their_words(store: Neo4jStore) -> None:
    store.write(small_graph())
    statement = "CALL db.index.fulltext.queryNodes('skillgraph_skill_names', $text) YIELD node MATCH (s:Skill) WHERE s = node RETURN DISTINCT s.name AS name"
    with store._driver.session() as session:
        session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()").consume()
    assert store.run(statement, {"text": "retries"}).rows == (("Retry",),)


def test_a_wrong_password_is_one_line(neo4j_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLES[0], "wrong-secret")
    with pytest.raises(StoreError) as caught:
        open_store(neo4j_url)
    place = parse_address(neo4j_url).place
    assert str(caught.value) == f"{place} refuses the password of user 'neo4j': {HOW}"


def test_the_password_is_asked_for_last(neo4j_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    password = os.environ[PASSWORD_VARIABLES[0]]
    for name in PASSWORD_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    asked: list[str] = []

    def prompt(question: str) -> str:
        asked.append(question)
        return password

    open_store(neo4j_url, workspace="any", prompt=prompt).close()
    assert asked == [f"Password of neo4j at {parse_address(neo4j_url).place}"]


def test_a_missing_database_is_one_line(neo4j_url: str) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(f"{neo4j_url}?database=nowhere")
    place = parse_address(neo4j_url).place
    assert str(caught.value) == f"{place} has no database 'nowhere': create it, or choose another with ?database=NAME"


def test_a_server_that_is_down_is_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(StoreError) as caught:
        open_store(f"bolt://127.0.0.1:{port}")
    assert str(caught.value) == f"no Neo4j answers at 127.0.0.1:{port}: check that it runs and that scheme, host and port are right"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s"])
def test_a_server_that_accepts_and_never_answers_is_one_line(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_connection, "CONNECT_SECONDS", 0.5)
    monkeypatch.setattr(neo4j_connection, "RETRY_SECONDS", 0.5)
    monkeypatch.setenv(PASSWORD_VARIABLES[0], "x")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StoreError) as caught:
            open_store(f"{scheme}://{place}")
    with_tls = f"no Neo4j answers with TLS at {place}: check that it runs and has a certificate, or use bolt:// where it has none"
    without = f"no Neo4j answers at {place}: check that it runs and that scheme, host and port are right"
    assert str(caught.value) == (with_tls if scheme == "bolt+s" else without)


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+ssc"])
def test_tls_against_a_plain_server_is_one_line(scheme: str, neo4j_url: str) -> None:
    place = parse_address(neo4j_url).place
    with pytest.raises(StoreError) as caught:
        open_store(neo4j_url.replace("bolt", scheme, 1))
    plain = scheme.partition("+")[0]
    assert (
        str(caught.value)
        == f"no Neo4j answers with TLS at {place}: check that it runs and has a certificate, or use {plain}:// where it has none"
    )


def test_several_workspaces_ask_for_a_key(store: Neo4jStore, neo4j_url: str) -> None:
    store.write(small_graph())
    other = uuid.uuid4().hex
    with open_store(neo4j_url, workspace=other) as beside:
        beside.write(small_graph())
        with pytest.raises(StoreError) as caught:
            open_store(neo4j_url)
        keys = store.workspaces()
        beside.clear()
    place = parse_address(neo4j_url).place
    assert {store._workspace, other} <= set(keys)
    assert str(caught.value) == f"{place} holds several workspaces: choose one with ?workspace=KEY, which is {' or '.join(keys)}"


def test_a_workspace_is_not_overwritten_by_one_without_a_key(store: Neo4jStore) -> None:
    store.write(small_graph())
    store._address = store._address.model_copy(update={"workspace": None})
    with pytest.raises(StoreError) as caught:
        store.write(small_graph())
    assert str(caught.value) == f"{store._address.place} holds the workspace {store._workspace}: say with ?workspace=KEY which one to write"


def test_what_answers_but_is_no_neo4j_is_one_line() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        thread = threading.Thread(target=_speak_http, args=(other,), daemon=True)
        thread.start()
        with pytest.raises(StoreError) as caught:
            open_store(f"bolt://127.0.0.1:{port}")
    assert "\n" not in str(caught.value)
    assert f"127.0.0.1:{port}" in str(caught.value)


def _speak_http(listener: socket.socket) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            connection.recv(64)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.mark.usefixtures("neo4j_url")
def test_a_read_only_database_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = prepare(tmp_path)
    monkeypatch.setenv(PASSWORD_VARIABLES[0], server.password)
    with started(server), open_store(server.url):
        pass
    with (tmp_path / "conf" / "neo4j.conf").open("a", encoding="utf-8") as configuration:
        configuration.write("server.databases.read_only=neo4j\n")
    with started(server), open_store(server.url) as store, pytest.raises(StoreError) as caught:
        store.write(small_graph())
    assert str(caught.value) == (
        f"127.0.0.1:{server.bolt} keeps the database 'the default one' read-only: choose another with ?database=NAME, or make it writable"
    )


def test_the_driver_alone_sees_a_plain_graph(store: Neo4jStore, neo4j_url: str) -> None:
    store.write(small_graph())
    with store._driver.session() as session:
        record = session.run(
            "MATCH (s:Skill {_workspace: $w, id: 'skill:go'}) RETURN labels(s) AS l, s.name AS n", w=store._workspace
        ).single(strict=True)
    assert (sorted(record["l"]), record["n"]) == (["Skill", "Technology"], "Go")
