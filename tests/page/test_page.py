"""The page in a real browser, used as a person would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.page import large_graph
from skillgraph.model import PropertyGraph
from skillgraph.ontology import load_ontology
from skillgraph.questions import ask
from tests.page.conftest import Open
from tests.page.sample import HOSTILE, REPLY, hostile_graph, shown
from tests.queries.small_graph import small_graph
from tests.server.serving import store_of

AXE = Path(__file__).with_name("axe.min.js")
VIEWS = (
    "#/graph",
    "#/graph?node=skill:kafka",
    "#/graph?node=person:ana",
    "#/list",
    "#/person",
    "#/person?person=person:ana",
    "#/coverage",
    "#/coverage?need=Kafka,Fortran",
    "#/path?from=person:ana&to=person:bram",
    "#/answers",
)


def drawn(page: Any) -> tuple[int, int]:
    stage = page.locator("#stage")
    return int(stage.get_attribute("data-nodes")), int(stage.get_attribute("data-edges"))


def test_it_opens_with_people_companies_and_the_skills_they_have(open_page: Open) -> None:
    page = open_page(small_graph())
    assert page.title() == "Graph – Team"
    assert page.locator("#facts").inner_text() == "4 people · 9 skills · 2 companies"
    assert drawn(page) == (15, 18)


def test_search_finds_by_another_name_and_shows_who_has_the_skill(open_page: Open) -> None:
    page = open_page(small_graph())
    page.keyboard.press("/")
    page.keyboard.type("dlq")
    assert page.locator("#find-list [role=option] bdi").all_inner_texts() == ["Dead letter queue", "DLQ"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#inspector h2")
    assert page.locator("#inspector h2").inner_text() == "Dead letter queue"
    assert page.locator("#inspector section:first-of-type .words a").all_inner_texts() == ["Ana Duarte"]


def test_search_says_when_nothing_is_called_so(open_page: Open) -> None:
    page = open_page(small_graph())
    page.locator("#find").fill("zzz")
    assert page.locator("#find-list li").all_inner_texts() == ["Nothing is called that"]
    page.keyboard.press("Escape")
    assert page.locator("#find-list").is_hidden()


def test_filters_narrow_what_is_drawn_and_can_be_cleared(open_page: Open) -> None:
    page = open_page(small_graph())
    page.select_option("#area", "languages")
    page.wait_for_function("document.querySelector('#stage').dataset.nodes !== '15'")
    assert page.locator("#facts").inner_text() == "1 person · 1 skill · 2 companies"
    assert drawn(page) == (4, 3)
    page.locator("#basis-inferred").check()
    assert page.locator("#facts").inner_text() == "2 people · 2 skills · 2 companies"
    page.locator("#clear").click()
    assert page.locator("#facts").inner_text() == "4 people · 9 skills · 2 companies"


@pytest.mark.parametrize(
    ("filters", "facts"),
    [
        ("company=company:quayside", "2 people · 7 skills · 1 company"),
        ("since=2021&until=2021", "3 people · 6 skills · 2 companies"),
        ("basis=demonstrated", "4 people · 7 skills · 2 companies"),
        ("basis=inferred", "4 people · 2 skills · 2 companies"),
        ("area=databases", "1 person · 1 skill · 2 companies"),
    ],
)
def test_each_filter(open_page: Open, filters: str, facts: str) -> None:
    assert open_page(small_graph(), f"#/graph?{filters}").locator("#facts").inner_text() == facts


def test_a_click_on_a_node_leads_to_the_quoted_evidence(open_page: Open) -> None:
    page = open_page(small_graph())
    place = page.evaluate("skillgraph.scene.place('skill:kafka')")
    canvas = page.locator("#canvas").evaluate("canvas => canvas.getBoundingClientRect().toJSON()")
    page.mouse.click(canvas["x"] + place["x"], canvas["y"] + place["y"])
    page.wait_for_selector("#inspector h2")
    assert page.locator("#inspector h2").inner_text() == "Apache Kafka"
    page.locator("#inspector .row", has_text="Ana Duarte").get_by_role("button").click()
    assert page.locator("#inspector .proof:visible blockquote").inner_text() == "Built a retry pipeline on Kafka with a dead letter queue."
    assert page.locator("#inspector .proof:visible figcaption").inner_text() == "ana.md · characters 10–67"
    page.keyboard.press("Escape")
    assert page.locator("#inspector").is_hidden()


def test_an_inferred_skill_tells_its_reason(open_page: Open) -> None:
    page = open_page(small_graph(), "#/graph?node=person:chidi&with=skill:java")
    assert page.locator(".because .where").first.inner_text() == "Spring Boot implies Java"
    assert page.locator(".because blockquote").first.inner_text() == "Built billing with Spring Boot and Kafka retries."


def test_the_path_between_two_people_in_words_with_proof(open_page: Open) -> None:
    page = open_page(small_graph(), "#/path?from=person:ana&to=person:bram")
    assert page.locator(".steps .stop").all_inner_texts() == [
        "Ana Duarte",
        "Staff Engineer · Quayside Systems",
        "Quayside Systems",
        "Backend Engineer · Quayside Systems",
        "Bram Visser",
    ]
    assert page.locator(".steps .between").all_inner_texts() == [
        "worked as, since Jan 2021",
        "at, since Jan 2021",
        "where one worked as, Jan 2020 – Dec 2023",
        "held by, Jan 2020 – Dec 2023",
    ]
    page.locator(".steps .toggle").first.click()
    assert page.locator(".steps blockquote").first.inner_text() == "Staff Engineer Quayside Systems"


def test_two_that_nothing_joins_have_no_path(open_page: Open) -> None:
    page = open_page(small_graph(), "#/path?from=person:ana&to=person:ana")
    assert page.locator("#inspector .empty").inner_text() == "These are one and the same."


def test_a_person_has_a_timeline_and_skills_by_years(open_page: Open) -> None:
    page = open_page(small_graph(), "#/person?person=person:ana")
    charts = page.locator(".chart svg")
    assert [charts.nth(at).get_attribute("aria-label") for at in range(charts.count())] == ["Career of Ana Duarte", "Skills by years"]
    career, skills = (charts.nth(at).locator(".label").all_text_contents() for at in range(2))
    assert career == ["Quayside Systems", "Heliotrope Labs", "Northport University", "Northport University"]
    assert skills == ["PostgreSQL", "Apache Kafka", "Dead letter queue", "Retry"]
    assert page.locator(".work .words").all_inner_texts() == [
        "Migrated billing to PostgreSQL and cut latency by 40%.",
        "Built a retry pipeline on Kafka with a dead letter queue.",
    ]


def test_coverage_shows_gaps_bus_factor_and_needs(open_page: Open) -> None:
    page = open_page(small_graph(), "#/coverage")
    assert page.locator(".tile strong").all_inner_texts() == ["4", "9", "6", "2"]
    assert page.locator(".heat thead a").all_inner_texts() == ["Ana Duarte", "Bram Visser", "Chidi Eze", "Dora Novak"]
    page.locator("#show").select_option("one")
    assert page.locator(".heat tbody th").all_inner_texts() == [
        "Go",
        "RabbitMQ",
        "PostgreSQL",
        "Dead letter queue",
        "Spring Boot",
        "Zephyrflow",
    ]
    page.locator("#need").fill("K8s, message-broker, COBOL")
    page.locator("#need").press("Enter")
    page.wait_for_selector(".warning")
    assert page.locator(".heat tbody th").all_inner_texts() == ["Kubernetes", "Message broker"]
    assert page.locator(".heat .gap").all_inner_texts() == ["nobody"]
    assert page.locator(".warning").inner_text() == "Not in this graph: COBOL"


def test_the_heat_map_is_used_with_the_keyboard(open_page: Open) -> None:
    page = open_page(small_graph(), "#/coverage?sort=name")
    page.locator(".heat td[tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector("#inspector h2")
    assert page.locator("#inspector section h3").first.inner_text() == "Proof of Apache Kafka"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Ana Duarte, Apache Kafka: demonstrated, 2 yr"


def test_answers_show_paths_and_marked_quotes(open_page: Open) -> None:
    page = open_page(small_graph(), "#/answers", answers=(REPLY,))
    assert page.locator(".ranked h3").all_inner_texts() == ["Ana Duarte", "Dora <b>Novak</b>in part"]
    assert page.locator(".trail").all_inner_texts() == ["Ana Duarte → Senior Engineer at Heliotrope Labs → Kafka"]
    assert page.locator(".ranked mark").all_inner_texts() == ["retry", "Kafka"]


def test_a_page_with_answers_opens_with_them_and_shows_the_path(open_page: Open) -> None:
    with store_of(small_graph()) as store:
        answers = [ask(question, store, load_ontology()) for question in ("Who built a dead letter queue?", "Who knows Go?")]
    page = open_page(small_graph(), answers=answers)
    assert page.locator("#views a").all_inner_texts() == ["Answers", "Graph", "List", "People", "Coverage", "Path"]
    assert page.locator(".questions a").all_inner_texts() == ["Who built a dead letter queue?\n1 person", "Who knows Go?\n1 person"]
    page.locator(".questions a").last.click()
    page.locator(".answer h2", has_text="Who knows Go?").wait_for()
    assert page.locator(".ranked blockquote").all_inner_texts() == [
        "Built the order service in Go on RabbitMQ.",
        "Reduced latency from 900 ms to 300 ms with Go.",
    ]
    page.get_by_role("link", name="Show the path in the graph").click()
    page.locator(".steps .stop").first.wait_for()
    assert page.locator(".steps .stop").all_inner_texts() == [
        "Bram Visser",
        "Backend Engineer · Quayside Systems",
        "built order service",
        "Go",
    ]


def test_the_list_tells_the_same_and_sorts(open_page: Open) -> None:
    page = open_page(small_graph(), "#/list?kind=Technology")
    page.locator("#sort-people").click()
    assert page.locator("table.rows tbody th").all_inner_texts() == [
        "Apache Kafka",
        "Kubernetes",
        "Go",
        "PostgreSQL",
        "RabbitMQ",
        "Spring Boot",
        "Zephyrflow",
    ]


def test_a_link_restores_the_view(open_page: Open) -> None:
    page = open_page(small_graph(), "#/graph?node=skill:go&basis=demonstrated&area=languages")
    assert page.locator("#inspector h2").inner_text() == "Go"
    assert page.locator("#area").input_value() == "languages"
    assert page.locator("#basis-stated").is_checked() is False


def test_back_leads_to_the_view_before(open_page: Open) -> None:
    page = open_page(small_graph())
    page.locator("#views a", has_text="Coverage").click()
    page.wait_for_selector(".heat")
    page.go_back()
    page.wait_for_selector("#stage:not([hidden])")
    assert page.evaluate("document.body.dataset.view") == "graph"


def test_what_a_link_names_may_be_missing(open_page: Open) -> None:
    page = open_page(small_graph(), "#/graph?node=skill:gone")
    assert page.locator("#inspector .empty").inner_text() == "What this link names is not in this graph."


def test_light_and_dark(open_page: Open) -> None:
    page = open_page(small_graph(), color_scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    seen = [page.evaluate(colour)]
    for _ in range(3):
        page.locator("#theme").click()
        seen.append(page.evaluate(colour))
    dark, light = "rgb(22, 24, 28)", "rgb(251, 251, 250)"
    assert seen == [dark, light, dark, dark]


@pytest.mark.parametrize("view", ["#/graph?node=person:{}", "#/graph?node=skill:{}", "#/person?person=person:{}", "#/list?node=company:{}"])
def test_hostile_texts_are_shown_as_text(open_page: Open, view: str) -> None:
    page = open_page(hostile_graph(), view.format(0), title=HOSTILE[0])
    for at, text in enumerate(HOSTILE):
        page.goto(page.url.split("#")[0] + view.format(at))
        page.wait_for_function("id => location.hash.includes(id) && document.querySelector('h2')", arg=f":{at}")
        page.locator("h2 bdi").first.wait_for()
        assert page.locator("h2 bdi").first.text_content() == shown(text)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#title").text_content() == HOSTILE[0]


def test_hostile_names_stay_text_in_every_view(open_page: Open) -> None:
    page = open_page(hostile_graph(), "#/coverage")
    assert set(page.locator(".heat thead a").all_text_contents()) == {shown(text) for text in HOSTILE}
    page.locator("#views a", has_text="List").click()
    page.wait_for_selector("table.rows")
    assert set(page.locator("table.rows tbody th").all_text_contents()) == {shown(text) for text in HOSTILE}
    assert page.evaluate("[window.hacked, document.querySelectorAll('img, iframe, script').length]") == [None, 2]


def test_an_empty_graph_says_so(open_page: Open) -> None:
    page = open_page(PropertyGraph())
    assert page.locator(".nothing").inner_text() == "Nothing passes these filters."
    page.locator("#views a", has_text="List").click()
    assert page.locator("#view .empty").inner_text() == "This graph is empty."


def test_the_same_state_gives_the_same_picture(open_page: Open) -> None:
    places = "skillgraph.scene.sigma.getGraph().mapNodes((id, {x, y}) => [id, x, y])"
    first = open_page(small_graph(), "#/graph?area=messaging-streaming").evaluate(places)
    second = open_page(small_graph())
    second.select_option("#area", "messaging-streaming")
    second.wait_for_function("document.querySelector('#stage').dataset.nodes !== '15'")
    assert second.evaluate(places) == first


def test_print_leaves_out_what_is_pressed(open_page: Open) -> None:
    page = open_page(small_graph(), "#/person?person=person:ana")
    page.emulate_media(media="print")
    assert [page.locator(part).is_visible() for part in ("#search", "#views", "#tools", ".profile h2")] == [False, False, False, True]


def test_the_graph_is_printed_from_a_copy_in_light_colours(open_page: Open) -> None:
    page = open_page(small_graph(), color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = """() => {
      const canvas = document.querySelector(".printed");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return [document.documentElement.dataset.theme, data.some((value) => value > 0)];
    }"""
    assert page.evaluate(drawn) == ["light", True]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme ?? 'as the system'") == "as the system"


def test_five_thousand_nodes_are_drawn(open_page: Open) -> None:
    graph = large_graph(5_000)
    assert (len(graph.nodes), len(graph.relationships) >= 20_000) == (4987, True)
    page = open_page(graph, "#/graph?layers=Person,Company,Technology,Concept,Position,Achievement")
    assert drawn(page)[0] == len(graph.nodes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_accessibility(open_page: Open, view: str, scheme: str) -> None:
    page = open_page(small_graph(), view, answers=(REPLY,), color_scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run().then(result => result.violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html + ' ' + n.failureSummary)]))"
    )
    assert [violation for violation in found if violation[0] in ("serious", "critical")] == []
