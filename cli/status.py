"""`skillgraph status`: what the workspace holds."""

from __future__ import annotations

import click

from skillgraph.cli.options import Verb, add_settings, current_settings
from skillgraph.cli.output import print_json, print_rows


@click.command(cls=Verb)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How it is printed.")
@add_settings("workspace", "model", "overlays")
@click.pass_context
def status(context: click.Context, form: str) -> None:
    """Show what the workspace holds."""
    from skillgraph.pipeline import status as status_of

    settings = current_settings(context)
    found = status_of(settings.workspace, reader=settings.reader)
    if form == "json":
        print_json(found.model_dump())
        return
    facts = {"workspace": found.workspace, "store": settings.store, "people": found.people, "documents": found.documents, "files": found.files}
    more = {"judgements": found.judgements, "as of": found.as_of or "no dates", "size": f"{found.size / 1024:.0f} KiB"}
    print_rows(["what", "value"], [(name, str(value)) for name, value in (facts | more).items()])
    if found.outdated:
        click.echo(f"read by another version or ontology: {found.outdated} of the files; `skillgraph ingest` them again", err=True)
    if found.missing:
        click.echo(f"no longer where they were: {found.missing} of the files; what they said is kept", err=True)
