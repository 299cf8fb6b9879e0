"""The file itself: what is in it, that it is the same each time, and that nothing in it can act but its own script."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path

from skillgraph.exporters.page import html_files, render
from skillgraph.model import PropertyGraph
from tests.page.sample import HOSTILE, REPLY, hostile_graph
from tests.queries.small_graph import small_graph

ROOM = Path(__file__).parents[2] / "exporters" / "page"


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    loaded: dict[str, object] = json.loads(found[1])
    return loaded


def test_the_same_graph_gives_the_same_page() -> None:
    assert render(small_graph(), answers=(REPLY,), title="A") == render(small_graph(), answers=(REPLY,), title="A")


def test_the_exporter_makes_one_file_of_the_same_text() -> None:
    files = [(file.name, b"".join(file.content)) for file in html_files(small_graph(), {"title": "Team"})]
    assert files == [("graph.html", render(small_graph(), title="Team").encode())]


def test_every_node_and_relationship_is_in_the_data() -> None:
    data = data_of(render(small_graph(), title="Team"))
    labels, types, nodes = data["labels"], data["types"], data["nodes"]
    assert isinstance(labels, list) and isinstance(types, list) and isinstance(nodes, list) and isinstance(data["relationships"], list)
    assert [(node[0], tuple(labels[node[1]])) for node in nodes] == [(node.id, node.labels) for node in small_graph().nodes]
    ends = [(types[fields[0]], nodes[fields[1]][0], nodes[fields[2]][0]) for fields in data["relationships"]]
    assert ends == [(r.type, r.source, r.target) for r in small_graph().relationships]


def test_only_the_page_s_own_script_and_style_are_allowed() -> None:
    page = render(hostile_graph(), title="Team")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy is not None
    assert html.unescape(policy[1]).split("; ") == [
        "default-src 'none'",
        *(f"script-src '{digest(text)}'" for text in script),
        *(f"style-src '{digest(text)}'" for text in style),
        "img-src data:",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_hostile_texts_stay_inside_the_data() -> None:
    empty, hostile = render(PropertyGraph(), title="Team"), render(hostile_graph(), title="Team")
    without = [re.sub(r'(id="data">).*?(</script>)', r"\1\2", page, flags=re.DOTALL) for page in (empty, hostile)]
    assert without[0] == without[1]
    assert {fields[2].get("name") for fields in data_of(hostile)["nodes"] if fields[0].startswith("person:")} == set(HOSTILE)  # type: ignore[attr-defined]


def test_a_hostile_title_is_text() -> None:
    page = render(PropertyGraph(), title="</title><script>\x00\n{{data}}")
    assert re.findall(r"<title>(.*?)</title>", page) == ["&lt;/title&gt;&lt;script&gt; {{data}}"]


def test_the_built_script_is_that_of_the_sources() -> None:
    sums = {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((ROOM / "app").glob("*.js")) for name in [f"app/{path.name}"]
    }
    built = {name: value for value, name in (line.split() for line in (ROOM / "vendor/SOURCES").read_text().splitlines())}
    assert built == sums, "run exporters/page/build.sh"


def test_no_address_of_a_registry_stands_in_the_build() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOM / "package.json", ROOM / "build.sh", ROOM / "vendor/SOURCES")}
    assert {name for name, text in texts.items() if "://" in text} == set()
    assert sorted(path.name for path in ROOM.glob("*lock*")) == []
