"""`skillgraph cypher`: a statement of the user's own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from skillgraph.cli.cells import print_answer
from skillgraph.cli.options import GRAPH, Verb, add_settings, current_settings, open_graph
from skillgraph.cli.output import format_option


@click.command(cls=Verb)
@click.argument("statement", required=False)
@click.option("--param", "pairs", metavar="NAME=VALUE", multiple=True, help="A $parameter; JSON where it is JSON, otherwise text. May be given several times.")
@click.option("--params", "file", type=click.Path(path_type=Path, dir_okay=False), help="JSON file with parameters.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), default=30.0, show_default=True, metavar="SECONDS", help="Stop after so long.")
@format_option
@add_settings(*GRAPH)
@click.pass_context
def cypher(context: click.Context, statement: str | None, pairs: tuple[str, ...], file: Path | None, timeout: float, form: str) -> None:
    """Run a read-only Cypher statement.

    STATEMENT is openCypher; - reads it from stdin. The graph's labels, relationships and properties are in docs/graph-model.md.

    \b
    skillgraph cypher 'MATCH (p:Person)-[:HELD]->(o:Position) WHERE o.current RETURN p.name, o.title, o.company'
    skillgraph cypher - --param skill=skill:kafka < statement.cypher
    """
    if statement is None and sys.stdin.isatty():
        raise click.UsageError("give a statement, or - to read it from stdin", context)
    text = sys.stdin.read() if statement in (None, "-") else str(statement)
    if not text.strip():
        raise click.UsageError("the statement is empty", context)
    parameters = {**_from_file(file), **dict(_parameter(pair) for pair in pairs)}
    with open_graph(current_settings(context)) as store:
        print_answer(store.run(text, parameters, timeout=timeout), form)


def _from_file(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise click.BadParameter(f"{path} cannot be read: {error.strerror}", param_hint="--params") from error
    except ValueError as error:
        raise click.BadParameter(f"{path} is not JSON: {error}", param_hint="--params") from error
    if not isinstance(found, dict):
        raise click.BadParameter(f"{path} is not a JSON object of parameters", param_hint="--params")
    return found


def _parameter(pair: str) -> tuple[str, Any]:
    name, equals, value = pair.partition("=")
    if not equals or not name.isidentifier():
        raise click.BadParameter(f"{pair!r} is not NAME=VALUE", param_hint="--param")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
