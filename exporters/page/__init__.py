"""The page: a property graph as one HTML file that needs nothing but a browser.

In: a graph, answers to show with it, a title. Out: the text of the file, the same for the same input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.page.answers import Answer, Proof, Ranked
from skillgraph.exporters.page.document import document
from skillgraph.exporters.page.payload import payload
from skillgraph.model import PropertyGraph

__all__ = ["Answer", "Proof", "Ranked", "html_files", "render"]

TITLE = "Skill graph"


def render(graph: PropertyGraph, *, answers: Sequence[Answer] = (), title: str = TITLE) -> str:
    """Return a graph as one self-contained page that sends and fetches nothing.

    Args:
        graph: nodes and relationships after schema.yaml; others are shown too, by their label and properties.
        answers: questions with their ranked people, shown in a view of their own.
        title: the page's heading; any text.

    Raises:
        ExportError: A file of the page is missing or damaged.
    """
    return document(payload(graph, answers, title), title)


def html_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield the page as an exporter's only file; its option is `title`."""
    yield File("graph.html", [render(graph, title=options.get("title", TITLE)).encode()])
