"""Answers on stdout: as text with proof, as rows, as JSON, as a report in Markdown.

In: answers. Out: printed text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from skillgraph.cli.output import clean, print_json, print_rows
from skillgraph.cli.screen import console, line, marked, words
from skillgraph.questions.record import answer_record

if TYPE_CHECKING:
    from rich.console import Console

    from skillgraph.questions import Answer, PersonAnswer, Proof

_COLUMNS = ("question", "rank", "person", "answers", "score", "position", "company", "dates", "shows", "quote", "place")


def print_answers(answers: Iterable[Answer], form: str, *, explain: bool, single: bool) -> None:
    """Print answers.

    Args:
        answers: as they come.
        form: `text`, `table`, `json`, `jsonl` or `md`.
        explain: with plan, parts of the scores and Cypher.
        single: there is one question, so JSON is an object and not an array.
    """
    if form == "json":
        found = [answer_record(answer, explain=explain) for answer in answers]
        print_json(found[0] if single else found)
    elif form == "jsonl":
        for answer in answers:
            click.echo(json.dumps(answer_record(answer, explain=explain), ensure_ascii=False))
    elif form == "table":
        rows = [row for answer in answers for row in _rows(answer)]
        print_rows(_COLUMNS[1:] if single else _COLUMNS, [row[1:] if single else row for row in rows])
    else:
        write: Callable[..., None] = print_markdown if form == "md" else print_text
        for number, answer in enumerate(answers):
            if number:
                click.echo()
            write(answer, explain=explain, headed=not single)


def _rows(answer: Answer) -> list[tuple[object, ...]]:
    return [
        (answer.question, rank, result.person, "fully" if result.full else f"partly: {result.reason}", round(result.score, 3),
         proof.position, proof.company, proof.dates, proof.shows, proof.quote, place(proof))
        for rank, result in enumerate(answer.results, 1)
        for proof in result.evidence
    ]  # fmt: skip


def place(proof: Proof) -> str:
    """Return where a sentence stands: `cv.pdf, page 2, characters 530-761`."""
    page = f", page {proof.page}" if proof.page else ""
    return f"{proof.document}{page}, characters {proof.start}-{proof.end}"


def print_text(answer: Answer, *, explain: bool, headed: bool = False) -> None:
    """Print an answer for a reader at a terminal."""
    printer = console()
    if headed:
        line(printer, words(answer.question, "bold"))
    if answer.results or answer.statements:
        line(printer, words(f"Understood as {answer.understood}", "dim"))
    line(printer, words(answer.text))
    for rank, result in enumerate(answer.results, 1):
        click.echo()
        _print_person(printer, rank, result)
    if answer.suggestions:
        click.echo()
        line(printer, words("Ask next:", "dim"))
        for question in answer.suggestions:
            line(printer, words(question), indent=2)
    if explain:
        _explain(printer, answer)


def _print_person(printer: Console, rank: int, result: PersonAnswer) -> None:
    about = ", ".join(part for part in (result.title, result.location) if part)
    partly = "" if result.full else f"  partly: {result.reason}"
    line(
        printer,
        f"{rank}. ",
        words(result.person, "bold" if result.full else ""),
        words(f"  {about}" if about else "", "dim"),
        words(partly, "yellow"),
    )
    for proof in result.evidence:
        line(printer, words(path(result, proof), "cyan"), indent=3)
        line(printer, marked(proof.quote, proof.marks), indent=5)
        line(printer, words(place(proof), "dim"), indent=5)


def path(result: PersonAnswer, proof: Proof) -> str:
    """Return the way through the graph to a sentence: person, position, achievement, what it shows."""
    job = " at ".join(part for part in (proof.position, proof.company) if part)
    kind = {"work": "achievement", "figure": "achievement", "listed": "lists", "claimed": "says of themselves"}.get(proof.kind)
    steps = [result.person, f"{job} ({proof.dates})" if job and proof.dates else job, kind, ", ".join(proof.shows)]
    return " → ".join(step for step in steps if step)


def _explain(printer: Console, answer: Answer) -> None:
    click.echo()
    line(printer, words("Plan", "bold"))
    for name, value in answer.plan.model_dump(mode="json", exclude_defaults=True, exclude={"question"}).items():
        line(printer, f"{name}: ", words(json.dumps(value, ensure_ascii=False)), indent=2)
    if answer.results:
        line(printer, words("Scores", "bold"))
    for result in answer.results:
        line(printer, words(_score(result)), indent=2)
    line(printer, words("Cypher for the Neo4j Browser: run the :param lines, then the statement", "bold"))
    for statement in answer.statements:
        click.echo()
        click.echo(browser_text(statement.cypher, statement.parameters))


def _score(result: PersonAnswer) -> str:
    parts = " + ".join(f"{value:g} {name}" for name, value in result.parts.items())
    return f"{result.person}: {result.score:g}{f' = {parts}' if parts else ''}"


def browser_text(cypher: str, parameters: dict[str, Any]) -> str:
    """Return a statement with its parameters as the Neo4j Browser takes them.

    >>> print(browser_text("RETURN $x", {"x": ["a"]}))
    :param x => ["a"];
    RETURN $x;
    """
    lines = [f":param {name} => {json.dumps(value, ensure_ascii=False)};" for name, value in parameters.items()]
    return "\n".join([*lines, f"{cypher.rstrip().removesuffix(';')};"])


def print_markdown(answer: Answer, *, explain: bool, headed: bool = True) -> None:
    """Print an answer as a report."""
    out = [f"## {_md(answer.question)}", ""]
    if answer.results or answer.statements:
        out += [f"*Understood as {_md(answer.understood)}.*", ""]
    out.append(_md(answer.text))
    for rank, result in enumerate(answer.results, 1):
        partly = "" if result.full else f" – partly: {_md(result.reason)}"
        out += ["", f"{rank}. **{_md(result.person)}**{partly}", ""]
        for proof in result.evidence:
            out += [f"   - {_md(path(result, proof))}", f"     > {_bold(proof)}", "     >", f"     > {_md(place(proof))}"]
    if explain:
        out += ["", "### Scores", "", *(f"- {_md(_score(result))}" for result in answer.results)] if answer.results else []
        out += [
            "",
            "### Cypher",
            "",
            "```cypher",
            *"\n\n".join(browser_text(s.cypher, s.parameters) for s in answer.statements).splitlines(),
            "```",
        ]
    click.echo("\n".join(out))


def _md(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", clean(text))


def _bold(proof: Proof) -> str:
    text = _md(proof.quote)
    marks = sorted({_md(mark) for mark in proof.marks if mark.strip()}, key=len, reverse=True)
    return re.sub(rf"(?<!\w)({'|'.join(map(re.escape, marks))})(?!\w)", r"**\1**", text, flags=re.IGNORECASE) if marks else text
