"""Ask a question: understand it, look for it, rank who answers, and show the proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from skillgraph.graph.store import GraphStore
from skillgraph.ontology import Ontology
from skillgraph.questions import describe
from skillgraph.questions.answer import Answer, PersonAnswer, Proof, Statement
from skillgraph.questions.evidence import Measured, Run, Support, by_person, changes, known_skills, supports
from skillgraph.questions.plan import Asks, Conditions, Plan
from skillgraph.questions.rank import Standing, order, shown, standing
from skillgraph.questions.understand import Names, Understanding

MOST = 25


@lru_cache(maxsize=2)
def _understanding(key: int) -> Understanding:
    return Understanding(_ONTOLOGIES[key])


_ONTOLOGIES: dict[int, Ontology] = {}


def understanding(ontology: Ontology) -> Understanding:
    """Return the reader of questions over an ontology, built once."""
    _ONTOLOGIES.clear()
    _ONTOLOGIES[id(ontology)] = ontology
    return _understanding(id(ontology))


def names_of(store: GraphStore) -> tuple[Names, str | None]:
    """Return the names that questions may mention, and the newest month of the graph."""
    run = Run(store)
    tables: dict[str, dict[str, str]] = {"Person": {}, "Company": {}, "School": {}}
    for row in run.rows("names"):
        label = next((name for name in row["labels"] if name in tables), None)
        if label and row["name"]:
            tables[label].setdefault(str(row["name"]).lower(), row["id"])
    newest = store.run("MATCH (o:Position) WHERE o.endMonth IS NOT NULL RETURN max(o.endMonth) AS month", {})
    month = next((row[0] for row in newest.rows), None)
    return Names(tables["Person"], tables["Company"], tables["School"]), _iso(month)


def _iso(month: int | None) -> str | None:
    return f"{month // 12}-{month % 12 + 1:02}" if isinstance(month, int) else None


def ask(question: str, store: GraphStore, ontology: Ontology, *, limit: int = MOST) -> Answer:
    """Answer a question from a graph.

    Args:
        question: In plain words.
        store: Where the graph is.
        ontology: What the words mean.
        limit: How many people at most.
    """
    reader = understanding(ontology)
    names, newest = names_of(store)
    plan = reader.plan(question, names, newest=newest)
    run = Run(store)
    if plan.asks is Asks.NOTHING:
        return Answer(question=question, understood=describe.plan(plan, ontology), plan=plan, text=describe.NOTHING, suggestions=describe.EXAMPLES)
    if plan.people and not plan.needs and plan.change is None and plan.asks in (Asks.SKILLS, Asks.WORK, Asks.PATH, Asks.PEOPLE):
        return _of_people(plan, run, ontology)
    known = known_skills(store)
    standings = _standings(plan, run, ontology, known)
    if not any(s.full for s in standings):
        standings += [s for s in _behind(plan, run, ontology, known) if s.person not in {t.person for t in standings}]
    people = {row["person"]: row for row in reversed(run.rows("people", people=sorted(s.person for s in standings)))}
    documents: dict[str, list[str]] = {}
    for row in run.rows("people", people=sorted(s.person for s in standings)) if standings else []:
        documents.setdefault(row["person"], []).append(row["document"])
    careers = _careers(run, [s.person for s in standings])
    standings = [s for s in standings if _meets(plan, s, people, careers, run)]
    ranked = order(standings, {p: float(row["months"] or 0) for p, row in people.items()})[:limit]
    results = _results(ranked, plan, run, ontology, people, documents, careers)
    return Answer(
        question=question, understood=describe.plan(plan, ontology), plan=plan, text=describe.sentence(plan, results),
        results=tuple(results), statements=tuple(Statement(cypher=c, parameters=p) for c, p in _unique(run.statements)),
        suggestions=describe.suggestions(plan, results, ontology),
    )  # fmt: skip


def _unique(statements: Iterable[tuple[str, dict[str, Any]]]) -> list[tuple[str, dict[str, Any]]]:
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for statement, parameters in statements:
        found.setdefault(f"{statement}{sorted(parameters.items())}", (statement, parameters))
    return list(found.values())


def _standings(plan: Plan, run: Run, ontology: Ontology, known: frozenset[str]) -> list[Standing]:
    """Return how everybody stands who shows something that counts."""
    tables = [by_person(supports(run, need, ontology, known)) for need in plan.needs]
    barred = {person for need in plan.excluded for person, found in by_person(supports(run, need, ontology, known)).items() if any(shown(s) for s in found)}
    figures: dict[str, list[Measured]] = {}
    for figure in changes(run, plan.change) if plan.change else []:
        figures.setdefault(figure.person, []).append(figure)
    if plan.needs and plan.change is None or plan.needs and figures and not _same_thing(plan):
        everyone: set[str] = set().union(*tables)
    elif plan.change is not None:
        everyone = set(figures).union(*tables)
    else:
        everyone = {row["person"] for row in run.rows("everyone")}
    if plan.people:
        everyone &= set(plan.people)
    found = []
    for person in sorted(everyone - barred):
        mine = [table.get(person, []) for table in tables]
        if plan.change is not None and plan.needs and _same_thing(plan):
            stands = _described_change(person, plan, mine, figures.get(person, []))
        else:
            stands = standing(person, plan, mine, figures.get(person, []))
        if stands is not None:
            found.append(stands)
    return found


def _behind(plan: Plan, run: Run, ontology: Ontology, known: frozenset[str]) -> list[Standing]:
    """Stand by the less likely meanings of a description; who shows one of these in work is a partial answer."""
    wanted = next((need for need in plan.needs if need.behind), None)
    if wanted is None or len(plan.needs) > 1:
        return []
    second = plan.model_copy(update={"needs": (wanted.model_copy(update={"skills": wanted.behind, "behind": ()}),), "change": None})
    found = [stands for stands in _standings(second, run, ontology, known) if stands.full and any(s.kind == "work" and shown(s) for s in stands.chosen)]
    for stands in found:
        stands.full = False
        names = sorted({ontology.by_id[s.skill].label for s in stands.chosen})
        stands.reasons = [f"shows {', '.join(names)}, which may be meant"]
    return found


def _same_thing(plan: Plan) -> bool:
    """Tell whether the need describes the very thing whose figure must have changed."""
    return plan.change is not None and len(plan.needs) == 1 and plan.needs[0].paraphrase


def _described_change(person: str, plan: Plan, mine: Sequence[Sequence[Support]], figures: Sequence[Measured]) -> Standing | None:
    """Stand by a figure of the thing; who only mentions the thing is a partial answer."""
    bare = plan.model_copy(update={"needs": ()})
    by_figure = standing(person, bare, [], figures) if figures else None
    if by_figure is not None and by_figure.figures:
        return by_figure
    result = standing(person, plan.model_copy(update={"change": None}), mine, [])
    if result is None or not any(s.kind == "work" for s in result.chosen):
        return None
    result.full = False
    result.reasons.append("no figure is stated")
    return result


def _careers(run: Run, people: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for row in run.rows("careers", people=sorted(people)) if people else []:
        table.setdefault(row["person"], []).append(row)
    return table


def _meets(plan: Plan, stands: Standing, people: Mapping[str, Any], careers: Mapping[str, Any], run: Run) -> bool:
    """Tell whether a person meets the hard conditions, and note the positions that show it."""
    wanted = plan.conditions
    if wanted == Conditions():
        return True
    jobs = careers.get(stands.person, [])
    row = people.get(stands.person, {})
    checks = (
        not wanted.companies or any(_company(job) in _companies(wanted, run) for job in jobs),
        not wanted.places or any(place.lower() in (text or "").lower() for place in wanted.places for text in (row.get("location"), *(job["location"] for job in jobs[:1]))),
        not wanted.titles or any(_titled(job["title"], wanted.titles) for job in (jobs if not wanted.now else [j for j in jobs if j["current"]])),
        not wanted.schools or _studied(stands.person, wanted, run),
    )
    if not all(checks):
        return False
    return _long_enough(plan, stands, row, run)


def _company(job: Mapping[str, Any]) -> str:
    return str(job["company"]).lower()


def _companies(wanted: Conditions, run: Run) -> set[str]:
    rows = run.store.run("MATCH (c:Company) WHERE c.id IN $ids RETURN c.name AS name", {"ids": list(wanted.companies)})
    return {str(row[0]).lower() for row in rows.rows}


def _titled(title: str | None, wanted: Sequence[str]) -> bool:
    padded = f" {(title or '').lower().replace('-', ' ').replace(',', ' ')} "
    return any(f" {word} " in padded or (" " in word and word in padded) for word in wanted)


def _studied(person: str, wanted: Conditions, run: Run) -> bool:
    rows = run.store.run("MATCH (p:Person)-[:STUDIED_AT]->(s:School) WHERE p.id = $person AND s.id IN $ids RETURN count(s) AS n", {"person": person, "ids": list(wanted.schools)})
    return bool(rows.rows and rows.rows[0][0])


def _long_enough(plan: Plan, stands: Standing, row: Mapping[str, Any], run: Run) -> bool:
    wanted = plan.conditions
    if wanted.months is None and wanted.at_most_months is None and wanted.since is None and wanted.before is None:
        return True
    skills = sorted({f"skill:{s.skill}" for s in stands.chosen if shown(s)})
    if not skills:
        months = float(row.get("months") or 0)
        return (wanted.months is None or months >= wanted.months) and (wanted.at_most_months is None or 0 < months <= wanted.at_most_months)
    used = run.rows("experience", people=[stands.person], skills=skills)
    months = max((max(float(u["months"] or 0), 12 * float(u["years"] or 0)) for u in used), default=0.0)
    last = max((u["lastUsed"] or "" for u in used), default="")
    first = min((u["firstUsed"] or "9999" for u in used), default="9999")
    return (
        (wanted.months is None or months >= wanted.months)
        and (wanted.at_most_months is None or months <= wanted.at_most_months)
        and (wanted.since is None or last >= wanted.since)
        and (wanted.before is None or first < wanted.before)
    )


def _results(
    ranked: Sequence[Standing], plan: Plan, run: Run, ontology: Ontology, people: Mapping[str, Any],
    documents: Mapping[str, list[str]], careers: Mapping[str, list[dict[str, Any]]],
) -> list[PersonAnswer]:  # fmt: skip
    wanted = sorted({s.achievement for r in ranked for s in r.chosen if s.achievement} | {f.achievement for r in ranked for f in r.figures})
    quotes = {row["achievement"]: row for row in run.rows("quotes", achievements=wanted)} if wanted else {}
    results = []
    for stands in ranked:
        row = people.get(stands.person, {})
        jobs = {job["position"]: job for job in careers.get(stands.person, [])}
        proofs = _proofs(stands, plan, ontology, quotes, jobs)
        results.append(PersonAnswer(
            person=row.get("name") or stands.person, id=stands.person, documents=tuple(documents.get(stands.person, ())), score=stands.score, full=stands.full,
            reason="; ".join(dict.fromkeys(stands.reasons)) if not stands.full else "", title=row.get("title"), location=row.get("location"),
            paths=tuple(dict.fromkeys(describe.path(row.get("name") or stands.person, proof) for proof in proofs)), evidence=tuple(proofs), parts={k: round(v, 4) for k, v in stands.parts.items() if v},
        ))  # fmt: skip
    return results


def _proofs(stands: Standing, plan: Plan, ontology: Ontology, quotes: Mapping[str, Any], jobs: Mapping[str, Any]) -> list[Proof]:
    """Return the sentences to show, one for each piece of work, those that show most first."""
    grouped: dict[tuple[str, str], list[Support]] = {}
    for support in stands.chosen:
        grouped.setdefault((support.kind, support.achievement or support.position or str(support.quote)), []).append(support)
    found: list[tuple[int, Proof]] = []
    for (kind, _), group in grouped.items():
        first = group[0]
        job = jobs.get(first.position, {})
        shows = tuple(dict.fromkeys(ontology.by_id[s.skill].label if s.skill in ontology.by_id else s.surface for s in group))
        marks = tuple(dict.fromkeys(s.surface for s in group if s.surface))
        if kind == "work" and first.achievement in quotes:
            row = quotes[first.achievement]
            text, document, start, end, page = row["text"], row["document"], row["start"], row["end"], row.get("page")
        elif first.quote is not None:
            (text, document, start, end), page = first.quote, None
        else:
            continue
        rank = -len({s.skill for s in group}) * 10 + {"work": 0, "listed": 3, "claimed": 6}[kind] + (0 if any(shown(s) for s in group) else 5)
        found.append((rank, Proof(document=document, start=start, end=end, quote=text, shows=shows, marks=marks, position=job.get("title"), company=job.get("company"), dates=describe.dates(job), kind=kind, page=page)))
    for figure in stands.figures:
        row, job = quotes.get(figure.achievement), jobs.get(figure.position, {})
        if row:
            found.append((-30, Proof(document=row["document"], start=row["start"], end=row["end"], quote=row["text"], shows=(describe.figure(figure),), marks=(figure.figure,), position=job.get("title"), company=job.get("company"), dates=describe.dates(job), kind="figure", page=row.get("page"))))
    if not found and plan.conditions != Conditions():
        found += [(0, _career_proof(job)) for job in jobs.values() if _titled(job["title"], plan.conditions.titles) or not plan.conditions.titles][:2]
    ordered = [proof for _, proof in sorted(found, key=lambda pair: (pair[0], pair[1].document, pair[1].start))]
    return _best_kinds(ordered)


def _best_kinds(proofs: Sequence[Proof]) -> list[Proof]:
    """Leave out what is only said of oneself where work shows the same, and keep the three best."""
    shown_in_work = {name for proof in proofs if proof.kind in ("work", "listed") for name in proof.shows}
    kept = [proof for proof in proofs if proof.kind != "claimed" or not set(proof.shows) <= shown_in_work]
    return kept[:3]


def _career_proof(job: Mapping[str, Any]) -> Proof:
    return Proof(document=job["document"] or "", start=int(job["start"] or 0), end=int(job["end"] or 0), quote=job["quote"] or "", shows=(), position=job["title"], company=job["company"], dates=describe.dates(job), kind="career")


def _of_people(plan: Plan, run: Run, ontology: Ontology) -> Answer:
    """Answer what is asked of people by name: their work and their skills."""
    people = {row["person"]: row for row in reversed(run.rows("people", people=sorted(plan.people)))}
    careers = _careers(run, plan.people)
    results = []
    for person in plan.people:
        row = people.get(person, {})
        jobs = careers.get(person, [])
        results.append(PersonAnswer(
            person=row.get("name") or person, id=person, documents=(row["document"],) if row.get("document") else (), score=1.0, full=True, title=row.get("title"), location=row.get("location"),
            paths=tuple(describe.path(row.get("name") or person, _career_proof(job)) for job in jobs), evidence=tuple(_career_proof(job) for job in jobs),
        ))  # fmt: skip
    return Answer(
        question=plan.question, understood=describe.plan(plan, ontology), plan=plan, results=tuple(results), text=describe.of_people(plan, results, run.store),
        statements=tuple(Statement(cypher=c, parameters=p) for c, p in _unique(run.statements)),
    )  # fmt: skip


