"""The hard conditions of a plan: who does not meet one is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from skillgraph.questions.evidence import Run, nodes
from skillgraph.questions.plan import Conditions, Plan
from skillgraph.questions.rank import WEIGHTS, Standing

_PEOPLE_WORDS = ["engineer", "people", "developer", "programmer", "member", "staff", "team"]
_LEADING = re.compile(
    r"\b(?:lead(?:s|ing)?|led|manag(?:e|ed|ing|es)|headed|responsible for|supervis\w+|direct(?:ed|ing|s)|guid(?:e|ed|ing)|mentor\w*|team of|oversaw|founded)\b",
    re.IGNORECASE,
)
_NEVER = "$^"


def meeting(plan: Plan, standings: Sequence[Standing], run: Run) -> list[Standing]:
    """Return those who meet all conditions of a plan; a former title makes an answer a partial one where today's is asked for."""
    wanted = plan.conditions
    kept = list(standings)
    if wanted.titles or wanted.companies:
        kept = _posted(wanted, kept, run)
    elif wanted.now:
        kept = _used_now(kept, run)
    if wanted.places:
        kept = _among(kept, _living(wanted.places, run))
    if wanted.schools or wanted.degrees or wanted.fields:
        kept = _among(kept, _students(wanted, run))
    if wanted.team is not None:
        kept = _among(kept, _leaders(wanted.team, run))
    return _long_enough(plan, kept, run) if wanted.of_time and kept else kept


def _among(standings: Iterable[Standing], people: set[str]) -> list[Standing]:
    return [s for s in standings if s.person in people]


def _posted(wanted: Conditions, standings: Sequence[Standing], run: Run) -> list[Standing]:
    """Return those whose positions meet what is asked of companies and titles."""
    words = "|".join(re.escape(word) for word in wanted.titles)
    posts: dict[str, list[Mapping[str, Any]]] = {}
    for row in run.rows("posts", companies=sorted(wanted.companies), titles=f".*(?:{words}).*" if words else _NEVER):
        posts.setdefault(row["person"], []).append(row)
    return [s for s in standings if _holds(wanted, s, posts.get(s.person, ()))]


def _holds(wanted: Conditions, stands: Standing, posts: Sequence[Mapping[str, Any]]) -> bool:
    counted = [post for post in posts if post["current"]] if wanted.now else posts
    there = {post["companyId"] for post in (posts if wanted.titles else counted)} & set(wanted.companies)
    if wanted.companies and len(there) < (len(wanted.companies) if wanted.every_company else 1):
        return False
    if not wanted.titles:
        return True
    fitting = [post for post in posts if titled(post["title"], wanted.titles)]
    if any(post["current"] for post in fitting):
        stands.parts["title of today"] = WEIGHTS.title_now
    elif fitting and wanted.now:
        stands.lacks(f"was {fitting[0]['title']} at {fitting[0]['company']} formerly")
    return bool(fitting)


def titled(title: str | None, wanted: Sequence[str]) -> bool:
    """Tell whether a title holds one of the words or phrases.

    >>> titled("Senior Staff-Engineer, Data", ["staff"])
    True
    """
    padded = f" {re.sub(r'[^a-z0-9+#]+', ' ', (title or '').lower())} "
    return any(f" {word} " in padded for word in wanted)


def _used_now(standings: Sequence[Standing], run: Run) -> list[Standing]:
    """Return those who show in a position of today what they show in positions at all."""
    places = {s.person: {c.position for c in s.chosen if c.position} for s in standings}
    every = sorted(set().union(*places.values())) if places else []
    current = {row["position"] for row in run.rows("current", positions=every)} if every else set()
    return [s for s in standings if not places[s.person] or places[s.person] & current]


def _living(places: Sequence[str], run: Run) -> set[str]:
    pattern = re.compile("|".join(rf"\b{re.escape(place)}\b" for place in places), re.IGNORECASE)
    return {row["person"] for row in run.rows("homes") if any(pattern.search(text or "") for text in (row["home"], *row["offices"]))}


def _students(wanted: Conditions, run: Run) -> set[str]:
    rows = run.rows("students", schools=sorted(wanted.schools))
    return {row["person"] for row in rows if _studied(wanted, (row["degree"] or "").lower(), (row["field"] or "").lower())}


def _studied(wanted: Conditions, degree: str, field: str) -> bool:
    beginnings = [word[:6] for word in wanted.fields]
    return (not wanted.degrees or degree.startswith(wanted.degrees)) and all(re.search(rf"\b{re.escape(b)}", f"{degree} {field}") for b in beginnings)


def _leaders(size: int, run: Run) -> set[str]:
    """Return who led, by the sentence of an achievement, at least so many people."""
    rows = run.rows("teams", size=size, words=_PEOPLE_WORDS)
    return {row["person"] for row in rows if row["action"] == "led" or _LEADING.search(row["text"] or "")}


def _long_enough(plan: Plan, standings: Sequence[Standing], run: Run) -> list[Standing]:
    """Return those who used what they show for as long and as recently as asked; without a skill, who worked for so long."""
    skills = nodes({c.skill for s in standings for c in s.chosen if c.shown and c.skill})
    if not skills:
        worked = {row["person"]: float(row["months"] or 0) for row in run.rows("everyone")}
        return [s for s in standings if _within(plan.conditions, worked.get(s.person, 0.0))]
    used: dict[str, list[Mapping[str, Any]]] = {}
    for row in run.rows("experience", people=sorted(s.person for s in standings), skills=skills):
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
