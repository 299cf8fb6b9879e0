"""Completion of people, skills and companies from the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from skillgraph.cli.options import current_settings, open_graph

_STATEMENTS = {
    "person": "MATCH (n:Person) RETURN n.id AS id, n.name AS name ORDER BY id",
    "skill": "MATCH (n:Skill) WHERE EXISTS { MATCH (:Person)-[:HAS_SKILL]->(n) } RETURN n.id AS id, n.name AS name ORDER BY id",
    "company": "MATCH (n:Company) RETURN n.id AS id, n.name AS name ORDER BY id",
}


if TYPE_CHECKING:
    _Text = click.ParamType[str]
else:
    # Generic in new versions of click only.
    _Text = click.ParamType


class NodeName(_Text):
    """The name or id of a person, skill or company; completed as the short id, in which there are no blanks."""

    def __init__(self, kind: str) -> None:
        self.name = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the ids whose beginning, or whose name's beginning, was typed."""
        typed = incomplete.lower()
        try:
            with open_graph(current_settings(ctx)) as store:
                rows = store.run(_STATEMENTS[self.name], {}).rows
        except Exception:
            # A shell that completes has no place for errors; the command itself will tell.
            return []
        short = [(str(node).removeprefix(f"{self.name}:"), str(name)) for node, name in rows]
        return [CompletionItem(node, help=name) for node, name in short if node.startswith(typed) or name.lower().startswith(typed)]
