"""The page: a property graph as one HTML file that needs nothing but a browser.

In: a graph, answers to show with it, a title. Out: the text of the file, the same for the same input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from skillgraph.exporters.exporter import File, Options
from skillgraph.exporters.page.answers import Answer, Proof, Ranked
from skillgraph.exporters.page.document import document, policy
from skillgraph.exporters.page.payload import payload
from skillgraph.model import PropertyGraph

__all__ = ["Answer", "Proof", "Ranked", "html_files", "html_files_with", "policy", "render"]

TITLE = "Skill graph"


def render(graph: PropertyGraph, *, answers: Sequence[Answer] = (), title: str = TITLE, live: bool = False) -> str:
    """Return a graph as one self-contained page that sends and fetches nothing, unless it is live.

    Args:
        graph: nodes and relationships after schema.yaml; others are shown too, by their label and properties.
        answers: questions with their ranked people, shown in a view of their own.
        title: the page's heading; any text.
        live: there is a server behind the page that answers questions; the page asks nobody else.

    Raises:
        ExportError: A file of the page is missing or damaged.
    """
    return document(payload(graph, answers, title, live=live), title, live=live)


def html_files(graph: PropertyGraph, options: Options) -> Iterator[File]:
    """Yield the page as an exporter's only file; its option is `title`."""
    return html_files_with(())(graph, options)


def html_files_with(answers: Sequence[Answer]) -> Callable[[PropertyGraph, Options], Iterator[File]]:
    """Return an exporter's function whose page shows answers."""

    def files(graph: PropertyGraph, options: Options) -> Iterator[File]:
        yield File("graph.html", [render(graph, answers=answers, title=options.get("title", TITLE)).encode()])

    return files
