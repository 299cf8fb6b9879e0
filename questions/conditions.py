"""What a question asks of a person's career: times, teams, companies, schools, degrees and places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from skillgraph.ontology.lexicon import places
from skillgraph.questions.plan import Conditions
from skillgraph.questions.reading import ABOVE, BELOW, NUMBER, Names, Reading, is_below, number
from skillgraph.questions.titles import titles

_UNIT = r"(?P<unit>years?|yrs?|months?)"
_USE = re.compile(
    rf"(?:\b(?:for|with|has|have)\s+)?(?:(?P<cmp>{ABOVE}|{BELOW})\s*)?\b(?P<n>{NUMBER})\s*\+?\s*(?:or more\s+|or longer\s+)?{_UNIT}\b(?:['’]?\s+(?:or more|or longer))?(?:['’]?\s+(?:of\s+)?(?:experience|work|practice|exposure|use))?",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|after|from|as of)\s+(?:the\s+(?:year|start of)\s+)?(?P<year>(?:19|20)\d\d(?:-\d\d)?)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|prior to|earlier than)\s+(?:the\s+year\s+)?(?P<year>(?:19|20)\d\d(?:-\d\d)?)\b", re.IGNORECASE)
_RECENT = re.compile(rf"\b(?:in|within|over|during|for)\s+the\s+(?:last|past)\s+(?:(?P<n>{NUMBER})\s+)?(?:few\s+|couple of\s+)?{_UNIT}\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:currently|at present|at the moment|right now|today|presently|these days|now)\b|^\W*where (?:does|do|is|are)\b", re.IGNORECASE)
_TEAM = re.compile(
    rf"\bteams?\s+of\s+(?:(?:{ABOVE})\s+)?(?P<a>{NUMBER})(?:\s*\+)?(?:\s+or more)?(?:\s+(?:people|engineers|developers|others))?|\b(?:led|lead|leads|managed|manages|managing|headed|supervised)\s+(?:(?:{ABOVE})\s+)?(?P<b>{NUMBER})(?:\s*\+)?(?:\s+or more)?\s+(?:people|engineers|developers|reports|persons|programmers)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:(?:at |near )?the beginning of (?:their|his|her|a) career|early[- ]career|fresh(?:ly)? (?:graduat\w+|out of \w+)|entry[- ]level|new(?:ly)? graduat\w+|just started(?: out)?|starting out|little (?:work )?experience|newcomers?|beginners?)\b",
    re.IGNORECASE,
)
_EARLY_MONTHS = 30
_PLACE = re.compile(r"\b(?:based in|located in|living in|lives? in|in|from|near|around)\s+((?:[A-ZÀ-Þ][\w'’.-]+)(?:\s[A-ZÀ-Þ][\w'’.-]+){0,2})")
_BEFORE_COMPANY = re.compile(r"\b(?:at|for|from|in|with|of|by|joined|left)\s+(?:the\s+)?$", re.IGNORECASE)
_DEGREES: Mapping[str, tuple[str, ...]] = {
    r"ph\.?\s?d\.?s?\b|doctorate|doctoral degree|doctor's degree": ("phd", "ph.d", "doctor", "dr"),
    r"master'?s?(?:\s+degree)?s?\b(?!\s+data)|m\.?sc\.?\b|mba\b": ("master", "msc", "m.sc", "ms", "m.s", "mba", "m.tech", "mtech", "meng", "m.eng", "ma", "m.a", "magister", "dipl", "diplom"),
    r"bachelor'?s?(?:\s+degree)?s?\b|b\.?sc\.?\b": ("bachelor", "bsc", "b.sc", "bs", "b.s", "b.tech", "btech", "be", "b.e", "beng", "b.eng", "ba", "b.a", "bacharelado", "licen", "inżynier"),
}  # fmt: skip
_STUDIED = re.compile(r"\b(?:has|have|holds?|with|hold|got|earned|did|finished)\s+(?:an?\s+|their\s+)?$|\b(?:graduates? with an?)\s+$", re.IGNORECASE)
_FIELD = re.compile(
    r"\b(?:stud(?:ied|ies|ying)|(?:degrees?|graduat\w+|majored|major|diploma)\s+in)\s+(?!at\b|in\b|under\b|the\b|with\b|for\b|abroad\b)(?P<field>[a-z]+(?:\s(?!at\b|in\b|and\b|or\b|but\b|who\b|with\b)[a-z]+)?)",
    re.IGNORECASE,
)


def conditions(reading: Reading, names: Names, newest: str | None, *, tools: frozenset[str] = frozenset()) -> Conditions:
    """Return the hard conditions that a question sets, their words marked as understood.

    Args:
        reading: The question.
        names: Companies and schools of the graph.
        newest: The newest month of the graph, from which "in the last two years" counts.
        tools: Words that name technologies.
    """
    found: dict[str, Any] = {**_times(reading, newest), **_use(reading)}
    if team := reading.match(_TEAM):
        found["team"] = int(number(team["a"] or team["b"]))
    found["companies"] = tuple(named(reading, names.companies, after=True))
    found["every_company"] = len(found["companies"]) > 1 and not re.search(r"\bor\b|\beither\b", reading.text, re.IGNORECASE)
    found["schools"] = tuple(named(reading, names.schools))
    found["degrees"] = _degrees(reading)
    found["fields"] = _fields(reading)
    found["places"] = tuple(_places(reading))
    found["titles"] = titles(reading, tools)
    if reading.match(_EARLY):
        found["at_most_months"] = _EARLY_MONTHS
    if _NOW.search(reading.text) or (found["titles"] and re.search(r"\b(?:is|are)\b", reading.text)):
        found["now"] = True
    return Conditions(**found)


def _times(reading: Reading, newest: str | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if recent := reading.match(_RECENT):
        since = _months_back(newest, int(number(recent["n"] or "one") * _months(recent["unit"])))
        found |= {"since": since} if since else {}
    if since_year := reading.match(_SINCE):
        found["since"] = since_year["year"]
    if before := reading.match(_BEFORE):
        found["before"] = before["year"]
    return found


def _use(reading: Reading) -> dict[str, Any]:
    found = reading.match(_USE)
    if not found:
        return {}
    return {"at_most_months" if is_below(found["cmp"]) else "months": int(number(found["n"]) * _months(found["unit"]))}


def _months(unit: str) -> int:
    return 12 if unit.lower().startswith("y") else 1


def _months_back(newest: str | None, months: int) -> str | None:
    if not newest:
        return None
    year, month = int(newest[:4]), int(newest[5:7] or 12) if len(newest) > 4 else 12
    total = year * 12 + month - 1 - months
    return f"{total // 12}-{total % 12 + 1:02}"


def _degrees(reading: Reading) -> tuple[str, ...]:
    for pattern, beginnings in _DEGREES.items():
        for found in re.finditer(rf"\b(?:{pattern})", reading.text, re.IGNORECASE):
            if _STUDIED.search(reading.text[: found.start()]) and reading.unread(found.start(), found.end()):
                reading.take(found.start(), found.end())
                return beginnings
    return ()


def _fields(reading: Reading) -> tuple[str, ...]:
    """Return the words of a field of study: "studied mathematics", "a degree in physics"."""
    found = _FIELD.search(reading.text)
    if found is None or not reading.unread(found.start("field"), found.end("field")):
        return ()
    reading.take(found.start(), found.end())
    return tuple(found["field"].lower().split())


def named(reading: Reading, names: Mapping[str, str], *, after: bool = False) -> list[str]:
    """Return the ids of the names that a question mentions, in its order.

    Args:
        reading: The question; the names are marked as understood.
        names: Lower-case name → id; of overlapping names the longest counts.
        after: A name of one word must follow a word such as `at`.
    """
    lower = reading.text.lower()
    found: list[tuple[int, str]] = []
    for name in sorted((n for n in names if len(n) > 2), key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", lower):
            start, end = match.span()
            if reading.unread(start, end) and (not after or " " in name or _BEFORE_COMPANY.search(reading.text[:start])):
                found.append((start, names[name]))
                reading.take(start, end)
    return list(dict.fromkeys(identity for _, identity in sorted(found)))


def _places(reading: Reading) -> list[str]:
    found: list[str] = []
    for match in _PLACE.finditer(reading.text):
        parts = match[1].split()
        for size in range(len(parts), 0, -1):
            name = " ".join(parts[:size]).rstrip(".")
            end = match.start(1) + len(name)
            if name.lower() in places() and reading.unread(match.start(1), end):
                found.append(name)
                reading.take(match.start(), end)
                break
    return found
