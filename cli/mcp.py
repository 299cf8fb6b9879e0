"""`skillgraph mcp`: the graph as tools for an assistant."""

from __future__ import annotations

import click

from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, open_graph


@click.command(cls=Verb)
@add_settings(*GRAPH)
@click.pass_context
def mcp(context: click.Context) -> None:
    """Serve the graph to an assistant over the Model Context Protocol, on stdin and stdout.

    Tools: ask, query, cypher, schema; all of them only read. Needs the extra `mcp`.
    """
    from skillgraph.errors import SkillgraphError
    from skillgraph.ontology import load_ontology

    try:
        from skillgraph.mcp_server.server import build_server
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("mcp"):
            raise
        raise SkillgraphError('the MCP server needs the Python SDK: pip install "skillgraph[mcp]"') from error
    settings = current_settings(context)
    with open_graph(settings) as store:
        build_server(store, load_ontology(settings.overlays)).run("stdio")
