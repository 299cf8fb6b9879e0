"""`skillgraph skill`: one skill on a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skillgraph.cli.names import NodeName
from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, open_graph
from skillgraph.cli.output import print_json
from skillgraph.cli.person import save_svg, source
from skillgraph.cli.pictures import picture_options, write_pictures
from skillgraph.cli.screen import bar, columns, console, line, marked, words, years

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 12


@click.command(cls=Verb)
@click.argument("name", type=NodeName("skill"))
@click.option("--people", "most", type=click.IntRange(1), default=10, show_default=True, help="People at most.")
@click.option("--format", "form", type=click.Choice(["page", "json"]), default="page", show_default=True, help="How it is printed.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page as a picture too.")
@picture_options
@add_settings(*GRAPH)
@click.pass_context
def skill(context: click.Context, /, name: str, most: int, form: str, svg: Path | None, **pictures: Path | None) -> None:
    """Show a skill: what it is, who knows it, what proves it.

    NAME is a name, other name or id. People who know a narrower skill, or one that implies it, count.
    """
    from skillgraph.queries.pages import skill_page

    with open_graph(current_settings(context)) as store:
        found = skill_page(store, name, most=most)
        write_pictures(store.read, found["id"], pictures)
    if form == "json":
        print_json(found)
        return
    printer = console(record=svg is not None)
    _print(printer, found)
    if svg is not None:
        save_svg(printer, svg, found["skill"])


def _print(printer: Console, found: dict[str, Any]) -> None:
    line(printer, words(found["skill"], "bold"), words(f"  {', '.join(part for part in (found['kind'], found['area']) if part)}", "dim"))
    if found["note"]:
        line(printer, words(found["note"]), indent=2)
    for title, names in (("also", found["aliases"]), ("above", found["broader"]), ("below", found["narrower"])):
        if names:
            line(printer, words(f"{title}: ", "dim"), words(", ".join(names)), indent=2)
    counts = f"{found['demonstrated']} showed it in work, {found['stated']} state it, {found['inferred']} by inference; {found['achievements']} pieces of work"
    line(printer, words(counts), indent=2)
    if found["people"]:
        line(printer, words("People", "bold cyan"))
        printer.print(columns(_people(found["people"], found["skill"])))
    _evidence(printer, found["people"], [found["skill"], *found["aliases"]])
    used = [row for row in found["years"] if row["people"]]
    if used:
        line(printer, words("People who used it by year", "bold cyan"))
        most = max(row["people"] for row in used)
        printer.print(
            columns(
                [(words(str(row["year"])), words(bar(row["people"], most, _WIDTH), "green"), words(str(row["people"]))) for row in used]
            )
        )
    for title, rows in (("Used together with", found["together"]), ("Instead of it", found["alternatives"])):
        if rows:
            line(printer, words(title, "bold cyan"))
            line(printer, words(", ".join(row["skill"] for row in rows)), indent=2)


def _people(people: Sequence[dict[str, Any]], skill: str) -> list[tuple[Any, ...]]:
    longest = max(one["months"] or 0 for one in people)
    basis = {"demonstrated": "shown in work", "stated": "stated", "inferred": "inferred"}
    return [
        (words(one["person"], "bold"), words(bar(one["months"] or 0, longest, _WIDTH), "green"), words(years(one["months"])), words(basis[one["basis"]], "dim"),
         words(f"last used {one['lastUsed']}" if one["lastUsed"] else "", "dim"), words(", ".join(name for name in one["skills"] if name != skill)))
        for one in people
    ]  # fmt: skip


def _evidence(printer: Console, people: Sequence[dict[str, Any]], names: Sequence[str]) -> None:
    proved = [one for one in people if one.get("proof")]
    if proved:
        line(printer, words("Evidence", "bold cyan"))
    for one in proved:
        line(printer, words(one["person"], "bold"), indent=2)
        line(printer, marked(one["proof"]["quote"], [*names, one["proof"]["skill"]]), indent=4)
        line(printer, words(source(one["proof"]), "dim"), indent=4)
