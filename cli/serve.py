"""`skillgraph serve`: the page, live, in a browser on this machine."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, graph_state, open_graph

if TYPE_CHECKING:
    from skillgraph.server import Workspace
    from skillgraph.settings import Settings


@click.command(cls=Verb)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to listen on; a free one without it.")
@click.option("--open", "browse", is_flag=True, help="Open the page in the browser.")
@add_settings(*GRAPH)
@click.pass_context
def serve(context: click.Context, port: int, browse: bool) -> None:
    """Show the page live over the workspace, with a box for questions.

    The address is printed; it is 127.0.0.1, which no other machine reaches. The server only reads. What is ingested while it
    runs is there when the page is loaded again. GET /api lists the JSON API. Ctrl-C stops it.
    """
    from skillgraph.server import PageServer

    workspace = _workspace(current_settings(context))
    with PageServer(workspace, port=port) as server, _stopped_by_signal():
        try:
            # A workspace that cannot be opened is an error of the command, not of the first request.
            with workspace.store():
                click.echo(server.url)
            click.echo("Ctrl-C stops it", err=True)
            if browse:
                click.launch(server.url)
            server.serve_forever(poll_interval=0.2)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
        finally:
            workspace.close()


def _workspace(settings: Settings) -> Workspace:
    from skillgraph.ontology import load_ontology
    from skillgraph.server import Workspace

    return Workspace(lambda: open_graph(settings), lambda: graph_state(settings), load_ontology(settings.overlays))


@contextmanager
def _stopped_by_signal() -> Iterator[None]:
    """Let SIGTERM end the server as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
