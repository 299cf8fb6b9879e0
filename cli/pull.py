"""`skillgraph pull`: a pushed graph back from a server."""

from __future__ import annotations

from pathlib import Path

import click

from skillgraph.cli.export import export_format
from skillgraph.cli.files import write_graph
from skillgraph.cli.options import Verb, add_settings, current_settings, password_prompt
from skillgraph.cli.push import server_options, server_url


@click.command(cls=Verb)
@click.argument("url", required=False)
@click.option("-o", "--output", "path", type=click.Path(path_type=Path, allow_dash=True), help="File to write; - is stdout.")
@click.option("--format", "form", metavar="NAME", help="A format of `skillgraph export`; the file's name tells without it.")
@click.option("--into", metavar="PATH", help="Embedded store to fill, for asking without the server: --store kglite:PATH.")
@server_options[0]
@server_options[1]
@add_settings("workspace", "store")
@click.pass_context
def pull(
    context: click.Context, url: str | None, path: Path | None, form: str | None, into: str | None, database: str | None, workspace_key: str | None
) -> None:
    """Read a pushed graph back from a Neo4j server.

    URL is neo4j://USER@HOST:7687; without it, --store counts. Nothing is lost on the way there and back. Without --workspace-key
    the graph of the workspace is read, or the only one that the database holds.

    \b
    skillgraph pull neo4j://neo4j@localhost:7687 -o graph.json
    skillgraph pull neo4j://neo4j@localhost:7687 --into team.kgl
    """
    from skillgraph.errors import StoreError
    from skillgraph.graph.store import open_store

    settings = current_settings(context)
    if path is None and into is None:
        raise click.UsageError("say where to: -o FILE or --into PATH", context)
    name = export_format(context, form, path) if path is not None else ""
    source = server_url(context, url or settings.store, database, workspace_key)
    with open_store(source, folder=settings.workspace, prompt=password_prompt()) as store:
        graph = store.read()
    if not graph.nodes:
        raise StoreError("the server has no graph of this workspace: `skillgraph push` writes one, --workspace-key chooses another")
    if path is not None:
        write_graph(graph, path, name)
    if into is not None:
        with open_store(f"kglite:{into}") as target:
            target.write(graph)
        click.echo(f"{into}: {len(graph.nodes)} nodes, {len(graph.relationships)} relationships; ask it with --store kglite:{into}", err=True)
