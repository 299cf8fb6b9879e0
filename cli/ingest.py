"""`skillgraph ingest`: files into the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import BOUNDS, Verb, add_settings, current_settings
from skillgraph.cli.output import clean, print_json, print_rows
from skillgraph.cli.program import Stopped
from skillgraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from skillgraph.pipeline import Outcome, Report
    from skillgraph.settings import Settings


@click.command(cls=Verb)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--retry", is_flag=True, help="Read the files again that could not be read the last time.")
@click.option("--report", "form", type=click.Choice(["table", "json"]), help="Print what became of every file, instead of a summary.")
@add_settings("workers", "workspace", "model", "overlays", *BOUNDS)
@click.pass_context
def ingest(context: click.Context, paths: tuple[Path, ...], retry: bool, form: str | None) -> None:
    """Read résumés into the workspace.

    PATHS are files, folders, and archives, mailboxes or tables of résumés. A file that has not changed is left alone, a changed one replaces its older self, and
    one that cannot be read stops no other: it is named with the reason, and the exit code is 1 in the end.
    """
    settings = current_settings(context)
    wanted = [*paths, *(_failed(settings) if retry else ())]
    if not wanted and retry:
        click.echo("nothing failed the last time", err=True)
        return
    if not wanted:
        raise click.UsageError("name the files or folders to read", context)
    if _failures(read_files(wanted, settings, form=form)):
        context.exit(1)


def read_files(paths: list[Path], settings: Settings, *, form: str | None = None) -> Report:
    """Read files into the workspace and print what became of them.

    Args:
        paths: files and folders.
        settings: workspace, reader, workers.
        form: `table` or `json` for the whole report instead of a summary.
    """
    report = _ingest(paths, settings)
    if form == "json":
        print_json(report.model_dump(mode="json")["outcomes"])
    elif form == "table":
        print_rows(["file", "result", "reader", "pages", "seconds", "reason"], map(_row, report.outcomes))
    _tell(report, quiet=form is not None)
    return report


def _ingest(paths: list[Path], settings: Settings) -> Report:
    from skillgraph.pipeline import ingest as read_in

    done: list[Outcome] = []
    try:
        with progress_bar("reading") as step:

            def progress(outcome: Outcome, number: int, total: int) -> None:
                done.append(outcome)
                step("reading", number, total)

            report = read_in(paths, settings.workspace, reader=settings.reader, workers=settings.workers, progress=progress)
    except KeyboardInterrupt:
        raise Stopped(f"stopped; {len(done)} files are done, and the next ingest goes on from there") from None
    return report


def _failed(settings: Settings) -> tuple[Path, ...]:
    from skillgraph.pipeline import failed_before

    return failed_before(settings.workspace)


def _row(outcome: Outcome) -> tuple[object, ...]:
    said = (outcome.reason, *outcome.warnings)
    return (
        outcome.path,
        str(outcome.result),
        outcome.reader,
        outcome.pages or None,
        round(outcome.seconds, 2),
        "; ".join(filter(None, said)),
    )


def _failures(report: Report) -> list[Outcome]:
    from skillgraph.pipeline import Result

    return list(report.of(Result.FAILED))


def _tell(report: Report, *, quiet: bool) -> None:
    """Name what failed and what to look at on stderr, and sum up."""
    from skillgraph.pipeline import Result

    if not quiet:
        for outcome in report.outcomes:
            for warning in outcome.warnings:
                click.echo(f"note: {clean(outcome.path)}: {clean(warning)}", err=True)
    for outcome in _failures(report):
        click.echo(f"skillgraph: {clean(outcome.reason)}", err=True)
    counts = [f"{len(report.of(result))} {result}" for result in Result if report.of(result)]
    files = "1 file" if len(report.outcomes) == 1 else f"{len(report.outcomes)} files"
    click.echo(f"{files}: {', '.join(counts)}", err=quiet)
    if _failures(report):
        click.echo("`skillgraph ingest --retry` reads the failed ones again", err=True)
