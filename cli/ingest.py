"""`skillgraph ingest`: files into the workspace."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import Verb, add_settings, current_settings
from skillgraph.cli.output import clean, print_json, print_rows
from skillgraph.cli.program import Stopped
from skillgraph.cli.progress import progress_bar

if TYPE_CHECKING:
    from skillgraph.pipeline import Outcome, Report
    from skillgraph.settings import Settings

# Below the workspace's cache, so that `forget` takes it away with everything else that is derived.
_FAILED = Path("cache") / "failed.json"


@click.command(cls=Verb)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--retry", is_flag=True, help="Read the files again that could not be read the last time.")
@click.option("--report", "form", type=click.Choice(["table", "json"]), help="Print what became of every file, instead of a summary.")
@add_settings("workers", "workspace", "model", "overlays")
@click.pass_context
def ingest(context: click.Context, paths: tuple[Path, ...], retry: bool, form: str | None) -> None:
    """Read résumés into the workspace.

    PATHS are files and folders. A file that has not changed is left alone, a changed one replaces its older self, and
    one that cannot be read stops no other: it is named with the reason, and the exit code is 1 in the end.
    """
    settings = current_settings(context)
    wanted = [*paths, *(_failed_before(settings.workspace) if retry else [])]
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
        rows = [(o.path, str(o.result), "; ".join((*([o.reason] if o.reason else []), *o.warnings))) for o in report.outcomes]
        print_rows(["file", "result", "reason"], rows)
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
    _keep_failed(settings.workspace, report)
    return report


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


def _keep_failed(workspace: Path, report: Report) -> None:
    """Remember which files failed, this time or before and not tried since."""
    tried = {Path(outcome.path).absolute() for outcome in report.outcomes}
    failed = {Path(outcome.path).absolute() for outcome in _failures(report)} | (set(_known_failures(workspace)) - tried)
    path = workspace / _FAILED
    if failed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(sorted(file.as_posix() for file in failed)), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


def _known_failures(workspace: Path) -> list[Path]:
    try:
        return [Path(str(path)) for path in json.loads((workspace / _FAILED).read_text(encoding="utf-8"))]
    except (OSError, ValueError):
        return []


def _failed_before(workspace: Path) -> list[Path]:
    """Return the files to try again, named from the working folder where they are below it."""
    here = Path.cwd()
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in _known_failures(workspace)]
