"""The screenshots of the page and the pictures in docs/images: `python docs/screenshots.py WORKSPACE [--out FOLDER] [--chromium PATH]`.

In: a workspace, as `skillgraph demo` or `skillgraph ingest` makes it. Out: one PNG for each view, one SVG for each picture.
Nothing is fetched.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from skillgraph.exporters.page import render
from skillgraph.exporters.pictures import PICTURES, write_picture
from skillgraph.graph.store import open_store
from skillgraph.model import Node, PropertyGraph
from skillgraph.ontology import load_ontology
from skillgraph.pipeline import graph_of
from skillgraph.questions import Answer, ask

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
QUESTIONS = ("Who built DLQ-based retry systems?", "Who reduced latency with caching?", "Who knows Kubernetes and Go?")
SIZE, PHONE = (1440, 900), (390, 844)


class Shot(NamedTuple):
    """A view to be taken."""

    name: str
    view: str
    parameters: dict[str, str]
    dark: bool = False
    opened: int = 0
    """How many facts of the details are opened to their proof."""
    press: str = ""
    """A link of the view that is followed."""
    size: tuple[int, int] = SIZE


def answers_of(graph: PropertyGraph) -> list[Answer]:
    """Return the answers that the screenshots show."""
    with open_store("kglite:") as store:
        store.write(graph)
        return [ask(question, store, load_ontology(), limit=5) for question in QUESTIONS]


def shots(graph: PropertyGraph) -> Iterator[Shot]:
    """Yield the views: of the person with the most shown skills, and of the skill that most have shown."""
    person, other = _most(graph, "source")[:2]
    skill = _most(graph, "target")[0]
    yield Shot("page-graph", "graph", {})
    yield Shot("page-graph-dark", "graph", {"node": person.id}, dark=True)
    yield Shot("page-skill", "graph", {"node": skill.id}, opened=1)
    yield Shot("page-person", "person", {"person": person.id})
    yield Shot("page-path", "path", {"from": person.id, "to": other.id}, opened=1)
    yield Shot("page-coverage", "coverage", {})
    yield Shot("page-answers", "answers", {})
    yield Shot("page-proof", "answers", {}, press="Show the path in the graph")
    yield Shot("page-phone", "answers", {}, size=PHONE)
    yield Shot("page-list", "list", {"kind": "Technology", "sort": "people down"})


def _most(graph: PropertyGraph, end: str) -> list[Node]:
    shown = [r for r in graph.relationships if r.type == "HAS_SKILL" and r.properties.get("basis") == "demonstrated"]
    ends = [getattr(relationship, end) for relationship in shown]
    return [graph.by_id[one] for one in sorted(set(ends), key=lambda one: (-ends.count(one), one))]


def take(browser: Browser, page_file: Path, shot: Shot, out: Path) -> None:
    """Write one screenshot."""
    page = browser.new_page(
        viewport={"width": shot.size[0], "height": shot.size[1]}, color_scheme="dark" if shot.dark else "light", reduced_motion="reduce"
    )
    page.goto(f"{page_file.as_uri()}#/{shot.view}" + (f"?{urlencode(shot.parameters)}" if shot.parameters else ""))
    page.wait_for_selector("body[data-state=ready]")
    if shot.press:
        page.get_by_role("link", name=shot.press).first.click()
        page.locator("#inspector h2").wait_for()
        page.wait_for_selector("body[data-state=ready]")
    for fact in page.locator("#inspector .toggle").all()[: shot.opened]:
        fact.click()
    page.mouse.move(0, 0)
    # The canvas is drawn once more after what moved.
    page.wait_for_timeout(600)
    page.screenshot(path=out / f"{shot.name}.png")
    page.close()


def draw(graph: PropertyGraph, out: Path) -> None:
    """Write the pictures of the person and the skill that the screenshots show."""
    person, skill = _most(graph, "source")[0], _most(graph, "target")[0]
    for name, node in (("timeline", person), ("coverage", skill), ("neighbourhood", skill)):
        print(write_picture(PICTURES[name](graph, node.id), out / f"picture-{name}.svg"))


def main(arguments: Sequence[str]) -> None:
    """Take all screenshots."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("images"))
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args(arguments)
    graph = graph_of(given.workspace)
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        page_file.write_text(render(graph, answers=answers_of(graph), title="Sample team"), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=given.chromium, args=list(FLAGS))
        for shot in shots(graph):
            take(browser, page_file, shot, given.out)
            print(given.out / f"{shot.name}.png")
        browser.close()
    draw(graph, given.out)


if __name__ == "__main__":
    main(sys.argv[1:])
