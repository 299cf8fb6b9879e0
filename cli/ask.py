"""`skillgraph ask`: questions in plain words."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, open_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgraph.graph.store import GraphStore
    from skillgraph.ontology import Ontology
    from skillgraph.questions import Answer
    from skillgraph.settings import Settings

FORMATS = ("text", "table", "json", "jsonl", "md")


@click.command(cls=Verb)
@click.argument("question", required=False)
@click.option("--explain", is_flag=True, help="Show the plan, the parts of each score, and the Cypher, ready for the Neo4j Browser.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How answers are printed; jsonl: one answer a line.")
@click.option("--limit", type=click.IntRange(1), default=25, show_default=True, help="People at most.")
@click.option("--full-only", is_flag=True, help="Leave out people who answer only a part.")
@click.option("--export", "target", type=click.Path(path_type=Path), metavar="FILE", help="Write the answer's part of the graph too; the file's name tells the format. FILE.html is a page with the answer.")
@click.option("--questions", "file", type=click.Path(path_type=Path, allow_dash=True, dir_okay=False), metavar="FILE", help="Ask every line of a file; - reads stdin.")
@add_settings(*GRAPH)
@click.pass_context
def ask(
    context: click.Context, question: str | None, explain: bool, form: str, limit: int, full_only: bool, target: Path | None, file: Path | None
) -> None:
    """Ask a question in plain words; answers come with proof.

    \b
    skillgraph ask "Who built DLQ-based retry systems?"
    skillgraph ask "Who improved latency by more than 30 %?" --format md

    People are ranked by how well one piece of work shows all that was asked; each comes with the position, the skills shown
    and the sentence that proves it, with file and offsets. Without QUESTION, questions are read at a prompt.
    """
    from skillgraph.cli.answers import print_answers
    from skillgraph.ontology import load_ontology

    if question is not None and file is not None:
        raise click.UsageError("give one question or --questions, not both", context)
    settings = current_settings(context)
    asker = _Asker(settings, limit, full_only)
    if question is None and file is None and sys.stdin.isatty():
        from skillgraph.cli.prompt import converse

        with open_graph(settings) as store:
            converse(lambda text: asker.answer(text, store, load_ontology(settings.overlays)), store, settings, explain=explain)
        return
    questions = [question] if question is not None else _lines(file)
    if not questions:
        raise click.UsageError("there is no question in it", context)
    with open_graph(settings) as store:
        ontology = load_ontology(settings.overlays)
        answers: Iterable[Answer] = (asker.answer(text, store, ontology) for text in questions)
        if target is not None:
            found = list(answers)
            _export(found, store, target)
            answers = found
        print_answers(answers, form, explain=explain, single=question is not None)


class _Asker:
    """What the options say about every question."""

    def __init__(self, settings: Settings, limit: int, full_only: bool) -> None:
        self.settings, self.limit, self.full_only = settings, limit, full_only

    def answer(self, question: str, store: GraphStore, ontology: Ontology) -> Answer:
        """Answer one question."""
        from skillgraph.questions import ask as answer_to
        from skillgraph.questions import describe

        found = answer_to(question, store, ontology, limit=self.limit)
        if not self.full_only or all(result.full for result in found.results):
            return found
        results = tuple(result for result in found.results if result.full)
        return found.model_copy(update={"results": results, "text": describe.sentence(found.plan, results)})


def _lines(path: Path | None) -> list[str]:
    """Return the questions of a file or of stdin, one a line."""
    try:
        text = sys.stdin.read() if path is None or path == Path("-") else path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise click.BadParameter(f"{path} cannot be read: {error.strerror}", param_hint="--questions") from error
    except UnicodeDecodeError as error:
        raise click.BadParameter(f"{path} is not UTF-8 text", param_hint="--questions") from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def _export(answers: Sequence[Answer], store: GraphStore, path: Path) -> None:
    from skillgraph.cli.answer_graph import nodes_of
    from skillgraph.cli.files import ANSWERING, format_of, write_graph
    from skillgraph.exporters.select import induced

    form = format_of(path)
    graph = store.read()
    write_graph(induced(graph, nodes_of(graph, answers)), path, form, answers=answers if form in ANSWERING else ())
