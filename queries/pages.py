"""Everything that a person's or a skill's page tells, gathered from the canned queries.

In: a store and a name. Out: one dictionary, ready for JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from skillgraph.graph.store import TIMEOUT, GraphStore
from skillgraph.queries.library import run_query
from skillgraph.queries.names import find_id

_ABOUT = "MATCH (p:Person) WHERE p.id = $person RETURN p.name AS name, p.title AS title, p.location AS location, p.totalMonths AS months"
_STUDIES = """MATCH (p:Person)-[r:STUDIED_AT]->(s:School) WHERE p.id = $person
RETURN s.name AS school, r.degree AS degree, r.field AS field, r.startDate AS startDate, r.endDate AS endDate, r.current AS current
ORDER BY coalesce(startDate, endDate, ''), school"""
_PROVED_SKILLS = 8
_PROVED_PEOPLE = 3
_NEAR = 10


def person_page(store: GraphStore, name: str, *, most: int) -> dict[str, Any]:
    """Return a person's career, education and skills; the strongest skills come with a sentence that proves them.

    Args:
        store: where to ask.
        name: name or id.
        most: skills at most.

    Raises:
        NotFound: Nobody is called so, or several people are.
    """
    key = find_id(store, "Person", name, timeout=TIMEOUT)
    about = next(store.run(_ABOUT, {"person": key}).records())
    skills = list(run_query(store, "skill-years", {"person": key}).records())
    known = [skill for skill in skills if skill["basis"] != "inferred"]
    ranked = sorted(known, key=lambda s: (s["basis"] != "demonstrated", -s["months"], -s["evidence"], s["skill"]))
    for skill in ranked[:_PROVED_SKILLS]:
        rows = list(run_query(store, "evidence", {"person": key, "skill": skill["id"]}).records())
        skill["proof"] = _best_proof(rows, skill["skill"])
    return {
        "id": key, **about, "positions": list(run_query(store, "career", {"person": key}).records()),
        "education": list(store.run(_STUDIES, {"person": key}).records()), "skills": ranked[:most], "more": max(0, len(ranked) - most),
        "inferred": len(skills) - len(known),
    }  # fmt: skip


def skill_page(store: GraphStore, name: str, *, most: int) -> dict[str, Any]:
    """Return what a skill is, who knows it, and what proves it for the first of them.

    Args:
        store: where to ask.
        name: name, other name or id.
        most: people at most.

    Raises:
        NotFound: No skill is called so, or several are.
    """
    key = find_id(store, "Skill", name, timeout=TIMEOUT)

    def ask(query: str, **more: object) -> list[dict[str, Any]]:
        return list(run_query(store, query, {"skill": key, **more}).records())

    about = ask("skill-overview")[0]
    people = ask("experts", limit=most)
    for one in people[:_PROVED_PEOPLE]:
        one["proof"] = _best_proof(ask("evidence", person=one["id"]), about["skill"])
    return {
        **about, "people": people, "years": ask("skill-trend"),
        "together": ask("technology-neighbours", limit=_NEAR), "alternatives": ask("alternatives", limit=_NEAR),
    }  # fmt: skip


def _best_proof(rows: Sequence[dict[str, Any]], skill: str) -> dict[str, Any] | None:
    """Return the first row that names the skill itself, or else the first, which names a narrower one."""
    return next((row for row in rows if row["skill"] == skill), rows[0] if rows else None)
