"""`skillgraph push`: the graph into a server."""

from __future__ import annotations

import click

from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, password_prompt, whole_graph
from skillgraph.cli.output import format_option, print_rows
from skillgraph.cli.progress import progress_bar

server_options = (
    click.option("--database", metavar="NAME", help="Database of the server; its default one without it."),
    click.option("--workspace-key", metavar="KEY", help="Keeps the graphs of several workspaces in one database apart; without it each workspace has a key of its own."),
)


@click.command(cls=Verb)
@click.argument("url", required=False)
@server_options[0]
@server_options[1]
@format_option
@add_settings(*GRAPH)
@click.pass_context
def push(context: click.Context, url: str | None, database: str | None, workspace_key: str | None, form: str) -> None:
    """Write the graph into a Neo4j server.

    URL is neo4j://USER@HOST:7687 (also neo4j+s, neo4j+ssc, bolt …) or kglite:PATH; without it, --store counts. Only what has changed since the
    last push is written or removed, and an interrupted push is finished by the next. The password is taken from
    SKILLGRAPH_NEO4J_PASSWORD, from the keyring, or asked for. The workspace gets a key of its own, kept in its folder, so that
    several workspaces in one database stay apart.
    """
    from skillgraph.graph.neo4j_connection import parse_address
    from skillgraph.graph.store import SERVER, open_store
    from skillgraph.graph.workspace_key import own_key

    settings = current_settings(context)
    target = server_url(context, url or settings.store, database, workspace_key)
    graph = whole_graph(settings.model_copy(update={"store": "embedded:"}))
    unnamed = target.startswith(SERVER) and parse_address(target).workspace is None
    key = own_key(settings.workspace) if unnamed and settings.workspace.is_dir() else None
    with open_store(target, folder=settings.workspace, workspace=key, prompt=password_prompt()) as store, progress_bar("comparing") as step:
        changes = store.write(graph, progress=step)
    kinds = {"nodes": graph.nodes, "relationships": graph.relationships}
    rows = [(kind, *(getattr(changes, f"{kind}_{what}") for what in ("added", "changed", "removed")), len(all_of)) for kind, all_of in kinds.items()]
    print_rows(["what", "added", "changed", "removed", "in all"], rows, form)


def server_url(context: click.Context, url: str, database: str | None, key: str | None) -> str:
    """Return a store URL with database and workspace in it.

    Raises:
        UsageError: It names no server or file, or already another database.
    """
    from urllib.parse import quote

    if url.startswith("embedded:"):
        raise click.UsageError("name a server: neo4j://USER@HOST:7687", context)
    more = {"database": database, "workspace": key}
    if any(more.values()) and url.startswith("kglite:"):
        raise click.UsageError("--database and --workspace-key are for servers", context)
    for name, value in more.items():
        if value is not None:
            if f"{name}=" in url.partition("?")[2]:
                raise click.UsageError(f"the URL names a {name} already", context)
            url += f"{'&' if '?' in url else '?'}{name}={quote(value, safe='')}"
    return url
