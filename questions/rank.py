"""Score people by what they show: one list of weights, and the parts of every score kept for showing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from skillgraph.model import Frozen
from skillgraph.questions.evidence import Support
from skillgraph.questions.expand import GENERAL, Nearness
from skillgraph.questions.measured import Measured
from skillgraph.questions.plan import Involvement, Need, Plan


class Weights(Frozen):
    """What counts how much; every score is a sum of products of these."""

    work: float = 1.0
    named: float = 0.5
    listed: float = 0.7
    claimed: float = 0.4
    told: float = 1.0
    beside: float = 1.2
    summary: float = 0.8
    same: float = 1.0
    narrower: float = 0.95
    alternative: float = 0.7
    implies: float = 0.45
    nearby: float = 0.3
    per_step: float = 0.97
    other_action: float = 0.9
    beginner: float = 0.4
    team: float = 0.9
    one_achievement: float = 0.5
    one_position: float = 0.2
    more_evidence: float = 0.05
    metric: float = 1.0
    near_metric: float = 0.5
    title_now: float = 0.5
    recent: float = 0.03
    per_year: float = 0.004


WEIGHTS = Weights()
_NEARNESS = {
    Nearness.SAME: WEIGHTS.same, Nearness.NARROWER: WEIGHTS.narrower, Nearness.ALTERNATIVE: WEIGHTS.alternative,
    Nearness.IMPLIES: WEIGHTS.implies, Nearness.NEARBY: WEIGHTS.nearby,
}  # fmt: skip
_KINDS = {"work": WEIGHTS.work, "named": WEIGHTS.named, "listed": WEIGHTS.listed, "claimed": WEIGHTS.claimed, "told": WEIGHTS.told}
_MAKING = (Involvement.BUILT, Involvement.LED, Involvement.MIGRATED)
_BUILDING = frozenset({
    "built", "developed", "designed", "implemented", "created", "engineered", "led", "migrated", "refactored", "decomposed", "automated",
    "integrated", "deployed", "improved", "optimized", "reduced", "increased", "secured", "used", "processed",
})  # fmt: skip
_MAKERS = frozenset({"built", "developed", "designed", "implemented", "created", "engineered", "led"})


@dataclass
class Standing:
    """How one person stands to a plan."""

    person: str
    full: bool = True
    reasons: list[str] = field(default_factory=list)
    parts: dict[str, float] = field(default_factory=dict)
    chosen: list[Support] = field(default_factory=list)
    figures: list[Measured] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Return the sum of the parts."""
        return round(sum(self.parts.values()), 4)

    def lacks(self, reason: str) -> None:
        """Make the answer a partial one."""
        self.full = False
        self.reasons.append(reason)


def value(support: Support, involvement: Involvement) -> float:
    """Return what one support is worth."""
    worth = WEIGHTS.summary if support.kind == "work" and support.section == "summary" else _KINDS[support.kind]
    worth *= _NEARNESS[support.nearness] * WEIGHTS.per_step ** max(support.steps - 1, 0)
    if support.kind == "work" and involvement in _MAKING and support.action not in _BUILDING:
        worth *= WEIGHTS.other_action
    return worth * (WEIGHTS.beside if support.beside else 1.0) * (WEIGHTS.team if support.team else 1.0) * (WEIGHTS.beginner if support.level == "beginner" else 1.0)


def enough(support: Support, involvement: Involvement) -> bool:
    """Tell whether a support alone answers for its need under the involvement that was asked for."""
    if support.kind == "named" or support.level == "beginner" or support.nearness is Nearness.NEARBY:
        return False
    if not support.shown:
        # Who works with a tool of a practice practises it; building the thing itself asks for more.
        return support.kind == "work" and support.concept and support.steps < GENERAL and involvement not in (*_MAKING, Involvement.PRODUCTION)
    return not support.listed_only or involvement is Involvement.ANY


def standing(person: str, plan: Plan, by_need: Sequence[Sequence[Support]], figures: Sequence[Measured]) -> Standing | None:
    """Return how a person stands, or None where nothing that counts is shown.

    Args:
        person: Id.
        plan: What was asked.
        by_need: The person's supports, one list for each need.
        figures: The person's figures that speak for the change.
    """
    counted = [[s for s in found if _counts(s, plan)] for found in by_need]
    missing = [need for need, found in zip(plan.needs, counted, strict=True) if not found]
    if any(not need.optional for need in missing) and not _tolerable(plan, missing, counted):
        return None
    result = Standing(person)
    for need, found in zip(plan.needs, counted, strict=True):
        if found:
            _weigh(need, found, plan, counted, result)
        else:
            result.lacks(f"nothing shows {need.words}")
    _joint(plan, counted, result, bool(missing))
    return result if _figures(plan, figures, result) else None


def _counts(support: Support, plan: Plan) -> bool:
    """Tell whether a support may speak for a need at all."""
    if plan.involvement is Involvement.PRODUCTION and (support.listed_only or not support.position):
        return False
    return support.nearness is not Nearness.NEARBY or support.kind == "work"


def _weigh(need: Need, found: Sequence[Support], plan: Plan, by_need: Sequence[Sequence[Support]], result: Standing) -> None:
    best = _best(found, plan, by_need)
    result.chosen += best
    result.parts[f"shows {need.words}"] = max(value(s, plan.involvement) for s in found)
    more = len({s.achievement for s in found if s.achievement and s.shown}) - 1
    if more > 0:
        result.parts["more evidence"] = result.parts.get("more evidence", 0.0) + WEIGHTS.more_evidence * min(more, 4)
    if not any(enough(s, plan.involvement) for s in found):
        result.lacks(_why(need, found))


def _why(need: Need, found: Sequence[Support]) -> str:
    words = f"“{need.words}”" if need.paraphrase else need.words
    if all(s.kind == "named" for s in found):
        return f"a sentence holds words of {words}; no skill is known for them"
    shown = [s for s in found if s.shown]
    if shown and all(s.level == "beginner" for s in shown):
        return f"{words} at a beginner's level only"
    if shown:
        return f"{words} is only listed, not shown in work"
    names = sorted({s.skill for s in found})[:3]
    near = all(s.nearness is Nearness.NEARBY for s in found)
    return f"{', '.join(names)} is near to {words}" if near else f"{words} is only inferred from {', '.join(names)}"


def _best(found: Sequence[Support], plan: Plan, by_need: Sequence[Sequence[Support]]) -> list[Support]:
    """Return the supports to show for a need: those in the work that shows most of what was asked, then the strongest."""
    others = [{s.achievement for s in supports if s.achievement} for supports in by_need] if len(by_need) > 1 else []

    def rank(support: Support) -> tuple[float, float, str, str]:
        joint = sum(support.achievement in achievements for achievements in others if support.achievement)
        return (-joint, -value(support, plan.involvement), support.achievement or support.position, support.skill)

    return sorted(found, key=rank)[:3]


def _tolerable(plan: Plan, missing: Sequence[Need], by_need: Sequence[Sequence[Support]]) -> bool:
    """Tell whether a person with a need missing is a partial answer.

    In "DLQ-based retry systems" the thing built is the last one named; who made it itself, not only something that has it,
    without the rest is a partial answer. Where two things are asked for side by side, one of them alone is none.
    """
    if not plan.together or plan.direction or plan.needs[-1] in missing:
        return False
    return any(
        s.kind == "work" and s.nearness <= Nearness.NARROWER and s.action in _MAKERS and s.surface.lower() in s.what.lower() for s in by_need[-1]
    )


def _joint(plan: Plan, by_need: Sequence[Sequence[Support]], result: Standing, partial: bool) -> None:
    if len(plan.needs) < 2 or partial:
        return
    strong = [[s for s in found if s.shown] or list(found) for found in by_need]
    if set.intersection(*({s.achievement for s in found if s.achievement} for found in strong)):
        result.parts["in one achievement"] = WEIGHTS.one_achievement
    elif set.intersection(*({s.position for s in found if s.position} for found in strong)):
        result.parts["in one position"] = WEIGHTS.one_position
        if plan.together:
            result.lacks("shown in different pieces of work")
    elif plan.together:
        result.lacks("shown in different pieces of work")


def _figures(plan: Plan, figures: Sequence[Measured], result: Standing) -> bool:
    """Weigh the figures; False where a change was asked for and nothing speaks of it."""
    if plan.change is None:
        return True
    meeting = [f for f in figures if f.meets]
    exact = [f for f in meeting if f.exact]
    if exact:
        result.parts["figure"] = WEIGHTS.metric + min((exact[0].percent or 0) / 1000, 0.1)
    elif meeting:
        result.parts["near figure"] = WEIGHTS.near_metric
        result.lacks(f"the figure is of {meeting[0].of or 'something near to it'}")
    result.figures = sorted(exact or meeting, key=lambda f: (-(f.percent or 0), f.achievement))[:2]
    if meeting:
        return True
    if plan.change.least is not None or plan.change.most is not None:
        return False
    result.lacks("no figure is stated")
    return bool(result.chosen)


def order(found: Sequence[Standing], months: Mapping[str, float]) -> list[Standing]:
    """Return standings best first: full before partial, then score, then length of experience, then id."""
    return sorted(found, key=lambda s: (not s.full, -s.score, -months.get(s.person, 0), s.person))
