"""`skillgraph extract`: what files say, without a workspace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skillgraph.cli.options import BOUNDS, Verb, add_settings, current_settings
from skillgraph.cli.output import clean, print_json, print_rows
from skillgraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from skillgraph.intake import FoundFile
    from skillgraph.reading import Task
    from skillgraph.settings import Settings

Row = tuple[str, str, str | None, str | None]


@click.command(cls=Verb)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "table"]),
    default="table",
    show_default=True,
    help="json: one array; jsonl: one record a line.",
)
@add_settings("model", "overlays", *BOUNDS)
@click.pass_context
def extract(context: click.Context, files: tuple[Path, ...], form: str) -> None:
    """Print what résumés say, without a workspace.

    FILES are files, folders and archives. Each résumé gives a record: person, employment, education, technologies, concepts, and achievements
    with their figures and their place in the text. A file that cannot be read stops no other; the exit code is 1 in the end.
    """
    failures: list[str] = []
    records = _records(files, current_settings(context), failures)
    if form == "jsonl":
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False))
    elif form == "json":
        print_json(list(records))
    else:
        print_rows(["document", "fact", "what", "detail"], [row for record in records for row in _rows(record)])
    for failure in failures:
        click.echo(f"skillgraph: {clean(failure)}", err=True)
    if failures:
        context.exit(1)


def _records(paths: tuple[Path, ...], settings: Settings, failures: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the record of each file that can be read; name the others in `failures`."""
    from skillgraph.extraction.record import to_record
    from skillgraph.intake import find_files
    from skillgraph.ontology import load_ontology
    from skillgraph.reading import read_all

    found, missing = find_files(paths)
    failures.extend(outcome.reason for outcome in missing)
    ontology = load_ontology(settings.overlays)
    tasks = _tasks(sorted(found, key=lambda file: file.path), settings, failures)
    with progress_bar("reading") as step:
        for number, reading in enumerate(read_all(tasks, settings.reader, workers=1), 1):
            step("reading", number, max(number, len(found)))
            if reading.read is None:
                failures.append(reading.failure)
            else:
                yield to_record(reading.read[1], ontology)


def _tasks(found: list[FoundFile], settings: Settings, failures: list[str]) -> Iterator[Task]:
    from skillgraph.intake import Outcome, tasks_in

    for task in tasks_in(found, settings.reader):
        if isinstance(task, Outcome):
            failures.append(task.reason)
        else:
            yield task


def _rows(record: dict[str, Any]) -> Iterator[Row]:
    """Yield the facts of a record as (document, fact, what, detail)."""
    document = record["document"]
    for name, value in record["person"].items():
        if value:
            yield document, name, value, None
    for job in record["employment"]:
        yield (
            document,
            "position",
            job["title"] or job["company"],
            _joined(job["company"] if job["title"] else None, _dates(job), job["location"]),
        )
    for study in record["education"]:
        yield document, "education", study["institution"], _joined(study["degree"], study["field"], _dates(study))
    for work in record["achievements"]:
        yield document, "achievement", work["text"], ", ".join(_names(work["technologies"] + work["concepts"])) or None
        for metric in work["metrics"]:
            yield document, "figure", metric["text"], _joined(metric["of"], metric["direction"] if metric["direction"] != "none" else None)
    for kind in ("technologies", "concepts"):
        for name in _names(record[kind]):
            yield document, {"technologies": "technology", "concepts": "concept"}[kind], name, None
    for warning in record["warnings"]:
        yield document, "warning", warning, None


def _names(skills: list[dict[str, Any]]) -> list[str]:
    return [skill["name"] for skill in skills]


def _dates(fact: dict[str, Any]) -> str | None:
    return f"{fact['start'] or '?'} – {fact['end'] or '?'}" if fact["start"] or fact["end"] else None


def _joined(*parts: str | None) -> str | None:
    return ", ".join(part for part in parts if part) or None
