"""The page over a running server in a real browser: questions are asked and answered with proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from skillgraph.exporters.text import clean_text
from skillgraph.server import PageServer
from tests.page.sample import HOSTILE, hostile_graph
from tests.queries.small_graph import small_graph
from tests.server.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).with_name("axe.min.js")
QUESTION = "Who built a dead letter queue?"
QUOTE = "Built a retry pipeline on Kafka with a dead letter queue."
STOPS = ["Ana Duarte", "Senior Engineer · Heliotrope Labs"]
SHOWN = ["Dead letter queue", "Retry", "Apache Kafka"]

Visit = Callable[..., "Page"]


@pytest.fixture(scope="module")
def server() -> Iterator[PageServer]:
    with served(small_graph()) as found:
        yield found


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Return a function that opens a server's page; at the end no page may have erred or asked another server."""
    told: list[str] = []
    contexts: list[Any] = []

    def opened(server: PageServer, view: str = "", **options: Any) -> Page:
        contexts.append(chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce", **options))
        page: Page = contexts[-1].new_page()
        page.set_default_timeout(60_000)
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith((server.url, "data:,")) else None)
        page.goto(f"{server.url}{view}")
        page.wait_for_selector("body[data-state=ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    # What the browser itself says of a server that was stopped is no fault of the page.
    assert [text for text in told if "ERR_CONNECTION_REFUSED" not in text] == []


def test_a_question_is_answered_with_ranked_people_and_quotes(server: PageServer, visit: Visit) -> None:
    page = visit(server)
    page.locator("#views a", has_text="Ask").click()
    assert page.locator(".examples .rows a").first.inner_text() == "Who knows Apache Kafka?"
    page.locator("#ask").fill(QUESTION)
    page.locator("#ask").press("Enter")
    page.locator(".ranked").wait_for()
    assert page.locator(".ranked h3").all_inner_texts() == ["Ana Duarte"]
    assert page.locator(".ranked blockquote").all_inner_texts() == [QUOTE]
    assert page.locator(".ranked figcaption").all_inner_texts() == ["ana.md · characters 10–67"]
    stops = page.locator(".ranked > li").first.locator(".stops a").all_inner_texts()
    assert stops == [*STOPS, "described work", *SHOWN]


def test_the_path_to_the_proof_is_marked_in_the_graph(server: PageServer, visit: Visit) -> None:
    page = visit(server, f"#/answers?ask={QUESTION}")
    page.get_by_role("link", name="Show the path in the graph").first.click()
    page.locator("#inspector h2").wait_for()
    assert page.locator("#inspector h2").inner_text() == "Ana Duarte"
    assert page.locator("#inspector blockquote").first.inner_text() == QUOTE
    assert page.locator(".steps .stop").all_inner_texts() == [*STOPS, "built retry pipeline", *SHOWN]
    assert page.locator(".steps .between").all_inner_texts() == [
        "worked as, Jan 2019 – Dec 2020",
        "included",
        "applying",
        "applying",
        "using",
    ]
    page.locator("body[data-state=ready]").wait_for()
    page.get_by_role("link", name="Retry", exact=True).click()
    page.locator("#inspector h2", has_text="Retry").wait_for()
    page.keyboard.press("Escape")
    page.locator("#inspector h2", has_text="Ana Duarte").wait_for()
    page.keyboard.press("Escape")
    page.locator("#inspector").wait_for(state="hidden")


def test_the_search_box_takes_questions(server: PageServer, visit: Visit) -> None:
    page = visit(server)
    page.locator("#find").fill("Who knows Go?")
    assert page.locator("#find-list [role=option] bdi").all_inner_texts() == ["Who knows Go?"]
    page.keyboard.press("Enter")
    page.locator(".ranked h3").first.wait_for()
    assert page.locator(".ranked h3").all_inner_texts() == ["Bram Visser"]


def test_a_server_that_is_gone_is_told(visit: Visit) -> None:
    with served(small_graph()) as short:
        page = visit(short, "#/answers")
    page.locator("#ask").fill(QUESTION)
    page.locator("#ask").press("Enter")
    page.locator("#failed").wait_for()
    assert page.locator("#failed").inner_text() == "The server does not answer. Is skillgraph serve still running?"


def test_hostile_names_and_questions_stay_text(visit: Visit) -> None:
    with served(hostile_graph()) as hostile:
        page = visit(hostile, "#/person")
        assert set(page.locator(".card strong").all_text_contents()) == {clean_text(text) for text in HOSTILE}
        for text in HOSTILE[:3]:
            page.goto(f"{hostile.url}#/answers")
            page.locator("#ask").fill(text)
            page.locator("#ask").press("Enter")
            page.locator(".answer h2, #failed").wait_for()
            assert page.locator(".questions a").first.locator("bdi").text_content() == text
        assert page.evaluate("[window.hacked, document.querySelectorAll('img, iframe').length]") == [None, 0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility(server: PageServer, visit: Visit, scheme: str) -> None:
    page = visit(server, f"#/answers?ask={QUESTION}", color_scheme=scheme)
    page.locator(".ranked").wait_for()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations.map(v => [v.impact, v.id, v.nodes.map(n => n.html)]))")
    assert [violation for violation in found if violation[0] in ("serious", "critical")] == []
