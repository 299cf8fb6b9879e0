"""From a person, skill or company as people write it to the id in the store."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from skillgraph.errors import NotFound, QueryError
from skillgraph.graph.store import GraphStore
from skillgraph.queries.declaration import Query

_LABELS = {"person": "Person", "people": "Person", "skill": "Skill", "skills": "Skill", "company": "Company"}
# Written out, so that no name is ever glued into a statement.
_EXACT = {
    "Person": "MATCH (n:Person) WHERE n.id = $text OR n.name = $text RETURN DISTINCT n.id AS id ORDER BY id",
    "Skill": "MATCH (n:Skill) WHERE n.id = $text OR n.id = 'skill:' + $text OR n.name = $text RETURN DISTINCT n.id AS id ORDER BY id",
    "Company": "MATCH (n:Company) WHERE n.id = $text OR n.name = $text RETURN DISTINCT n.id AS id ORDER BY id",
}
_LOOSE = {
    "Person": "MATCH (n:Person) WHERE toLower(n.name) = $text OR toLower(n.id) IN [$text, 'person:' + $text] RETURN n.id AS id ORDER BY id",
    "Skill": """MATCH (n:Skill)
        WHERE toLower(n.name) = $text OR toLower(n.id) IN [$text, 'skill:' + $text] OR any(a IN n.aliases WHERE toLower(a) = $text)
        RETURN n.id AS id ORDER BY id""",
    "Company": """MATCH (n:Company)
        WHERE toLower(n.name) = $text OR toLower(n.id) IN [$text, 'company:' + $text] OR any(a IN n.aliases WHERE toLower(a) = $text)
        RETURN n.id AS id ORDER BY id""",
}
_NAMES = {
    "Person": "MATCH (n:Person) RETURN n.name AS name, [] AS aliases ORDER BY name, n.id",
    "Skill": "MATCH (n:Skill) RETURN n.name AS name, n.aliases AS aliases ORDER BY name, n.id",
    "Company": "MATCH (n:Company) RETURN n.name AS name, n.aliases AS aliases ORDER BY name, n.id",
}


def resolved(store: GraphStore, query: Query, values: dict[str, Any], *, timeout: float) -> dict[str, Any]:
    """Return the values with every person, skill and company as its id.

    Raises:
        NotFound: Nothing has that name; the message proposes the nearest.
        QueryError: Several have it.
    """
    return {name: _resolved(store, query.by_name[name].type, value, timeout=timeout) for name, value in values.items()}


def _resolved(store: GraphStore, kind: str, value: Any, *, timeout: float) -> Any:
    if kind not in _LABELS or value is None:
        return value
    if isinstance(value, list):
        return list(dict.fromkeys(find_id(store, _LABELS[kind], text, timeout=timeout) for text in value))
    return find_id(store, _LABELS[kind], value, timeout=timeout)


def find_id(store: GraphStore, label: str, text: str, *, timeout: float) -> str:
    """Return the id of the one node that has the text as id, name or other name.

    Args:
        store: where to look.
        label: `Person`, `Skill` or `Company`.
        text: what the user wrote.
        timeout: seconds.

    Raises:
        NotFound: Nothing has that name; the message proposes the nearest.
        QueryError: Several have it.
    """
    rows = store.run(_EXACT[label], {"text": text}, timeout=timeout)
    if not rows:
        rows = store.run(_LOOSE[label], {"text": text.lower()}, timeout=timeout)
    found = [str(row[0]) for row in rows.rows]
    if len(found) == 1:
        return found[0]
    kind = label.lower()
    if not found and label == "Skill" and (known := _in_ontology(text)):
        raise NotFound(f"nobody in the graph has the skill {known}, which the ontology knows")
    if found:
        raise QueryError(f"{kind} {text!r} is not unique: use one of the ids {', '.join(found)}")
    raise NotFound(f"there is no {kind} {text!r}{_proposal(store, label, text, timeout=timeout)}")


def _in_ontology(text: str) -> str:
    """Return the name under which the ontology knows a skill; empty when it does not."""
    # Reading the ontology takes a second, so that only what the graph does not have pays for it.
    from skillgraph.ontology import load_ontology

    wanted = text.lower().removeprefix("skill:")
    return next((s.label for s in load_ontology().skills if wanted in (s.id.lower(), s.label.lower(), *map(str.lower, s.alt))), "")


def _proposal(store: GraphStore, label: str, text: str, *, timeout: float) -> str:
    rows = store.run(_NAMES[label], {}, timeout=timeout).rows
    by_lower = {spelling.lower(): spelling for name, aliases in rows for spelling in (name, *aliases)}
    near = get_close_matches(text.lower(), by_lower, n=3, cutoff=0.6)
    return f": did you mean {' or '.join(by_lower[name] for name in near)}?" if near else ""
