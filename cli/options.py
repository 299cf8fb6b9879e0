"""Settings as options of every verb that needs them, before or after the verb's name; the inner one counts.

In: a click context. Out: `Settings`, and the graph that they name.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from skillgraph.graph.store import GraphStore
    from skillgraph.model import PropertyGraph
    from skillgraph.settings import Settings

_META = "skillgraph.settings"
F = TypeVar("F", bound=Callable[..., Any])


class Setting(click.Option):
    """An option that overrules a setting; it is kept in the context and not handed to the command."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"expose_value": False, "callback": _remember, **more})


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> object:
    if value is not None and value != ():
        context.meta.setdefault(_META, {})[parameter.name] = value
    return value


_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)
_SETTINGS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "workspace": (("--workspace",), {"type": _FOLDER, "help": "Folder of the record; .skillgraph without it."}),
    "store": (("--store",), {"metavar": "URL", "help": "Graph store: embedded: (without it), kglite:PATH or neo4j://USER@HOST:PORT."}),
    "overlays": (("--overlay", "overlays"), {"type": _FILE, "multiple": True, "help": "Overlay file of the ontology; may be given several times."}),
    "as_of": (("--as-of", "as_of"), {"metavar": "YYYY-MM", "help": "Month at which open ends stop; the newest in the record without it."}),
    "model": (("--model",), {"metavar": "NAME", "help": "Installed spaCy model to read with; rules alone without it."}),
    "workers": (("--workers",), {"type": click.IntRange(1), "help": "Processes that read files; as many as pay for their start without it."}),
    "max_bytes": (("--max-bytes",), {"type": click.IntRange(1), "help": "Bytes of one file; 20000000 without it."}),
    "max_pages": (("--max-pages",), {"type": click.IntRange(1), "help": "Pages of one PDF or scan; 60 without it."}),
    "max_seconds": (("--max-seconds",), {"type": click.FloatRange(0, min_open=True), "help": "Seconds for one file; 60 without it."}),
    "contacts": (("--contacts/--no-contacts",), {"default": None, "help": "Put e-mail addresses, telephone numbers and links into the graph."}),
}
# Bounds for one file from a stranger.
BOUNDS = ("max_bytes", "max_pages", "max_seconds")
# What a graph depends on, and where it is.
GRAPH = ("workspace", "store", "overlays", "as_of", "contacts")


def setting_options(*names: str) -> list[click.Parameter]:
    """Return settings as options."""
    return [Setting(words, **more) for words, more in (_SETTINGS[name] for name in names)]


def add_settings(*names: str) -> Callable[[F], F]:
    """Return a decorator that adds settings as options."""

    def decorate(function: F) -> F:
        for name in reversed(names):
            words, more = _SETTINGS[name]
            function = click.option(*words, cls=Setting, **more)(function)
        return function

    return decorate


class Verb(click.Command):
    """A command whose help lists settings apart from its own options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options in two sections."""
        sections: dict[str, list[tuple[str, str]]] = {"Options": [], "Settings": []}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections["Settings" if isinstance(parameter, Setting) else "Options"].append(record)
        for section, records in sections.items():
            if records:
                with formatter.section(section):
                    formatter.write_dl(records)


def given_settings(context: click.Context) -> dict[str, object]:
    """Return the settings that stand on the command line."""
    return dict(context.meta.get(_META, {}))


def current_settings(context: click.Context) -> Settings:
    """Return the settings in force: command line before environment before config file.

    Raises:
        SkillgraphError: A value is at fault.
    """
    from skillgraph.settings import load_settings

    return load_settings(given_settings(context))


def open_graph(settings: Settings) -> GraphStore:
    """Open the store of the settings; the embedded one is built from the record when it is not up to date.

    Raises:
        StoreError: There is no such store, or no record to build it from.
    """
    from functools import partial

    from skillgraph.errors import StoreError
    from skillgraph.graph.store import Source, open_store
    from skillgraph.pipeline import graph_of

    scheme, _, path = settings.store.partition(":")
    if scheme == "kglite" and path and not Path(path).is_file():
        raise StoreError(f"store {settings.store}: there is no such file; `skillgraph push {settings.store}` makes it")
    source = None
    state = graph_state(settings)
    if state is not None:
        source = Source(fingerprint=state, build=partial(graph_of, settings.workspace, **_graph_options(settings)))
    return open_store(settings.store, folder=settings.workspace, source=source, prompt=password_prompt())


def graph_state(settings: Settings) -> str | None:
    """Return a hash of all that the embedded graph depends on; None for a store that is not made from the record.

    Raises:
        StoreError: There is no record, or it is newer or damaged.
    """
    from skillgraph.pipeline import graph_fingerprint

    return graph_fingerprint(settings.workspace, **_graph_options(settings)) if settings.store in ("embedded:", "kglite:") else None


def _graph_options(settings: Settings) -> dict[str, Any]:
    return {"as_of": settings.as_of, "overlays": settings.overlays, "contacts": settings.contacts}


def whole_graph(settings: Settings) -> PropertyGraph:
    """Return the graph of the settings' store.

    Raises:
        StoreError: There is no such store, or no record to build it from.
    """
    if settings.store != "embedded:":
        with open_graph(settings) as store:
            return store.read()
    from skillgraph.pipeline import graph_of

    return graph_of(settings.workspace, as_of=settings.as_of, overlays=settings.overlays, contacts=settings.contacts)


def password_prompt() -> Callable[[str], str] | None:
    """Return what asks for a password, or None where nobody is there to answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(question: str) -> str:
        return str(click.prompt(question, hide_input=True, err=True))

    return ask
