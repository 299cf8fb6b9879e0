"""Questions at a prompt, with history and completion where prompt_toolkit is installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from skillgraph.cli.answers import print_text

if TYPE_CHECKING:
    from skillgraph.graph.store import GraphStore
    from skillgraph.questions import Answer
    from skillgraph.settings import Settings

_WORDS = "Who built|Who led|Who migrated from|Who knows|Who improved|How many people know|What has|Does anyone know"
_NAMES = "MATCH (n) WHERE n:Person OR n:Skill OR n:Company RETURN DISTINCT n.name AS name ORDER BY name"
_HELP = "Type a question, for instance: Who built DLQ-based retry systems?  :explain shows how it is answered, :quit or Ctrl-D ends."


def converse(answer: Callable[[str], Answer], store: GraphStore, settings: Settings, *, explain: bool) -> None:
    """Read questions and print their answers until the user has no more."""
    from skillgraph.errors import SkillgraphError

    click.echo(_HELP, err=True)
    read = _reader(store, settings.workspace)
    while True:
        try:
            text = read().strip()
        except (EOFError, KeyboardInterrupt):
            click.echo(err=True)
            return
        if text in (":quit", ":q", "quit", "exit"):
            return
        if text == ":explain":
            explain = not explain
            click.echo(f"explaining is {'on' if explain else 'off'}", err=True)
        elif text.startswith(":"):
            click.echo(_HELP, err=True)
        elif text:
            try:
                print_text(answer(text), explain=explain)
            except SkillgraphError as error:
                click.echo(f"skillgraph: {error}", err=True)
            click.echo()


def _reader(store: GraphStore, workspace: Path) -> Callable[[], str]:
    """Return what reads one question."""
    try:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
        from prompt_toolkit.completion import WordCompleter
        from prompt_toolkit.history import FileHistory, InMemoryHistory
    except ImportError:
        return lambda: input("? ")
    # Below the cache, where `forget` removes it: questions name people.
    history = workspace / "cache" / "questions"
    if workspace.is_dir():
        history.parent.mkdir(exist_ok=True)
    names = [str(row[0]) for row in store.run(_NAMES, {}).rows if row[0]]
    completer = WordCompleter([*_WORDS.split("|"), *names, ":explain", ":quit"], ignore_case=True)
    kept = FileHistory(str(history)) if workspace.is_dir() else InMemoryHistory()
    session = PromptSession("? ", history=kept, completer=completer, auto_suggest=AutoSuggestFromHistory(), complete_while_typing=False)
    return lambda: str(session.prompt())
