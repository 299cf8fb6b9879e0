"""`skillgraph export`: the graph as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.files import STDOUT, format_of, write_graph
from skillgraph.cli.names import NodeName
from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, whole_graph
from skillgraph.cli.program import unknown

if TYPE_CHECKING:
    from skillgraph.model import PropertyGraph

_LABELS = ("Person", "Skill", "Company")


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
@click.option("-o", "--output", "path", type=click.Path(path_type=Path, allow_dash=True), required=True, help="File or folder to write; - is stdout.")
@click.option("--option", "options", metavar="NAME=VALUE", multiple=True, help="An option of the format; may be given several times.")
@click.option("--person", type=NodeName("person"), help="Only what is told of one person.")
@click.option("--around", type=NodeName("skill"), metavar="NAME", help="Only the neighbourhood of a person, skill or company.")
@click.option("--depth", type=click.IntRange(0), help="How many relationships from --person or --around; 1 without it for --around.")
@click.option("--no-ontology", is_flag=True, help="Without relations between skills and what is inferred from them.")
@click.option("--no-evidence", is_flag=True, help="Without documents, quotes and places in documents.")
@click.option("--blind", "blinded", is_flag=True, help="People as A, B, C, without names, places, schools, dates of study and gendered words.")
@add_settings(*GRAPH)
@click.pass_context
def export(
    context: click.Context, form: str | None, path: Path, options: tuple[str, ...], person: str | None, around: str | None, depth: int | None,
    no_ontology: bool, no_evidence: bool, blinded: bool,
) -> None:  # fmt: skip
    """Write the graph, or a part of it, as a file.

    \b
    skillgraph export -o graph.graphml
    skillgraph export --format csv -o tables/
    skillgraph export --person "Ada Example" --blind -o ada.json
    """
    from skillgraph.exporters.blind import blind
    from skillgraph.exporters.select import without_evidence, without_ontology

    name, chosen = export_format(context, form, path), _options(options)
    if person and around:
        raise click.UsageError("give --person or --around, not both", context)
    if depth is not None and not (person or around):
        raise click.UsageError("--depth needs --person or --around", context)
    graph = _part(whole_graph(current_settings(context)), person, around, depth)
    for asked, change in ((no_ontology, without_ontology), (no_evidence, without_evidence), (blinded, blind)):
        graph = change(graph) if asked else graph
    write_graph(graph, path, name, options=chosen)


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


def _part(graph: PropertyGraph, person: str | None, around: str | None, depth: int | None) -> PropertyGraph:
    from skillgraph.exporters.select import find_person, neighbourhood, person_part

    if person and depth is None:
        return person_part(graph, person)
    if person:
        return neighbourhood(graph, [find_person(graph, person)], depth=depth or 0)
    return neighbourhood(graph, [_node(graph, around)], depth=1 if depth is None else depth) if around else graph


def _node(graph: PropertyGraph, name: str) -> str:
    """Return the id of the person, skill or company that is called so.

    Raises:
        NotFound: Nothing is, or several are.
    """
    from skillgraph.errors import NotFound

    known = {node.id: node.properties for node in graph.nodes if any(label in node.labels for label in _LABELS)}
    exact = [node for node in known if node in (name, f"person:{name}", f"skill:{name}", f"company:{name}")]
    wanted = name.casefold()
    found = exact or [node for node, facts in known.items() if str(facts.get("name", "")).casefold() == wanted]
    found = found or [node for node, facts in known.items() if wanted in {alias.casefold() for alias in _aliases(facts.get("aliases"))}]
    if len(found) != 1:
        raise NotFound(f"{name} may be {', '.join(found)}: name one of these" if found else f"there is no person, skill or company {name!r}")
    return found[0]


def _aliases(value: object) -> tuple[str, ...]:
    return tuple(str(alias) for alias in value) if isinstance(value, tuple) else ()
