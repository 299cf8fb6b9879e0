"""Plans, paths and answers in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from skillgraph.graph.store import GraphStore
from skillgraph.ontology import Ontology
from skillgraph.questions.answer import PersonAnswer, Proof
from skillgraph.questions.evidence import Measured
from skillgraph.questions.plan import Asks, Involvement, Need, Plan

NOTHING = "I did not understand what to look for: no skill, figure, name or condition that I know stands in the question."
EXAMPLES = (
    "Who built DLQ-based retry systems?", "Who improved latency by more than 30 %?", "Who worked with both Go and Kubernetes?", "Who knows Temporal or a similar workflow engine?",
)  # fmt: skip


def need(wanted: Need, ontology: Ontology) -> str:
    """Return a need in words."""
    labels = " or ".join(ontology.by_id[s].label if s in ontology.by_id else s for s in wanted.skills)
    text = f"{labels} (read from “{wanted.words}”)" if wanted.paraphrase else labels
    if wanted.alternatives:
        text += " or what does the same job"
    if wanted.except_for:
        text += ", other than " + ", ".join(ontology.by_id[s].label if s in ontology.by_id else s for s in wanted.except_for)
    return text


def plan(understood: Plan, ontology: Ontology) -> str:
    """Return in one sentence how a question was understood."""
    if understood.asks is Asks.NOTHING:
        return "nothing"
    parts = []
    if understood.needs:
        joint = " and, in the same work, " if understood.together else " and "
        verb = {Involvement.ANY: "who know or used", Involvement.CHANGED: "who changed"}.get(understood.involvement, f"who {understood.involvement}")
        parts.append(f"{verb} {joint.join(need(n, ontology) for n in understood.needs)}")
    if understood.change is not None:
        parts.append(_change(understood))
    if understood.excluded:
        parts.append("without " + " or ".join(need(n, ontology) for n in understood.excluded))
    parts += _conditions(understood)
    text = f"{understood.asks}: " + "; ".join(parts) if parts else str(understood.asks)
    return text + (f" (not understood and left out: {', '.join(understood.left_out)})" if understood.left_out else "")


def _change(understood: Plan) -> str:
    change = understood.change
    assert change is not None
    way = {"decrease": "down", "increase": "up"}.get(change.direction, "changed")
    bound = ""
    if change.least is not None:
        bound = f" by {'more than' if change.strict else 'at least'} {change.least:g} {change.unit}"
    elif change.most is not None:
        bound = f" by at most {change.most:g} {change.unit}"
    return f"with a figure that says {change.words[0] if change.words else 'it'} went {way}{bound}"


def _conditions(understood: Plan) -> list[str]:
    wanted = understood.conditions
    found = []
    for name, values in (("at", wanted.companies), ("in", wanted.places), ("studied at", wanted.schools), ("titled", wanted.titles)):
        if values:
            found.append(f"{name} {' or '.join(value.partition(':')[2] or value for value in values)}")
    if wanted.months is not None:
        found.append(f"for at least {wanted.months} months")
    if wanted.at_most_months is not None:
        found.append(f"for at most {wanted.at_most_months} months")
    if wanted.since:
        found.append(f"in or after {wanted.since}")
    if wanted.before:
        found.append(f"before {wanted.before}")
    if wanted.team:
        found.append(f"with a team of {wanted.team} or more")
    return found


def dates(job: Mapping[str, Any]) -> str | None:
    """Return a position's dates as people write them: `2021-04–now`."""
    if not job or not (job.get("startDate") or job.get("endDate")):
        return None
    last = "now" if job.get("current") else job.get("endDate") or "?"
    return f"{job.get('startDate') or '?'}–{last}"


def figure(found: Measured) -> str:
    """Return a figure in words."""
    return f"{found.of or 'figure'}: {found.figure}" + (f" ({found.percent:g} %)" if found.percent is not None and "%" not in found.figure else "")


def path(name: str, proof: Proof) -> str:
    """Return the path through the graph that makes a person an answer."""
    steps = [name]
    if proof.position or proof.company:
        place = " at ".join(p for p in (proof.position, proof.company) if p)
        steps.append(f"{place} ({proof.dates})" if proof.dates else place)
    verb = {"work": "achievement", "figure": "achievement", "listed": "lists", "claimed": "says"}.get(proof.kind)
    if verb == "achievement":
        steps.append(f"“{_short(proof.quote)}”")
    if proof.shows:
        steps.append(f"{'says ' if proof.kind == 'claimed' else ''}{', '.join(proof.shows)}")
    return " → ".join(steps)


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"


def sentence(understood: Plan, results: Sequence[PersonAnswer]) -> str:
    """Return the answer in one sentence."""
    full = [r for r in results if r.full]
    partial = len(results) - len(full)
    if not results:
        return "Nobody in the graph shows that."
    more = f", {partial} partly" if partial else ""
    if understood.asks is Asks.YES_NO:
        return (f"Yes: {', '.join(r.person for r in full)}" if full else "Not in full") + more + "."
    if understood.asks is Asks.COUNT:
        return f"{len(full)} {'person' if len(full) == 1 else 'people'}{more}."
    return f"{len(full)} {'person answers' if len(full) == 1 else 'people answer'} it in full{more}."


def suggestions(understood: Plan, results: Sequence[PersonAnswer], ontology: Ontology) -> tuple[str, ...]:
    """Return questions that one may want to ask next."""
    found = []
    if results and understood.needs:
        found.append(f"What has {results[0].person} built?")
    for wanted in understood.needs[:1]:
        skill = ontology.by_id.get(wanted.skills[0])
        wider = skill.broader[0] if skill and skill.broader else None
        if wider and wider in ontology.by_id and len(results) < 3:
            found.append(f"Who knows {ontology.by_id[wider].label}?")
    return tuple(found)


def of_people(understood: Plan, results: Sequence[PersonAnswer], store: GraphStore) -> str:
    """Return what is asked of a person by name, in words."""
    if understood.asks is Asks.SKILLS or understood.asks is Asks.WORK:
        rows = store.run(
            "MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill) WHERE p.id IN $people AND h.basis = 'demonstrated' RETURN s.name AS name, h.months AS months ORDER BY months DESC, name LIMIT 15",
            {"people": list(understood.people)},
        )
        names = ", ".join(f"{row[0]} ({row[1]} months)" if row[1] else str(row[0]) for row in rows.rows)
        return f"Shown in work: {names}." if names else "Nothing is shown in work."
    return f"{', '.join(r.person for r in results)}: {sum(len(r.evidence) for r in results)} positions."
