"""The page in a real browser: time to the first draw and to the settled picture, and frames while it is panned.

    python -m benchmarks.page                             5,000, 20,000 and 50,000 nodes; print the table
    python -m benchmarks.page --nodes 5000 --json FILE    one size; write the figures
    python -m benchmarks.page --chromium PATH             another browser

Each graph is measured twice: as the page opens (people, companies, skills), and with every node and line drawn. Beside it stands
bare sigma.js: the same nodes, places, lines and labels with its default settings and nothing else, panned in the same way in the
same browser. In a container without a graphics card Chromium draws in software, which is the slowest case there is.
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from skillgraph.exporters.page import render
from skillgraph.model import Node, PropertyGraph, Relationship, Value

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = (5_000, 20_000, 50_000)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
ALL = "Person,Company,Technology,Concept,Position,Achievement"
SKILLS, COMPANIES, POSITIONS, WORKS, USES, KNOWN = 600, 120, 4, 12, 3, 25
PAN_SECONDS = 3
LIBRARIES = Path(__file__).parents[1] / "exporters" / "page" / "vendor" / "libraries.min.js"
AREAS = ("backend", "databases", "frontend", "languages", "machine-learning", "messaging", "observability", "security")

# Keeps the time of each frame until it is told to stop.
_WATCH = """
() => {
  window.frames_ = [];
  const frame = now => { window.frames_.push(now); window.watch = requestAnimationFrame(frame); };
  window.watch = requestAnimationFrame(frame);
}
"""
# What the page has drawn, as bare sigma takes it.
_DRAWN = """
() => {
  const graph = skillgraph.scene.sigma.getGraph();
  return {
    nodes: graph.mapNodes((id, { x, y, size, color, label }) => [id, { x, y, size, color, label }]),
    edges: graph.mapEdges((id, { size, color }, source, target) => [source, target, { size, color }]),
  };
}
"""
_BARE = """
({ nodes, edges }) => {
  const { UndirectedGraph, Sigma } = globalThis.SkillgraphLibraries;
  const graph = new UndirectedGraph();
  for (const [id, attributes] of nodes) graph.addNode(id, attributes);
  for (const [source, target, attributes] of edges) graph.addEdge(source, target, attributes);
  globalThis.bare = new Sigma(graph, document.body);
}
"""
# What a frame costs the page itself; the rest is the graphics card, or the software in its place.
_SCRIPT = """
() => {
  const begin = performance.now();
  for (let at = 0; at < 5; at += 1) skillgraph.scene.sigma.render();
  return (performance.now() - begin) / 5;
}
"""
_WATCHED = "() => { cancelAnimationFrame(window.watch); return window.frames_; }"


@dataclass(frozen=True)
class Figures:
    """What one page showed."""

    nodes: int
    relationships: int
    shown: str
    drawn_nodes: int
    drawn_lines: int
    megabytes: float
    render_seconds: float
    first_draw_seconds: float
    settled_seconds: float
    script_milliseconds: float
    frames_per_second: float
    slowest_frame_milliseconds: float
    bare_frames_per_second: float
    bare_slowest_frame_milliseconds: float


def large_graph(nodes: int) -> PropertyGraph:
    """Return a graph of about so many nodes after schema.yaml, and about four relationships to a node; the same each time."""
    chance = random.Random(nodes)
    people = max(1, (nodes - SKILLS - COMPANIES) // (1 + POSITIONS + WORKS))
    made = [*_names("company", "Company", COMPANIES, chance), *_names("skill", "Technology", SKILLS, chance)]
    relationships: list[Relationship] = []
    for person in range(people):
        found, joined = _person(person, chance)
        made += found
        relationships += joined
    unique = {relationship.identity: relationship for relationship in relationships}
    return PropertyGraph(nodes=tuple(sorted(made, key=lambda node: node.id)), relationships=tuple(unique[key] for key in sorted(unique)))


def _names(kind: str, label: str, number: int, chance: random.Random) -> Iterator[Node]:
    labels = ("Skill", label) if kind == "skill" else (label,)
    for at in range(number):
        area: dict[str, Value] = {"area": chance.choice(AREAS), "kind": "technology", "curated": True} if kind == "skill" else {}
        yield Node(id=f"{kind}:{at}", labels=labels, properties={"id": f"{kind}:{at}", "name": f"{label} {at}", **area})


def _person(at: int, chance: random.Random) -> tuple[list[Node], list[Relationship]]:
    name = f"person:{at}"
    nodes = [Node(id=name, labels=("Person",), properties={"id": name, "name": f"Engineer {at}", "title": "Engineer", "totalMonths": 96})]
    joined = [_has(name, skill, chance) for skill in sorted({_skill(at, chance) for _ in range(KNOWN)})]
    for job in range(POSITIONS):
        position, year = f"position:{at}-{job}", 2010 + 3 * job
        facts: dict[str, Value] = {"title": "Engineer", "company": "Company", "startDate": str(year), "endDate": str(year + 2), "startMonth": year * 12, "endMonth": year * 12 + 35, "months": 36, "current": False}  # fmt: skip
        nodes.append(Node(id=position, labels=("Position",), properties={"id": position, **facts}))
        joined += [_proven("HELD", name, position, at), _proven("AT", position, f"company:{chance.randrange(COMPANIES)}", at)]
    for work in range(WORKS):
        achievement = f"achievement:{at}-{work}"
        text = f"Built service {work} of team {at} and cut its latency by {work + 1}%."
        nodes.append(Node(id=achievement, labels=("Achievement",), properties={"id": achievement, "text": text, "section": "experience", "team": False, "document": f"{at}.md", "spanStart": work * 80, "spanEnd": work * 80 + len(text)}))  # fmt: skip
        joined += [Relationship(type="ACHIEVED", source=name, target=achievement), Relationship(type="INCLUDES", source=f"position:{at}-{work % POSITIONS}", target=achievement)]  # fmt: skip
        joined += [_proven("USED", achievement, _skill(at, chance), at) for _ in range(USES)]
    return nodes, joined


def _skill(person: int, chance: random.Random) -> str:
    """Return a skill: often one that many have, else one of the person's own corner."""
    return (
        f"skill:{int(SKILLS * chance.random() ** 3)}" if chance.random() < 0.5 else f"skill:{(person * 37 + chance.randrange(60)) % SKILLS}"
    )


def _has(person: str, skill: str, chance: random.Random) -> Relationship:
    basis = chance.choice(("demonstrated", "demonstrated", "stated", "inferred"))
    return Relationship(type="HAS_SKILL", source=person, target=skill, properties={"basis": basis, "months": chance.randrange(1, 90), "firstUsed": "2012", "lastUsed": "2020", "evidence": 1})  # fmt: skip


def _proven(kind: str, source: str, target: str, document: int) -> Relationship:
    facts: dict[str, Value] = {"document": f"{document}.md", "documentId": f"document:{document}", "spanStart": 1, "spanEnd": 9, "quote": f"Line of {document}"}  # fmt: skip
    return Relationship(type=kind, source=source, target=target, properties=facts)


@contextmanager
def browser(executable: str) -> Iterator[Browser]:
    """Start Chromium."""
    # The graphs are made without a browser too.
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield started
        started.close()


def measure(chromium: Browser, path: Path, graph: PropertyGraph, *, shown: str, hash: str, seconds: float) -> Figures:
    """Open a page's file once and return what it showed."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(180_000)
    page.goto(f"{path.as_uri()}#/graph{hash}")
    page.wait_for_selector("body[data-state=ready]")
    frames = _panned(page)
    gaps = [after - before for before, after in pairwise(frames)]
    drawn = page.locator("#stage")
    bare = _bare(chromium, page.evaluate(_DRAWN))
    figures = Figures(
        nodes=len(graph.nodes),
        relationships=len(graph.relationships),
        shown=shown,
        drawn_nodes=int(drawn.get_attribute("data-nodes") or 0),
        drawn_lines=int(drawn.get_attribute("data-edges") or 0),
        megabytes=round(path.stat().st_size / 1e6, 1),
        render_seconds=round(seconds, 2),
        first_draw_seconds=_mark(page, "skillgraph-first-draw"),
        settled_seconds=_mark(page, "skillgraph-settled"),
        script_milliseconds=round(page.evaluate(_SCRIPT), 1),
        frames_per_second=round(1000 * len(gaps) / sum(gaps), 1),
        slowest_frame_milliseconds=round(max(gaps), 1),
        bare_frames_per_second=round(1000 * len(bare) / sum(bare), 1),
        bare_slowest_frame_milliseconds=round(max(bare), 1),
    )
    page.close()
    return figures


def _bare(chromium: Browser, drawn: object) -> list[float]:
    """Return the times between frames of bare sigma with what a page has drawn, in a window of the size of the page's canvas."""
    page = chromium.new_page(viewport={"width": 1176, "height": 842})
    page.set_default_timeout(180_000)
    page.set_content("<!doctype html><body style='margin:0;height:100vh'></body>")
    page.add_script_tag(path=str(LIBRARIES))
    page.evaluate(_BARE, drawn)
    gaps = [after - before for before, after in pairwise(_panned(page))]
    page.close()
    return gaps


def _panned(page: Page) -> list[float]:
    """Drag the picture round with the mouse and return the times of the frames."""
    page.mouse.move(760, 120)
    page.mouse.down()
    page.evaluate(_WATCH)
    begin, step = time.perf_counter(), 0
    while time.perf_counter() - begin < PAN_SECONDS:
        step += 1
        page.mouse.move(760 + 150 * math.sin(step / 15), 120 + 60 * math.cos(step / 15))
    frames: list[float] = page.evaluate(_WATCHED)
    page.mouse.up()
    return frames


def _mark(page: Page, name: str) -> float:
    return round(float(page.evaluate("name => performance.getEntriesByName(name)[0].startTime", name)) / 1000, 2)


def measured(sizes: Sequence[int], executable: str) -> list[Figures]:
    """Return the figures of graphs of several sizes."""
    found = []
    with tempfile.TemporaryDirectory() as folder, browser(executable) as chromium:
        for size in sizes:
            graph = large_graph(size)
            begin = time.perf_counter()
            text = render(graph, title=f"{size} nodes")
            seconds = time.perf_counter() - begin
            path = Path(folder) / f"{size}.html"
            path.write_text(text, encoding="utf-8")
            found.append(measure(chromium, path, graph, shown="as it opens", hash="", seconds=seconds))
            found.append(measure(chromium, path, graph, shown="everything", hash=f"?layers={ALL}", seconds=seconds))
    return found


def table(figures: Sequence[Figures]) -> str:
    """Return the figures as a Markdown table."""
    head = (
        "Nodes",
        "Relationships",
        "Shown",
        "Drawn nodes",
        "Drawn lines",
        "MB",
        "Export s",
        "First draw s",
        "Settled s",
        "Script ms a frame",
        "Frames/s",
        "Slowest frame ms",
        "Bare sigma frames/s",
        "Bare slowest ms",
    )
    rows = [tuple(str(value) for value in asdict(one).values()) for one in figures]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, tuple("---" for _ in head), *rows))


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, action="append", help="size of a graph; may be repeated")
    parser.add_argument("--json", type=Path, help="file for the figures")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    given = parser.parse_args(arguments)
    figures = measured(given.nodes or SIZES, given.chromium)
    print(f"{platform.machine()}, {platform.system()}, software drawing\n\n{table(figures)}")
    if given.json:
        given.json.write_text(json.dumps([asdict(one) for one in figures], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
