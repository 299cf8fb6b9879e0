"""Binding a statement to one workspace."""

from __future__ import annotations

import pytest

from skillgraph.errors import QueryError
from skillgraph.graph.scope import scoped
from skillgraph.queries.library import load_queries

B = "_workspace: $_workspace"


@pytest.mark.parametrize(
    ("statement", "bound"),
    [
        ("MATCH (p:Person) RETURN p", f"MATCH (p:Person {{{B}}}) RETURN p"),
        ("MATCH (:Person)-->(x) RETURN x", f"MATCH (:Person {{{B}}})-->(x) RETURN x"),
        ("MATCH (p:Person {id: 'a'}) RETURN p", f"MATCH (p:Person {{{B}, id: 'a'}}) RETURN p"),
        ("MATCH ( p : Skill:Technology ) RETURN p", f"MATCH ( p : Skill:Technology  {{{B}}}) RETURN p"),
        ("MATCH (p:Person WHERE p.id = 'a') RETURN p", f"MATCH (p:Person  {{{B}}}WHERE p.id = 'a') RETURN p"),
        ("MATCH (p:`Person`) RETURN p", f"MATCH (p:`Person` {{{B}}}) RETURN p"),
        ("MATCH (p:Person) WHERE (p:Person) RETURN 1", f"MATCH (p:Person {{{B}}}) WHERE (p:Person) RETURN 1"),
        ("MATCH (p:Person) WHERE (p)-->(:Skill) RETURN 1", f"MATCH (p:Person {{{B}}}) WHERE (p)-->(:Skill {{{B}}}) RETURN 1"),
        ("MATCH (p:Person) RETURN '(s:Skill)' // (s:Skill)", f"MATCH (p:Person {{{B}}}) RETURN '(s:Skill)' // (s:Skill)"),
        ("RETURN 1", "RETURN 1"),
    ],
)
def test_patterns_are_bound(statement: str, bound: str) -> None:
    assert scoped(statement) == bound


@pytest.mark.parametrize("statement", ["MATCH (n) RETURN n", "MATCH (n:Unknown) RETURN n", "MATCH (n) RETURN '(p:Person)'"])
def test_a_statement_that_would_see_others_is_refused(statement: str) -> None:
    with pytest.raises(QueryError, match=r"^the database holds other workspaces too"):
        scoped(statement)


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_every_labelled_pattern_of_a_canned_query_is_bound(name: str) -> None:
    statement = load_queries()[name].statement
    assert scoped(statement).count(B) == statement.count(":Person") + statement.count(":Skill") + sum(
        statement.count(f":{label}") for label in ("Position", "Company", "School", "Achievement", "Metric", "Technology", "Concept", "Document")
    )
