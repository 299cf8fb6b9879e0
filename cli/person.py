"""`skillgraph person`: one person on a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skillgraph.cli.names import NodeName
from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, open_graph
from skillgraph.cli.output import print_json
from skillgraph.cli.pictures import picture_options, write_pictures
from skillgraph.cli.screen import bar, columns, console, line, marked, month_number, period, stretch, words, years

if TYPE_CHECKING:
    from rich.console import Console

_WIDTH = 24


@click.command(cls=Verb)
@click.argument("name", type=NodeName("person"))
@click.option("--skills", "most", type=click.IntRange(1), default=20, show_default=True, help="Skills at most.")
@click.option("--format", "form", type=click.Choice(["page", "json"]), default="page", show_default=True, help="How it is printed.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page as a picture too.")
@picture_options
@add_settings(*GRAPH)
@click.pass_context
def person(context: click.Context, /, name: str, most: int, form: str, svg: Path | None, **pictures: Path | None) -> None:
    """Show a person: career, skills, evidence.

    NAME is a name or id. Skills shown in work come first, with months of use in which overlapping positions count once; the
    strongest come with a sentence that proves them.
    """
    from skillgraph.queries.pages import person_page

    with open_graph(current_settings(context)) as store:
        found = person_page(store, name, most=most)
        write_pictures(store.read, found["id"], pictures)
    if form == "json":
        print_json(found)
        return
    printer = console(record=svg is not None)
    _print(printer, found)
    if svg is not None:
        save_svg(printer, svg, found["name"])


def save_svg(printer: Console, path: Path, title: str) -> None:
    """Write what was printed as a picture."""
    # The class names in the file come from this id: the same page gives the same bytes.
    path.write_text(printer.export_svg(title=title, unique_id="skillgraph"), encoding="utf-8")
    click.echo(f"{path}: written", err=True)


def _print(printer: Console, found: dict[str, Any]) -> None:
    about = [part for part in (found["title"], found["location"], f"{years(found['months'])} of work" if found["months"] else "") if part]
    line(printer, words(found["name"], "bold"), words(f"  {', '.join(about)}" if about else ""))
    if found["positions"]:
        line(printer, words("Career", "bold cyan"))
        printer.print(columns(_career(found["positions"])))
    if found["education"]:
        line(printer, words("Education", "bold cyan"))
        printer.print(columns([_study(study) for study in found["education"]]))
    if found["skills"]:
        line(printer, words("Skills", "bold cyan"))
        printer.print(columns(_skills(found["skills"])))
        _rest(printer, found)
    sentences: dict[str, tuple[dict[str, Any], list[str]]] = {}
    for skill in found["skills"]:
        if skill.get("proof"):
            sentences.setdefault(skill["proof"]["quote"], (skill["proof"], []))[1].append(skill["skill"])
    if sentences:
        line(printer, words("Evidence", "bold cyan"))
    for proof, names in sentences.values():
        line(printer, words(", ".join(names), "bold"), indent=2)
        line(printer, marked(proof["quote"], names), indent=4)
        line(printer, words(source(proof), "dim"), indent=4)


def _career(positions: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    starts = [month_number(job["startDate"]) for job in positions]
    ends = [_end(job) for job in positions]
    known = [month for month in (*starts, *ends) if month is not None]
    first, last = (min(known), max(known) + 1) if known else (0, 1)
    rows = []
    for job, start, end in zip(positions, starts, ends, strict=True):
        drawn = ""
        if start is not None and end is not None and end >= start:
            drawn = stretch((start - first) / (last - first), (end + 1 - first) / (last - first), _WIDTH)
        place = " at ".join(part for part in (job["title"], job["company"]) if part)
        when = period(job["startDate"], job["endDate"], current=job["current"])
        rows.append((words(when), words(drawn.ljust(_WIDTH), "green"), words(place), words(years(job["months"]), "dim")))
    return rows


def _end(job: dict[str, Any]) -> int | None:
    """Return the last month of a position; one that is still held is as long as the graph says."""
    start = month_number(job["startDate"])
    if job["endDate"] is None and start is not None and job["months"]:
        return start + int(job["months"]) - 1
    return month_number(job["endDate"], last=True)


def _study(study: dict[str, Any]) -> tuple[Any, ...]:
    what = ", ".join(part for part in (study["degree"], study["field"]) if part)
    return words(period(study["startDate"], study["endDate"], current=study["current"])), words(what), words(study["school"])


def _skills(skills: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    longest = max(skill["months"] for skill in skills)
    return [
        (words(skill["skill"]), words(bar(skill["months"], longest, _WIDTH // 2), "green"), words(years(skill["months"])),
         words({"demonstrated": "shown in work", "stated": "stated"}[skill["basis"]], "dim"),
         words(f"last used {skill['lastUsed']}" if skill["lastUsed"] else "", "dim"))
        for skill in skills
    ]  # fmt: skip


def _rest(printer: Console, found: dict[str, Any]) -> None:
    rest = [f"{found['more']} more skills (--skills)"] if found["more"] else []
    rest += (
        [f"{found['inferred']} inferred (skillgraph query inferred-skills --person {found['id'].partition(':')[2]})"]
        if found["inferred"]
        else []
    )
    if rest:
        line(printer, words(f"and {', '.join(rest)}", "dim"), indent=2)


def source(proof: dict[str, Any]) -> str:
    """Return which job a sentence is about and where it stands."""
    place = " at ".join(part for part in (proof["title"], proof["company"]) if part)
    return f"{f'{place}, ' if place else ''}{proof['document']}, characters {proof['spanStart']}-{proof['spanEnd']}"
