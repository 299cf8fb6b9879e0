"""The server over HTTP: the page, the API, and what it refuses."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest

from skillgraph.errors import SkillgraphError
from skillgraph.exporters import export_to_stream
from skillgraph.exporters.page import policy, render
from skillgraph.exporters.select import person_part, without_evidence, without_ontology
from skillgraph.model import Node, PropertyGraph
from skillgraph.ontology import load_ontology
from skillgraph.queries import load_queries, run_query
from skillgraph.queries.pages import person_page, skill_page
from skillgraph.questions import ask
from skillgraph.questions.record import answer_record
from skillgraph.server import PageServer, Workspace
from tests.cli.conftest import ADA, Run, command, environment
from tests.cli.conftest import run as run
from tests.queries.small_graph import small_graph
from tests.server.serving import asked, served, store_of

QUESTION = "Who built retries on Kafka?"


@pytest.fixture(scope="module")
def server() -> Iterator[PageServer]:
    with served(small_graph()) as found:
        yield found


def node_link(graph: PropertyGraph) -> object:
    out = BytesIO()
    export_to_stream(graph, out, format="json")
    return json.loads(out.getvalue())


def test_the_page_is_live_and_may_ask_its_own_server_only(server: PageServer) -> None:
    reply = asked(server, "/")
    assert (reply.status, reply.body.decode()) == (200, render(small_graph(), live=True))
    reply.headers.pop("date")
    assert reply.headers == {
        "server": "skillgraph",
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(reply.body)),
        "content-security-policy": f"{policy(live=True)}; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cache-control": "no-store",
        "connection": "close",
    }
    assert "connect-src 'self'; " in policy(live=True)
    assert "'unsafe" not in policy(live=True)


def test_the_api_answers_what_the_library_does(server: PageServer) -> None:
    with store_of(small_graph()) as store:
        rows = run_query(store, "experts", {"skill": "Kafka", "limit": 2})
        wanted = {
            f"/api/ask?{urlencode({'question': QUESTION, 'limit': 3})}": answer_record(ask(QUESTION, store, load_ontology(), limit=3)),
            "/api/query/experts?skill=Kafka&limit=2": {"query": "experts", "columns": list(rows.columns), "rows": [list(row) for row in rows.rows]},
            f"/api/person/{quote('ana duarte')}": person_page(store, "Ana Duarte", most=20),
            "/api/skill/K8s?people=1": skill_page(store, "K8s", most=1),
            "/api/graph": node_link(small_graph()),
            "/api/graph?person=Ana+Duarte&ontology=false&evidence=false": node_link(without_evidence(without_ontology(person_part(small_graph(), "Ana Duarte")))),
        }  # fmt: skip
    assert {path: asked(server, path).json for path in wanted} == json.loads(json.dumps(wanted))
    assert [query["name"] for query in asked(server, "/api/query").json["queries"]] == list(load_queries())


def test_the_api_tells_what_it_offers(server: PageServer) -> None:
    paths = [endpoint["path"] for endpoint in asked(server, "/api").json["endpoints"]]
    assert paths == ["/api/ask", "/api/query", "/api/query/NAME", "/api/person/NAME", "/api/skill/NAME", "/api/graph"]


@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/api/ask", 400, "/api/ask needs question (in plain words)"),
        ("/api/ask?question=a&question=b", 400, "question is given 2 times"),
        ("/api/ask?question=a&limit=0", 400, "limit must be a whole number from 1 to 1000, not '0'"),
        ("/api/ask?question=a&format=md", 400, "/api/ask has no parameter 'format'; known: question, limit"),
        (f"/api/ask?question={'a' * 2001}", 400, "the question is longer than 2000 characters"),
        ("/api/query/experts", 400, "query experts needs skill (Id, name or other name of the skill)"),
        ("/api/query/experts?skill=Zzyzx", 404, "there is no skill 'Zzyzx'"),
        ("/api/person/nobody", 404, "there is no person 'nobody'"),
        ("/api/graph?around=Kafka&depth=x", 400, "depth must be a whole number from 0 to 1000, not 'x'"),
        ("/api/graph?person=a&around=b", 400, "/api/graph takes person or around, not both"),
        ("/api/graph?ontology=maybe", 400, "ontology must be true or false, not 'maybe'"),
        ("/api/delete/person", 404, "there is no /api/delete/NAME; /api lists what there is"),
        ("/../../etc/passwd", 404, "there is nothing here; / is the page, /api lists what may be asked"),
        ("/%2e%2e/pyproject.toml", 404, "there is nothing here; / is the page, /api lists what may be asked"),
        ("/api/person/%ff", 400, "the address cannot be read"),
        ("/api/ask?question=%ff", 400, "the address cannot be read"),
    ],
)
def test_a_wrong_request_is_told_so(server: PageServer, path: str, status: int, error: str) -> None:
    reply = asked(server, path)
    assert (reply.status, reply.json) == (status, {"error": error})
    assert reply.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "QUUX"])
def test_nothing_is_written(server: PageServer, method: str) -> None:
    reply = asked(server, "/api/ask?question=a", method=method, body=b"{}")
    assert (reply.status, reply.headers["allow"], reply.json) == (405, "GET, HEAD", {"error": "this server only reads: GET and HEAD"})


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example:80"}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Host": ""}, 421),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}, 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}, 200),
        ({"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors"}, 200),
    ],
)
def test_only_its_own_page_may_read(server: PageServer, headers: dict[str, str], status: int) -> None:
    reply = asked(server, "/api/person/ana", **headers)
    assert reply.status == status
    assert b"Ana" in reply.body if status == 200 else b"Ana" not in reply.body
    assert [name for name in reply.headers if name.startswith("access-control")] == []


def test_it_answers_to_localhost_too_and_to_head_without_a_body(server: PageServer) -> None:
    reply = asked(server, "/", method="HEAD", Host=f"localhost:{server.server_port}")
    assert (reply.status, reply.headers["content-length"], reply.body) == (200, str(len(render(small_graph(), live=True).encode())), b"")


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", b"HTTP/1.0 400 Bad Request"),
        (b"GET / HTTP/1.1 extra words\r\n\r\n", b"HTTP/1.0 400 Bad Request"),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"HTTP/1.0 414 Request-URI Too Long"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 60 + b"\r\n", b"HTTP/1.0 421 Misdirected Request"),
    ],
)
def test_garbage_is_refused_and_not_repeated(server: PageServer, sent: bytes, line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as wire:
        wire.sendall(sent)
        wire.shutdown(socket.SHUT_WR)
        with wire.makefile("rb") as reader:
            reply = reader.read()
    head, _, body = reply.partition(b"\r\n\r\n")
    # Python renames 414 in newer versions.
    assert head.split(b"\r\n")[0].replace(b"URI Too Long", b"Request-URI Too Long").replace(b"Request-Request-", b"Request-") == line
    assert set(json.loads(body)) == {"error"}
    assert asked(server, "/api/person/ana").status == 200


def test_a_changed_record_shows_on_the_next_request() -> None:
    state, graph = ["1"], [small_graph()]
    workspace = Workspace(lambda: store_of(graph[0]), lambda: state[0], load_ontology())

    def names(found: PropertyGraph) -> bytes:
        return ", ".join(str(node.properties["name"]) for node in found.nodes if "Person" in node.labels).encode()

    assert workspace.kept("names", names) == b"Ana Duarte, Bram Visser, Chidi Eze, Dora Novak"
    graph[0] = PropertyGraph(nodes=(Node(id="person:eve", labels=("Person",), properties={"id": "person:eve", "name": "Eve Ray"}),))
    assert workspace.kept("names", names) == b"Ana Duarte, Bram Visser, Chidi Eze, Dora Novak"
    state[0] = "2"
    assert workspace.kept("names", names) == b"Eve Ray"
    workspace.close()


def test_a_workspace_that_cannot_be_opened_is_no_bug() -> None:
    def opened() -> None:
        raise SkillgraphError("the record is locked")

    workspace = Workspace(opened, lambda: "1", load_ontology())  # type: ignore[arg-type]
    with PageServer(workspace) as found:
        found.timeout = 60
        with socket.create_connection(("127.0.0.1", found.server_port), timeout=60) as wire:
            wire.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{found.server_port}\r\n\r\n".encode())
            found.handle_request()
            with wire.makefile("rb") as reader:
                reply = reader.read()
    assert reply.split(b"\r\n")[0] == b"HTTP/1.0 503 Service Unavailable"
    assert json.loads(reply.partition(b"\r\n\r\n")[2]) == {"error": "the record is locked"}


def test_the_command_serves_until_it_is_told_to_stop(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ada.md").write_text(ADA, encoding="utf-8")
    assert run("ingest", "ada.md").code == 0
    process = subprocess.Popen(command("serve"), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        with urlopen(f"{url}api/ask?question=Who+knows+Kafka%3F", timeout=60) as response:
            found = json.load(response)
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            busy = run("serve", "--port", str(port))
    finally:
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    assert [(one["person"], one["evidence"][0]["document"]) for one in found["results"]] == [("Ada Example", "ada.md")]
    assert (process.returncode, told.splitlines()) == (0, ["Ctrl-C stops it", "stopped"])
    assert (busy.code, busy.err.strip()) == (
        1,
        f"skillgraph: port {port} of 127.0.0.1 cannot be used: {os.strerror(errno.EADDRINUSE).lower()}",
    )
