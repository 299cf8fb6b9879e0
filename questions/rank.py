"""Score people by what they show: one list of weights, and the parts of every score kept for showing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from skillgraph.model import Frozen
from skillgraph.questions.evidence import Measured, Support
from skillgraph.questions.expand import Nearness
from skillgraph.questions.plan import Involvement, Need, Plan


class Weights(Frozen):
    """What counts how much; every score is a sum of products of these."""

    work: float = 1.0
    listed: float = 0.7
    claimed: float = 0.4
    summary: float = 0.8
    same: float = 1.0
    narrower: float = 0.95
    alternative: float = 0.7
    implies: float = 0.45
    per_step: float = 0.97
    other_action: float = 0.9
    team: float = 0.9
    one_achievement: float = 0.5
    one_position: float = 0.2
    more_evidence: float = 0.05
    metric: float = 1.0
    near_metric: float = 0.5
    recent: float = 0.03
    months: float = 0.0005


WEIGHTS = Weights()
_NEARNESS = {Nearness.SAME: WEIGHTS.same, Nearness.NARROWER: WEIGHTS.narrower, Nearness.ALTERNATIVE: WEIGHTS.alternative, Nearness.IMPLIES: WEIGHTS.implies}
_BUILDING = frozenset({"built", "developed", "designed", "implemented", "created", "engineered", "led", "migrated", "refactored", "decomposed", "automated", "integrated", "deployed", "improved", "optimized", "reduced", "increased", "secured", "used", "processed", "tested", "researched"})


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


def value(support: Support, involvement: Involvement) -> float:
    """Return what one support is worth."""
    worth = {"work": WEIGHTS.work, "listed": WEIGHTS.listed, "claimed": WEIGHTS.claimed}[support.kind]
    if support.kind == "work" and support.section == "summary":
        worth = WEIGHTS.summary
    worth *= _NEARNESS[support.nearness] * WEIGHTS.per_step ** max(support.steps - 1, 0)
    if support.kind == "work" and involvement in (Involvement.BUILT, Involvement.LED, Involvement.MIGRATED) and support.action not in _BUILDING:
        worth *= WEIGHTS.other_action
    return worth * (WEIGHTS.team if support.team else 1.0)


def shown(support: Support) -> bool:
    """Tell whether a support names the skill itself or a kind of it, rather than something that lets one infer it."""
    return support.nearness in (Nearness.SAME, Nearness.NARROWER, Nearness.ALTERNATIVE)


def enough(support: Support, involvement: Involvement) -> bool:
    """Tell whether a support alone answers for its need under the involvement that was asked for."""
    if not shown(support):
        # Who works with a tool of a practice practises it; building the thing itself asks for more.
        return support.kind == "work" and support.concept and involvement in (Involvement.ANY, Involvement.HANDS_ON, Involvement.OPERATED)
    return support.kind != "claimed" or involvement is Involvement.ANY


def standing(person: str, plan: Plan, by_need: Sequence[Sequence[Support]], figures: Sequence[Measured]) -> Standing | None:
    """Return how a person stands, or None where nothing that counts is shown.

    Args:
        person: Id.
        plan: What was asked.
        by_need: The person's supports, one list for each need.
        figures: The person's figures that speak for the change.
    """
    result = Standing(person)
    missing: list[Need] = []
    for need, found in zip(plan.needs, by_need, strict=True):
        if not found:
            missing.append(need)
            continue
        best = _best(found, plan, by_need)
        result.chosen += best
        result.parts[f"shows {need.words}"] = max(value(s, plan.involvement) for s in best)
        result.parts["more evidence"] = result.parts.get("more evidence", 0.0) + WEIGHTS.more_evidence * min(len({s.achievement for s in found if s.achievement}) - 1, 4) if len(found) > 1 else result.parts.get("more evidence", 0.0)
        if not any(enough(s, plan.involvement) for s in found):
            result.full = False
            result.reasons.append(_why(need, found))
    if missing and not _tolerable(plan, missing, by_need):
        return None
    if missing:
        result.full = False
        result.reasons += [f"nothing shows {need.words}" for need in missing]
    _joint(plan, by_need, result, bool(missing))
    if not _figures(plan, figures, result):
        return None
    return result


def _why(need: Need, found: Sequence[Support]) -> str:
    if any(shown(s) for s in found):
        return f"{need.words} is only listed, not shown in work"
    names = sorted({s.skill for s in found})[:3]
    return f"{need.words} is only inferred from {', '.join(names)}"


def _best(found: Sequence[Support], plan: Plan, by_need: Sequence[Sequence[Support]]) -> list[Support]:
    """Return the supports to show for a need: those in the work that shows most of what was asked, then the strongest."""
    others = [{s.achievement for s in supports if s.achievement} for supports in by_need]

    def rank(support: Support) -> tuple[float, float, str, str]:
        joint = sum(support.achievement in achievements for achievements in others if support.achievement)
        return (-joint, -value(support, plan.involvement), support.achievement or support.position, support.skill)

    return sorted(found, key=rank)[:3]


def _tolerable(plan: Plan, missing: Sequence[Need], by_need: Sequence[Sequence[Support]]) -> bool:
    """Tell whether a person with a need missing is a partial answer.

    In "DLQ-based retry systems" the thing built is the last one named; who shows it in work without the rest is a partial
    answer. Where two things are asked for side by side, one of them alone is none.
    """
    if not plan.together or len(plan.needs) < 2 or plan.needs[-1] in missing:
        return False
    return any(s.kind == "work" and s.nearness in (Nearness.SAME, Nearness.NARROWER) for s in by_need[-1])


def _joint(plan: Plan, by_need: Sequence[Sequence[Support]], result: Standing, partial: bool) -> None:
    if len(plan.needs) < 2 or partial:
        return
    strong = [[s for s in found if shown(s)] or list(found) for found in by_need]
    achievements = set.intersection(*({s.achievement for s in found if s.achievement} for found in strong))
    positions = set.intersection(*({s.position for s in found if s.position} for found in strong))
    if achievements:
        result.parts["in one achievement"] = WEIGHTS.one_achievement
    elif positions:
        result.parts["in one position"] = WEIGHTS.one_position
    elif plan.together:
        result.full = False
        result.reasons.append("shown in different pieces of work")


def _figures(plan: Plan, figures: Sequence[Measured], result: Standing) -> bool:
    """Weigh the figures; False where a change was asked for and nothing speaks of it."""
    if plan.change is None:
        return True
    meeting = [f for f in figures if f.meets]
    exact = [f for f in meeting if f.exact]
    threshold = plan.change.least is not None or plan.change.most is not None
    if exact:
        result.parts["figure"] = WEIGHTS.metric + min((exact[0].percent or 0) / 1000, 0.1)
        result.figures = sorted(exact, key=lambda f: (-(f.percent or 0), f.achievement))[:2]
        return True
    if meeting:
        result.parts["near figure"] = WEIGHTS.near_metric
        result.figures = sorted(meeting, key=lambda f: (-(f.percent or 0), f.achievement))[:2]
        result.full = False
        result.reasons.append(f"the figure is of {meeting[0].of or 'something near to it'}")
        return True
    if figures and not threshold:
        result.figures = list(figures)[:2]
        result.full = False
        return True
    if threshold:
        return False
    result.full = False
    result.reasons.append("no figure is stated")
    return bool(result.chosen) or not plan.needs


def order(found: Sequence[Standing], months: Mapping[str, float]) -> list[Standing]:
    """Return standings best first: full before partial, then score, then length of experience, then id."""
    return sorted(found, key=lambda s: (not s.full, -s.score, -months.get(s.person, 0), s.person))
