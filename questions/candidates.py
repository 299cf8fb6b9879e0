"""Who comes into question: how everybody stands who shows something that a plan asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from skillgraph.ontology import Ontology
from skillgraph.questions.evidence import Run, Support, supports
from skillgraph.questions.expand import neighbours
from skillgraph.questions.measured import Measured, changes
from skillgraph.questions.plan import Need, Plan
from skillgraph.questions.rank import Standing, standing

_FEW, _NEAREST = 5, 4  # up to how many answers others near to them are added, and how many
_ENOUGH = 5  # full answers beside which what tools of somebody's work let one infer says too little
_FORWARD = re.compile(r"\b(?:to|into|onto|towards|in favou?r of)\b|→|->|=>", re.IGNORECASE)
_BACKWARD = re.compile(r"\b(?:from|out of|instead of|replacing|off)\b", re.IGNORECASE)
_REPLACED = re.compile(r"\b(?:replac|swap|substitut|exchang|chang)\w*", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|with|for)\b", re.IGNORECASE)


def candidates(plan: Plan, run: Run, ontology: Ontology) -> list[Standing]:
    """Return how everybody stands who comes into question, sorted by id.

    Where nobody answers a description in full, those come after who show in work one of its less likely meanings.
    """
    found = _standings(plan, run, ontology)
    if plan.direction:
        found = _moved(plan, run, found)
    if any(s.full for s in found):
        many = sum(s.full for s in found) >= _ENOUGH
        kept = [s for s in found if s.full or not _inferred(s, work=many)]
        return kept + _near(plan, run, ontology, there={s.person for s in kept})
    there = {s.person for s in found}
    others = _behind(plan, run, ontology) if found or plan.instead is None else _instead(plan, plan.instead, run, ontology)
    return found + [s for s in others if s.person not in there]


def _inferred(stands: Standing, *, work: bool) -> bool:
    """Tell whether a practice is only inferred of a person: from what they state beside their work, or from tools of their work too."""
    return bool(stands.chosen) and not any(not c.concept or c.shown or (c.kind == "work" and not work) for c in stands.chosen)


def _instead(plan: Plan, meant: Need, run: Run, ontology: Ontology) -> list[Standing]:
    """Stand by what the whole question may mean, where nobody shows what it names; all of these answers are partial."""
    found = _standings(plan.model_copy(update={"needs": (meant,), "direction": False, "together": False}), run, ontology)
    for stands in found:
        stands.lacks(f"nobody shows {' and '.join(need.words for need in plan.needs)}; {', '.join(ontology.by_id[s].label for s in meant.skills[:2])} may be meant")
    return found


def _standings(plan: Plan, run: Run, ontology: Ontology) -> list[Standing]:
    tables = [_direct(need, supports(run, need, ontology)) for need in plan.needs]
    barred = {person for need in plan.excluded for person, found in supports(run, need, ontology).items() if any(s.shown for s in found)}
    figures: dict[str, list[Measured]] = {}
    for figure in changes(run, plan.change) if plan.change else []:
        figures.setdefault(figure.person, []).append(figure)
    people = _everyone(plan, run, tables, figures)
    found = []
    for person in sorted((people & set(plan.people) if plan.people else people) - barred):
        mine = [table.get(person, []) for table in tables]
        stand = _changed_thing if _same_thing(plan) else standing
        if (stands := stand(person, plan, mine, figures.get(person, []))) is not None:
            found.append(stands)
    return found


def _direct(need: Need, table: Mapping[str, list[Support]]) -> Mapping[str, list[Support]]:
    """Return who shows what is needed, or works with what lets one infer it; who only names such a thing counts where nobody shows more."""
    if need.literal or (not need.paraphrase and any(s.concept for found in table.values() for s in found)):
        return table
    shown = {person: [s for s in found if s.shown or (s.kind == "work" and s.steps < 2)] for person, found in table.items()}
    return {person: found for person, found in shown.items() if found} or table


def _everyone(plan: Plan, run: Run, tables: Sequence[Mapping[str, Sequence[Support]]], figures: Mapping[str, object]) -> set[str]:
    """Return the people who show anything of what is asked for; all, where only conditions are set."""
    if plan.needs or plan.change is not None:
        return set(figures).union(*tables) if plan.change is not None else set().union(*tables)
    return {row["person"] for row in run.rows("everyone")}


def _same_thing(plan: Plan) -> bool:
    """Tell whether the need describes the very thing whose figure must have changed."""
    return plan.change is not None and len(plan.needs) == 1 and plan.needs[0].paraphrase


def _changed_thing(person: str, plan: Plan, mine: Sequence[Sequence[Support]], figures: Sequence[Measured]) -> Standing | None:
    """Stand by a figure of the thing; who only names the thing in work is a partial answer."""
    by_figure = standing(person, plan.model_copy(update={"needs": ()}), [], figures) if figures else None
    if by_figure is not None and by_figure.figures:
        return by_figure
    named = [[s for s in found if s.kind == "work" and s.shown] for found in mine]
    result = standing(person, plan.model_copy(update={"change": None}), named, [])
    if result is None or plan.change is None or plan.change.least is not None:
        return None
    result.lacks("no figure is stated")
    return result


def _behind(plan: Plan, run: Run, ontology: Ontology) -> list[Standing]:
    """Stand by the less likely meanings of a description; who shows one of these in work is a partial answer."""
    wanted = plan.needs[0] if len(plan.needs) == 1 else None
    if wanted is None or not wanted.behind or plan.change is not None:
        return []
    second = plan.model_copy(update={"needs": (wanted.model_copy(update={"skills": wanted.behind, "behind": ()}),)})
    found = [s for s in _standings(second, run, ontology) if s.full and any(c.kind == "work" and c.shown for c in s.chosen)]
    for stands in found:
        names = sorted({ontology.by_id[c.skill].label for c in stands.chosen})
        stands.lacks(f"shows {', '.join(names)}, which may be meant")
    return found


def _near(plan: Plan, run: Run, ontology: Ontology, *, there: set[str]) -> list[Standing]:
    """Stand by what the ontology sets beside the meaning of a description: who shows such a thing in work is a partial answer, where few others are."""
    wanted = plan.needs[0] if len(plan.needs) == 1 else None
    if wanted is None or not wanted.paraphrase or wanted.told or plan.change is not None or len(there) > _FEW:
        return []
    beside = tuple(skill for skill in neighbours(ontology, wanted.skills[0]) if skill not in wanted.skills)
    second = plan.model_copy(update={"needs": (wanted.model_copy(update={"skills": beside, "behind": (), "told": ()}),)})
    found = [s for s in _standings(second, run, ontology) if s.person not in there and s.full and any(c.kind == "work" and c.shown for c in s.chosen)] if beside else []
    for stands in found:
        names = sorted({ontology.by_id[c.skill].label for c in stands.chosen if c.shown})
        stands.lacks(f"shows {', '.join(names)}, which is near to it")
    return sorted(found, key=lambda s: (-s.score, s.person))[:_NEAREST]


def _moved(plan: Plan, run: Run, found: Iterable[Standing]) -> list[Standing]:
    """Keep those whose work tells of the move from the first thing to the second; of an untold direction they are partial."""
    kept = []
    standings = [s for s in found if "in one achievement" in s.parts]
    wanted = sorted({c.achievement for s in standings for c in s.chosen if c.achievement})
    texts = {row["achievement"]: row["text"] or "" for row in run.rows("quotes", achievements=wanted)} if wanted else {}
    for stands in standings:
        ways = {way_of(texts.get(a, ""), left, right) for a, left, right in _ends(stands)}
        if not ways:
            continue
        if 1 in ways:
            kept.append(stands)
        elif -1 not in ways:
            stands.lacks("the sentence does not tell the direction")
            kept.append(stands)
    return kept


def _ends(stands: Standing) -> list[tuple[str, str, str]]:
    """Return (achievement, words of what was left, words of what was reached) of work that shows both."""
    half = [s for s in stands.chosen if s.achievement and s.shown]
    return [(a.achievement, a.surface, b.surface) for a in half for b in half if a.achievement == b.achievement and half.index(a) < half.index(b)]


def way_of(text: str, left: str, right: str) -> int:
    """Return 1 where a sentence tells of a move from `left` to `right`, -1 for the other way, 0 where it does not tell.

    >>> way_of("Moved order events from ActiveMQ to Kafka", "ActiveMQ", "Kafka")
    1
    >>> way_of("Replaced Kafka by ActiveMQ", "ActiveMQ", "Kafka")
    -1
    """
    a, b = text.lower().find(left.lower()), text.lower().find(right.lower())
    if a < 0 or b < 0 or a == b:
        return 0
    if b < a:
        return -_told(text, b + len(right), a)
    return _told(text, a + len(left), b)


def _told(text: str, start: int, end: int) -> int:
    """Return the way of a move that the words between two things tell, the first of which ends at `start`."""
    between = text[start:end]
    if _FORWARD.search(between) or (_REPLACED.search(text[:start]) and _BY.search(between)):
        return 1
    return -1 if _BACKWARD.search(between) else 0
