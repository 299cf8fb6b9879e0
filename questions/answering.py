"""Ask a question: understand it, look for it, rank who answers, and show the proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from skillgraph.graph.store import GraphStore
from skillgraph.ontology import Ontology
from skillgraph.questions import about, describe, why
from skillgraph.questions.answer import Answer, PersonAnswer, Statement
from skillgraph.questions.candidates import candidates
from skillgraph.questions.evidence import Run, nodes
from skillgraph.questions.known import names_in, names_of, newest_month
from skillgraph.questions.meets import meeting
from skillgraph.questions.once import per_ontology
from skillgraph.questions.plan import Asks, Plan
from skillgraph.questions.proofs import facts, results
from skillgraph.questions.rank import WEIGHTS, Standing, order
from skillgraph.questions.understand import Understanding
from skillgraph.questions.witness import GraphWitness

__all__ = ["ask", "names_of", "understanding"]

MOST = 25
_REFINED = 4  # times the people asked for, whose length and recency of use are looked up


@per_ontology
def understanding(ontology: Ontology) -> Understanding:
    """Return the reader of questions over an ontology, built once."""
    return Understanding(ontology)


def ask(question: str, store: GraphStore, ontology: Ontology, *, limit: int = MOST) -> Answer:
    """Answer a question from a graph.

    Args:
        question: In plain words.
        store: Where the graph is.
        ontology: What the words mean.
        limit: How many people at most.

    Raises:
        StoreError: The store is gone or took too long.
    """
    run = Run(store)
    reader = understanding(ontology)
    newest = newest_month(run) if describe.RELATIVE.search(question) else None
    plan = reader.plan(question, names_in(question, run, labels=reader.words), newest=newest, witness=GraphWitness(run, ontology))
    text, found = _answered(plan, run, ontology, limit)
    near = why.nearest(plan, run, ontology) if not found else ()
    return Answer(
        question=question, understood=describe.plan(plan, ontology), plan=plan, text=text, results=tuple(found),
        statements=tuple(Statement(cypher=c, parameters=p) for c, p in _unique(run.statements)), suggestions=describe.suggestions(plan, found, ontology, near=near),
    )  # fmt: skip


def _answered(plan: Plan, run: Run, ontology: Ontology, limit: int) -> tuple[str, list[PersonAnswer]]:
    if plan.asks is Asks.NOTHING:
        return describe.nothing(plan), []
    if plan.people and _about_people(plan):
        return about.of_people(plan, run, ontology)
    if plan.asks is Asks.SKILLS and plan.needs:
        return about.of_class(plan, run, ontology), []
    ranked, whole, full = _ranked(plan, run, ontology, limit)
    known = facts(run, [s.person for s in ranked])
    found = results(ranked, plan, run, ontology, known=known)
    if plan.asks is Asks.COMPANIES:
        return about.companies(found), found
    if plan.asks is Asks.YEARS:
        return about.years(found, plan, run, ontology), found
    return describe.sentence(plan, found, full=full, whole=whole, why=why.nobody(plan, run, ontology) if not found else ""), found


def _about_people(plan: Plan) -> bool:
    """Tell whether the people named are asked about, rather than asked whether they show something."""
    return plan.asks in (Asks.SKILLS, Asks.WORK, Asks.PATH, Asks.YEARS, Asks.COMPANIES) or not (plan.needs or plan.change or plan.excluded or plan.conditions.hard)


def _ranked(plan: Plan, run: Run, ontology: Ontology, limit: int) -> tuple[list[Standing], int, int]:
    """Return the best, best first, and how many there are in all and in full."""
    standings = meeting(plan, candidates(plan, run, ontology), run)
    first = order(standings, {})[: limit * _REFINED]
    _refine(first, run)
    return order(first, _worked(run, first))[:limit], len(standings), sum(s.full for s in standings)


def _worked(run: Run, standings: Sequence[Standing]) -> dict[str, float]:
    """Return months of work in all, by person."""
    people = sorted(s.person for s in standings)
    return {row["person"]: float(row["months"] or 0) for row in run.rows("people", people=people)} if people else {}


def _refine(standings: Sequence[Standing], run: Run) -> None:
    """Add to each score how long and how recently the person used what they show."""
    skills = {s.person: set(nodes({c.skill for c in s.chosen if c.shown and c.skill})) for s in standings}
    every = sorted(set().union(*skills.values())) if skills else []
    rows = run.rows("experience", people=sorted(skills), skills=every) if every else []
    newest = max((row["lastUsed"] or "" for row in rows), default="")[:4]
    longest: dict[str, float] = {}
    recent: set[str] = set()
    for row in rows:
        if row["skill"] in skills[row["person"]]:
            longest[row["person"]] = max(longest.get(row["person"], 0.0), float(row["months"] or 0), 12 * float(row["years"] or 0))
            if newest and (row["lastUsed"] or "") >= newest:
                recent.add(row["person"])
    for stands in standings:
        stands.parts["length of use"] = round(WEIGHTS.per_year * min(longest.get(stands.person, 0.0) / 12, 10), 4)
        stands.parts["recent use"] = WEIGHTS.recent if stands.person in recent else 0.0


def _unique(statements: Iterable[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for statement, parameters in statements:
        found.setdefault(f"{statement}{sorted(parameters.items())}", (statement, parameters))
    return list(found.values())
