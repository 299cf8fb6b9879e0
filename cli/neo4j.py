"""`skillgraph neo4j`: help for the Neo4j Browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings

if TYPE_CHECKING:
    from skillgraph.settings import Settings


def _key(settings: Settings) -> str | None:
    from skillgraph.graph.neo4j_connection import parse_address
    from skillgraph.graph.store import SERVER
    from skillgraph.graph.workspace_key import known_key

    named = parse_address(settings.store).workspace if settings.store.startswith(SERVER) else None
    return named or known_key(settings.workspace)


@click.group()
def neo4j() -> None:
    """Help for the Neo4j Browser."""


@neo4j.command(cls=Verb)
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write into; made where it is missing.")
@add_settings(*GRAPH)
@click.pass_context
def kit(context: click.Context, folder: Path) -> None:
    """Write favourites, colours and a guide for the Neo4j Browser.

    favourites.zip holds every canned query as a favourite, in folders by topic, with what it asks for at its top; graph.grass
    tells colours and captions. Drop both on the Browser's page; README.md says how. Where there is a workspace or a store, the
    favourites name people and skills of it; where the workspace was pushed before, they see it alone.
    """
    from skillgraph.cli.browser_kit import examples_of, kit_files
    from skillgraph.cli.options import open_graph
    from skillgraph.errors import SkillgraphError

    settings = current_settings(context)
    try:
        with open_graph(settings) as store:
            examples = examples_of(store)
    except SkillgraphError as error:
        click.echo(f"people and skills in it are only examples, for {error}", err=True)
        examples = examples_of(None)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in kit_files(examples, workspace=_key(settings)).items():
        (folder / name).write_bytes(content)
        click.echo(f"{folder / name}: written", err=True)
