"""The Neo4j Browser kit: favourites made from the canned queries, the style, and a short guide.

In: example values by parameter type. Out: files by name, the same bytes for the same queries and examples.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgraph.graph.store import GraphStore
    from skillgraph.queries import Parameter, Query

# The earliest moment that a zip can hold: the same kit has the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_TOP = "skillgraph"
_BUSIEST = {
    "person": "MATCH (n:Person)-[r:ACHIEVED]->() WITH n, count(r) AS number RETURN n.name AS name ORDER BY number DESC, name LIMIT 2",
    "skill": """MATCH (n:Skill)<-[r:HAS_SKILL {basis: 'demonstrated'}]-(p:Person)
        WITH n, count(r) AS number, max(CASE WHEN p.name = $person THEN 1 ELSE 0 END) AS own
        RETURN n.name AS name ORDER BY own DESC, number DESC, name LIMIT 3""",
    "company": "MATCH (n:Company)<-[r:AT]-() WITH n, count(r) AS number RETURN n.name AS name ORDER BY number DESC, name LIMIT 1",
}
_INVENTED = {"person": ["Ada Example", "Bea Example"], "skill": ["Apache Kafka", "PostgreSQL", "Kubernetes"], "company": ["Pinewood"]}
_OTHERS: dict[str, Any] = {"integer": 1, "float": 1.0, "boolean": True}
_LIMIT = "limit"
_WORKSPACE = "_workspace"
_PARAMETER = re.compile(r"""//[^\n]*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\$(?P<name>\w+)""")
_YEARS = {"since": "2018", "until": "2023"}


def examples_of(store: GraphStore | None) -> Mapping[str, list[str]]:
    """Return people, skills and companies that a store knows well, or invented ones."""
    if store is None:
        return _INVENTED
    found: dict[str, list[str]] = {}
    for kind, statement in _BUSIEST.items():
        # The skills are the first person's, so that questions for a person and a skill have an answer.
        values = {"person": found["person"][0]} if kind == "skill" else {}
        found[kind] = [str(row[0]) for row in store.run(statement, values).rows] or _INVENTED[kind]
    return found


def kit_files(examples: Mapping[str, list[str]], *, workspace: str | None = None) -> dict[str, bytes]:
    """Return the kit's files.

    Args:
        examples: People, skills and companies that the favourites ask for.
        workspace: Key of the only workspace that the favourites shall see; without it they see the whole database.
    """
    from skillgraph.queries import load_queries

    found = load_queries().values()
    grass = (files("skillgraph") / "exporters" / "graph.grass").read_bytes()
    return {"favourites.zip": _zip(favourites(list(found), examples, workspace=workspace)), "graph.grass": grass, "README.md": _guide(list(found)).encode()}


def favourites(queries: list[Query], examples: Mapping[str, list[str]], *, workspace: str | None = None) -> dict[str, str]:
    """Return the favourites by path: `skillgraph Skills/experts.cypher`; `workspace` as in `kit_files`."""
    found: dict[str, str] = {}
    for query in queries:
        folder = f"{_TOP} {query.topic}"
        columns = [column.name for column in query.columns]
        found[f"{folder}/{query.name}.cypher"] = _favourite(query, query.title, query.statement, examples, columns, workspace)
        if query.graph:
            title = f"{query.title} (graph)"
            found[f"{folder}/{query.name}-graph.cypher"] = _favourite(query, title, query.graph, examples, _returned(query.graph), workspace)
    return found


def _favourite(
    query: Query, title: str, statement: str, examples: Mapping[str, list[str]], columns: list[str], workspace: str | None
) -> str:
    """Return a favourite: one statement, since the Browser draws nothing of a script that sets `:param`s before it.

    The values stand together at the top. Neo4j takes no variable after LIMIT, so that number stays where it is.
    """
    from skillgraph.graph.scope import scoped
    from skillgraph.graph.statement import parameter_names

    used = parameter_names(statement)
    values = {p.name: _literal(p, query, examples) for p in query.parameters if p.name in used}
    limit = values.pop(_LIMIT, "")
    own = "" if workspace is None else json.dumps(workspace)
    statement = scoped(statement) if own else statement
    text = _PARAMETER.sub(lambda found: _value(found, limit, own), statement.rstrip().removesuffix(";"))
    head = [f"// {title}", f"// {query.purpose}"]
    if not values:
        return "\n".join([*head, f"{text};", ""])
    given = ",\n".join(f"  {name}: {value}" for name, value in values.items())
    inner = "\n".join(f"  {line}" for line in text.splitlines())
    return "\n".join([*head, "WITH {", given, "} AS given", "CALL (given) {", inner, "}", f"RETURN {', '.join(columns)};", ""])


def _value(found: re.Match[str], limit: str, workspace: str) -> str:
    """Return what stands for a parameter; strings, names and comments stay as they are.

    The workspace's key stands in its place, since subqueries within the statement do not see what is given at its top.
    """
    name = found["name"]
    if name == _WORKSPACE:
        return workspace
    return found[0] if name is None else limit if name == _LIMIT else f"given.{name}"


def _returned(statement: str) -> list[str]:
    """Return the names that a graph variant returns on its last RETURN line."""
    last = [line for line in statement.splitlines() if line.startswith("RETURN ")][-1]
    return [part.rpartition(" AS ")[2].strip() for part in last.removeprefix("RETURN ").removeprefix("DISTINCT ").split(",")]


def _literal(parameter: Parameter, query: Query, examples: Mapping[str, list[str]]) -> str:
    """Return a parameter's default, or an example where it has none, as Cypher."""
    if not parameter.required and parameter.name != _asked_for(query):
        return json.dumps(parameter.default, ensure_ascii=False)
    kind = {"people": "person", "skills": "skill"}.get(parameter.type, parameter.type)
    if parameter.type in ("people", "skills"):
        return json.dumps(examples[kind], ensure_ascii=False)
    if kind in examples:
        same = [other.name for other in query.parameters if other.type == parameter.type and other.required]
        return json.dumps(examples[kind][same.index(parameter.name) % len(examples[kind])], ensure_ascii=False)
    return json.dumps(_YEARS.get(parameter.name, _OTHERS.get(parameter.type, "")), ensure_ascii=False)


def _asked_for(query: Query) -> str:
    """Return the list of skills without which a query that requires nothing finds nobody; empty where there is none."""
    lists = [parameter.name for parameter in query.parameters if parameter.type == "skills"]
    return lists[0] if lists and not any(parameter.required for parameter in query.parameters) else ""


def _zip(texts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(texts.items()):
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), text)
    return out.getvalue()


def _guide(queries: list[Query]) -> str:
    topics: dict[str, list[str]] = {}
    for query in queries:
        topics.setdefault(query.topic, []).append(f"- **{query.title}**{' (also as a graph)' if query.graph else ''} – {query.purpose}")
    listing = "\n\n".join(f"### {topic}\n\n" + "\n".join(lines) for topic, lines in sorted(topics.items()))
    return _GUIDE.format(listing=listing)


_GUIDE = """# skillgraph in the Neo4j Browser

1. Write the graph into the server: `skillgraph push neo4j://neo4j@localhost:7687`.
2. Open the Browser (http://localhost:7474/browser/) and connect.
3. Drop `favourites.zip` on the page. The favourites stand in the drawer with the star, in a folder for each topic.
4. Drop `graph.grass` on the page: people, positions, companies, achievements and skills get their colours and captions.
5. Click a favourite: the editor shows it. What it asks for stands in the braces at its top; change it there and run it.

People, skills and companies go by id (`skill:apache-kafka`) or by the name that the graph has; `null` and `[]` leave a condition out.
Favourites that end in *(graph)* return paths, which the Browser draws. Where a database holds several workspaces, the
favourites see all of them: give each its own database, or ask with `skillgraph query --store 'neo4j://…?workspace=KEY'`.

## The queries

{listing}
"""
