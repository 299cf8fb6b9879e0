"""The Neo4j Browser kit: favourites made from the canned queries, the style, and a short guide.

In: example values by parameter type. Out: files by name, the same bytes for the same queries and examples.
"""

from __future__ import annotations

import io
import json
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
    "skill": "MATCH (n:Skill)<-[r:HAS_SKILL {basis: 'demonstrated'}]-() WITH n, count(r) AS number RETURN n.name AS name ORDER BY number DESC, name LIMIT 3",
    "company": "MATCH (n:Company)<-[r:AT]-() WITH n, count(r) AS number RETURN n.name AS name ORDER BY number DESC, name LIMIT 1",
}
_INVENTED = {"person": ["Ada Example", "Bea Example"], "skill": ["Apache Kafka", "PostgreSQL", "Kubernetes"], "company": ["Pinewood"]}
_OTHERS: dict[str, Any] = {"integer": 1, "float": 1.0, "boolean": True}
_YEARS = {"since": "2018", "until": "2023"}


def examples_of(store: GraphStore | None) -> Mapping[str, list[str]]:
    """Return people, skills and companies that a store knows well, or invented ones."""
    if store is None:
        return _INVENTED
    found = {kind: [str(row[0]) for row in store.run(statement, {}).rows] for kind, statement in _BUSIEST.items()}
    return {kind: names or _INVENTED[kind] for kind, names in found.items()}


def kit_files(examples: Mapping[str, list[str]]) -> dict[str, bytes]:
    """Return the kit's files."""
    from skillgraph.queries import load_queries

    found = load_queries().values()
    grass = (files("skillgraph") / "exporters" / "graph.grass").read_bytes()
    return {"favourites.zip": _zip(found_favourites(list(found), examples)), "graph.grass": grass, "README.md": _guide(list(found)).encode()}


def found_favourites(queries: list[Query], examples: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the favourites by path: `skillgraph – Skills/Experts in a skill.cypher`."""
    found: dict[str, str] = {}
    for query in queries:
        folder = f"{_TOP} {query.topic}"
        found[f"{folder}/{query.name}.cypher"] = _favourite(query, query.title, query.statement, examples)
        if query.graph:
            found[f"{folder}/{query.name}-graph.cypher"] = _favourite(query, f"{query.title} (graph)", query.graph, examples)
    return found


def _favourite(query: Query, title: str, statement: str, examples: Mapping[str, list[str]]) -> str:
    """Return a favourite; the Browser names it by its first comment."""
    from skillgraph.graph.statement import parameter_names

    used = parameter_names(statement)
    lines = [f":param {p.name} => {_literal(p, query, examples)};" for p in query.parameters if p.name in used]
    return "\n".join([f"// {title}", f"// {query.purpose}", *lines, f"{statement.rstrip().removesuffix(';')};", ""])


def _literal(parameter: Parameter, query: Query, examples: Mapping[str, list[str]]) -> str:
    """Return a parameter's default, or an example where it has none, as Cypher."""
    if not parameter.required:
        return json.dumps(parameter.default, ensure_ascii=False)
    kind = {"people": "person", "skills": "skill"}.get(parameter.type, parameter.type)
    if parameter.type in ("people", "skills"):
        return json.dumps(examples[kind], ensure_ascii=False)
    if kind in examples:
        same = [other.name for other in query.parameters if other.type == parameter.type and other.required]
        return json.dumps(examples[kind][same.index(parameter.name) % len(examples[kind])], ensure_ascii=False)
    return json.dumps(_YEARS.get(parameter.name, _OTHERS.get(parameter.type, "")), ensure_ascii=False)


def _zip(favourites: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(favourites.items()):
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
5. Click a favourite: the editor shows its `:param` lines and the query. Change the values and run it.

A favourite runs several statements, one for each `:param`; *Enable multi statement query editor* in the Browser's settings
must be on, as it is at first. People, skills and companies go by id (`skill:apache-kafka`) or by the name that the graph has.
Favourites that end in *(graph)* return paths, which the Browser draws. Where a database holds several workspaces, the
favourites see all of them: give each its own database, or ask with `skillgraph query --store 'neo4j://…?workspace=KEY'`.

## The queries

{listing}
"""
