"""What an outsider writes against the documented model gives the same rows on both stores, or one clear line."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgraph.errors import QueryError
from skillgraph.graph.store import GraphStore, open_store
from tests.queries.small_graph import small_graph

TEXT = Path(__file__).with_name("outsiders.cypher").read_text(encoding="utf-8")
STATEMENTS = [statement.strip() for statement in TEXT.split("\n;\n") if statement.strip()]


@pytest.fixture(scope="module")
def embedded() -> Iterator[GraphStore]:
    """The small graph in the embedded store."""
    with open_store("kglite:") as store:
        store.write(small_graph())
        yield store


@pytest.fixture(scope="module")
def server(neo4j_url: str) -> Iterator[GraphStore]:
    """The small graph in Neo4j."""
    with open_store(neo4j_url, workspace=uuid.uuid4().hex) as store:
        store.write(small_graph())
        yield store
        store.clear()


@pytest.mark.parametrize("statement", STATEMENTS, ids=range(len(STATEMENTS)))
def test_rows_are_the_same(embedded: GraphStore, server: GraphStore, statement: str) -> None:
    rows = embedded.run(statement, {})
    if "ORDER BY" in statement:
        assert server.run(statement, {}) == rows
    else:
        assert sorted(server.run(statement, {}).rows) == sorted(rows.rows)
    assert rows.rows != ()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("MATCH (p:Person) RETURN COLLECT { MATCH (p)-[:HELD]->(o) RETURN o.company } AS c", "COLLECT { … }"),
        ("MATCH (p:Person) RETURN percentileCont(p.totalMonths, 0.5) AS m", "percentileCont and percentileDisc"),
        ("MATCH p = SHORTEST 1 (a:Person)-[:HELD]-+(b:Position) RETURN length(p) AS n", "SHORTEST"),
        ("MATCH (s:Skill)-[:BROADER]->{1,2}(t:Skill) RETURN s.name AS s", "repeated patterns such as ->{1,3}"),
        ("MATCH (s:Skill)-[:BROADER]->+(t:Skill) RETURN s.name AS s", "repeated patterns such as ->{1,3}"),
        ("MATCH (s:Skill&!Technology) RETURN s.name AS s", "label expressions with & and !"),
        ("MATCH (p:Person) WHERE 40 <= p.totalMonths <= 60 RETURN p.name AS n", "comparisons in a row"),
        ("MATCH w = shortestPath((a:Person)-[:CLAIMS*..3 {stance: 'positive'}]-(b:Skill)) RETURN w", "properties inside shortestPath"),
    ],
)
def test_what_the_embedded_store_lacks_is_said(embedded: GraphStore, statement: str, what: str) -> None:
    with pytest.raises(QueryError) as caught:
        embedded.run(statement, {})
    assert str(caught.value).partition(": ")[0] == f"the embedded store does not know {what}, which Neo4j does"
