"""The names in the graph that a question may mean: asked for by the question's own words, for a graph can hold many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from skillgraph.graph.store import GraphStore
from skillgraph.questions.evidence import Run, plain
from skillgraph.questions.reading import LONGEST, Names

_LONGEST_NAME = 6
_WORDS = 120
_TOKEN = re.compile(r"[^\s,;:?!()\"“”]+")
_BEFORE_COMPANY = frozenset({"at", "for", "from", "with", "by", "in", "joined", "left", "of"})
_LABELS = {"Person": "people", "Company": "companies", "School": "schools"}


def names_in(question: str, run: Run, *, labels: frozenset[str]) -> Names:
    """Return the people, companies, schools and unknown skills whose names stand in a question.

    Args:
        question: In plain words.
        run: Where statements are run.
        labels: Words that name skills; a part of a name that is written like one of them is no name.
    """
    tokens = [t.rstrip(".'’") for t in _TOKEN.findall(question[:LONGEST])][:_WORDS]
    tokens = [re.sub(r"['’]s$", "", token) for token in tokens]
    grams = sorted({" ".join(tokens[i:j]).lower() for i in range(len(tokens)) for j in range(i + 1, min(i + _LONGEST_NAME, len(tokens)) + 1)})
    parts = sorted({token.lower() for token in tokens if token[:1].isupper() and len(token) > 2 and token not in labels})
    beginnings = sorted({f"{b.lower()} " for a, b in pairwise(tokens) if a.lower() in _BEFORE_COMPANY and b[:1].isupper() and len(b) > 3 and b not in labels})
    if not grams:
        return Names()
    return Names(
        people=_people(run.rows("named_people", grams=grams, parts=parts), parts),
        companies=_companies(run.rows("named_companies", grams=grams, beginnings=beginnings), beginnings),
        schools=_names(run.rows("named_schools", grams=grams)),
        skills={name: plain(identity) for name, identity in _names(run.rows("named_skills", grams=grams)).items()},
    )


def newest_month(run: Run) -> str | None:
    """Return the newest month of the graph, as an ISO prefix."""
    month = next((row["month"] for row in run.rows("newest")), None)
    return f"{month // 12}-{month % 12 + 1:02}" if isinstance(month, int) else None


def names_of(store: GraphStore) -> tuple[Names, str | None]:
    """Return all names of a graph, for completion, and its newest month."""
    run = Run(store)
    found: dict[str, dict[str, str]] = {table: {} for table in _LABELS.values()}
    for row in run.rows("names"):
        table = next((_LABELS[label] for label in row["labels"] if label in _LABELS), None)
        if table and row["name"]:
            found[table].setdefault(str(row["name"]).lower(), row["id"])
    return Names(**found), newest_month(run)


def _names(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    return {str(row["name"]).lower(): row["id"] for row in reversed(list(rows))}


def _people(rows: Sequence[Mapping[str, Any]], parts: Sequence[str]) -> dict[str, str]:
    """Return whole names, and parts of names that one person alone has: nobody is guessed."""
    named = Counter(part for row in rows for part in set(str(row["name"]).lower().split()))
    short = {part: row["id"] for row in rows for part in str(row["name"]).lower().split() if part in parts and named[part] == 1}
    return short | _names(rows)


def _companies(rows: Sequence[Mapping[str, Any]], beginnings: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in reversed(rows):
        name = str(row["name"]).lower()
        for known in (name, *(str(alias).lower() for alias in row["aliases"] or ()), *(b.strip() for b in beginnings if name.startswith(b))):
            found[known] = row["id"]
    return found
