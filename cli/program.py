"""The program: its verbs, each loaded when it is called, and one line for whatever goes wrong.

Exit codes: 0; 1 for an error or a partial failure; 2 for a mistake in the call; 130 after Ctrl-C; 141 when nobody reads
the output any more.
"""

from __future__ import annotations

import difflib
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from skillgraph import __version__
from skillgraph.cli.options import add_settings

BROKEN_PIPE = 141
INTERRUPTED = 130
_ROOT = Path(__file__).parents[1]

# The first sentence of each verb's help stands here too, so that `--help` need not load them; a test compares the two.
SECTIONS: dict[str, dict[str, str]] = {
    "From files to answers": {
        "demo": "Try it on bundled sample résumés.",
        "ingest": "Read résumés into the workspace.",
        "ask": "Ask a question in plain words; answers come with proof.",
        "query": "Run a canned query.",
        "person": "Show a person: career, skills, evidence.",
        "skill": "Show a skill: what it is, who knows it, what proves it.",
        "serve": "Show the page live over the workspace, with a box for questions.",
    },
    "Files alone": {
        "extract": "Print what résumés say, without a workspace.",
    },
    "The graph elsewhere": {
        "cypher": "Run a read-only Cypher statement.",
        "export": "Write the graph, or a part of it, as a file.",
        "push": "Write the graph into a Neo4j server.",
        "pull": "Read a pushed graph back from a Neo4j server.",
        "neo4j": "Help for the Neo4j Browser.",
        "mcp": "Serve the graph to an assistant over the Model Context Protocol, on stdin and stdout.",
    },
    "The workspace": {
        "status": "Show what the workspace holds.",
        "judge": "Decide that two documents are about the same person, or not.",
        "forget": "Remove a person and everything that comes of their documents.",
        "ontology": "Look at the ontology of skills, check it, extend it.",
        "completion": "Print a script that completes commands, people and skills.",
    },
}
VERBS = {name: text for verbs in SECTIONS.values() for name, text in verbs.items()}


class Stopped(click.ClickException):
    """The user pressed Ctrl-C."""

    exit_code = INTERRUPTED

    def __init__(self, message: str = "stopped") -> None:
        super().__init__(message)


class Program(click.Group):
    """A group whose verbs are modules of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a verb."""
        if cmd_name not in VERBS:
            return None
        command = getattr(import_module(f"skillgraph.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a misspelt one gets a proposal."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            ctx.fail(unknown("command", args[0], list(VERBS)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs by section without loading them."""
        for section, verbs in SECTIONS.items():
            with formatter.section(section):
                formatter.write_dl(list(verbs.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb and hand over its output."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            if sys.stderr.isatty():
                click.echo(err=True)
            raise Stopped from None
        except BrokenPipeError:
            _let_go_of_stdout()
            ctx.exit(BROKEN_PIPE)
        return result

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run the program and end the process."""
        given = sys.argv[1:] if args is None else args
        debug = "--debug" in given or bool(os.environ.get("SKILLGRAPH_DEBUG"))
        # Behind a verb too, for there it is added to a line that has failed.
        words = [word for word in given if word != "--debug"]
        _prepare_output()
        try:
            code = super().main(words, *rest, **{**extra, "standalone_mode": False})
        except Exception as error:
            if debug:
                traceback.print_exc()
            code = _report(error)
        sys.exit(code if isinstance(code, int) else 0)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Settings may also stand in SKILLGRAPH_WORKSPACE, SKILLGRAPH_STORE … or in skillgraph.toml, here or in your config folder.",
)
@add_settings("workspace", "store", "overlays", "as_of")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error; also behind a command.")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn résumés into a knowledge graph and ask it who did what, with proof.

    Start with `skillgraph demo`, or `skillgraph ingest FOLDER` and `skillgraph ask "Who built DLQ-based retry systems?"`.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False


def unknown(kind: str, name: str, known: Sequence[str]) -> str:
    """Return what to say about a name that does not exist."""
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    few = f"; there are {', '.join(known)}" if len(known) < 20 else ""
    return f"there is no {kind} {name!r}" + (f"; did you mean {' or '.join(near)}?" if near else few)


def _report(error: Exception) -> int:
    """Say in one line what went wrong, and return the exit code."""
    from skillgraph.errors import SkillgraphError

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return error.exit_code
    if isinstance(error, click.UsageError):
        where = error.ctx.command_path if error.ctx else "skillgraph"
        return _say(f"{_sentence(error.format_message())} (see `{where} --help`)", error.exit_code)
    if isinstance(error, click.ClickException):
        return _say(error.format_message(), error.exit_code)
    if isinstance(error, click.Abort):
        return _say("stopped", INTERRUPTED)
    if isinstance(error, SkillgraphError):
        return _say(str(error), 1)
    if isinstance(error, OSError) and error.strerror:
        return _say(f"{error.filename}: {error.strerror.lower()}" if error.filename else error.strerror.lower(), 1)
    return _say(f"this is a bug in skillgraph: {type(error).__name__}: {error}{_place(error)}; run it again with --debug and report what it shows", 1)


def _say(message: str, code: int) -> int:
    click.echo(f"skillgraph: {' '.join(message.split())}", err=True)
    return code


def _sentence(text: str) -> str:
    text = text.replace(". (Did you mean", " (did you mean").removesuffix(".")
    return text[:1].lower() + text[1:]


def _place(error: Exception) -> str:
    """Return file and line of the project where an error arose."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(f"{_ROOT}{os.sep}")]
    return f" at {Path(frames[-1].filename).relative_to(_ROOT).as_posix()}:{frames[-1].lineno}" if frames else ""


def _prepare_output() -> None:
    """Make stdout able to print any text, and keep stderr to our own lines.

    Data are UTF-8 whatever the locale says, and a strange file name stops nothing.
    """
    # The Neo4j driver logs what it raises as well.
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding=sys.stdout.encoding if sys.stdout.isatty() else "utf-8", errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """Point stdout at nothing, so that Python has nothing to complain about when it flushes at the end."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
    except OSError:
        return
