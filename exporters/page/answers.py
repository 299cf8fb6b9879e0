"""What the page asks of an answer that is embedded: the shape of `skillgraph.questions`' answers, which this room does not import."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol


class Proof(Protocol):
    """A sentence of a document that shows something."""

    @property
    def document(self) -> str:
        """Path of the document."""

    @property
    def start(self) -> int:
        """First character in the document's text."""

    @property
    def end(self) -> int:
        """Character after the last."""

    @property
    def quote(self) -> str:
        """The sentence."""

    @property
    def shows(self) -> tuple[str, ...]:
        """Names of the skills, or the figure, that it shows."""

    @property
    def marks(self) -> tuple[str, ...]:
        """The words in the sentence that count."""

    @property
    def position(self) -> str | None:
        """Title of the position that the sentence is about."""

    @property
    def company(self) -> str | None:
        """Where that position was."""

    @property
    def page(self) -> int | None:
        """Page of the document, where it has pages."""


class Ranked(Protocol):
    """One person of an answer."""

    @property
    def person(self) -> str:
        """Name."""

    @property
    def id(self) -> str:
        """Id of the person's node."""

    @property
    def full(self) -> bool:
        """Whether all that was asked is shown."""

    @property
    def reason(self) -> str:
        """Why the answer is partial."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Paths in words, a line each."""

    @property
    def evidence(self) -> Sequence[Proof]:
        """The sentences that show it."""


class Answer(Protocol):
    """A question and the people who answer it, best first."""

    @property
    def question(self) -> str:
        """The question as it was asked."""

    @property
    def understood(self) -> str:
        """How it was understood, in one line."""

    @property
    def text(self) -> str:
        """The answer in a sentence, where one sentence answers."""

    @property
    def results(self) -> Sequence[Ranked]:
        """The people."""


def plain(answer: Answer) -> dict[str, Any]:
    """Return what the page shows of an answer: a part of what the server gives as JSON."""
    return {
        "question": answer.question,
        "understood": answer.understood,
        "answer": answer.text,
        "results": [_ranked(result) for result in answer.results],
    }


def _ranked(result: Ranked) -> dict[str, Any]:
    return {
        "person": result.person,
        "id": result.id,
        "full": result.full,
        "reason": result.reason,
        "paths": list(result.paths),
        "evidence": [_proof(proof) for proof in result.evidence],
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "document": proof.document,
        "start": proof.start,
        "end": proof.end,
        "page": proof.page,
        "quote": proof.quote,
        "position": proof.position,
        "company": proof.company,
        "shows": list(proof.shows),
        "marks": list(proof.marks),
    }
