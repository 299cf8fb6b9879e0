"""Every format read by its own consumer, with ordinary and with hostile texts."""

from __future__ import annotations

import csv
import datetime
import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from skillgraph.exporters import EXPORTERS, export, export_to_stream
from skillgraph.exporters.csv_tables import neutral
from skillgraph.exporters.networks import to_network
from skillgraph.exporters.select import person_part
from skillgraph.exporters.style import look_of, looks
from skillgraph.exporters.tables import Cell, tables
from skillgraph.exporters.text import caption, clean_graph, flat, shortened
from skillgraph.loaders import parse
from skillgraph.model import Node, PropertyGraph, Relationship
from tests.exporters.sample import HOSTILE, hostile, sample

GRAPHS = pytest.mark.parametrize("graph", [sample(), hostile(), PropertyGraph()], ids=["sample", "hostile", "empty"])
Facts = dict[str, Any]


def written(graph: PropertyGraph, format: str, **options: str) -> bytes:
    stream = BytesIO()
    export_to_stream(graph, stream, format=format, options=options)
    return stream.getvalue()


def flat_facts(node: Node | Relationship) -> Facts:
    return {name: flat(value) for name, value in node.properties.items() if value != () and name != "id"}


@GRAPHS
def test_networkx_reads_node_link_json_back_to_an_equal_graph(graph: PropertyGraph) -> None:
    read = nx.node_link_graph(json.loads(written(graph, "json")), edges="edges")
    assert nx.utils.graphs_equal(read, to_network(graph))
    assert {n: (d["labels"], {k: v for k, v in d.items() if k != "labels"}) for n, d in read.nodes(data=True)} == {
        n.id: (list(n.labels), {k: list(v) if isinstance(v, tuple) else v for k, v in n.properties.items() if k != "id"})
        for n in graph.nodes
    }


@GRAPHS
def test_networkx_reads_graphml(graph: PropertyGraph) -> None:
    read = nx.read_graphml(BytesIO(written(graph, "graphml")), force_multigraph=True)
    assert dict(read.nodes(data=True)) == {
        n.id: {"label": shortened(caption(n)), "labels": ":".join(n.labels), **flat_facts(n)} for n in graph.nodes
    }
    assert sorted((d.pop("label"), u, v, sorted(d.items())) for u, v, d in read.edges(data=True)) == sorted(
        (r.type, r.source, r.target, sorted(flat_facts(r).items())) for r in graph.relationships
    )


@GRAPHS
def test_networkx_reads_gexf_with_colours_and_sizes(graph: PropertyGraph) -> None:
    read = nx.read_gexf(BytesIO(written(graph, "gexf")))
    found = {node: {k: v for k, v in data.items() if k != "viz"} for node, data in read.nodes(data=True)}
    assert found == {n.id: {"label": shortened(caption(n)), "labels": ":".join(n.labels), **flat_facts(n)} for n in graph.nodes}
    assert {node: (tuple(data["viz"]["color"][c] for c in "rgb"), data["viz"]["size"]) for node, data in read.nodes(data=True)} == {
        n.id: (look_of(n).rgb, look_of(n).diameter * 0.2) for n in graph.nodes
    }
    assert sorted((u, v, d["label"], d.get("quote")) for u, v, d in read.edges(data=True)) == sorted(
        (r.source, r.target, r.type, r.properties.get("quote")) for r in graph.relationships
    )


@GRAPHS
def test_the_flavour_for_yed_shows_labels(graph: PropertyGraph) -> None:
    read = nx.read_graphml(BytesIO(written(graph, "graphml", flavour="yed")), force_multigraph=True)
    assert {node: data["label"] for node, data in read.nodes(data=True)} == {n.id: shortened(caption(n), 40) for n in graph.nodes}
    root = ET.fromstring(written(graph, "graphml", flavour="yed"))
    assert [label.text for label in root.iter("{http://www.yworks.com/xml/graphml}EdgeLabel")] == [r.type for r in graph.relationships]


@GRAPHS
def test_networkx_reads_cytoscape_json(graph: PropertyGraph) -> None:
    read = nx.cytoscape_graph(json.loads(written(graph, "cytoscape")))
    assert {node: (data["name"], data["labels"]) for node, data in read.nodes(data=True)} == {
        n.id: (caption(n), list(n.labels)) for n in graph.nodes
    }
    assert sorted((d["interaction"], u, v) for u, v, d in read.edges(data=True)) == sorted(
        (r.type, r.source, r.target) for r in graph.relationships
    )


@GRAPHS
def test_graphviz_draws_dot(graph: PropertyGraph, tmp_path: Path) -> None:
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed")
    export(graph, tmp_path / "g.dot", format="dot")
    svg = subprocess.run(["dot", "-Tsvg", tmp_path / "g.dot"], capture_output=True, check=True)
    assert svg.stderr == b""
    nodes = [g for g in ET.fromstring(svg.stdout).iter("{http://www.w3.org/2000/svg}g") if g.get("class") == "node"]
    labels = [" ".join(text.text or "" for text in node.iter("{http://www.w3.org/2000/svg}text")) for node in nodes]
    assert sorted(label.replace("\xa0", " ") for label in labels) == sorted(shortened(caption(n), 40) for n in graph.nodes)


def test_dot_escapes_what_graphviz_reads() -> None:
    graph = PropertyGraph(nodes=(Node(id='a"b\\', labels=("Person",), properties={"name": '"] evil & \\n'}),))
    assert written(graph, "dot").decode().splitlines()[4] == (
        '  "a\\"b\\\\" [label="\\"] evil &amp; \\\\n", tooltip="Person: \\"] evil &amp; \\\\n", '
        'fillcolor="#C2410C", color="#8A2E08", fontcolor="#FFFFFF", shape="ellipse"];'
    )


@GRAPHS
def test_rdf_holds_to_the_shapes_and_says_the_same_twice(graph: PropertyGraph) -> None:
    rdflib, pyshacl = pytest.importorskip("rdflib"), pytest.importorskip("pyshacl")
    turtle = rdflib.Graph().parse(data=written(graph, "turtle"), format="turtle")
    shapes = rdflib.Graph().parse(Path(__file__).parents[2] / "exporters" / "shapes.ttl")
    conforms, _, report = pyshacl.validate(turtle, shacl_graph=shapes, advanced=True)
    assert (conforms, report) == (True, "Validation Report\nConforms: True\n")
    # rdflib's own parser puts `2021` of a gYear in the form that Python can count with; both ways do.
    assert set(rdflib.Graph().parse(data=written(graph, "jsonld"), format="json-ld")) == set(turtle)
    people = turtle.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Person"))
    names = [str(turtle.value(person, rdflib.URIRef("https://schema.org/name"))) for person in people]
    assert sorted(names) == sorted(str(n.properties["name"]) for n in graph.nodes if "Person" in n.labels)


def test_the_shapes_find_what_is_wrong() -> None:
    rdflib, pyshacl = pytest.importorskip("rdflib"), pytest.importorskip("pyshacl")
    data = rdflib.Graph().parse(data=written(sample(), "turtle"), format="turtle")
    for subject in list(data.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Person"))):
        data.remove((subject, rdflib.URIRef("https://schema.org/name"), None))
    conforms, results, _ = pyshacl.validate(data, shacl_graph=rdflib.Graph().parse(Path(__file__).parents[2] / "exporters" / "shapes.ttl"))
    focus = {str(node).rpartition(":")[2] for node in results.objects(None, rdflib.SH.focusNode)}
    assert (conforms, focus) == (False, {"iker-ortuzar", "marguerite-o-dell", "zoe-haverkamp"})


def test_rdf_tells_evidence_and_dates() -> None:
    rdflib = pytest.importorskip("rdflib")
    data = rdflib.Graph().parse(data=written(sample(), "turtle", base="https://people.example/"), format="turtle")
    question = """
        PREFIX schema: <https://schema.org/> PREFIX sg: <urn:skillgraph:terms:> PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?name ?company ?start ?skill ?quote WHERE {
          ?person a schema:Person ; schema:name ?name ; schema:hasOccupation ?role .
          ?role sg:includes ?work ; schema:worksFor/schema:name ?company ; schema:startDate ?start .
          ?work sg:applied ?concept . ?concept skos:prefLabel ?skill .
          ?fact rdf:subject ?work ; rdf:object ?concept ; prov:value ?quote .
        }"""
    quote = "Built a DLQ on Kafka; Iker cut retries by 40% for his team in Bilbao."
    assert [tuple(map(str, row)) for row in data.query(question)] == [
        ("Iker Ortúzar", "Tidewater Labs", "2019-03", "Dead letter queue", quote)
    ]


@GRAPHS
def test_pandas_reads_csv(graph: PropertyGraph, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    export(graph, tmp_path / "csv", format="csv")
    for table in tables(graph, "all"):
        read = pandas.read_csv(tmp_path / "csv" / f"{table.name}.csv", dtype=str, keep_default_na=False)
        assert (tuple(read.columns), [tuple(row) for row in read.itertuples(index=False)]) == (
            table.columns,
            [tuple(shown(value) for value in row) for row in table.rows],
        )


def shown(value: Cell) -> str:
    """Return what a reader of CSV sees of a cell."""
    if isinstance(value, str | tuple):
        return neutral(value if isinstance(value, str) else "; ".join(value))
    return "" if value is None else json.dumps(value)


@GRAPHS
def test_pandas_and_pyarrow_read_parquet(graph: PropertyGraph, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    parquet = pytest.importorskip("pyarrow.parquet")
    export(graph, tmp_path / "parquet", format="parquet")
    for table in tables(graph, "all"):
        path = tmp_path / "parquet" / f"{table.name}.parquet"
        rows = [tuple(tuple(v) if isinstance(v, list) else v for v in row.values()) for row in parquet.read_table(path).to_pylist()]
        assert (tuple(pandas.read_parquet(path).columns), rows) == (table.columns, list(table.rows))


def test_the_flat_table_says_who_knows_what_and_why(tmp_path: Path) -> None:
    export(sample(), tmp_path / "skills.csv", format="csv", options={"table": "person_skills"})
    with (tmp_path / "skills.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(r["person"], r["skill"], r["basis"], r["months"], r["years"], r["quote"][:20]) for r in rows] == [
        ("Iker Ortúzar", "Dead letter queue", "demonstrated", "24", "", "Built a DLQ on Kafka"),
        ("Iker Ortúzar", "Apache Kafka", "demonstrated", "24", "6.5", "Built a DLQ on Kafka"),
        ("Iker Ortúzar", "Messaging", "inferred", "24", "", ""),
        ("Iker Ortúzar", "RabbitMQ", "demonstrated", "36", "", "Moved billing from R"),
        ("Marguerite O'Dell", "Zephyrflow", "stated", "0", "2.0", "Skills: Zephyrflow ("),
        ("Zoë van Haverkamp", "Apache Kafka", "demonstrated", "36", "", "She was thanked when"),
    ]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    export(hostile(), tmp_path / "csv", format="csv", options={"encoding": "utf-8-sig"})
    for path in sorted((tmp_path / "csv").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert [cell for row in csv.reader(file) for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("graph", [sample(), hostile()], ids=["sample", "hostile"])
def test_json_resume_goes_through_its_loader(graph: PropertyGraph, tmp_path: Path) -> None:
    paths = export(graph, tmp_path / "resumes", format="jsonresume")
    for path, person in zip(paths, [n for n in graph.nodes if "Person" in n.labels], strict=True):
        document = parse(path.read_bytes(), path.name)
        assert document.media_type == "application/json"
        found = [document.text[b.start : b.end] for b in document.blocks if b.field == "basics.name"]
        # The loader makes a block of each line and one space of several, and takes out what only turns letters around.
        name = str(person.properties["name"]).replace("\u202e", "")
        assert found == [" ".join(line.split()) for line in name.split("\n")]


def test_json_resume_of_one_person_is_one_file(tmp_path: Path) -> None:
    assert export(person_part(sample(), "Iker Ortúzar"), tmp_path / "iker.json", format="jsonresume") == [tmp_path / "iker.json"]
    document = parse((tmp_path / "iker.json").read_bytes(), "iker.json")
    assert {(b.field, document.text[b.start : b.end]) for b in document.blocks} == {
        ("basics.name", "Iker Ortúzar"),
        ("basics.label", "Staff Engineer"),
        ("basics.email", "iker-ortuzar@mail.example"),
        ("basics.url", "https://github.com/iker-ortuzar"),
        ("basics.location.city", "Bilbao, Spain"),
        ("work.0.name", "Ortúzar Consulting"),
        ("work.0.position", "Staff Engineer"),
        ("work.0.startDate", "2021-03"),
        ("work.0.location", "Bilbao"),
        ("work.0.highlights.0", "Moved billing from RabbitMQ to Kafka, mail iker@ortuzar.example."),
        ("work.1.name", "Tidewater Labs"),
        ("work.1.position", "Backend Engineer"),
        ("work.1.startDate", "2019-03"),
        ("work.1.endDate", "2021-02"),
        ("work.1.location", "Bilbao"),
        ("work.1.highlights.0", "Built a DLQ on Kafka; Iker cut retries by 40% for his team in Bilbao."),
        ("skills.0.name", "messaging"),
        ("skills.0.keywords.0", "Apache Kafka"),
        ("skills.0.keywords.1", "Dead letter queue"),
        ("skills.0.keywords.2", "RabbitMQ"),
    }


def test_every_label_has_its_own_looks() -> None:
    assert sorted(looks()) == sorted(
        [
            "Achievement",
            "Company",
            "Concept",
            "Document",
            "Metric",
            "Person",
            "Position",
            "School",
            "Skill",
            "Technology",
            "node",
            "relationship",
        ]
    )
    assert look_of(Node(id="x", labels=("Skill", "Concept"))).model_dump() == {
        "color": "#A21CAF", "border": "#701A75", "text": "#FFFFFF", "diameter": 50.0, "caption": "{name}", "shape": "hexagon",
    }  # fmt: skip


def test_control_characters_dates_none_and_nan_are_handled_before_any_format() -> None:
    wild = {
        "name": "a\x00\x0bb\r\nc\ud800",
        "day": datetime.date(2024, 2, 29),
        "none": None,
        "nan": float("nan"),
        "list": ["x", None, "\x1fy"],
    }
    graph = PropertyGraph(nodes=(Node.model_construct(id="n\x01", labels=("Person",), properties=wild),))
    assert clean_graph(graph) == PropertyGraph(
        nodes=(Node(id="n", labels=("Person",), properties={"day": "2024-02-29", "list": ("x", "y"), "name": "ab\nc"}),)
    )
    for format in ("graphml", "gexf"):
        ET.fromstring(written(graph, format))


def test_nothing_hostile_is_lost_in_json() -> None:
    data = json.loads(written(hostile(), "json"))
    assert {node["name"] for node in data["nodes"]} == set(HOSTILE)


def test_the_table_of_formats_is_complete() -> None:
    assert {name: (e.extension, e.folder, [o.name for o in e.options]) for name, e in EXPORTERS.items()} == {
        "csv": (".csv", True, ["table", "encoding"]),
        "cypher": (".cypher", False, []),
        "cytoscape": (".cyjs", False, []),
        "dot": (".dot", False, ["direction"]),
        "gexf": (".gexf", False, []),
        "graphml": (".graphml", False, ["flavour"]),
        "html": (".html", False, ["title"]),
        "json": (".json", False, []),
        "jsonld": (".jsonld", False, ["base"]),
        "jsonresume": (".json", True, []),
        "neo4j-admin": ("", True, ["files"]),
        "parquet": (".parquet", True, ["table"]),
        "turtle": (".ttl", False, ["base"]),
    }
