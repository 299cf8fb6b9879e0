"""`skillgraph export`: the graph as a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.files import ANSWERING, STDOUT, format_of, write_graph
from skillgraph.cli.names import NodeName
from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, whole_graph
from skillgraph.cli.program import unknown

if TYPE_CHECKING:
    from skillgraph.model import PropertyGraph
    from skillgraph.questions import Answer
    from skillgraph.settings import Settings


class _Export(Verb):
    """Lists the formats below its help."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the formats with their options."""
        from skillgraph.exporters import EXPORTERS

        with formatter.section("Formats"):
            formatter.write_dl([(exporter.name, exporter.doc) for exporter in EXPORTERS.values()])
        choices = [(f"{e.name}: {o.name}", f"{o.doc} [{', '.join(o.choices) or o.default}]") for e in EXPORTERS.values() for o in e.options]
        with formatter.section("Format options (--option NAME=VALUE)"):
            formatter.write_dl(choices)


@click.command(cls=_Export)
@click.option("--format", "form", metavar="NAME", help="One of the formats below; the file's name tells without it.")
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path, allow_dash=True), required=True, help="File or folder to write; - is stdout."
)
@click.option("--option", "options", metavar="NAME=VALUE", multiple=True, help="An option of the format; may be given several times.")
@click.option("--person", type=NodeName("person"), help="Only what is told of one person.")
@click.option("--around", type=NodeName("skill"), metavar="NAME", help="Only the neighbourhood of a person, skill or company.")
@click.option("--depth", type=click.IntRange(0), help="How many relationships from --person or --around; 1 without it for --around.")
@click.option(
    "--ask", "questions", metavar="QUESTION", multiple=True, help="Put the answer into the page (html); may be given several times."
)
@click.option("--only-answers", is_flag=True, help="Only the part of the graph that the answers to --ask rest on; for every format.")
@click.option("--no-ontology", is_flag=True, help="Without relations between skills and what is inferred from them.")
@click.option("--no-evidence", is_flag=True, help="Without documents, quotes and places in documents.")
@click.option(
    "--blind", "blinded", is_flag=True, help="People as A, B, C, without names, places, schools, dates of study and gendered words."
)
@add_settings(*GRAPH)
@click.pass_context
def export(
    context: click.Context, form: str | None, path: Path, options: tuple[str, ...], person: str | None, around: str | None, depth: int | None,
    questions: tuple[str, ...], only_answers: bool, no_ontology: bool, no_evidence: bool, blinded: bool,
) -> None:  # fmt: skip
    """Write the graph, or a part of it, as a file.

    \b
    skillgraph export -o graph.graphml
    skillgraph export --format csv -o tables/
    skillgraph export --person "Ada Example" --blind -o ada.json
    skillgraph export --ask "Who knows Kafka?" -o team.html

    Questions are asked of what is exported: with --blind of people A, B, C.
    """
    from skillgraph.exporters.select import part, without_evidence, without_ontology

    name, chosen = export_format(context, form, path), _options(options)
    if person and around:
        raise click.UsageError("give --person or --around, not both", context)
    if depth is not None and not (person or around):
        raise click.UsageError("--depth needs --person or --around", context)
    _check_questions(context, name, questions, only_answers)
    settings = current_settings(context)
    graph = part(whole_graph(settings), person=person, around=around, depth=depth)
    for asked, change in ((no_ontology, without_ontology), (no_evidence, without_evidence)):
        graph = change(graph) if asked else graph
    if blinded:
        graph, questions = _blind(graph, questions)
    answers = _answers(graph, questions, settings)
    if only_answers:
        graph = _rested_on(graph, answers)
    write_graph(graph, path, name, options=chosen, answers=answers if name in ANSWERING else ())


def _check_questions(context: click.Context, form: str, questions: tuple[str, ...], only_answers: bool) -> None:
    if only_answers and not questions:
        raise click.UsageError("--only-answers needs --ask", context)
    if questions and not only_answers and form not in ANSWERING:
        raise click.UsageError(f"{form} has no place for answers: --ask needs --format html, or --only-answers", context)


def _blind(graph: PropertyGraph, questions: tuple[str, ...]) -> tuple[PropertyGraph, tuple[str, ...]]:
    """Return the graph without what tells who somebody is, and the questions without it."""
    from skillgraph.exporters.blind import blind, blind_text

    return blind(graph), tuple(map(blind_text(graph), questions))


def _answers(graph: PropertyGraph, questions: tuple[str, ...], settings: Settings) -> list[Answer]:
    if not questions:
        return []
    from skillgraph.graph.store import open_store
    from skillgraph.ontology import load_ontology
    from skillgraph.questions import ask

    ontology = load_ontology(settings.overlays)
    with open_store("kglite:") as store:
        store.write(graph)
        return [ask(question, store, ontology) for question in questions]


def _rested_on(graph: PropertyGraph, answers: Iterable[Answer]) -> PropertyGraph:
    from skillgraph.cli.answer_graph import nodes_of
    from skillgraph.exporters.select import induced

    return induced(graph, nodes_of(graph, answers))


def export_format(context: click.Context, form: str | None, path: Path) -> str:
    """Return the format that was named, or that the file's name tells.

    Raises:
        UsageError: There is no such format.
    """
    from skillgraph.exporters import EXPORTERS

    if form is None:
        if path == STDOUT:
            raise click.UsageError("say which --format goes to stdout", context)
        return format_of(path)
    if form not in EXPORTERS:
        raise click.UsageError(unknown("format", form, list(EXPORTERS)), context)
    return form


def _options(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE", param_hint="--option")
        found[name] = value
    return found
