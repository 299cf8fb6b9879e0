"""Figures that speak for a change: which of them are of the thing that was asked for, and which reach its bound."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from skillgraph.ontology.lexicon import words
from skillgraph.questions.evidence import Run
from skillgraph.questions.plan import Change

_BESIDE = 45  # characters between a word and a figure of which it is the subject
_FAR = 60
_SHORT = 4  # letters of a word that is not looked for as the beginning of another
_BREAKS = (";", ". ", "; ")
_TOLD_BEFORE = 40  # characters before a figure in which a verb tells its way
_MACHINE_TIMES = frozenset({"ms", "s"})
_TIMES = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3, "min": 6e4, "h": 3.6e6, "day": 8.64e7, "week": 6.048e8}
_CURRENCIES = frozenset({"USD", "EUR", "GBP", "AUD", "CAD", "CHF", "INR", "JPY", "CNY", "BRL", "PLN", "SEK", "NOK", "DKK", "SGD", "NZD", "HKD", "KRW", "ZAR", "MXN"})
_SAVED = re.compile(r"\bsav(?:ed|es|e|ing|ings)\b[^;.]{0,25}$", re.IGNORECASE)


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
    directions = [change.direction] if change.direction else ["decrease", "increase"]
    rows = run.rows(
        "changes", of=_pattern((*change.words, *change.loose)), named=_pattern((*change.words, *change.timed)), directions=[*directions, "none"] if change.level or change.money else directions,
        times=_looked_for(change),
    )  # fmt: skip
    found = []
    for row in _sums(rows) if change.money else rows:
        exact = _is_of(row, change)
        if not _speaks(row, change, level=change.level and exact) or not (exact or _is_near(row, change)):
            continue
        percent = _percent(row)
        found.append(Measured(
            person=row["person"], achievement=row["achievement"], position=row["position"] or "", of=row["of"] or "", exact=exact,
            meets=_meets(row, change, percent), percent=percent, figure=row["figure"] or "",
        ))  # fmt: skip
    return found


def _looked_for(change: Change) -> list[str]:
    """Return the units of figures that are looked at whatever their sentence names."""
    return sorted((_MACHINE_TIMES if change.durations else frozenset()) | (_CURRENCIES if change.money else frozenset()))


def _sums(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return figures with two sums of the same thing in one sentence read as a way from the first to the second."""
    found: list[Mapping[str, Any]] = []
    for row in rows:
        last = found[-1] if found else None
        alike = last is not None and row["direction"] == last["direction"] == "none" and all(row[key] == last[key] for key in ("achievement", "unit", "of"))
        if last is not None and alike and row["unit"] in _CURRENCIES and row["value"] and last["value"]:
            way = "decrease" if row["value"] < last["value"] else "increase"
            found[-1] = {**row, "direction": way, "low": last["value"], "high": row["value"], "figure": row["figure"]}
        else:
            found.append(row)
    return found


def _speaks(row: Mapping[str, Any], change: Change, *, level: bool) -> bool:
    """Tell whether a figure changed as asked, stands at the level that is asked for, or is a sum of which the sentence says so."""
    if row["direction"] != "none":
        return not change.direction or row["direction"] == change.direction
    return level or (row["unit"] in _CURRENCIES and _told(row, "decrease") and not _told(row, "increase") and change.direction == "decrease")


def _told(row: Mapping[str, Any], way: str) -> bool:
    """Tell whether the words right before a figure say that it went up or down."""
    text, figure = (row["text"] or "").lower(), (row["figure"] or "").lower()
    at = text.find(figure)
    return at >= 0 and bool(words("verbs", way) & set(re.findall(r"[a-z-]+", re.split(r"[;.] ", text[max(at - _TOLD_BEFORE, 0) : at])[-1])))


def _pattern(words: Sequence[str]) -> str:
    """Return a pattern for a text with one of the words, in the syntax that both stores share; one pattern is read faster than many."""
    found = "|".join(re.sub(r"([^\w\s%-])", r"\\\1", word) for word in words)
    return f"(?s).*(?:{found}).*"


def _is_of(row: Mapping[str, Any], change: Change) -> bool:
    """Tell whether a figure is of the thing: it says so, or the word stands right beside it in the clause; a saved sum is one of costs."""
    of, named = (row["of"] or "").lower(), change.words
    if change.timed and row["unit"] in _TIMES and re.search(rf"\b(?:{'|'.join(map(re.escape, change.timed))})\b", re.split(r"[,;:]", of)[-1]):
        return True
    if change.money and row["unit"] in _CURRENCIES and _SAVED.search((row["text"] or "").partition(row["figure"] or "\0")[0]):
        return True
    return any(_written(word).search(of) for word in named) or any(gap <= _BESIDE and not broken for gap, broken in _gaps(row, named))


def _is_near(row: Mapping[str, Any], change: Change) -> bool:
    of = (row["of"] or "").lower()
    if any(_written(word).search(of) for word in change.loose) or (change.durations and row["unit"] in _MACHINE_TIMES):
        return True
    if change.money and row["unit"] in _CURRENCIES and row["low"] is not None:
        return True
    return any(gap <= _FAR for gap, _ in _gaps(row, change.words))


@cache
def _written(word: str) -> re.Pattern[str]:
    """Return what finds a word with its endings; a short one is not the beginning of another: "bill" of "billion"."""
    return re.compile(rf"\b{re.escape(word)}(?:(?:s|es|ed|ing)?\b)" if len(word) <= _SHORT else rf"\b{re.escape(word)}")


def _gaps(row: Mapping[str, Any], named: Sequence[str]) -> list[tuple[int, bool]]:
    """Return for each word in the sentence how far it stands from the figure, and whether a clause ends between them."""
    text, figure = (row["text"] or "").lower(), (row["figure"] or "").lower()
    at = text.find(figure)
    found = []
    for word in named:
        there = _written(word).search(text)
        if at < 0 or there is None:
            continue
        place = there.start()
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
        value = _in_unit(row, change.unit)
    if value is None:
        return False
    return (least is None or (value > least if change.strict else value >= least)) and (most is None or value <= most)


def _in_unit(row: Mapping[str, Any], unit: str) -> float | None:
    """Return a figure's value in a unit, where both are times or the same."""
    if row["value"] is None:
        return None
    if row["unit"] == unit:
        return float(row["value"])
    return float(row["value"]) * _TIMES[row["unit"]] / _TIMES[unit] if row["unit"] in _TIMES and unit in _TIMES else None
