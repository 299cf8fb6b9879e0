"""Write docs/cli.md from the help pages: `python docs/generate_cli.py`; a test holds the file to it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

TARGET = Path(__file__).with_name("cli.md")
_WIDTH = 110
_HEAD = """# The command line

Made from the help pages by `python docs/generate_cli.py`; `skillgraph COMMAND --help` prints the same.

stdout carries data, stderr everything else. Exit codes: 0, 1 for an error or where a part failed, 2 for a mistake in the call,
130 after Ctrl-C. Colours and drawn tables are for terminals, and `NO_COLOR` turns colours off; in a pipe a table is parted by
tabs. A setting is taken from the option, then from the environment (`SKILLGRAPH_WORKSPACE`, `SKILLGRAPH_STORE`,
`SKILLGRAPH_OVERLAYS`, `SKILLGRAPH_AS_OF`, `SKILLGRAPH_MODEL`, `SKILLGRAPH_WORKERS`, `SKILLGRAPH_CONTACTS`), then from
`skillgraph.toml` in the working folder, then from the one in your config folder.

Files come from strangers, so that each is read within bounds; what is beyond one is named with the setting that raises it:
`max_bytes`, `max_pages` and `max_seconds` (also options of `ingest` and `extract`), and for archives `max_ratio`, `max_members`,
`max_unpacked` and `max_nesting`, as `SKILLGRAPH_MAX_RATIO` and so on or in `skillgraph.toml`.
"""


def pages(command: click.Command, name: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """Yield the name and help of a command and of all below it."""
    context = click.Context(
        command, info_name=name, parent=parent, terminal_width=_WIDTH, max_content_width=_WIDTH, help_option_names=["-h", "--help"]
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None and not found.hidden:
                yield from pages(found, child, context)


def text() -> str:
    """Return the whole page."""
    from skillgraph.cli import main

    found = [f"{'##' if ' ' not in path else '###'} {path}\n\n```text\n{page.rstrip()}\n```\n" for path, page in pages(main, "skillgraph")]
    return "\n".join([_HEAD, *found])


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
