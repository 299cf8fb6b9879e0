"""An entry that is to be written into an overlay file, and the id that a label gives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import Field

from skillgraph.model import Frozen, SkillKind


class NewSkill(Frozen):
    """An entry for an overlay file; without a label it extends the skill that has its id."""

    id: str
    label: str = ""
    kind: SkillKind | None = None
    alt: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    alternative: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    case: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    note: str = ""
    asked: tuple[str, ...] = ()
    text: bool = True
    source: str = Field("", description="where the entry itself comes from: a URI, a code")


def skill_id(label: str) -> str:
    """Return the id that a label gives, by the rule of the ontology guide.

    >>> [skill_id(label) for label in ("C++", "C#", ".NET", "Dead-Letter Queue")]
    ['cpp', 'csharp', 'dotnet', 'dead-letter-queue']
    """
    words = label.lower().replace("++", "pp").replace("#", "sharp")
    words = re.sub(r"(?<!\w)\.(?=\w)", "dot", words)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-") or f"u{label.encode().hex()}"


def guards(labels: Iterable[str], kind: SkillKind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which labels match in just their capitalisation, and which need a context.

    Nobody can know of a stranger's label that it is no ordinary word. So the name of a technology that is one word
    with a capital matches in that form only, and a label of one or two letters asks for a list, a neighbour or a cue.
    """
    short = tuple(label for label in labels if re.fullmatch(r"[A-Za-z]{1,2}", label))
    named = tuple(label for label in labels if label not in short and label.isalpha() and not label.islower())
    return (named if kind is SkillKind.TECHNOLOGY else ()), short
