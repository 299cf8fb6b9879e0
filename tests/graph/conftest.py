"""A small ontology, and profiles written by hand: every test says in a few lines what a document tells."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from skillgraph.model import (
    Achievement,
    Block,
    Contact,
    Document,
    Education,
    Mention,
    Metric,
    Person,
    Position,
    Profile,
    Section,
    SkillKind,
    Span,
    Stance,
)
from skillgraph.ontology import Area, Ontology, Skill

Read = tuple[Profile, Document]
CONCEPT, TECHNOLOGY = SkillKind.CONCEPT, SkillKind.TECHNOLOGY


def _skill(id: str, kind: SkillKind = TECHNOLOGY, **relations: tuple[str, ...]) -> Skill:
    return Skill(id=id, label=id.replace("-", " ").title(), kind=kind, area="test", **relations)


ONTOLOGY = Ontology(
    areas=(Area(name="test", title="Test"),),
    skills=(
        _skill("apache-kafka", implies=("event-streaming",), alternative=("rabbitmq",), alt=("Kafka",)),
        _skill("event-streaming", CONCEPT, broader=("messaging",)),
        _skill("helm", implies=("kubernetes",)),
        _skill("kafka-streams", part_of=("apache-kafka",)),
        _skill("kubernetes", broader=("orchestration",)),
        _skill("messaging", CONCEPT),
        _skill("orchestration", CONCEPT, related=("kubernetes",)),
        _skill("rabbitmq", broader=("messaging",), alternative=("apache-kafka",)),
        _skill("rust"),
    ),
)


class Writer:
    """Writes a document line by line and notes what its lines mean."""

    def __init__(self, path: str, name: str | None) -> None:
        self.path, self.text, self.blocks = path, "", []
        span = self.line(name or "Curriculum")
        self.person = Person(name=name, name_span=span if name else None)
        self.positions: list[Position] = []
        self.achievements: list[Achievement] = []
        self.mentions: list[Mention] = []
        self.education: list[Education] = []
        self.contacts: list[Contact] = []

    def line(self, text: str) -> Span:
        span = Span(start=len(self.text), end=len(self.text) + len(text))
        self.blocks.append(Block(start=span.start, end=span.end))
        self.text += text + "\n"
        return span

    def mention(self, line: Span, surface: str, skill: str, section: Section, **facts: Any) -> Mention:
        start = self.text.index(surface, line.start)
        known = ONTOLOGY.by_id.get(skill)
        name = known.label if known else surface
        kind = known.kind if known else TECHNOLOGY
        span = Span(start=start, end=start + len(surface))
        found = Mention(skill=skill, name=name, kind=kind, surface=surface, span=span, section=section, curated=known is not None, **facts)
        self.mentions.append(found)
        return found

    def job(
        self,
        company: str,
        title: str | None,
        start: str | None,
        end: str | None,
        lines: Sequence[tuple[str, Mapping[str, str]]] = (),
        stack: Mapping[str, str] = {},
    ) -> None:
        head = self.line(f"{title} at {company}")
        current = end == "present"
        place = self.text.index(company, head.start)
        self.positions.append(
            Position(company=company, title=title, start_date=start, end_date=None if current else end, current=current, span=head,
                     company_span=Span(start=place, end=place + len(company)))
        )  # fmt: skip
        index = len(self.positions) - 1
        for text, skills in lines:
            self.achieve(text, skills, Section.EXPERIENCE, position=index)
        if stack:
            span = self.line("Stack: " + ", ".join(stack))
            for surface, skill in stack.items():
                self.mention(span, surface, skill, Section.EXPERIENCE, position=index)

    def achieve(
        self, text: str, skills: Mapping[str, str], section: Section, *, position: int | None = None, metrics: Sequence[Metric] = ()
    ) -> None:
        span = self.line(text)
        named = tuple(self.mention(span, surface, skill, section, position=position) for surface, skill in skills.items())
        self.achievements.append(
            Achievement(text=text, span=span, position=position, section=section, mentions=named, metrics=tuple(metrics))
        )

    def claim(self, surface: str, skill: str, stance: Stance = Stance.POSITIVE, **facts: Any) -> None:
        self.mention(self.line(surface), surface, skill, Section.SKILLS, stance=stance, **facts)

    def done(self) -> Read:
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        document = Document(
            path=self.path, media_type="text/plain", sha256=sha256, source=self.text, text=self.text, blocks=tuple(self.blocks)
        )
        profile = Profile(
            document=self.path, sha256=sha256, person=self.person, positions=tuple(self.positions), education=tuple(self.education),
            achievements=tuple(self.achievements), mentions=tuple(self.mentions), contacts=tuple(self.contacts),
        )  # fmt: skip
        return profile, document


@pytest.fixture
def ontology() -> Ontology:
    return ONTOLOGY


@pytest.fixture
def writer() -> Callable[..., Writer]:
    return lambda path="cv.txt", name="Ada Example": Writer(path, name)
