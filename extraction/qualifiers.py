"""How a mention is meant: negated, aspired to, at a stated level, for a stated number of years."""

from __future__ import annotations

import re
from functools import cache

from skillgraph.extraction.work import Line, Work
from skillgraph.model import Mention, Section, Stance
from skillgraph.ontology.lexicon import lexicon, words

_SCOPE_END = re.compile(r"[.;!?]\s|\bbut\b|\bhowever\b|\balthough\b|\bthough\b|\byet\b")
_YEARS_BEFORE = re.compile(
    r"(\d+(?:\.\d+)?)\s*\+?\s*(?:years?|yrs?)\s*(?:of\s+)?(?:\w+\s+){0,3}?(?:experience\s+)?(?:with|in|of|using)?\s*$", re.IGNORECASE
)
_YEARS_AFTER = re.compile(r"^\s*[(:–—-]?\s*(\d+(?:\.\d+)?)\s*\+?\s*(?:years?|yrs?)\b", re.IGNORECASE)
_REJECTED = re.compile(r"[^.;]{0,60}\b(?:decided against|ruled out|turned (?:it |them )?down|and rejected|was rejected|not adopted)\b", re.IGNORECASE)
_LEVEL_AFTER = re.compile(r"^\s*[(:–—|/-]\s*([a-z-]+(?:\s[a-z]+)?)", re.IGNORECASE)


@cache
def _cues(name: str) -> re.Pattern[str]:
    alternatives = "|".join(sorted((re.escape(c) for c in words("cues", name)), key=lambda c: (-len(c), c)))
    general = (
        r"|(?:no|little|without|never had|lack(?:ing)?(?: of)?)\s+(?:\w+\s+){0,2}(?:experience|knowledge|exposure|background)\s+(?:with|in|of|to|on)"
        if name == "negated"
        else ""
    )
    return re.compile(rf"\b(?:{alternatives}{general})\b", re.IGNORECASE)


@cache
def _levels() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {str(cue).lower(): level for level, cues in lexicon("cues")["levels"].items() for cue in cues}
    alternatives = "|".join(sorted((re.escape(c) for c in table), key=lambda c: (-len(c), c)))
    return re.compile(rf"(?:^|(?<=[\s,;(]))(?:{alternatives})(?=[\s:,)]|$)", re.IGNORECASE), table


def qualify(work: Work) -> None:
    """Set stance, level and years on the mentions whose sentence states them."""
    by_line: dict[int, list[int]] = {}
    for i, mention in enumerate(work.mentions):
        line = work.line_at(mention.span.start)
        if line is not None:
            by_line.setdefault(line.index, []).append(i)
    for index, numbers in by_line.items():
        line = work.lines[index]
        negated, aspired, levels = _spans(line, "negated"), _aspired(line), _level_spans(line)
        for i in numbers:
            mention = work.mentions[i]
            changes = _changes(line, mention, negated, aspired, levels)
            if changes:
                work.mentions[i] = mention.model_copy(update=changes)


def _spans(line: Line, name: str) -> list[tuple[int, int]]:
    """Return the ranges that the cues of a line govern: from the cue to the end of its clause."""
    found = []
    for match in _cues(name).finditer(line.text):
        end = _SCOPE_END.search(line.text, match.end())
        found.append((match.end(), end.start() if end else len(line.text)))
    return found


def _aspired(line: Line) -> list[tuple[int, int]]:
    return _spans(line, "aspired") if line.section not in (Section.EXPERIENCE, Section.PROJECTS) else []


def _level_spans(line: Line) -> list[tuple[int, int, str]]:
    if line.section in (Section.EXPERIENCE, Section.PROJECTS) and not line.stack:
        return []
    pattern, table = _levels()
    marks = list(pattern.finditer(line.text))
    found = []
    for i, match in enumerate(marks):
        if line.text[match.start() - 1 : match.start()] == "(":
            continue
        stop = _SCOPE_END.search(line.text, match.end())
        end = min(marks[i + 1].start() if i + 1 < len(marks) else len(line.text), stop.start() if stop else len(line.text))
        if match.end() == line.label_end - 1 or re.match(r"\s*(?:in|with|of|at|:)?\s", line.text[match.end() :]):
            found.append((match.end(), end, table[match.group().lower()]))
    return found


def _changes(
    line: Line, mention: Mention, negated: list[tuple[int, int]], aspired: list[tuple[int, int]], levels: list[tuple[int, int, str]]
) -> dict[str, object]:
    at = mention.span.start - line.start
    after = line.text[mention.span.end - line.start :][:40]
    before = line.text[max(0, at - 50) : at]
    changes: dict[str, object] = {}
    if any(a <= at < b for a, b in negated) or _REJECTED.match(line.text, mention.span.end - line.start):
        changes["stance"] = Stance.NEGATED
    elif any(a <= at < b for a, b in aspired):
        changes["stance"] = Stance.ASPIRED
    level = next((name for a, b, name in levels if a <= at < b), None)
    if (stated := _LEVEL_AFTER.match(after)) and stated[1].lower() in _levels()[1]:
        level = _levels()[1][stated[1].lower()]
    if level:
        changes["level"] = level
    years = _YEARS_AFTER.match(after) or _YEARS_BEFORE.search(before)
    if years:
        changes["years"] = float(years[1])
    return changes
