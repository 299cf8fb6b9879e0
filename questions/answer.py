"""What a question is answered with: ranked people, the path to each proof, and the sentences themselves."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from skillgraph.model import Frozen
from skillgraph.questions.plan import Plan


class Proof(Frozen):
    """A sentence of a document that shows something."""

    document: str
    start: int
    end: int
    quote: str
    shows: tuple[str, ...] = Field(description="names of the skills, or the figure, that it shows")
    marks: tuple[str, ...] = Field((), description="the words in it that say so")
    position: str | None = Field(None, description="title of the position")
    company: str | None = None
    dates: str | None = None
    kind: str = Field(description="`work`, `listed`, `claimed`, `figure`, `career`")
    page: int | None = None


class PersonAnswer(Frozen):
    """One person who answers a question."""

    person: str
    id: str
    documents: tuple[str, ...]
    score: float
    full: bool
    reason: str = Field("", description="why the answer is partial")
    title: str | None = None
    location: str | None = None
    paths: tuple[str, ...] = ()
    evidence: tuple[Proof, ...] = ()
    parts: dict[str, float] = Field(default_factory=dict, description="parts of the score")


class Statement(Frozen):
    """A statement that was run, ready for the Neo4j Browser."""

    cypher: str
    parameters: dict[str, Any]


class Answer(Frozen):
    """The answer to a question."""

    question: str
    understood: str
    plan: Plan
    text: str = Field("", description="the answer in a sentence, where one sentence answers")
    results: tuple[PersonAnswer, ...] = ()
    statements: tuple[Statement, ...] = ()
    suggestions: tuple[str, ...] = Field((), description="what to ask next")
