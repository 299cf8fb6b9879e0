"""The hard conditions of a plan: who does not meet one is no answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from skillgraph.questions.evidence import Run, nodes
from skillgraph.questions.plan import Conditions, Plan
from skillgraph.questions.rank import WEIGHTS, Standing

Jobs = Mapping[str, Sequence[Mapping[str, Any]]]

_PEOPLE_WORDS = ["engineer", "people", "developer", "report", "programmer", "member", "staff", "team"]
_LEADING = re.compile(r"\b(?:le[ad]d?s?|led|managed?|managing|manages|headed|responsible for|supervis\w+|direct(?:ed|ing|s)|guid(?:e|ed|ing)|mentor\w*|team of|oversaw|founded)\b", re.IGNORECASE)


def meeting(plan: Plan, standings: Sequence[Standing], run: Run, *, jobs: Jobs, months: Mapping[str, float], homes: Mapping[str, str]) -> list[Standing]:
    """Return those who meet all conditions of a plan.

    Args:
        plan: What was asked.
        standings: Who comes into question; a former title makes the answer a partial one.
        run: Where statements are run.
        jobs: Positions by person.
        months: Months of work in all, by person.
        homes: Where they live, by person.
    """
    wanted = plan.conditions
    if not wanted.hard:
        return [s for s in standings if _used_now(s, jobs.get(s.person, ()))] if wanted.now else list(standings)
    kept = [s for s in standings if _careers(wanted, s, jobs.get(s.person, ()), homes.get(s.person, ""))]
    kept = _in_set(kept, _students(wanted, kept, run)) if wanted.schools or wanted.degrees else kept
    kept = _in_set(kept, _leaders(wanted.team, run)) if wanted.team is not None else kept
    return _long_enough(plan, kept, run, months) if wanted.of_time else kept


def _in_set(standings: Sequence[Standing], people: set[str]) -> list[Standing]:
    return [s for s in standings if s.person in people]


def _used_now(stands: Standing, jobs: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether what is shown in positions is shown in one of today."""
    current = {job["position"] for job in jobs if job["current"]}
    places = {c.position for c in stands.chosen if c.position}
    return not places or bool(places & current)


def _careers(wanted: Conditions, stands: Standing, jobs: Sequence[Mapping[str, Any]], home: str) -> bool:
    """Tell whether positions meet what is asked of companies, places and titles."""
    counted = [job for job in jobs if job["current"]] if wanted.now else list(jobs)
    if wanted.companies and not any(job["companyId"] in wanted.companies for job in counted):
        return False
    here = [home, *(job["location"] for job in jobs[:1])]
    if wanted.places and not any(_in_place(text, wanted.places) for text in here):
        return False
    return not wanted.titles or _titles(wanted, stands, jobs)


def _in_place(text: str | None, places: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(place.lower())}\b", (text or "").lower()) for place in places)


def _titles(wanted: Conditions, stands: Standing, jobs: Sequence[Mapping[str, Any]]) -> bool:
    if any(job["current"] and titled(job["title"], wanted.titles) for job in jobs):
        stands.parts["title of today"] = WEIGHTS.title_now
        return True
    former = next((job for job in jobs if titled(job["title"], wanted.titles)), None)
    if former is None:
        return False
    if wanted.now:
        stands.lacks(f"was {former['title']} at {former['company']} formerly")
    return True


def titled(title: str | None, wanted: Sequence[str]) -> bool:
    """Tell whether a title holds one of the words or phrases.

    >>> titled("Senior Staff-Engineer, Data", ["staff"])
    True
    """
    padded = f" {re.sub(r'[^a-z0-9+#]+', ' ', (title or '').lower())} "
    return any(f" {word} " in padded for word in wanted)


def _students(wanted: Conditions, standings: Sequence[Standing], run: Run) -> set[str]:
    rows = run.rows("schools", people=sorted(s.person for s in standings)) if standings else []
    return {
        row["person"] for row in rows
        if (not wanted.schools or row["school"] in wanted.schools) and (not wanted.degrees or (row["degree"] or "").lower().startswith(wanted.degrees))
    }  # fmt: skip


def _leaders(size: int | None, run: Run) -> set[str]:
    """Return who led, by the sentence of an achievement, at least so many people."""
    rows = run.rows("teams", size=size, words=_PEOPLE_WORDS)
    return {row["person"] for row in rows if row["action"] == "led" or _LEADING.search(row["text"] or "")}


def _long_enough(plan: Plan, standings: Sequence[Standing], run: Run, months: Mapping[str, float]) -> list[Standing]:
    """Return those who used what they show for as long and as recently as asked; without a skill, who worked for so long."""
    skills = nodes({c.skill for s in standings for c in s.chosen if c.shown and c.skill})
    if not skills:
        return [s for s in standings if _within(plan.conditions, months.get(s.person, 0))]
    rows = run.rows("experience", people=sorted(s.person for s in standings), skills=skills)
    used: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        used.setdefault(row["person"], []).append(row)
    return [s for s in standings if _used_enough(plan.conditions, s, used.get(s.person, ()))]


def _within(wanted: Conditions, months: float) -> bool:
    return (wanted.months is None or months >= wanted.months) and (wanted.at_most_months is None or 0 < months <= wanted.at_most_months)


def _used_enough(wanted: Conditions, stands: Standing, used: Sequence[Mapping[str, Any]]) -> bool:
    mine = set(nodes({c.skill for c in stands.chosen if c.shown}))
    rows = [row for row in used if row["skill"] in mine]
    months = max((max(float(row["months"] or 0), 12 * float(row["years"] or 0)) for row in rows), default=0.0)
    last = max((row["lastUsed"] or "" for row in rows), default="")
    first = min((row["firstUsed"] or "9999" for row in rows), default="9999")
    return (
        _within(wanted, months)
        and (wanted.since is None or last[: len(wanted.since)] >= wanted.since)
        and (wanted.before is None or first < wanted.before)
    )
