"""`skillgraph forget`: remove a person."""

from __future__ import annotations

import sys

import click

from skillgraph.cli.names import NodeName
from skillgraph.cli.options import Verb, add_settings, current_settings
from skillgraph.cli.output import clean


@click.command(cls=Verb)
@click.argument("person", type=NodeName("person"))
@click.option("--yes", is_flag=True, help="Do not ask.")
@add_settings("workspace", "store")
@click.pass_context
def forget(context: click.Context, person: str, yes: bool) -> None:
    """Remove a person and everything that comes of their documents.

    PERSON is a name or id. Documents, profile, judgements, graph and caches of the workspace lose every trace; facts that
    others support stay. The files themselves are yours: they are named, not removed.
    """
    from skillgraph.pipeline import forget as forget_person

    settings = current_settings(context)
    if not yes:
        if not sys.stdin.isatty():
            raise click.UsageError("nobody is there to be asked: add --yes", context)
        if not click.confirm(f"Forget {person} and all that is known from their documents?", err=True):
            click.echo("nothing was removed", err=True)
            context.exit(1)
    forgotten = forget_person(person, settings.workspace)
    click.echo(f"forgot {clean(forgotten.name)} ({forgotten.person})")
    for document in forgotten.documents:
        click.echo(f"the file is still there: {clean(document)}", err=True)
    click.echo("a server that the graph was pushed to still knows them: `skillgraph push URL` again", err=True)
