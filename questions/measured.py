"""Figures that speak for a change: which of them are of the thing that was asked for, and which reach its bound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from skillgraph.questions.evidence import Run
from skillgraph.questions.plan import Change

_BESIDE = 45  # characters between a word and a figure of which it is the subject
_FAR = 60
_BREAKS = (";", ". ", "; ")
_MACHINE_TIMES = frozenset({"ms", "s"})


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


def changes(run: Run, change: Change) -> list[Measured]:
    """Return the figures that speak for a change, the near ones too."""
    found = []
    for row in run.rows(
        "changes", of=_pattern((*change.words, *change.loose)), named=_pattern(change.words), directions=[change.direction] if change.direction else ["decrease", "increase"],
        times=sorted(_MACHINE_TIMES) if change.durations else [],
    ):  # fmt: skip
        exact = _is_of(row, change.words)
        if exact or _is_near(row, change):
            percent = _percent(row)
            found.append(Measured(
                person=row["person"], achievement=row["achievement"], position=row["position"] or "", of=row["of"] or "", exact=exact,
                meets=_meets(row, change, percent), percent=percent, figure=row["figure"] or "",
            ))  # fmt: skip
    return found


def _pattern(words: Sequence[str]) -> str:
    """Return a pattern for a text with one of the words, in the syntax that both stores share; one pattern is read faster than many."""
    found = "|".join(re.sub(r"([^\w\s%-])", r"\\\1", word) for word in words)
    return f"(?s).*(?:{found}).*"


def _is_of(row: Mapping[str, Any], named: Sequence[str]) -> bool:
    """Tell whether a figure is of the thing: it says so, or the word stands right beside it in the clause."""
    of = (row["of"] or "").lower()
    return any(word in of for word in named) or any(gap <= _BESIDE and not broken for gap, broken in _gaps(row, named))


def _is_near(row: Mapping[str, Any], change: Change) -> bool:
    of = (row["of"] or "").lower()
    if any(word in of for word in change.loose) or (change.durations and row["unit"] in _MACHINE_TIMES):
        return True
    return any(gap <= _FAR for gap, _ in _gaps(row, change.words))


def _gaps(row: Mapping[str, Any], named: Sequence[str]) -> list[tuple[int, bool]]:
    """Return for each word in the sentence how far it stands from the figure, and whether a clause ends between them."""
    text, figure = (row["text"] or "").lower(), (row["figure"] or "").lower()
    at = text.find(figure)
    found = []
    for word in named:
        place = text.find(word)
        if at < 0 or place < 0:
            continue
        first, last = (place + len(word), at) if place < at else (at + len(figure), place)
        between = text[first:last]
        found.append((len(between), any(mark in between for mark in _BREAKS)))
    return found


def _percent(row: Mapping[str, Any]) -> float | None:
    low, high = row["low"], row["high"]
    if low and high is not None:
        return round(abs(float(low) - float(high)) / abs(float(low)) * 100, 1)
    if row["unit"] == "%" and row["value"] is not None:
        return float(row["value"])
    if row["unit"] == "x" and row["value"]:
        factor = float(row["value"])
        return round((1 - 1 / factor) * 100, 1) if row["direction"] == "decrease" and factor > 1 else round((factor - 1) * 100, 1)
    return None


def _meets(row: Mapping[str, Any], change: Change, percent: float | None) -> bool:
    if change.least is None and change.most is None:
        return True
    value, least, most = percent, change.least, change.most
    if change.unit == "x" and least is not None:
        least = (least - 1) * 100 if row["direction"] != "decrease" else (1 - 1 / least) * 100
    elif change.unit not in ("%", "x"):
        # "under 100 ms" is about where the figure arrived, "by 100 ms" about how far it went; figures state the former.
        value = float(row["value"]) if row["value"] is not None and row["unit"] == change.unit else None
    if value is None:
        return False
    return (least is None or (value > least if change.strict else value >= least)) and (most is None or value <= most)
