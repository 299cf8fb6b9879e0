"""Achievements: one for each bullet or claim of experience and projects, and the quantified claims of a summary."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from skillgraph.extraction.actions import action_of
from skillgraph.extraction.dates import find_ranges
from skillgraph.extraction.metrics import find_metrics
from skillgraph.extraction.positions import is_header
from skillgraph.extraction.roles import describes
from skillgraph.extraction.work import Line, Work
from skillgraph.model import Achievement, BlockKind, Section, Span, Stance
from skillgraph.ontology.lexicon import words

_SENTENCE = re.compile(r"(?<=[a-z0-9%)\]+][.!?])\s+(?=[A-Z🚀💡•“\"])|\s+(?=[🚀💡⚡✅🔹🔸•▪●])")
_TEAM = re.compile(
    r"^\W*(?:the team|our team|my team|we|as (?:a )?part of (?:a|the) team|(?:helped|assisted|participated|contributed|supported|collaborated|involved))\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"\b(?:\d+\+?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\s*(?:years?|yrs)\b", re.IGNORECASE
)
# A claim told as situation, task, action and result is one.
_STAR = re.compile(r"(?:situation|challenge|problem|context|task)\s*:", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|(?<=\s))[•▪●‣◦■►➢✓✔](?=\s)")
_LABEL_ONLY = re.compile(r"^[^.!?]{1,60}:\s*$")
_SUMMARY_LABELS = frozenset(
    {
        "highlights",
        "key highlights",
        "achievements",
        "accomplishments",
        "key achievements",
        "key accomplishments",
        "selected achievements",
        "career highlights",
        "professional highlights",
    }
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the sentences and inline bullets of a paragraph."""
    at = 0
    for match in _SENTENCE.finditer(text):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(text):
        yield at, len(text)


def find_achievements(work: Work) -> None:
    """Set `achievements`, in text order."""
    stated = False
    if not (work.positions or work.person.name or any(line.heading for line in work.lines)):
        return  # nothing says that the text is a résumé, so none of its sentences is anybody's work
    for line in work.lines:
        if line.heading:
            stated = line.text.strip(" :").lower() in _SUMMARY_LABELS
        for start, end in _claims(line, work, stated):
            achievement = _achievement(work, line, start, end)
            if achievement is not None:
                work.achievements.append(achievement)


def _claims(line: Line, work: Work, stated: bool) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the claims that a line holds."""
    if line.heading or line.stack or not line.text.strip() or (_LABEL_ONLY.match(line.text) and not (line.item and line.word_count > 4)):
        return
    if line.block.field:
        yield from _field_claims(line)
    elif line.section in (Section.EXPERIENCE, Section.PROJECTS):
        yield from _work_claims(line, work)
    elif line.section is Section.SUMMARY and (line.item or line.prose or len(line.text) > 60):
        for start, end in sentences(line.text):
            piece = line.text[start:end]
            if (line.item and stated) or _quantified(piece):
                yield line.start + start, line.start + end
    elif line.section is Section.SUMMARY and stated:
        yield line.start, line.end


def _field_claims(line: Line) -> Iterator[tuple[int, int]]:
    parts = line.block.field.split(".")
    if parts[0] in ("work", "projects") and len(parts) >= 3 and parts[2] in ("highlights", "summary", "description"):
        if parts[2] == "highlights" or line.word_count >= 4:
            yield from _long(line)
    elif line.block.field == "basics.summary":
        for start, end in sentences(line.text):
            if _quantified(line.text[start:end]):
                yield line.start + start, line.start + end


def _long(line: Line) -> Iterator[tuple[int, int]]:
    """Yield a claim whole, or sentence by sentence where a paragraph tells of many things."""
    if not line.item and len(line.text) > 320 and not _STAR.match(line.text):
        for start, end in sentences(line.text):
            if len(line.text[start:end].split()) > 3:
                yield line.start + start, line.start + end
    else:
        yield line.start, line.end


_PERSONAL = re.compile(r"\b(?:I|my|responsible|role|position|team lead|working|joined)\b")


def _presents_company(line: Line, work: Work) -> bool:
    """Tell whether a line right below a job's heading says what the company is, which is nobody's work."""
    if line.item or line.entry is None or not line.index or not work.lines[line.index - 1].heading or work.matches[line.index]:
        return False
    first = " ".join(re.split(r"[.;,]\s", line.text)[0].split()[:8])
    kinds = words("titles", "company_kinds")
    return describes(first) and any(w.strip(".,") in kinds for w in first.split()) and not _PERSONAL.search(line.text)


def _work_claims(line: Line, work: Work) -> Iterator[tuple[int, int]]:
    if _presents_company(line, work):
        return
    if line.section is Section.EXPERIENCE and line.entry is None and work.positions and not line.item:
        return
    if len(_BULLET.findall(line.text)) > 1 or (_BULLET.match(line.text) and not line.item):
        yield from _inline_bullets(line)
    elif line.item:
        if line.word_count >= 2:
            yield line.start, line.end
    elif line.section is Section.PROJECTS and line.block.cells:
        yield from (
            (cell.start, cell.end)
            for cell in line.block.cells
            if len(work.text[cell.start : cell.end].split()) >= 4
            and "," not in work.text[cell.start : cell.start + 20]
            and not find_ranges(work.text, cell.start, cell.end)
        )
    elif line.section is Section.PROJECTS and line.word_count <= 10 and _names_items(line, work):
        return
    elif line.block.kind is BlockKind.TEXT and not line.block.cells and line.word_count >= 4 and (line.prose or not is_header(line)):
        yield from _long(line)


def _inline_bullets(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the claims of a line on which several bullets run together."""
    marks = [match.start() for match in _BULLET.finditer(line.text)]
    for start, end in zip([0, *marks], [*marks, len(line.text)], strict=True):
        if len(line.text[start:end].split()) > 2:
            yield line.start + start, line.start + end


def _names_items(line: Line, work: Work) -> bool:
    """Tell whether a short line is the name of a project whose items follow."""
    after = work.lines[line.index + 1] if line.index + 1 < len(work.lines) else None
    return after is not None and after.item and not line.text.rstrip().endswith(".")


def _quantified(text: str) -> bool:
    if _YEARS.search(text) and len(find_metrics(text)) < 2:
        return False
    return bool(find_metrics(text)) and len(text.split()) >= 4


def _achievement(work: Work, line: Line, start: int, end: int) -> Achievement | None:
    text = work.text[start:end]
    stripped = text.strip(" \t•*-–·▪●🚀💡⚡✅🔹🔸→»")
    if len(stripped.split()) < 2:
        return None
    low = start + text.find(stripped)
    first, after = (bisect_left(work.mentions, at, key=lambda m: m.span.start) for at in (low, low + len(stripped)))
    mentions = tuple(m for m in work.mentions[first:after] if m.stance is not Stance.NEGATED)
    action, what = action_of(stripped)
    return Achievement(
        text=stripped, span=Span(start=low, end=low + len(stripped)), position=line.entry,
        section=line.section, action=action, what=what, team=bool(_TEAM.match(stripped)),
        mentions=mentions, metrics=tuple(find_metrics(stripped, low)),
    )  # fmt: skip
