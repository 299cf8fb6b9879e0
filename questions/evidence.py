"""Run the pieces of Cypher that a plan needs, and gather what each person shows."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from skillgraph.graph.store import GraphStore
from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.questions.expand import Accepted, Nearness, accepted
from skillgraph.questions.paraphrase import beginnings, held, marks
from skillgraph.questions.plan import Need

_FEW, _HELD_OF_FEW, _HELD = 3, 0.7, 0.62  # which share of the words a sentence must hold, and below how many words all are needed
FOLDER = Path(__file__).parent / "cypher"
PREFIX = "skill:"


@cache
def piece(name: str) -> str:
    """Return one of the tested pieces of Cypher that answers consist of."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").strip()


@dataclass(frozen=True, slots=True)
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
    what: str = ""
    surface: str = ""
    section: str = ""
    team: bool = False
    level: str = ""
    concept: bool = False
    beside: bool = False
    quote: tuple[str, str, int, int] | None = None

    @property
    def shown(self) -> bool:
        """Tell whether it names the skill itself or a kind of it, rather than something that lets one infer it."""
        return self.nearness <= Nearness.ALTERNATIVE

    @property
    def listed_only(self) -> bool:
        """Tell whether it is said of oneself, not shown in a position."""
        return self.kind == "claimed"


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


def plain(identity: str) -> str:
    """Return the ontology's id of a skill's node."""
    return identity.removeprefix(PREFIX)


def nodes(skills: Iterable[str]) -> list[str]:
    """Return the ids of the nodes of skills, sorted."""
    return sorted(PREFIX + skill for skill in skills)


def present(run: Run, need: Need, ontology: Ontology) -> dict[str, Accepted]:
    """Return the skills that count for a need and stand in the graph."""
    table = accepted(need, ontology)
    there = {plain(row["skill"]) for row in run.rows("known", skills=nodes(table))}
    return {skill: how for skill, how in table.items() if skill in there}


def supports(run: Run, need: Need, ontology: Ontology) -> dict[str, list[Support]]:
    """Return every place that speaks for a need, by person.

    Args:
        run: Where statements are run.
        need: What must be shown.
        ontology: What counts for it.
    """
    if need.literal:
        return by_person(_literal(run, need))
    told = list(_told(run, need)) if need.told else []
    table = present(run, need, ontology)
    if not table:
        return by_person(_marked(run, need, told))
    concepts = frozenset(s for s in need.skills if s in ontology.by_id and ontology.by_id[s].kind is SkillKind.CONCEPT)
    skills = nodes(table)
    found = [_support(row, table, kind, concepts) for kind in ("work", "listed", "claimed") for row in run.rows(kind, skills=skills)]
    return by_person(_marked(run, need, [*found, *told]))


def _marked(run: Run, need: Need, found: Sequence[Support]) -> list[Support]:
    """Mark the work that tells of what a need was about."""
    if not need.beside:
        return list(found)
    pattern = _pattern(need.beside)
    there = {row["achievement"] for row in run.rows("sentences", any=pattern, each=[pattern], least=1) if held(need.beside, row["text"] or "")}
    return [replace(support, beside=support.achievement in there) for support in found]


def by_person(found: Iterable[Support]) -> dict[str, list[Support]]:
    """Return supports by person."""
    table: dict[str, list[Support]] = defaultdict(list)
    for support in found:
        table[support.person].append(support)
    return dict(table)


def _support(row: Mapping[str, Any], table: Mapping[str, Accepted], kind: str, concepts: frozenset[str]) -> Support:
    skill = plain(row["skill"])
    how = table[skill]
    quote = (row["quote"] or "", row["document"] or "", int(row["start"]), int(row["end"])) if "quote" in row else None
    return Support(
        person=row["person"], skill=skill, nearness=how.nearness, steps=how.steps, kind=kind, achievement=row.get("achievement") or "",
        position=row.get("position") or "", action=row.get("action") or "", what=row.get("what") or "", surface=row.get("surface") or "",
        section=row.get("section") or "", team=bool(row.get("team")), level=row.get("level") or "", concept=how.of in concepts, quote=quote,
    )  # fmt: skip


def sentences(run: Run, words: Sequence[str]) -> list[dict[str, Any]]:
    """Return the achievements whose sentence may hold enough of some words, in any form or in words of the same meaning."""
    share = _HELD_OF_FEW if len(words) < _FEW else _HELD
    return run.rows("sentences", any=_pattern(words), each=[_pattern([word]) for word in words], least=math.ceil(share * len(words)))


def _pattern(words: Iterable[str]) -> str:
    """Return a pattern for texts that hold one of some words, in the syntax that both stores share."""
    return f"(?s).*(?:{'|'.join(re.escape(beginning) for beginning in beginnings(words))}).*"


def _literal(run: Run, need: Need) -> Iterable[Support]:
    for row in sentences(run, need.literal):
        text = row["text"] or ""
        if held(need.literal, text) >= (_HELD_OF_FEW if len(need.literal) < _FEW else _HELD):
            yield Support(
                person=row["person"], skill="", nearness=Nearness.SAME, steps=0, kind="named", achievement=row["achievement"], position=row["position"] or "",
                action=row["action"] or "", surface=" ".join(marks(need.literal, text)), section=row["section"] or "", team=bool(row["team"]), concept=True,
            )  # fmt: skip


def _told(run: Run, need: Need) -> Iterable[Support]:
    """Yield the sentences that show a need by one of the words people tell of it with."""
    said = "|".join(re.escape(word) for word in need.told)
    pattern = f"(?s).*(?:{said}).*"
    for row in run.rows("sentences", any=pattern, each=[pattern], least=1):
        if found := re.search(rf"(?<![\w-])(?:{said})(?![\w-])", row["text"] or "", re.IGNORECASE):
            yield Support(
                person=row["person"], skill="", nearness=Nearness.SAME, steps=0, kind="told", achievement=row["achievement"], position=row["position"] or "",
                action=row["action"] or "", surface=found.group(), section=row["section"] or "", team=bool(row["team"]), concept=True,
            )  # fmt: skip
