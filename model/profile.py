"""What is known of one person from one document; every fact carries its span in the document's text."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from skillgraph.model.base import Frozen, Span


class SkillKind(StrEnum):
    """A technology has a proper name; a concept is a pattern, practice, architecture style or problem class."""

    TECHNOLOGY = "technology"
    CONCEPT = "concept"


class Section(StrEnum):
    """The meaning of a part of a résumé."""

    HEADER = "header"
    SUMMARY = "summary"
    SKILLS = "skills"
    EXPERIENCE = "experience"
    PROJECTS = "project"
    EDUCATION = "education"
    CERTIFICATES = "certificate"
    OTHER = "other"


class Stance(StrEnum):
    """How a mention stands to its person."""

    POSITIVE = "positive"
    NEGATED = "negated"
    ASPIRED = "aspired"


class Mention(Frozen):
    """A skill named in the text, linked to the ontology or kept as uncurated."""

    skill: str = Field(description="ontology id, or `x-<slug>` for a skill that the ontology does not know")
    name: str = Field(description="preferred label, or the surface form of an uncurated skill")
    kind: SkillKind
    surface: str = Field(description="the words of the text")
    span: Span
    section: Section
    position: int | None = Field(None, description="index into `Profile.positions` where it stands inside one")
    stance: Stance = Stance.POSITIVE
    level: str | None = Field(None, description="a level that the text states (`expert`, `familiar`), never a guess")
    years: float | None = Field(None, description="years of use that the text states")
    curated: bool = True


class Metric(Frozen):
    """A quantified result or scale."""

    value: float | None
    value_max: float | None = None
    unit: str = Field(
        description="`%`, `ms`, `s`, `min`, `h`, `day`, `week`, `month`, `year`, `x`, `count`, a byte unit or a currency code"
    )
    direction: str = Field(description="`increase`, `decrease` or `none`: that of the thing named in `of`")
    of: str | None = Field(description="what was measured, in the words of the text")
    from_value: float | None = None
    to_value: float | None = None
    text: str
    span: Span


class Achievement(Frozen):
    """One claim of work done: a bullet, a sentence of prose, a quantified line of a summary."""

    text: str
    span: Span
    position: int | None = Field(None, description="index into `Profile.positions`, None outside a job")
    section: Section
    action: str | None = Field(None, description="lemma of the leading verb: built, migrated, reduced …")
    what: str | None = Field(None, description="what the action was done to, in the words of the text")
    team: bool = Field(False, description="the text tells it as the team's work, not the person's own")
    mentions: tuple[Mention, ...] = ()
    metrics: tuple[Metric, ...] = ()


class Position(Frozen):
    """One role with its own dates in one company."""

    company: str
    title: str | None
    start_date: str | None = Field(description="ISO prefix: `2021`, `2021-09`")
    end_date: str | None = Field(description="ISO prefix; None when unknown or when `current`")
    current: bool = False
    location: str | None = None
    span: Span = Field(description="the heading lines of the position")
    company_span: Span
    title_span: Span | None = None
    dates_span: Span | None = None


class Education(Frozen):
    """A school or a long course."""

    institution: str
    degree: str | None = None
    field: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    current: bool = False
    span: Span


class Person(Frozen):
    """Who the document is about, as far as it says."""

    name: str | None = None
    title: str | None = None
    location: str | None = None
    name_span: Span | None = None
    title_span: Span | None = None
    location_span: Span | None = None


class Contact(Frozen):
    """A way to reach the person; kept out of the graph unless asked for."""

    kind: str = Field(description="`email`, `phone`, `url`")
    value: str
    span: Span


class Profile(Frozen):
    """All facts from one document."""

    document: str = Field(description="path of the document")
    sha256: str
    person: Person
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    mentions: tuple[Mention, ...] = Field((), description="every skill named anywhere in the document, in text order")
    contacts: tuple[Contact, ...] = ()
    warnings: tuple[str, ...] = ()
