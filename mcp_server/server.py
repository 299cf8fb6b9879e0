"""The MCP server: questions, canned queries, read-only Cypher and the schema as tools.

In: a store and an ontology. Out: a server whose tools give the same evidence as the command line. Nothing here writes;
the store's own guard refuses statements that would.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from skillgraph.errors import SkillgraphError
from skillgraph.graph.rows import Path, Rows
from skillgraph.graph.schema import schema as load_schema
from skillgraph.graph.store import GraphStore
from skillgraph.model import Frozen, Node, Relationship
from skillgraph.ontology import Ontology
from skillgraph.queries.library import load_queries, run_query
from skillgraph.questions import ask as ask_graph
from skillgraph.questions.answer import Answer

_T = TypeVar("_T")

INSTRUCTIONS = (
    "A knowledge graph of people, their work and their skills, made from résumés. Prefer `ask`: it answers with quoted proof, and says what it did not "
    "understand. Quote the evidence and name the document; say so when an answer is only partial or nobody is found. Everything is read-only."
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_TIMEOUT = 10.0


class Table(Frozen):
    """Rows of an answer."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: int = Field(0, description="rows that were left off")


class Canned(Frozen):
    """A canned query and the values that it takes."""

    name: str
    purpose: str
    parameters: tuple[str, ...] = Field((), description="`name: type -- meaning`; those with `=` may be left out")


class Schema(Frozen):
    """What the graph is made of, and the canned queries that there are."""

    labels: dict[str, tuple[str, ...]] = Field(description="node label → its properties")
    relationships: dict[str, str] = Field(description="relationship type → from label, to label and properties")
    queries: tuple[Canned, ...]


def build_server(store: GraphStore, ontology: Ontology) -> MCPServer:
    """Return the server with its tools over one store."""
    server = MCPServer("skillgraph", instructions=INSTRUCTIONS)

    @server.tool(annotations=_READ_ONLY)
    def ask(question: str, limit: int = 10) -> Answer:
        """Answer a question in plain words about people and their work: ranked people, the path to each proof, and the quoted sentences."""
        return _plainly(lambda: ask_graph(question, store, ontology, limit=max(1, min(limit, 100))))

    @server.tool(annotations=_READ_ONLY)
    def query(name: str, parameters: dict[str, Any] | None = None, limit: int = 100) -> Table:
        """Run a canned query by name; `schema` lists them with their parameters."""
        return _plainly(lambda: _table(run_query(store, name, parameters or {}, timeout=_TIMEOUT), limit))

    @server.tool(annotations=_READ_ONLY)
    def cypher(statement: str, parameters: dict[str, Any] | None = None, limit: int = 100) -> Table:
        """Run a read-only openCypher statement; pass values as parameters ($name), look at `schema` first."""
        return _plainly(lambda: _table(store.run(statement, parameters or {}, timeout=_TIMEOUT), limit))

    @server.tool(annotations=_READ_ONLY)
    def schema() -> Schema:
        """Tell the labels, relationship types and properties of the graph, and the canned queries."""
        return describe_graph()

    return server


def describe_graph() -> Schema:
    """Return the graph's vocabulary and the canned queries."""
    known = load_schema()
    return Schema(
        labels={name: tuple(sorted(label.properties)) for name, label in sorted(known.labels.items())},
        relationships={name: f"(:{r.source})-[:{name} {{{', '.join(sorted(r.properties))}}}]->(:{r.target})" for name, r in sorted(known.relationships.items())},
        queries=tuple(
            Canned(name=name, purpose=query.purpose, parameters=tuple(_parameter(p) for p in query.parameters)) for name, query in sorted(load_queries().items())
        ),
    )


def _parameter(parameter: Any) -> str:
    default = "" if parameter.required else f" = {parameter.default!r}"
    return f"{parameter.name}: {parameter.type}{default} -- {parameter.meaning}"


def _plainly(work: Callable[[], _T]) -> _T:
    """Run a tool's work; an error of ours reaches the assistant in its own words."""
    try:
        return work()
    except SkillgraphError as error:
        raise ToolError(str(error)) from error


def _table(found: Rows, limit: int) -> Table:
    kept = found.rows[: max(0, min(limit, 1000))]
    return Table(columns=found.columns, rows=tuple(tuple(_cell(value) for value in row) for row in kept), more=len(found) - len(kept))


def _cell(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, Node | Relationship | Path) else value
