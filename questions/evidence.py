"""Run the pieces of Cypher that a plan needs, and gather what each person shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from skillgraph.graph.store import GraphStore
from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.questions.expand import Accepted, Nearness, accepted
from skillgraph.questions.plan import Change, Need, Plan

FOLDER = Path(__file__).parent / "cypher"
PREFIX = "skill:"


@cache
def piece(name: str) -> str:
    """Return one of the tested pieces of Cypher that answers consist of."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").strip()


@dataclass(frozen=True)
class Support:
    """One place in the graph that speaks for a need."""

    person: str
    skill: str
    nearness: Nearness
    steps: int
    kind: str
    achievement: str = ""
    position: str = ""
    action: str = ""
    surface: str = ""
    section: str = ""
    team: bool = False
    level: str = ""
    concept: bool = False
    quote: tuple[str, str, int, int] | None = None


@dataclass(frozen=True)
class Measured:
    """A figure that speaks for a change."""

    person: str
    achievement: str
    position: str
    of: str
    exact: bool
    meets: bool
    percent: float | None
    figure: str


@dataclass
class Run:
    """The statements that were run, so that they can be shown."""

    store: GraphStore
    statements: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def rows(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        """Run a piece and return its records."""
        statement = piece(name)
        self.statements.append((statement, dict(parameters)))
        return list(self.store.run(statement, parameters).records())


def _plain(identity: str) -> str:
    return identity.removeprefix(PREFIX)


def supports(run: Run, need: Need, ontology: Ontology, known: frozenset[str]) -> list[Support]:
    """Return every place that speaks for a need.

    Args:
        run: Where statements are run.
        need: What must be shown.
        ontology: What counts for it.
        known: Ids of the skills that stand in the graph.
    """
    table = {skill: how for skill, how in accepted(need, ontology).items() if skill in known}
    if not table:
        return []
    skills = sorted(PREFIX + skill for skill in table)
    concepts = frozenset(s for s in need.skills if s in ontology.by_id and ontology.by_id[s].kind is SkillKind.CONCEPT)
    return [_support(row, table, kind, concepts) for kind in ("work", "listed", "claimed") for row in run.rows(kind, skills=skills)]


def _support(row: Mapping[str, Any], table: Mapping[str, Accepted], kind: str, concepts: frozenset[str]) -> Support:
    skill = _plain(row["skill"])
    how = table[skill]
    quote = (row["quote"] or "", row["document"] or "", int(row["start"]), int(row["end"])) if "quote" in row else None
    return Support(
        person=row["person"], skill=skill, nearness=how.nearness, steps=how.steps, kind=kind, achievement=row.get("achievement") or "",
        position=row.get("position") or "", action=row.get("action") or "", surface=row.get("surface") or "",
        section=row.get("section") or "", team=bool(row.get("team")), level=row.get("level") or "", concept=how.of in concepts, quote=quote,
    )  # fmt: skip


def changes(run: Run, change: Change) -> list[Measured]:
    """Return the figures that speak for a change, the near ones too."""
    every = sorted({*change.words, *change.loose})
    found: list[Measured] = []
    for row in run.rows("changes", words=every, direction=change.direction):
        of = (row["of"] or "").lower()
        exact = any(word in of for word in change.words)
        near = exact or any(word in of for word in change.loose)
        text = (row["text"] or "").lower()
        if not near and not any(word in text for word in change.words):
            continue
        if not near and _far(row, change, text):
            continue
        percent = _percent(row)
        found.append(Measured(
            person=row["person"], achievement=row["achievement"], position=row["position"] or "", of=row["of"] or "", exact=exact,
            meets=_meets(row, change, percent), percent=percent, figure=row["figure"] or "",
        ))  # fmt: skip
    return found


def _far(row: Mapping[str, Any], change: Change, text: str) -> bool:
    """Tell whether the figure stands too far from the word to be its own."""
    at = text.find((row["figure"] or "").lower())
    return at < 0 or min((abs(text.find(word) - at) for word in change.words if word in text), default=999) > 60


def _percent(row: Mapping[str, Any]) -> float | None:
    low, high = row["low"], row["high"]
    if low and high is not None and low != 0:
        return round(abs(low - high) / abs(low) * 100, 1)
    if row["unit"] == "%" and row["value"] is not None:
        return float(row["value"])
    if row["unit"] == "x" and row["value"]:
        factor = float(row["value"])
        return round((1 - 1 / factor) * 100, 1) if row["direction"] == "decrease" and factor > 1 else (factor - 1) * 100
    return None


def _meets(row: Mapping[str, Any], change: Change, percent: float | None) -> bool:
    if change.least is None and change.most is None:
        return True
    value = percent
    least, most = change.least, change.most
    if change.unit == "x":
        least = (least - 1) * 100 if least is not None and row["direction"] != "decrease" else None if least is None else (1 - 1 / least) * 100
    elif change.unit != "%":
        value = float(row["value"]) if row["value"] is not None and row["unit"] == change.unit else None
    if value is None:
        return False
    return (least is None or (value > least if change.strict else value >= least)) and (most is None or value <= most)


def by_person(found: Iterable[Support]) -> dict[str, list[Support]]:
    """Return supports by person."""
    table: dict[str, list[Support]] = defaultdict(list)
    for support in found:
        table[support.person].append(support)
    return dict(table)


def known_skills(store: GraphStore) -> frozenset[str]:
    """Return the ids of the skills that stand in the graph."""
    rows = store.run("MATCH (s:Skill) RETURN s.id AS id", {})
    return frozenset(_plain(row[0]) for row in rows.rows)


def all_needs(plan: Plan) -> Sequence[Need]:
    """Return wanted and excluded needs."""
    return (*plan.needs, *plan.excluded)
