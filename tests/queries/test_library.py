"""Finding queries, reading their declarations, and refusing what a user may get wrong."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest

from skillgraph.errors import NotFound, QueryError
from skillgraph.graph.store import open_store
from skillgraph.queries.declaration import Column, Parameter, Query, parse_query
from skillgraph.queries.library import find_query, load_queries, run_query
from tests.queries.small_graph import small_graph

TEXT = """\
// title: A title
// purpose: A purpose.
// topic: Skills
// param skill: skill -- A skill
// param limit: integer = 5 -- Rows at most
// column name: string -- Its name
MATCH (s:Skill) WHERE s.id = $skill RETURN s.name AS name LIMIT $limit
"""


def test_a_declaration_is_read_whole() -> None:
    assert parse_query("q", TEXT, graph="// drawn\nMATCH w = (s:Skill)--() WHERE s.id = $skill RETURN w") == Query(
        name="q",
        title="A title",
        purpose="A purpose.",
        topic="Skills",
        parameters=(
            Parameter(name="skill", type="skill", required=True, meaning="A skill"),
            Parameter(name="limit", type="integer", required=False, default=5, meaning="Rows at most"),
        ),
        columns=(Column(name="name", type="string", meaning="Its name"),),
        statement="MATCH (s:Skill) WHERE s.id = $skill RETURN s.name AS name LIMIT $limit",
        graph="MATCH w = (s:Skill)--() WHERE s.id = $skill RETURN w",
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// title: A title\n", "", "query q: declare `// title: …` once"),
        ("$limit", "$most", "query q: declared and used parameters differ: limit, most"),
        ("skill: skill --", "skill: thing --", "query q: parameter skill has the unknown type thing; known: "),
        ("= 5", "= five", "query q: the default of limit is not JSON: five"),
        ("// column name: string -- Its name\n", "", "query q: declare `// column …` for each result column"),
        ("-- A skill", "", "query q: `// param skill: skill ` is not `// param NAME: TYPE -- MEANING`"),
    ],
)
def test_a_faulty_declaration_is_named(old: str, new: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query("q", TEXT.replace(old, new))
    assert str(caught.value).startswith(message)


def test_every_topic_is_known() -> None:
    topics = {query.topic for query in load_queries().values()}
    assert topics == {"Companies", "Paths", "People", "Quality", "Skills", "Teams", "Trends", "Work"}


@pytest.mark.parametrize(
    ("name", "given", "error", "message"),
    [
        ("expert", {}, QueryError, "unknown query 'expert': did you mean experts?"),
        ("experts", {"skil": "go"}, QueryError, "query experts has no parameter 'skil': did you mean skill?"),
        ("experts", {}, QueryError, "query experts needs skill (Id, name or other name of the skill)"),
        ("experts", {"skill": "go", "limit": "many"}, QueryError, "query experts: limit must be a whole number, not 'many'"),
        ("experts", {"skill": "go", "limit": 2**63}, QueryError, f"query experts: limit must be a whole number, not {2**63}"),
        ("experts", {"skill": " "}, QueryError, "query experts: skill must be the name or id of a skill, not ' '"),
        ("experts", {"skill": 3}, QueryError, "query experts: skill must be the name or id of a skill, not 3"),
        ("achievements-by-metric", {"minimum": "nan"}, QueryError, "query achievements-by-metric: minimum must be a number, not 'nan'"),
        ("experts", {"skill": "Kafkaa"}, NotFound, "there is no skill 'Kafkaa': did you mean Kafka?"),
        ("experts", {"skill": "elixir"}, NotFound, "nobody in the graph has the skill Elixir, which the ontology knows"),
        ("career", {"person": "Ana Duarta"}, NotFound, "there is no person 'Ana Duarta': did you mean Ana Duarte?"),
        ("worked-at", {"company": "zzz"}, NotFound, "there is no company 'zzz'"),
    ],
)
def test_what_a_user_gets_wrong_is_one_line(name: str, given: dict[str, Any], error: type[Exception], message: str) -> None:
    with open_store("kglite:") as store:
        store.write(small_graph())
        with pytest.raises(error) as caught:
            run_query(store, name, given)
    assert str(caught.value) == message


def test_a_query_without_a_picture_says_so() -> None:
    with open_store("kglite:") as store, pytest.raises(QueryError, match=r"^query documents has no graph variant; those that have one: career, "):
        run_query(store, "documents", {}, graph=True)


def test_a_name_that_two_people_share_asks_for_the_id() -> None:
    graph = small_graph()
    twin = graph.by_id["person:ana"].model_copy(update={"id": "person:ana-2"})
    with open_store("kglite:") as store:
        store.write(graph.model_copy(update={"nodes": (*graph.nodes, twin)}))
        with pytest.raises(QueryError) as caught:
            run_query(store, "career", {"person": "Ana Duarte"})
    assert str(caught.value) == "person 'Ana Duarte' is not unique: use one of the ids person:ana, person:ana-2"


def test_a_hostile_name_is_only_a_name() -> None:
    with open_store("kglite:") as store:
        store.write(small_graph())
        with pytest.raises(NotFound):
            run_query(store, "career", {"person": "x' OR true //"})
        assert store.read() == small_graph()


def test_find_query_returns_the_declaration() -> None:
    assert [parameter.name for parameter in find_query("experts").parameters] == ["skill", "basis", "limit"]


def test_the_example_of_the_guide_is_a_query() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "analyst-guide.md").read_text(encoding="utf-8")
    query = parse_query("studies", textwrap.dedent(guide.partition("   ```text\n")[2].partition("   ```")[0]))
    with open_store("kglite:") as store:
        store.write(small_graph())
        rows = store.run(query.statement, {"school": "north", "limit": 5})
    assert rows.columns == tuple(column.name for column in query.columns)
    assert rows.rows == (("Northport University", "Ana Duarte", "BSc"), ("Northport University", "Ana Duarte", "MSc"))


def test_what_somebody_lacks_connects_nobody() -> None:
    graph = small_graph()
    claim = next(link for link in graph.relationships if link.type == "CLAIMS" and link.properties["stance"] == "negated")
    own = claim.model_copy(update={"source": "person:dora", "properties": {**claim.properties, "stance": "positive"}})
    with open_store("kglite:") as store:
        store.write(graph.model_copy(update={"relationships": (*graph.relationships, own)}))
        rows = run_query(store, "path-between-people", {"person": "bram", "other": "dora"}).rows
    assert [row for row in rows if "Java" in row[1]] == []
