"""An answer in the form that machines read: what `ask --format json` prints and the server gives."""

from __future__ import annotations

from typing import Any

from skillgraph.questions.answer import Answer, PersonAnswer


def answer_record(answer: Answer, *, explain: bool = False) -> dict[str, Any]:
    """Return an answer, ready for JSON; with `explain` also the plan, the parts of the scores and the statements."""
    found = {
        "question": answer.question, "understood": answer.understood, "answer": answer.text,
        "results": [_result(result, explain) for result in answer.results], "suggestions": list(answer.suggestions),
    }  # fmt: skip
    if not explain:
        return found
    return found | {"plan": answer.plan.model_dump(mode="json"), "statements": [statement.model_dump() for statement in answer.statements]}


def _result(result: PersonAnswer, explain: bool) -> dict[str, Any]:
    names = ["person", "id", "documents", "score", "full", "reason", "paths", "evidence", *(["parts"] if explain else [])]
    found = result.model_dump(mode="json")
    return {name: found[name] for name in names}
