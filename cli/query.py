"""`skillgraph query`: every canned query as a command, made from what its file declares."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from skillgraph.cli.cells import print_answer
from skillgraph.cli.names import NodeName
from skillgraph.cli.options import GRAPH, Verb, current_settings, open_graph, setting_options
from skillgraph.cli.output import format_option
from skillgraph.cli.program import unknown

if TYPE_CHECKING:
    from skillgraph.graph.rows import Rows
    from skillgraph.graph.store import GraphStore
    from skillgraph.queries import Parameter, Query
    from skillgraph.settings import Settings

_NODES = {"person": "person", "people": "person", "skill": "skill", "skills": "skill", "company": "company"}
_TYPES: dict[str, Any] = {"integer": click.INT, "float": click.FLOAT, "boolean": click.BOOL}
_LISTS = ("strings", "people", "skills")
_JOB = "job"


class Queries(click.Group):
    """The canned queries, listed by topic."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names."""
        from skillgraph.queries import load_queries

        return list(load_queries())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make the command of a query."""
        from skillgraph.queries import load_queries

        found = load_queries().get(cmd_name)
        return _command(found) if found else None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the query; a misspelt one gets a proposal."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            ctx.fail(unknown("query", args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the queries by topic."""
        from skillgraph.queries import load_queries

        topics: dict[str, list[tuple[str, str]]] = {}
        for name, found in load_queries().items():
            topics.setdefault(found.topic, []).append((name, found.title))
        for topic, records in sorted(topics.items()):
            with formatter.section(topic):
                formatter.write_dl(records)


@click.group(cls=Queries)
def query() -> None:
    """Run a canned query.

    What a query needs is given by options, or in order behind its name: `skillgraph query experts Kafka`. People, skills
    and companies go by name, other name or id.
    """


def _command(found: Query) -> click.Command:
    """Return a query as a command with options of its parameters."""
    required = [parameter for parameter in found.parameters if parameter.required]

    @click.pass_context
    def run(context: click.Context, /, values: tuple[str, ...], graph: bool, form: str, job: Path | None = None, target: Path | None = None, **options: Any) -> None:
        given = _given(context, found, values, options, elsewhere=_job_parameter(found) if job else "")
        with open_graph(current_settings(context)) as store:
            from skillgraph.queries import run_query

            if job is not None:
                given.setdefault(*_wanted(found, job, store, current_settings(context)))
            rows = run_query(store, found.name, given, graph=graph)
            if target is not None:
                _export(run_query(store, found.name, given, graph=True), target)
        print_answer(rows, form, title=found.title)
        if not rows:
            click.echo("nothing was found", err=True)

    command = Verb(found.name, callback=run, help=_help(found), short_help=found.title)
    metavar = " ".join(f"[{parameter.name.upper()}]" for parameter in required)
    command.params = [_Values(required, metavar), *(_option(parameter) for parameter in found.parameters)]
    if _job_parameter(found):
        text = "Text file whose skills are taken, for instance a job description."
        command.params.append(click.Option(["--job", _JOB], type=click.Path(path_type=Path, dir_okay=False), help=text))
    graph_help = "Return paths instead of rows." if found.graph else "Return paths instead of rows; this query has none."
    command.params.append(click.Option(["--graph"], is_flag=True, help=graph_help, hidden=not found.graph))
    if found.graph:
        export_help = "Write the paths as a graph too; the format follows the file's name."
        command.params.append(click.Option(["--export", "target"], type=click.Path(path_type=Path), metavar="FILE", help=export_help))
    format_option(command)
    command.params += setting_options(*GRAPH)
    return command


def _export(rows: Rows, path: Path) -> None:
    from skillgraph.cli.answer_graph import graph_of_paths
    from skillgraph.cli.files import format_of, write_graph

    write_graph(graph_of_paths(rows), path, format_of(path))


class _Values(click.Argument):
    """Required parameters given in order; completed by the type of the next one."""

    def __init__(self, required: list[Parameter], metavar: str) -> None:
        super().__init__(["values"], nargs=-1, metavar=metavar)
        self._required = required

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the names of the parameters."""
        return self.metavar or ""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Return completions of the parameter whose turn it is."""
        place = len(ctx.params.get("values") or ())
        open_ones = [parameter for parameter in self._required if ctx.params.get(_variable(parameter)) in (None, ())]
        if place >= len(open_ones) or open_ones[place].type not in _NODES:
            return []
        return NodeName(_NODES[open_ones[place].type]).shell_complete(ctx, self, incomplete)


def _variable(parameter: Parameter) -> str:
    return f"value_{parameter.name}"


def _option(parameter: Parameter) -> click.Option:
    kind = NodeName(_NODES[parameter.type]) if parameter.type in _NODES else _TYPES.get(parameter.type, click.STRING)
    several = parameter.type in _LISTS
    meaning = parameter.meaning.replace("`", "") + ("; parted by commas, or given several times" if several else "")
    default = "" if parameter.default in (None, []) else f"  [default: {parameter.default}]"
    need = "  [needed]" if parameter.required else ""
    return click.Option([f"--{parameter.name}", _variable(parameter)], type=kind, multiple=several, metavar=parameter.type.upper(), help=f"{meaning}.{need}{default}")


def _help(found: Query) -> str:
    columns = "\n".join(f"  {column.name}: {column.meaning}" for column in found.columns)
    return f"{found.title}.\n\n{found.purpose.replace('`', '')}\n\n\b\nColumns:\n{columns}"


def _given(context: click.Context, found: Query, values: tuple[str, ...], options: dict[str, Any], *, elsewhere: str) -> dict[str, Any]:
    """Return the parameters' values by name: options, then what stands behind the query's name, in order.

    Args:
        context: of the command.
        found: the query.
        values: what stands behind its name.
        options: its options by variable.
        elsewhere: parameter whose value comes from a file.
    """
    given: dict[str, Any] = {}
    for parameter in found.parameters:
        value = options[_variable(parameter)]
        if value is not None and value != ():
            given[parameter.name] = _split(value) if parameter.type in _LISTS else value
    for parameter in found.parameters:
        if parameter.required and parameter.name not in given and parameter.name != elsewhere:
            if not values:
                raise click.UsageError(f"{parameter.name} is missing: {parameter.meaning[0].lower()}{parameter.meaning[1:]}", context)
            given[parameter.name], values = _split(values[:1]) if parameter.type in _LISTS else values[0], values[1:]
    if values:
        raise click.UsageError(f"there is no parameter left for {values[0]!r}", context)
    return given


def _split(values: tuple[str, ...]) -> list[str]:
    return [part.strip() for value in values for part in value.split(",") if part.strip()]


def _job_parameter(found: Query) -> str:
    """Return the parameter that --job fills; empty where there is none."""
    return next((parameter.name for parameter in found.parameters if parameter.required and parameter.type == "skills"), "")


def _wanted(found: Query, path: Path, store: GraphStore, settings: Settings) -> tuple[str, list[str]]:
    """Return the parameter with the skills that a job description names; say on stderr which of them nobody has."""
    from skillgraph.errors import NotFound

    ids = {f"skill:{key}": label for key, label in _skills_of(path, settings).items()}
    rows = store.run("MATCH (s:Skill) WHERE s.id IN $ids RETURN s.id AS id ORDER BY id", {"ids": sorted(ids)}).rows
    known = [str(row[0]) for row in rows]
    if unknown_ones := ", ".join(sorted(label for key, label in ids.items() if key not in known)):
        click.echo(f"{path} asks for what nobody has: {unknown_ones}", err=True)
    if not known:
        raise NotFound(f"{path}: nobody has any of the skills that it names")
    return _job_parameter(found), known


def _skills_of(path: Path, settings: Settings) -> dict[str, str]:
    """Return the skills that a text file names, as label by id.

    Raises:
        LoadError: The file cannot be read.
        NotFound: It names no skill of the ontology.
    """
    from skillgraph.errors import NotFound
    from skillgraph.extraction import read
    from skillgraph.loaders import load

    # The reader of résumés knows which words are skills only in some company, such as Go.
    profile = read(load(path), model=settings.model, overlays=settings.reader.overlays)
    found = {mention.skill: mention.name for mention in profile.mentions if mention.curated}
    if not found:
        raise NotFound(f"{path}: it names no skill that the ontology knows")
    return found
