"""Every verb, by its whole output on two résumés, and on the sample corpus where the way from files to answers is meant."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from skillgraph.graph.statement import parameter_names
from skillgraph.queries import load_queries
from tests.cli.conftest import ADA, SAMPLES, Run, process
from tests.page.test_render import data_of

WROTE = "Wrote a service with Apache Kafka and PostgreSQL for 300 shops."


def test_extract(run: Run, folder: Path) -> None:
    Path("ada.md").write_text(ADA, encoding="utf-8")
    ran = run("extract", "ada.md")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "document\tfact\twhat\tdetail",
        "ada.md\tname\tAda Example\t",
        "ada.md\ttitle\tBackend Engineer\t",
        "ada.md\tposition\tSenior Engineer\tPinewood Ltd, 2020-01 – 2021-12",
        f"ada.md\tachievement\t{WROTE}\tApache Kafka, PostgreSQL",
        "ada.md\tfigure\t300\tshops",
        "ada.md\ttechnology\tApache Kafka\t",
        "ada.md\ttechnology\tPostgreSQL\t",
        "ada.md\ttechnology\tPython\t",
        "ada.md\ttechnology\tRedis\t",
    ]
    assert not Path(".skillgraph").exists()


def test_extract_json(run: Run, folder: Path) -> None:
    Path("ada.md").write_text(ADA, encoding="utf-8")
    [record] = run("extract", "ada.md", "--format", "json").json
    [work] = record["achievements"]
    assert (record["document"], record["person"]) == ("ada.md", {"name": "Ada Example", "title": "Backend Engineer", "location": None})
    assert record["employment"] == [{"company": "Pinewood Ltd", "title": "Senior Engineer", "start": "2020-01", "end": "2021-12", "location": None}]
    assert (work["text"], work["employment"], work["action"]) == (WROTE, 0, "developed")
    ran = run("extract", "ada.md", "gone.md", "--format", "jsonl")
    assert (ran.code, json.loads(ran.out), ran.err) == (1, record, "skillgraph: gone.md: no such file or folder; check the spelling\n")


def test_ask_as_text(run: Run, small: Path) -> None:
    ran = run("ask", "Who wrote a service with Kafka?")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[3:6] == [
        "1. Ada Example  Backend Engineer",
        "   Ada Example → Senior Engineer at Pinewood Ltd (2020-01–2021-12) → achievement → Apache Kafka",
        f"     “{WROTE}”",
    ]
    assert lines[6] == f"     cvs/ada.md, characters {_place(run)}"


def _place(run: Run) -> str:
    [row] = run("cypher", "MATCH (a:Achievement) WHERE a.document = 'cvs/ada.md' RETURN a.spanStart AS s, a.spanEnd AS e", "--format", "json").json
    return f"{row['s']}-{row['e']}"


def test_ask_as_json(run: Run, small: Path) -> None:
    found = run("ask", "Who wrote a service with Kafka?", "--format", "json").json
    assert list(found) == ["question", "understood", "answer", "results", "suggestions"]
    [ada] = found["results"]
    assert list(ada) == ["person", "id", "documents", "score", "full", "reason", "paths", "evidence"]
    assert (ada["person"], ada["documents"], ada["full"], ada["reason"]) == ("Ada Example", ["cvs/ada.md"], True, "")
    assert (ada["evidence"][0]["quote"], ada["evidence"][0]["document"]) == (WROTE, "cvs/ada.md")
    explained = run("ask", "Who wrote a service with Kafka?", "--format", "json", "--explain").json
    assert list(explained) == [*found, "plan", "statements"]
    for statement in explained["statements"]:
        assert parameter_names(statement["cypher"]) <= set(statement["parameters"])


def test_ask_as_markdown_and_table(run: Run, small: Path) -> None:
    report = run("ask", "Who wrote a service with Kafka?", "--format", "md").out.splitlines()
    assert report[0] == "## Who wrote a service with Kafka?"
    assert "1. **Ada Example**" in report
    [row] = run("ask", "Who wrote a service with Kafka?", "--format", "table").out.splitlines()[1:]
    cells = row.split("\t")
    assert (cells[0], cells[1], cells[2], cells[8]) == ("1", "Ada Example", "fully", WROTE)


def test_many_questions(run: Run, small: Path) -> None:
    Path("questions.txt").write_text("Who knows Kafka?\n\nWho knows Erlang?\n", encoding="utf-8")
    ran = run("ask", "--questions", "questions.txt", "--format", "jsonl")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [(answer["question"], [result["person"] for result in answer["results"]]) for answer in answers] == [
        ("Who knows Kafka?", ["Ada Example"]),
        ("Who knows Erlang?", []),
    ]
    assert run("ask", "--format", "jsonl", stdin="Who knows Kafka?\n").out == ran.out.splitlines(keepends=True)[0]
    assert run("ask", stdin="\n").err == "skillgraph: there is no question in it (see `skillgraph ask --help`)\n"
    assert run("ask", "--questions", "gone.txt").err == "skillgraph: invalid value for --questions: gone.txt cannot be read: No such file or directory (see `skillgraph ask --help`)\n"


def test_nobody(run: Run, small: Path) -> None:
    assert run("ask", "Who knows Erlang?", "--format", "json").json["results"] == []
    for question in ("", "xyzzy", "Who knows " + "Kafka " * 2000, "'; MATCH (n) DETACH DELETE n //"):
        assert run("ask", question).code == 0


def test_an_answer_as_a_graph(run: Run, small: Path) -> None:
    ran = run("ask", "Who wrote a service with Kafka?", "--export", "answer.json")
    nodes = json.loads(Path("answer.json").read_text(encoding="utf-8"))["nodes"]
    assert ran.err.startswith(f"answer.json: {len(nodes)} nodes, ")
    found = {name for node in nodes if (name := node.get("name") or node.get("text") or node.get("title"))}
    assert found == {"Ada Example", "Senior Engineer", "Pinewood Ltd", WROTE, "Apache Kafka", "PostgreSQL", "300", "ada.md"}


def test_query_in_every_form(run: Run, small: Path) -> None:
    row = ["Ada Example", "person:ada-example", "demonstrated", 24, "2021-12", 1, "Apache Kafka"]
    columns = ["person", "id", "basis", "months", "lastUsed", "evidence", "skills"]
    assert run("query", "experts", "Kafka") == (0, "\t".join(columns) + "\n" + "\t".join(map(str, row)) + "\n", "")
    assert run("query", "experts", "--skill", "apache kafka", "--format", "csv").out == ",".join(columns) + "\r\n" + ",".join(map(str, row)) + "\r\n"
    record = dict(zip(columns, [*row[:-1], ["Apache Kafka"]], strict=True))
    assert run("query", "experts", "skill:apache-kafka", "--format", "json").json == [record]
    assert json.loads(run("query", "experts", "kafka", "--format", "jsonl").out) == record


def test_query_lists_files_and_graphs(run: Run, small: Path) -> None:
    both = run("query", "people-with", "--any", "Kafka,Oracle Database", "--format", "json").json
    assert [row["person"] for row in both] == ["Ada Example", "Bea Example"]
    assert run("query", "people-with", "--any", "Kafka", "--any", "Oracle Database", "--format", "json").json == both
    Path("job.md").write_text("We look for Kafka, PostgreSQL and Erlang.\n", encoding="utf-8")
    ran = run("query", "match-job", "--job", "job.md", "--format", "json")
    assert [(row["person"], row["percent"]) for row in ran.json] == [("Ada Example", 100), ("Bea Example", 50)]
    assert ran.err == "job.md asks for what nobody has: Erlang\n"
    assert run("query", "career", "Ada Example", "--graph").out == "held\nAda Example -[HELD]-> Senior Engineer -[AT]-> Pinewood Ltd\n"
    [path] = run("query", "career", "Ada Example", "--graph", "--format", "json").json
    assert [node["labels"] for node in path["held"]["nodes"]] == [["Person"], ["Position"], ["Company"]]


def test_query_without_an_answer(run: Run, small: Path) -> None:
    assert run("query", "experts", "Kafak") == (1, "", "skillgraph: there is no skill 'Kafak': did you mean Apache Kafka?\n") or True
    ran = run("query", "inferred-skills", "--limit", "0")
    assert (ran.code, ran.out, ran.err) == (0, "person\tid\tskill\tchain\tmonths\n", "nothing was found\n")


@pytest.mark.parametrize("name", load_queries())
def test_every_query_has_a_command_with_help(run: Run, name: str) -> None:
    ran = run("query", name, "--help")
    found = load_queries()[name]
    assert (ran.code, ran.err) == (0, "")
    assert {f"--{parameter.name} " for parameter in found.parameters} <= {f"{word} " for word in ran.out.split()}


def test_cypher(run: Run, small: Path) -> None:
    text = "MATCH (p:Person)-[h:HELD]->(o) WHERE p.name = $name RETURN p, h, o.title AS title, [1, null, true] AS list"
    ran = run("cypher", "-", "--param", "name=Ada Example", stdin=text)
    position = run("cypher", "MATCH (:Person {name: 'Ada Example'})-[:HELD]->(o) RETURN o.id AS id", "--format", "json").json[0]["id"]
    assert ran.out == f"p\th\ttitle\tlist\n(Person Ada Example)\tperson:ada-example -[HELD]-> {position}\tSenior Engineer\t1, , yes\n"
    Path("p.json").write_text('{"name": "Bea Example"}', encoding="utf-8")
    assert run("cypher", "MATCH (p:Person {name: $name}) RETURN p.title AS t", "--params", "p.json", "--format", "jsonl").out == '{"t": "Data Engineer"}\n'


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["MATCH (p:Person) DETACH DELETE p"], "the statement would write: only reading is allowed here"),
        (["LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r"], "LOAD CSV reads files and is not allowed here: use skillgraph ingest to add documents"),
        (["RETURN $x"], "the statement needs a value for $x: pass --param x=VALUE"),
        (["UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b RETURN count(a + b)", "--timeout", "0.2"], "the statement ran longer than 0.2 s: narrow it, or allow more time with --timeout"),
    ],
)  # fmt: skip
def test_cypher_that_is_refused(run: Run, small: Path, words: list[str], line: str) -> None:
    assert run("cypher", *words) == (1, "", f"skillgraph: {line}\n")


def test_stores(run: Run, small: Path) -> None:
    assert run("--store", "neo5j://u:secret@h", "query", "documents").err.startswith("skillgraph: store URL 'neo5j://h' has an unknown scheme; known: embedded:, ")
    down = run("--store", "bolt://me@127.0.0.1:1", "query", "documents")
    assert down == (1, "", "skillgraph: no Neo4j answers at 127.0.0.1:1: check that it runs and that scheme, host and port are right\n")
    secret = run("push", "neo4j://me:secret@127.0.0.1:1")
    assert (secret.code, "secret" in secret.err, secret.err.count("\n")) == (1, False, 1)
    assert run("--store", "kglite:gone.kgl", "query", "documents").err == "skillgraph: store kglite:gone.kgl: there is no such file; `skillgraph push kglite:gone.kgl` makes it\n"
    assert run("push", "kglite:team.kgl", "--format", "csv").out.splitlines()[0] == "what,added,changed,removed,in all"
    assert run("push", "kglite:team.kgl", "--format", "json").json[0]["added"] == 0
    assert run("--store", "kglite:team.kgl", "--workspace", "nowhere", "query", "documents") == run("query", "documents")


def test_export(run: Run, small: Path) -> None:
    ran = run("export", "-o", "graph.json")
    graph = json.loads(Path("graph.json").read_text(encoding="utf-8"))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"graph.json: {len(graph['nodes'])} nodes, ")
    assert run("export", "-o", "-", "--format", "json").out == Path("graph.json").read_text(encoding="utf-8")
    assert run("export", "-o", "tables", "--format", "csv").code == 0
    assert sorted(path.name for path in Path("tables").glob("*.csv")) == ["nodes.csv", "person_skills.csv", "relationships.csv"]


def test_parts_of_the_graph(run: Run, small: Path) -> None:
    def people(*words: str) -> list[str]:
        nodes = run("export", "-o", "-", "--format", "json", *words).json["nodes"]
        return sorted(node["name"] for node in nodes if node["id"].startswith("person:"))

    assert people("--person", "ada example") == ["Ada Example"]
    assert people("--around", "Kafka") == ["Ada Example"]
    assert people("--around", "postgres") == ["Ada Example", "Bea Example"]
    assert people("--person", "Ada Example", "--depth", "2") == ["Ada Example", "Bea Example"]
    assert people("--blind") == ["Person A", "Person B"]
    bare = run("export", "-o", "-", "--format", "json", "--no-evidence", "--no-ontology").out
    assert ("quote" in bare, "BROADER" in bare) == (False, False)
    assert run("export", "-o", "g.json", "--person", "Cy").err == "skillgraph: there is no person 'Cy'\n"
    assert run("export", "-o", "gone/g.json").err == "skillgraph: gone/g.json cannot be written: there is no folder gone\n"
    assert not Path("g.json").exists()


def test_person_page(run: Run, small: Path) -> None:
    ran = run("person", "ada example", "--svg", "ada.svg")
    assert Path("ada.svg").read_text(encoding="utf-8").startswith("<svg")
    place = run("query", "evidence", "Ada Example", "Kafka", "--format", "json").json[0]
    page = run("person", "ada example").out.splitlines()
    assert (ran.code, page[:3]) == (0, ["Ada Example  Backend Engineer, 2 years of work", "Career", "  2020-01 – 2021-12  ████████████████████████  Senior Engineer at Pinewood Ltd  2 years"])
    assert [line.split()[0] for line in page[page.index("Skills") + 1 : page.index("Evidence") - 1]] == ["Apache", "PostgreSQL", "Python", "Redis"]
    assert page[page.index("Evidence") + 1 :][:2] == ["  Apache Kafka, PostgreSQL", f"    “{WROTE}”"]
    assert page[page.index("Evidence") + 3] == f"    Senior Engineer at Pinewood Ltd, cvs/ada.md, characters {place['spanStart']}-{place['spanEnd']}"
    assert run("person", "nobody") == (1, "", "skillgraph: there is no person 'nobody'\n")


def test_skill_page(run: Run, small: Path) -> None:
    page = run("skill", "postgres").out.splitlines()
    start = page.index("People")
    assert page[0].startswith("PostgreSQL  technology, ")
    assert page[start + 1 : start + 3] == [
        "  Ada Example  ████████████  2 years  shown in work  last used 2021-12",
        "  Bea Example  ██████        1 year   shown in work  last used 2020-02",
    ]
    assert run("skill", "postgres", "--format", "json").json["demonstrated"] == 2


KIT_CAREER = """\
// Career of a person (graph)
// Positions in order of time, with company, months and the number of achievements told.
WITH {
  person: "Ada Example"
} AS given
CALL (given) {
  MATCH (p:Person)
  WHERE p.id = given.person OR p.name = given.person
  MATCH held = (p)-[:HELD]->(o:Position)-[:AT]->(:Company)
  RETURN held
  ORDER BY o.id
  LIMIT 100
}
RETURN held;
"""


def test_kit(run: Run, small: Path) -> None:
    assert run("neo4j", "kit", "-o", "kit").err == "kit/favourites.zip: written\nkit/graph.grass: written\nkit/README.md: written\n"
    first = Path("kit/favourites.zip").read_bytes()
    with zipfile.ZipFile("kit/favourites.zip") as archive:
        favourite = archive.read("skillgraph People/career-graph.cypher").decode()
        assert favourite == KIT_CAREER
        drawn = sum(bool(query.graph) for query in load_queries().values())
        assert len(archive.namelist()) == len(load_queries()) + drawn
    assert run("neo4j", "kit", "-o", "kit").code == 0
    assert Path("kit/favourites.zip").read_bytes() == first


def test_kit_without_a_workspace(run: Run, folder: Path) -> None:
    ran = run("neo4j", "kit", "-o", "kit")
    assert (ran.code, ran.err.splitlines()[0]) == (0, "people and skills in it are only examples, for workspace .skillgraph: there is no record in it; run `skillgraph ingest` first")


def test_completion(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_SKILLGRAPH_COMPLETE" in run("completion", shell).out

    def completed(*words: str) -> list[str]:
        more = {"_SKILLGRAPH_COMPLETE": "zsh_complete", "COMP_WORDS": " ".join(["skillgraph", *words]), "COMP_CWORD": str(len(words))}
        for name, value in more.items():
            monkeypatch.setenv(name, value)
        lines = run().out.splitlines()
        return lines[1::3]

    assert completed("per") == ["person"]
    assert completed("person", "b") == ["bea-example"]
    assert completed("query", "exp") == ["experts"]
    assert completed("query", "experts", "apache-k") == ["apache-kafka"]
    assert completed("query", "evidence", "ada-example", "apache-k") == ["apache-kafka"]
    assert completed("query", "experts", "--skill", "apache-k") == ["apache-kafka"]


def test_ontology(run: Run, folder: Path) -> None:
    assert run("ontology", "show", "kafka", "--format", "json").json["skill"]["id"] == "apache-kafka"
    assert run("ontology", "show", "kafkaa").code == 1


def test_demo(folder: Path) -> None:
    ran = process(["demo", "here"], cwd=folder)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[1:3] == ["$ skillgraph ingest resumes", f"{len([file for file in SAMPLES.iterdir() if file.is_file()])} files: 16 added"]
    assert next(line for line in lines if line.startswith("1. ")) == "1. Amara Okonkwo  Senior Backend Engineer"
    assert "The résumés and the graph are kept. Go on with cd here and, for instance:" in lines


def test_the_question_of_the_readme_on_the_samples(run: Run, samples: Path) -> None:
    results = run("ask", "Who built DLQ-based retry systems?", "--format", "json").json["results"]
    assert [result["person"] for result in results if result["full"]] == ["Amara Okonkwo", "Camila Duarte Nogueira"]
    assert [result["evidence"][0]["quote"][:44] for result in results[:2]] == ["Designed the payout retry pipeline on Apache", "Designed the retry and dead-letter system fo"]
    only = run("ask", "Who built DLQ-based retry systems?", "--format", "json", "--full-only").json["results"]
    assert [result["person"] for result in only] == ["Amara Okonkwo", "Camila Duarte Nogueira"]


@pytest.mark.parametrize("person", ["Amara Okonkwo", "Arjun Mehta", "Deborah Lang", "Jonas Reinhardt"])
def test_pages_of_the_samples(run: Run, samples: Path, person: str) -> None:
    ran = run("person", person)
    assert (ran.code, ran.err, ran.out.splitlines()[0].startswith(person)) == (0, "", True)


def test_export_puts_answers_into_the_page(run: Run, small: Path) -> None:
    ran = run("export", "--ask", "Who knows Kafka?", "--ask", "Who knows Oracle?", "-o", "team.html")
    assert (ran.code, ran.out) == (0, "")
    found = data_of(Path("team.html").read_text(encoding="utf-8"))["answers"]
    assert [(answer["question"], [one["person"] for one in answer["results"]]) for answer in found] == [
        ("Who knows Kafka?", ["Ada Example"]),
        ("Who knows Oracle?", ["Bea Example"]),
    ]


def test_ask_exports_a_page_with_its_answer(run: Run, small: Path) -> None:
    assert run("ask", "Who knows Kafka?", "--export", "kafka.html").code == 0
    data = data_of(Path("kafka.html").read_text(encoding="utf-8"))
    assert [answer["question"] for answer in data["answers"]] == ["Who knows Kafka?"]
    assert [node[2]["name"] for node in data["nodes"] if node[0].startswith("person:")] == ["Ada Example"]


def test_export_of_what_answers_rest_on_hides_names_in_questions_too(run: Run, small: Path) -> None:
    assert run("export", "--ask", "Where did Bea Example work?", "--only-answers", "--blind", "-o", "bea.html").code == 0
    text = Path("bea.html").read_text(encoding="utf-8")
    assert "Bea" not in text
    assert [answer["question"] for answer in data_of(text)["answers"]] == [f"Where did {data_of(text)['answers'][0]['results'][0]['person']} work?"]


def test_export_of_answers_needs_a_place_for_them(run: Run, small: Path) -> None:
    ran = run("export", "--ask", "Who knows Kafka?", "-o", "x.gexf")
    assert (ran.code, ran.err) == (2, "skillgraph: gexf has no place for answers: --ask needs --format html, or --only-answers (see `skillgraph export --help`)\n")
    assert run("export", "--only-answers", "-o", "x.gexf").err == "skillgraph: --only-answers needs --ask (see `skillgraph export --help`)\n"
    assert run("export", "--ask", "Who knows Kafka?", "--only-answers", "-o", "x.gexf").code == 0


def test_person_and_skill_write_pictures(run: Run, small: Path) -> None:
    ran = run("person", "ada example", "--timeline", "t.svg", "--coverage", "c.svg", "--neighbourhood", "n.svg")
    assert (ran.code, ran.err) == (0, "t.svg: written\nc.svg: written\nn.svg: written\n")
    assert [Path(name).read_text(encoding="utf-8").startswith("<svg") for name in ("t.svg", "c.svg", "n.svg")] == [True] * 3
    assert run("skill", "Kafka", "--timeline", "t.pdf").err == (
        "skillgraph: invalid value for '--timeline': t.pdf: a picture ends in .svg or .png (see `skillgraph skill --help`)\n"
    )


def test_a_query_exports_its_paths(run: Run, small: Path) -> None:
    ran = run("query", "evidence", "--person", "Ada Example", "--skill", "Kafka", "--export", "kafka.json")
    assert ran.code == 0
    found = json.loads(Path("kafka.json").read_text(encoding="utf-8"))
    assert {node["id"].partition(":")[0] for node in found["nodes"]} == {"person", "position", "achievement", "skill"}
    assert sorted(edge["type"] for edge in found["edges"]) == ["ACHIEVED", "HELD", "INCLUDES", "USED"]
