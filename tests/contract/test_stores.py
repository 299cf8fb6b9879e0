"""What every store must do, one and all."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from skillgraph.errors import QueryError, SchemaError, StoreError
from skillgraph.graph.difference import Changes
from skillgraph.graph.rows import Path as Walk
from skillgraph.graph.store import GraphStore, open_store
from skillgraph.model import Node, PropertyGraph, Relationship
from tests.queries.small_graph import small_graph

Opener = Callable[[str], GraphStore]
HOSTILE = "a'b\"c`d\\e}) DETACH DELETE (n) // $x\n\t\u202e😀 é"


@pytest.fixture(params=["kglite", "neo4j"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Open the store of a workspace; everything is removed afterwards."""
    run, opened = uuid.uuid4().hex, dict[str, GraphStore]()

    def opens(workspace: str) -> GraphStore:
        if request.param == "kglite":
            return open_store(f"kglite:{tmp_path / workspace}.kgl")
        opened[workspace] = open_store(request.getfixturevalue("neo4j_url"), workspace=f"{workspace}-{run}")
        return opened[workspace]

    yield opens
    for workspace in list(opened):
        opened[workspace].close()
        with opens(workspace) as store:
            store.clear()


@pytest.fixture
def store(opener: Opener) -> GraphStore:
    """Return an empty store."""
    return opener("one")


def person(name: str, **more: object) -> Node:
    return Node(id=f"person:{name}", labels=("Person",), properties={"id": f"person:{name}", "name": name, "totalMonths": 0} | more)


def skill(name: str, label: str = "Technology", **more: object) -> Node:
    facts = {"id": f"skill:{name}", "name": name, "kind": label.lower(), "aliases": (), "curated": True}
    return Node(id=f"skill:{name}", labels=("Skill", label), properties=facts | more)


def test_an_empty_store_reads_as_an_empty_graph(store: GraphStore) -> None:
    assert store.read() == PropertyGraph()
    assert store.run("MATCH (n:Person) RETURN n.name AS name", {}).model_dump() == {"columns": ("name",), "rows": ()}


def test_what_is_written_is_read_back_equal(store: GraphStore) -> None:
    graph = small_graph()
    assert store.write(graph) == Changes(nodes_added=len(graph.nodes), relationships_added=len(graph.relationships))
    assert store.read() == graph


def test_writing_again_changes_nothing(store: GraphStore) -> None:
    store.write(small_graph())
    assert store.write(small_graph()) == Changes()
    assert store.read() == small_graph()


def test_a_store_that_is_opened_again_holds_the_same(opener: Opener) -> None:
    with opener("one") as first:
        first.write(small_graph())
    with opener("one") as second:
        assert second.read() == small_graph()


def test_a_new_graph_replaces_the_old_one(store: GraphStore) -> None:
    link = Relationship(type="HAS_SKILL", source="person:a", target="skill:go", properties={"basis": "stated", "months": 1, "evidence": 1, "chain": ()})
    old = PropertyGraph(nodes=(person("a", title="x"), person("b"), skill("go"), skill("r")), relationships=(link,))
    changed = link.model_copy(update={"properties": {**link.properties, "months": 2}})
    added = link.model_copy(update={"source": "person:c"})
    new = PropertyGraph(nodes=(person("a"), person("c"), skill("go", "Concept"), skill("r")), relationships=(changed, added))
    store.write(old)
    assert store.write(new) == Changes(nodes_added=1, nodes_changed=2, nodes_removed=1, relationships_added=1, relationships_changed=1)
    assert store.read() == new


def test_a_removed_relationship_is_gone_and_its_nodes_stay(store: GraphStore) -> None:
    link = Relationship(type="BROADER", source="skill:a", target="skill:b")
    store.write(PropertyGraph(nodes=(skill("a"), skill("b")), relationships=(link,)))
    assert store.write(PropertyGraph(nodes=(skill("a"), skill("b")))) == Changes(relationships_removed=1)
    assert store.read() == PropertyGraph(nodes=(skill("a"), skill("b")))


def test_relationships_between_the_same_nodes_are_told_apart_by_key(store: GraphStore) -> None:
    school = Node(id="school:s", labels=("School",), properties={"id": "school:s", "name": "s"})
    links = tuple(
        Relationship(type="STUDIED_AT", source="person:a", target="school:s", key=key, properties={"current": False, "degree": key or "none"})
        for key in ("", "bsc", "msc")
    )
    graph = PropertyGraph(nodes=(person("a"), school), relationships=links)
    store.write(graph)
    assert store.read() == graph
    less = PropertyGraph(nodes=graph.nodes, relationships=links[:2])
    assert store.write(less) == Changes(relationships_removed=1)
    assert store.read() == less


def test_values_keep_their_types(store: GraphStore) -> None:
    position = {"id": "position:p", "company": "2021-09-01", "startMonth": -1, "months": 2**40, "current": True, "startDate": "2021", "location": " x "}
    metric = {"id": "metric:m", "value": 3.0, "valueMax": 0.1, "unit": "1e5", "direction": "true", "text": "", "spanStart": 0, "spanEnd": 7}
    nodes = (
        Node(id="metric:m", labels=("Metric",), properties=metric),
        person("007", location="null", title="12"),
        Node(id="position:p", labels=("Position",), properties=position),
        skill("x", aliases=("", "1", " b "), curated=False),
    )
    store.write(PropertyGraph(nodes=nodes))
    read = store.read()
    assert read == PropertyGraph(nodes=nodes)
    assert [[type(value) for value in node.properties.values()] for node in read.nodes] == [
        [type(node.properties[name]) for name in kept.properties] for node, kept in zip(nodes, read.nodes, strict=True)
    ]


def test_one_one_point_zero_and_true_are_three_values(store: GraphStore) -> None:
    achievement = {"id": "achievement:a", "text": "t", "section": "s", "team": False, "document": "d", "documentId": "d", "spanStart": 1, "spanEnd": 2}
    first = Node(id="achievement:a", labels=("Achievement",), properties=achievement)
    second = first.model_copy(update={"properties": {**achievement, "team": True}})
    store.write(PropertyGraph(nodes=(first,)))
    assert store.write(PropertyGraph(nodes=(second,))) == Changes(nodes_changed=1)
    assert store.run("MATCH (a:Achievement) RETURN a.team AS team, a.spanStart AS start", {}).rows == ((True, 1),)


def test_hostile_names_change_nothing(store: GraphStore) -> None:
    document = {"id": "document:d", "path": f"/cvs/{HOSTILE}.md", "name": f"{HOSTILE}.md", "mediaType": "text/markdown"}
    nodes = (Node(id="document:d", labels=("Document",), properties=document), person(HOSTILE), skill(HOSTILE, aliases=(HOSTILE,)))
    graph = PropertyGraph(nodes=nodes)
    store.write(graph)
    assert store.read() == graph
    assert store.run("MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name", {"name": HOSTILE}).rows == ((HOSTILE,),)


def test_two_workspaces_stay_apart(opener: Opener) -> None:
    with opener("one") as one, opener("two") as two:
        one.write(small_graph())
        two.write(PropertyGraph(nodes=(person("ana", title="other"),)))
        one.write(small_graph())
        count = "MATCH (p:Person) RETURN count(p) AS people"
        assert (one.read(), one.run(count, {}).rows) == (small_graph(), ((4,),))
        assert (two.read(), two.run(count, {}).rows) == (PropertyGraph(nodes=(person("ana", title="other"),)), ((1,),))
        two.clear()
        assert (one.read(), two.read()) == (small_graph(), PropertyGraph())


def test_nodes_relationships_and_paths_come_as_the_model_has_them(store: GraphStore) -> None:
    graph = small_graph()
    store.write(graph)
    statement = "MATCH way = (p:Person {id: $id})-[h:HAS_SKILL]->(s:Technology) RETURN way, h, s, {node: s, ids: [p.id, 1, 2.5, null]} AS more ORDER BY s.id LIMIT 1"
    ana, kafka = graph.by_id["person:ana"], graph.by_id["skill:kafka"]
    link = next(r for r in graph.relationships if r.identity == ("HAS_SKILL", "person:ana", "skill:kafka", ""))
    rows = store.run(statement, {"id": "person:ana"})
    assert rows.columns == ("way", "h", "s", "more")
    way = Walk(nodes=(ana, kafka), relationships=(link,))
    assert rows.rows == ((way, link, kafka, {"ids": ("person:ana", 1, 2.5, None), "node": kafka}),)


def test_a_relationship_alone_knows_its_ends(store: GraphStore) -> None:
    graph = small_graph()
    store.write(graph)
    rows = store.run("MATCH (:Skill)-[r:IMPLIES]->(:Skill) RETURN collect(r) AS links", {})
    assert rows.rows == (((Relationship(type="IMPLIES", source="skill:spring-boot", target="skill:java"),),),)


def test_properties_hide_what_the_store_keeps_for_itself(store: GraphStore) -> None:
    store.write(PropertyGraph(nodes=(skill("go"),)))
    assert store.run("MATCH (s:Skill) RETURN properties(s) AS all, s.title AS title, labels(s) AS labels", {}).rows[0][:2] == (
        {"aliases": (), "curated": True, "id": "skill:go", "kind": "technology", "name": "go"},
        None,
    )


def test_missing_properties_are_null(store: GraphStore) -> None:
    store.write(small_graph())
    statement = "MATCH (p:Person)-[:HELD]->(o:Position) WHERE o.title IS NULL RETURN p.title AS title, o.title AS position, o.name AS name"
    assert store.run(statement, {}).rows == ((None, None, None),)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (n:Person {id: 'x'})",
        "MATCH (n:Person) SET n.name = 'x'",
        "MATCH (n:Person) DETACH DELETE n",
        "MERGE (n:Person {id: 'x'}) RETURN n",
        "MATCH (n:Person) REMOVE n.name RETURN n",
        "MATCH (n:Person) FOREACH (x IN [1] | SET n.name = 'x')",
    ],
)
def test_writing_statements_are_refused(store: GraphStore, statement: str) -> None:
    store.write(small_graph())
    with pytest.raises(QueryError, match=r"^the statement would write: only reading is allowed here$"):
        store.run(statement, {})
    assert store.read() == small_graph()


def test_words_that_write_are_allowed_in_values(store: GraphStore) -> None:
    assert store.run("RETURN 'CREATE (n) DELETE n; LOAD CSV' AS text", {}).rows == (("CREATE (n) DELETE n; LOAD CSV",),)


@pytest.mark.parametrize("start", ["", "RETURN 1 AS line UNION "])
def test_files_are_not_read(store: GraphStore, start: str) -> None:
    with pytest.raises(QueryError, match=r"^LOAD CSV reads files and is not allowed here: use skillgraph ingest to add documents$"):
        store.run(f"{start}LOAD  csv FROM 'file:///etc/hostname' AS line RETURN line", {})


def test_a_missing_parameter_is_named(store: GraphStore) -> None:
    with pytest.raises(QueryError, match=r"^the statement needs a value for \$b, \$c: pass --param b=VALUE$"):
        store.run("RETURN $a + $b + $c AS sum, '$d' AS text // $e", {"a": 1})


def test_what_is_not_cypher_is_one_line(store: GraphStore) -> None:
    with pytest.raises(QueryError) as caught:
        store.run("RETRUN 1", {})
    assert str(caught.value).count("\n") == 0


def test_a_slow_statement_is_stopped(store: GraphStore) -> None:
    slow = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
    with pytest.raises(StoreError, match=r"^the statement ran longer than 0.5 s: narrow it, or allow more time with --timeout$"):
        store.run(slow, {}, timeout=0.5)


def test_a_graph_with_a_loose_end_is_refused(store: GraphStore) -> None:
    link = Relationship(type="BROADER", source="skill:a", target="skill:b")
    with pytest.raises(SchemaError, match=r"^relationship BROADER from skill:a to skill:b: there is no node skill:b$"):
        store.write(PropertyGraph(nodes=(skill("a"),), relationships=(link,)))
    assert store.read() == PropertyGraph()


def test_labels_and_types_come_from_the_schema_only(store: GraphStore) -> None:
    with pytest.raises(SchemaError):
        store.write(PropertyGraph(nodes=(Node(id="x", labels=("Person) DETACH DELETE (n",), properties={"id": "x"}),)))
    link = Relationship(type="BROADER]->() //", source="skill:a", target="skill:a")
    with pytest.raises(SchemaError):
        store.write(PropertyGraph(nodes=(skill("a"),), relationships=(link,)))
    assert store.read() == PropertyGraph()


def test_progress_ends_at_the_total(store: GraphStore) -> None:
    seen: list[tuple[str, int, int]] = []
    store.write(small_graph(), progress=lambda what, done, total: seen.append((what, done, total)))
    assert seen[-1][1:] == (len(small_graph().nodes) + len(small_graph().relationships),) * 2
