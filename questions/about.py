"""Answers about what is named: the work, skills and years of people, companies, skills of a class, a path between two people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from skillgraph.ontology import Ontology
from skillgraph.questions import describe
from skillgraph.questions.answer import PersonAnswer, Proof
from skillgraph.questions.evidence import Run, nodes, plain, present
from skillgraph.questions.plan import Asks, Plan
from skillgraph.questions.proofs import Facts, achievement_proof, career_proof, facts, person_answer

_SENTENCES = 6
_SKILLS = 15


def of_people(plan: Plan, run: Run, ontology: Ontology) -> tuple[str, list[PersonAnswer]]:
    """Return the sentence and the people that answer a question about people by name."""
    known = facts(run, plan.people)
    skills = sorted({skill for need in plan.needs for skill in present(run, need, ontology)})
    if plan.needs and not skills:
        return f"{_named(plan, known)}: nothing shows {' or '.join(need.words for need in plan.needs)}.", []
    if plan.asks is Asks.PATH:
        return _path(plan, run, known)
    if plan.asks is Asks.WORK:
        return _work(plan, run, known, skills)
    if plan.asks in (Asks.SKILLS, Asks.YEARS):
        return _skills(plan, run, known, skills)
    return _careers(plan, known)


def of_class(plan: Plan, run: Run, ontology: Ontology) -> str:
    """Return which skills of the kinds that a question names people have, and how many people each."""
    wanted = sorted({skill for need in plan.needs for skill in present(run, need, ontology)} - {s for need in plan.needs for s in need.skills if s in ontology.narrower})
    rows = run.rows("skill_counts", skills=nodes(wanted)) if wanted else []
    told = ", ".join(f"{row['name']} ({row['people']})" for row in rows)
    return f"{told}." if told else "Nobody in the graph shows one."


def companies(results: Sequence[PersonAnswer]) -> str:
    """Return the companies at which the people's proofs were done."""
    found: dict[str, list[str]] = {}
    for result in results:
        for proof in result.evidence:
            if proof.company and result.full:
                found.setdefault(proof.company, []).append(result.person)
    return "; ".join(f"{company} ({', '.join(dict.fromkeys(people))})" for company, people in sorted(found.items())) + "." if found else "No company in the graph."


def years(results: Sequence[PersonAnswer], plan: Plan, run: Run, ontology: Ontology) -> str:
    """Return how long each of the people used what was asked for."""
    skills = sorted({skill for need in plan.needs for skill in present(run, need, ontology)})
    rows = run.rows("skills_of", people=sorted(r.id for r in results), skills=nodes(skills)) if results and skills else []
    longest: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        if row["person"] not in longest or _months(row) > _months(longest[row["person"]]):
            longest[row["person"]] = row
    told = [f"{r.person} {_duration(longest[r.id])}" for r in results if r.id in longest]
    return f"{'; '.join(told)}." if told else "The graph tells no length of use."


def _named(plan: Plan, known: Facts) -> str:
    return ", ".join((known.people.get(person, {}).get("name") or person) for person in plan.people)


def _careers(plan: Plan, known: Facts) -> tuple[str, list[PersonAnswer]]:
    held = {p: [job for job in known.jobs.get(p, ()) if job["current"] or not plan.conditions.now] for p in plan.people}
    found = [person_answer(p, known, [career_proof(job) for job in held[p]], score=1.0, full=True) for p in plan.people]
    told = [f"{r.person}: {', '.join(dict.fromkeys(proof.company for proof in r.evidence if proof.company)) or 'no position'}" for r in found]
    return f"{'; '.join(told)}.", found


def _skills(plan: Plan, run: Run, known: Facts, skills: Sequence[str]) -> tuple[str, list[PersonAnswer]]:
    rows = run.rows("skills_of", people=sorted(plan.people), skills=nodes(skills))
    told, found = [], []
    for person in plan.people:
        mine = [row for row in rows if row["person"] == person]
        best = sorted(mine, key=lambda row: (row["basis"] != "demonstrated", -_months(row), row["name"]))[:_SKILLS]
        name = known.people.get(person, {}).get("name") or person
        told.append(f"{name}: " + (", ".join(f"{row['name']} {_duration(row)}" for row in best) or "nothing is shown"))
        if best or not skills:
            proofs = _sentences(person, run, known, [plain(row["skill"]) for row in best][:_SENTENCES], ()) or _claims(person, run, best)
            found.append(person_answer(person, known, proofs, score=1.0, full=True))
    return f"{'; '.join(told)}.", found


def _work(plan: Plan, run: Run, known: Facts, skills: Sequence[str]) -> tuple[str, list[PersonAnswer]]:
    told, found = [], []
    for person in plan.people:
        proofs = _sentences(person, run, known, skills, plan.conditions.companies)
        name = known.people.get(person, {}).get("name") or person
        told.append(f"{name}: {len(proofs)} {'sentence' if len(proofs) == 1 else 'sentences'} of work")
        if proofs:
            found.append(person_answer(person, known, proofs, score=1.0, full=True))
    return f"{'; '.join(told)}.", found


def _sentences(person: str, run: Run, known: Facts, skills: Sequence[str], companies: Sequence[str]) -> list[Proof]:
    """Return the newest sentences of a person's work: those that show one of the skills and were done at one of the companies, where any are given."""
    jobs = {job["position"]: job for job in known.jobs.get(person, ())}
    done = [row for row in run.rows("achievements_of", people=[person]) if not companies or jobs.get(row["position"], {}).get("companyId") in companies]
    ids = [row["achievement"] for row in done]
    shown: dict[str, list[Mapping[str, Any]]] = {}
    for row in run.rows("skills_in_achievements", achievements=ids, skills=nodes(skills)) if skills else []:
        shown.setdefault(row["achievement"], []).append(row)
    chosen = [row for row in done if (row["achievement"] in shown if skills else row["position"] and row["action"])][:_SENTENCES]
    quotes = {row["achievement"]: row for row in run.rows("quotes", achievements=[row["achievement"] for row in chosen])}
    return [
        achievement_proof(quotes[row["achievement"]], jobs.get(row["position"], {}), (), tuple(s["surface"] for s in shown.get(row["achievement"], ())))
        for row in chosen
    ]


def _claims(person: str, run: Run, skills: Sequence[Mapping[str, Any]]) -> list[Proof]:
    """Return where a person says that they have skills which no sentence of work shows."""
    rows = run.rows("claims_of", people=[person], skills=sorted(row["skill"] for row in skills)) if skills else []
    return [
        Proof(document=r["document"] or "", start=int(r["start"]), end=int(r["end"]), quote=r["quote"] or "", shows=(r["name"],), marks=(r["surface"],), kind="claimed")
        for r in rows
    ][:_SENTENCES]


def _path(plan: Plan, run: Run, known: Facts) -> tuple[str, list[PersonAnswer]]:
    one, other = plan.people[:2]
    rows = run.rows("paths", one=one, other=other)
    found = [person_answer(p, known, [career_proof(job) for job in known.jobs.get(p, ())], score=1.0, full=True) for p in (one, other)]
    if not rows:
        return f"Nothing in the graph connects {_named(plan, known)}.", found
    return "; ".join(" – ".join(describe.short(str(name)) for name in row["names"]) for row in rows) + ".", found


def _months(row: Mapping[str, Any]) -> float:
    return max(float(row["months"] or 0), 12 * float(row["years"] or 0))


def _duration(row: Mapping[str, Any]) -> str:
    """Return how long a skill was used, in words, and how that is known."""
    months = _months(row)
    if not months:
        return "(stated)" if row["basis"] == "stated" else "(shown, undated)"
    told = f"{months / 12:.1f} years".replace(".0 ", " ") if months >= 12 else f"{months:g} months"
    until = f" to {row['lastUsed']}" if row["lastUsed"] else ""
    return f"({told}{until}{', stated' if row['basis'] == 'stated' else ''})"
