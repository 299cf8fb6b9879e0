"""The JSON API: what may be asked, and the answers.

In: a request and the workspace. Out: values for JSON. Each endpoint gives what the command of its name prints with
`--format json`; nothing here writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from pydantic import Field

from skillgraph.errors import NotFound, QueryError
from skillgraph.exporters import export_to_stream
from skillgraph.exporters.select import part, without_evidence, without_ontology
from skillgraph.graph.rows import Path
from skillgraph.model import Frozen, Node, Relationship
from skillgraph.queries import Query, find_query, load_queries, run_query
from skillgraph.queries.arguments import LISTS, truth, whole
from skillgraph.queries.pages import person_page, skill_page
from skillgraph.questions import ask as ask_graph
from skillgraph.questions.record import answer_record
from skillgraph.server.message import JSON, Request, Response, as_json
from skillgraph.server.workspace import Workspace

_MOST = 1000
_LONGEST = 2000
_SKILLS = _PEOPLE = 20


class Endpoint(Frozen):
    """Something that may be asked."""

    path: str = Field(description="after /api/; `NAME` stands for the rest")
    doc: str
    parameters: Mapping[str, str] = Field(default_factory=dict, description="meaning by name")
    answer: Callable[[Workspace, Request, str], Response]


def endpoints() -> tuple[Endpoint, ...]:
    """Return every endpoint, in the order of the documentation."""
    return (
        Endpoint(path="ask", doc="answer a question: ranked people with paths and quoted evidence", answer=_ask,
                 parameters={"question": "in plain words; needed", "limit": "people at most; 25 without it"}),
        Endpoint(path="query", doc="list the canned queries with their parameters and columns", answer=_queries),
        Endpoint(path="query/NAME", doc="run a canned query: columns and rows", answer=_query,
                 parameters={"…": "the query's own; a list as one text parted by commas, or given several times"}),
        Endpoint(path="person/NAME", doc="one person by name or id: career, education, skills with proof", answer=_person,
                 parameters={"skills": f"at most; {_SKILLS} without it"}),
        Endpoint(path="skill/NAME", doc="one skill by name, other name or id: what it is, who knows it, proof", answer=_skill,
                 parameters={"people": f"at most; {_PEOPLE} without it"}),
        Endpoint(path="graph", doc="the graph, or a part of it, as node-link JSON", answer=_graph,
                 parameters={"person": "only what is told of one person", "around": "only the neighbourhood of a person, skill or company",
                             "depth": "how many relationships from these", "ontology": "false: without relations between skills",
                             "evidence": "false: without documents and quotes"}),
    )  # fmt: skip


def respond(workspace: Workspace, request: Request) -> Response:
    """Answer a request below /api.

    Raises:
        NotFound: There is no such endpoint, or what it is asked for is not there.
        QueryError: A parameter is unknown, missing or wrong.
        StoreError: The graph cannot be opened or takes too long.
    """
    path = request.path.removeprefix("/api").strip("/")
    if not path:
        return as_json({"endpoints": [_described(endpoint) for endpoint in endpoints()]})
    name, _, rest = path.partition("/")
    wanted = f"{name}/NAME" if rest else name
    for endpoint in endpoints():
        if endpoint.path == wanted:
            _check(endpoint, request)
            return endpoint.answer(workspace, request, rest)
    raise NotFound(f"there is no /api/{wanted}; /api lists what there is")


def _described(endpoint: Endpoint) -> dict[str, Any]:
    return {"path": f"/api/{endpoint.path}", "doc": endpoint.doc, "parameters": dict(endpoint.parameters)}


def _check(endpoint: Endpoint, request: Request) -> None:
    if "…" in endpoint.parameters:
        return
    for name in request.query:
        if name not in endpoint.parameters:
            known = ", ".join(endpoint.parameters) or "none"
            raise QueryError(f"/api/{endpoint.path} has no parameter {name!r}; known: {known}")


def _ask(workspace: Workspace, request: Request, rest: str) -> Response:
    question = _one(request, "question")
    if not question or not question.strip():
        raise QueryError("/api/ask needs question (in plain words)")
    if len(question) > _LONGEST:
        raise QueryError(f"the question is longer than {_LONGEST} characters")
    limit = _number(request, "limit", default=25)
    with workspace.store() as store:
        return as_json(answer_record(ask_graph(question.strip(), store, workspace.ontology, limit=limit)))


def _queries(workspace: Workspace, request: Request, rest: str) -> Response:
    return as_json({"queries": [_declared(query) for query in load_queries().values()]})


def _declared(query: Query) -> dict[str, Any]:
    return {
        "name": query.name, "title": query.title, "purpose": query.purpose, "topic": query.topic,
        "parameters": [parameter.model_dump(mode="json") for parameter in query.parameters],
        "columns": [column.model_dump(mode="json") for column in query.columns],
    }  # fmt: skip


def _query(workspace: Workspace, request: Request, rest: str) -> Response:
    query = find_query(rest)
    given = {name: _value(query, name, values) for name, values in request.query.items()}
    with workspace.store() as store:
        rows = run_query(store, query.name, given)
    return as_json({"query": query.name, "columns": list(rows.columns), "rows": [[_cell(value) for value in row] for row in rows.rows]})


def _value(query: Query, name: str, values: tuple[str, ...]) -> str | list[str]:
    declared = query.by_name.get(name)
    if declared is not None and declared.type in LISTS and len(values) > 1:
        return list(values)
    if len(values) > 1:
        raise QueryError(f"{name} is given {len(values)} times")
    return values[0]


def _cell(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, Node | Relationship | Path) else value


def _person(workspace: Workspace, request: Request, rest: str) -> Response:
    most = _number(request, "skills", default=_SKILLS)
    with workspace.store() as store:
        return as_json(person_page(store, rest, most=most))


def _skill(workspace: Workspace, request: Request, rest: str) -> Response:
    most = _number(request, "people", default=_PEOPLE)
    with workspace.store() as store:
        return as_json(skill_page(store, rest, most=most))


def _graph(workspace: Workspace, request: Request, rest: str) -> Response:
    person, around = _one(request, "person"), _one(request, "around")
    if person and around:
        raise QueryError("/api/graph takes person or around, not both")
    depth = None if _one(request, "depth") is None else _number(request, "depth", default=1, least=0)
    if depth is not None and not (person or around):
        raise QueryError("depth needs person or around")
    with workspace.store() as store:
        graph = part(store.read(), person=person, around=around, depth=depth)
    for name, change in (("ontology", without_ontology), ("evidence", without_evidence)):
        graph = graph if _truth(request, name) else change(graph)
    out = BytesIO()
    export_to_stream(graph, out, format="json")
    return Response(status=200, media_type=JSON, body=out.getvalue())


def _one(request: Request, name: str) -> str | None:
    values = request.query.get(name, ())
    if len(values) > 1:
        raise QueryError(f"{name} is given {len(values)} times")
    return values[0] if values else None


def _number(request: Request, name: str, *, default: int, least: int = 1) -> int:
    value = _one(request, name)
    try:
        number = default if value is None else whole(value)
    except ValueError:
        number = -1
    if not least <= number <= _MOST:
        raise QueryError(f"{name} must be a whole number from {least} to {_MOST}, not {value!r}")
    return number


def _truth(request: Request, name: str) -> bool:
    value = _one(request, name)
    try:
        return True if value is None else truth(value)
    except ValueError as error:
        raise QueryError(f"{name} must be true or false, not {value!r}") from error
