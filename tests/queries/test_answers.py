"""Every canned query on the small graph, on both stores."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from skillgraph.errors import NotFound
from skillgraph.graph.neo4j_connection import connect, parse_address
from skillgraph.graph.store import GraphStore, open_store
from skillgraph.model import Node, PropertyGraph
from skillgraph.queries.arguments import LISTS
from skillgraph.queries.library import drawn_queries, find_query, load_queries, run_query
from tests.queries.cases import CASES, DRAWN, Case
from tests.queries.small_graph import small_graph


@pytest.fixture(scope="module")
def graph_in_neo4j(neo4j_url: str) -> Iterator[GraphStore]:
    """A server store with the small graph, and another workspace beside it that no answer may show."""
    run = uuid.uuid4().hex
    other = PropertyGraph(nodes=tuple(_of_another(node) for node in small_graph().nodes), relationships=small_graph().relationships)
    with open_store(neo4j_url, workspace=f"small-{run}") as store, open_store(neo4j_url, workspace=f"other-{run}") as beside:
        store.write(small_graph())
        beside.write(other)
        yield store
        store.clear()
        beside.clear()


def _of_another(node: Node) -> Node:
    return node.model_copy(update={"properties": {**node.properties, "name": f"Other {node.id}"}}) if "name" in node.properties else node


@pytest.fixture(params=["kglite", "neo4j"])
def store(request: pytest.FixtureRequest) -> Iterator[GraphStore]:
    """Each store with the small graph."""
    if request.param == "neo4j":
        yield request.getfixturevalue("graph_in_neo4j")
        return
    with open_store("kglite:") as embedded:
        embedded.write(small_graph())
        yield embedded


TEXTS = ("string", "strings", "person", "people", "skill", "skills", "company")
EXAMPLES = {"string": "2020", "person": "ana", "people": "ana", "skill": "kafka", "skills": "kafka", "company": "Quayside Systems"}


def _name(case: Case) -> str:
    return f"{case.query}-{'-'.join(case.parameters)}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_rows(store: GraphStore, case: Case) -> None:
    rows = run_query(store, case.query, case.parameters)
    assert rows.columns == tuple(column.name for column in find_query(case.query).columns)
    assert rows.rows == case.rows


@pytest.mark.parametrize("case", DRAWN, ids=_name)
def test_paths(store: GraphStore, case: Case) -> None:
    rows = run_query(store, case.query, case.parameters, graph=True)
    assert tuple(tuple(" ".join(node.id for node in path.nodes) for path in row) for row in rows.rows) == case.rows


HOSTILE = ("x' OR true //", "'}) DETACH DELETE (n) //", "$limit", "*/ MATCH (n) DETACH DELETE n /*", "`x`:Person) SET p.name = 'y' //", "\\u0027\n; DROP INDEX x")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_find_nothing_and_change_nothing(store: GraphStore, text: str) -> None:
    found = []
    for name, query in load_queries().items():
        for parameter in query.parameters:
            if parameter.type in TEXTS:
                values = {p.name: EXAMPLES[p.type] for p in query.parameters if p.required} | {parameter.name: text}
                try:
                    found += [(name, row) for row in run_query(store, name, values).rows if name != 'rising-skills']
                except NotFound as error:
                    assert "\n" not in str(error)
    assert found == []
    assert store.read() == small_graph()


def test_every_query_has_an_expected_answer() -> None:
    assert {case.query for case in CASES} == set(load_queries())
    assert {case.query for case in DRAWN} == set(drawn_queries())


ENTERED = [name for name, query in load_queries().items() if any(p.required and p.type in ("person", "skill", "company") for p in query.parameters)]


@pytest.mark.parametrize("name", ENTERED)
def test_neo4j_enters_through_indexes(graph_in_neo4j: GraphStore, neo4j_url: str, name: str) -> None:
    query = find_query(name)
    address = parse_address(neo4j_url)
    values = {p.name: p.default or (["x"] if p.type in LISTS else "x") for p in query.parameters}
    with connect(address) as driver, driver.session() as session:
        plan = session.run(f"EXPLAIN {query.statement}", values).consume().plan  # type: ignore[arg-type]
    scans = [operator for operator in _operators(plan or {}) if "Scan" in operator]
    assert scans == []


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield str(plan["operatorType"])
    for child in plan.get("children", []):
        yield from _operators(child)
