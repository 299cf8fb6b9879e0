"""Plans, paths and answers in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from skillgraph.ontology import Ontology
from skillgraph.ontology.lexicon import words
from skillgraph.questions.answer import PersonAnswer, Proof
from skillgraph.questions.measured import Measured
from skillgraph.questions.plan import Asks, Conditions, Involvement, Need, Plan

NOTHING = "I did not understand what to look for: no skill, figure, name or condition that I know stands in the question."
RELATIVE = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)
EXAMPLES = (
    "Who built DLQ-based retry systems?", "Who improved latency by more than 30 %?", "Who worked with both Go and Kubernetes?", "Who knows Temporal or a similar workflow engine?",
)  # fmt: skip


def need(wanted: Need, ontology: Ontology) -> str:
    """Return a need in words."""
    if wanted.literal:
        return f"work told in the words “{wanted.words}”, or others of the same meaning (no skill is known for it)"
    labels = " or ".join(ontology.by_id[s].label if s in ontology.by_id else s for s in wanted.skills)
    text = f"{labels} (read from “{wanted.words}”)" if wanted.paraphrase else labels
    if wanted.told:
        text += f", or told in words such as {', '.join(wanted.told[:3])}"
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
        joint = " to " if understood.direction else " and, in the same work, " if understood.together else " and "
        verb = "who know or used" if understood.involvement is Involvement.ANY else f"who {understood.involvement}" + (" from" if understood.direction else "")
        parts.append(f"{verb} {joint.join(need(n, ontology) for n in understood.needs)}")
    if understood.change is not None:
        parts.append(_change(understood))
    if understood.excluded:
        parts.append("without " + " or ".join(need(n, ontology) for n in understood.excluded))
    parts += [conditions(understood.conditions)] if understood.conditions != Conditions() else []
    text = f"{understood.asks}: " + "; ".join(parts) if parts else str(understood.asks)
    return text + (f" (not understood and left out: {', '.join(understood.left_out)})" if understood.left_out else "")


def _change(understood: Plan) -> str:
    change = understood.change
    assert change is not None
    way = {"decrease": "down", "increase": "up"}.get(change.direction, "changed")
    bound = ""
    if change.least is not None:
        bound = f" by {'more than' if change.strict else 'at least'} {change.least:g} {change.unit}"
        if change.level:
            return f"with a figure that says {change.words[0] if change.words else 'it'} is {bound.removeprefix(' by ')}"
    elif change.most is not None:
        if change.level:
            return f"with a figure that says {change.words[0] if change.words else 'it'} is at most {change.most:g} {change.unit}"
        bound = f" by at most {change.most:g} {change.unit}"
    return f"with a figure that says {change.words[0] if change.words else 'it'} went {way}{bound}"


def conditions(wanted: Conditions) -> str:
    """Return the conditions of a plan in words."""
    found = []
    for name, values in (("at", wanted.companies), ("in", wanted.places), ("studied at", wanted.schools), ("titled", wanted.titles), ("with the degree", wanted.degrees)):
        if values:
            joint = " and " if name == "at" and wanted.every_company else " or "
            found.append(f"{name} {joint.join(value.partition(':')[2] or value for value in values)}")
    if wanted.fields:
        found.append(f"studied {' '.join(wanted.fields)}")
    if wanted.months is not None:
        found.append(f"for at least {wanted.months} months")
    if wanted.at_most_months is not None:
        found.append(f"for at most {wanted.at_most_months} months")
    if wanted.since:
        found.append(f"in or after {wanted.since}")
    if wanted.before:
        found.append(f"before {wanted.before}")
    if wanted.now:
        found.append("today")
    if wanted.team:
        found.append(f"with a team of {wanted.team} or more")
    return "; ".join(found)


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
        steps.append(f"“{short(proof.quote)}”")
    if proof.shows:
        steps.append(f"{'says ' if proof.kind == 'claimed' else ''}{', '.join(proof.shows)}")
    return " → ".join(steps)


def short(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"


def nothing(understood: Plan) -> str:
    """Return what is said where nothing was understood."""
    if not understood.question.strip():
        return "There is no question."
    unknown = f" I do not know: {', '.join(understood.left_out[:10])}." if understood.left_out else ""
    return NOTHING + unknown


def sentence(understood: Plan, results: Sequence[PersonAnswer], *, full: int | None = None, whole: int | None = None, why: str = "") -> str:
    """Return the answer in one sentence.

    Args:
        understood: What was asked.
        results: Who is shown.
        full: How many answer in full, shown or not; by default those who are shown.
        whole: How many answer at all; by default those who are shown.
        why: Why nobody answers.
    """
    full = sum(r.full for r in results) if full is None else full
    whole = len(results) if whole is None else whole
    if not whole:
        said = "No" if understood.asks is Asks.YES_NO and understood.people else "Nobody in the graph shows that"
        unknown = f" I do not know: {', '.join(understood.left_out[:10])}." if understood.left_out else ""
        return f"{said}{f': {why}' if why else ''}.{unknown}"
    partial = whole - full
    more = f", {partial} partly" if partial else ""
    if understood.asks is Asks.YES_NO:
        names = [r.person for r in results if r.full]
        return (f"Yes: {', '.join(names[:10])}" if full else "Not in full") + more + "."
    if understood.asks is Asks.COUNT:
        return f"{full} {'person' if full == 1 else 'people'}{more}."
    return f"{full} {'person answers' if full == 1 else 'people answer'} it in full{more}."


def suggestions(understood: Plan, results: Sequence[PersonAnswer], ontology: Ontology, *, near: Sequence[str] = ()) -> tuple[str, ...]:
    """Return questions that one may want to ask next.

    Args:
        understood: What was asked.
        results: Who answers.
        ontology: What the words mean.
        near: Names of skills that people show and that are near to what was asked for.
    """
    if understood.asks is Asks.NOTHING:
        return EXAMPLES
    if not results:
        return tuple(f"Who knows {name}?" for name in near)
    found = [] if understood.asks is Asks.WORK else [f"What has {results[0].person} built?"]
    full = [result.person for result in results if result.full]
    if len(full) > 1 and understood.asks is not Asks.PATH:
        found.append(f"How is {full[0]} connected to {full[1]}?")
    for wanted in understood.needs[:1]:
        skill = ontology.by_id.get(wanted.skills[0]) if wanted.skills else None
        wider = skill.broader[0] if skill and skill.broader else None
        if wider and wider in ontology.by_id and wider not in words("questions", "general") and len(results) < 3:
            found.append(f"Who knows {ontology.by_id[wider].label}?")
    return tuple(found)
