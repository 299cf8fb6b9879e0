"""What is shown for each person: the sentences that prove it, where they stand, and the path that leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from skillgraph.ontology import Ontology
from skillgraph.questions import describe
from skillgraph.questions.answer import PersonAnswer, Proof
from skillgraph.questions.evidence import Run, Support
from skillgraph.questions.meets import titled
from skillgraph.questions.plan import Plan
from skillgraph.questions.rank import Standing

Row = Mapping[str, Any]

_MOST = 3
_WEAKER = {"work": 0, "named": 0, "told": 0, "listed": 3, "claimed": 6}


class Facts(NamedTuple):
    """What the graph says of the people who are shown."""

    people: Mapping[str, Row]
    documents: Mapping[str, Sequence[str]]
    jobs: Mapping[str, Sequence[Row]]


def facts(run: Run, people: Sequence[str]) -> Facts:
    """Fetch what the graph says of people."""
    rows = run.rows("people", people=sorted(people)) if people else []
    documents: dict[str, list[str]] = {}
    for row in rows:
        documents.setdefault(row["person"], []).append(row["document"])
    return Facts({row["person"]: row for row in reversed(rows)}, documents, jobs_of(run, people))


def jobs_of(run: Run, people: Sequence[str]) -> dict[str, list[Row]]:
    """Return the positions of people, newest first."""
    table: dict[str, list[Row]] = {}
    for row in run.rows("careers", people=sorted(people)) if people else []:
        table.setdefault(row["person"], []).append(row)
    return table


def results(ranked: Sequence[Standing], plan: Plan, run: Run, ontology: Ontology, *, known: Facts) -> list[PersonAnswer]:
    """Return the people to show, with their paths and sentences."""
    wanted = sorted({s.achievement for r in ranked for s in r.chosen if s.achievement} | {f.achievement for r in ranked for f in r.figures})
    quotes = {row["achievement"]: row for row in run.rows("quotes", achievements=wanted)} if wanted else {}
    return [_result(stands, plan, ontology, quotes, known) for stands in ranked]


def _result(stands: Standing, plan: Plan, ontology: Ontology, quotes: Mapping[str, Row], known: Facts) -> PersonAnswer:
    proofs = _proofs(stands, plan, ontology, quotes, known.jobs.get(stands.person, ()))
    return person_answer(
        stands.person, known, proofs, score=stands.score, full=stands.full, reason="" if stands.full else "; ".join(dict.fromkeys(stands.reasons)),
        parts={name: round(worth, 4) for name, worth in stands.parts.items() if worth},
    )  # fmt: skip


def person_answer(person: str, known: Facts, proofs: Sequence[Proof], **judged: Any) -> PersonAnswer:
    """Return a person with proofs and the paths to them."""
    row = known.people.get(person, {})
    name = row.get("name") or person
    return PersonAnswer(
        person=name, id=person, documents=tuple(known.documents.get(person, ())), title=row.get("title"), location=row.get("location"),
        paths=tuple(dict.fromkeys(describe.path(name, proof) for proof in proofs)), evidence=tuple(proofs), **judged,
    )  # fmt: skip


def _proofs(stands: Standing, plan: Plan, ontology: Ontology, quotes: Mapping[str, Row], jobs: Sequence[Row]) -> list[Proof]:
    """Return the sentences to show, one for each piece of work, those that show most first."""
    by_position = {job["position"]: job for job in jobs}
    found = [*_of_figures(stands, quotes, by_position), *_of_supports(stands, ontology, quotes, by_position)]
    if not found and plan.conditions.hard:
        found = [(0, career_proof(job)) for job in jobs if not plan.conditions.titles or titled(job["title"], plan.conditions.titles)][:2]
    ordered = [proof for _, proof in sorted(found, key=lambda pair: (pair[0], pair[1].document, pair[1].start))]
    shown = {name for proof in ordered if proof.kind in ("work", "listed") for name in proof.shows}
    # What is only said of oneself proves nothing where work shows the same.
    return [proof for proof in ordered if proof.kind != "claimed" or not set(proof.shows) <= shown][:_MOST]


def _of_supports(stands: Standing, ontology: Ontology, quotes: Mapping[str, Row], jobs: Mapping[str, Row]) -> Iterator[tuple[int, Proof]]:
    grouped: dict[tuple[str, str], list[Support]] = {}
    for support in stands.chosen:
        grouped.setdefault((support.kind, support.achievement or support.position or str(support.quote)), []).append(support)
    for (kind, _), group in grouped.items():
        first = group[0]
        shows = tuple(dict.fromkeys(ontology.by_id[s.skill].label if s.skill in ontology.by_id else s.surface for s in group))
        marks = tuple(dict.fromkeys(mark for s in group for mark in ((s.surface,) if kind != "named" else s.surface.split()) if mark))
        weaker = -10 * len({s.skill for s in group}) + _WEAKER[kind] + (0 if any(s.shown for s in group) else 5)
        job = jobs.get(first.position, {})
        if first.achievement in quotes:
            yield weaker, achievement_proof(quotes[first.achievement], job, shows, marks)
        elif first.quote is not None:
            text, document, start, end = first.quote
            yield weaker, Proof(document=document, start=start, end=end, quote=text, shows=shows, marks=marks, kind=kind, **_place(job))


def _of_figures(stands: Standing, quotes: Mapping[str, Row], jobs: Mapping[str, Row]) -> Iterator[tuple[int, Proof]]:
    for figure in stands.figures:
        if figure.achievement in quotes:
            job = jobs.get(figure.position, {})
            yield -30, achievement_proof(quotes[figure.achievement], job, (describe.figure(figure),), (figure.figure,), kind="figure")


def achievement_proof(row: Row, job: Row, shows: Sequence[str], marks: Sequence[str], *, kind: str = "work") -> Proof:
    """Return the sentence of an achievement as a proof."""
    return Proof(
        document=row["document"] or "", start=int(row["start"] or 0), end=int(row["end"] or 0), quote=row["text"] or "", shows=tuple(shows), marks=tuple(marks),
        kind=kind, page=row.get("page"), **_place(job),
    )  # fmt: skip


def career_proof(job: Row) -> Proof:
    """Return the heading of a position as a proof."""
    return Proof(document=job["document"] or "", start=int(job["start"] or 0), end=int(job["end"] or 0), quote=job["quote"] or "", shows=(), kind="career", **_place(job))


def _place(job: Row) -> dict[str, Any]:
    return {"position": job.get("title"), "company": job.get("company"), "dates": describe.dates(job)}
