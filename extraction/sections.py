"""Sections by meaning: which lines are headings, and what part of a résumé each line belongs to."""

from __future__ import annotations

import re
from functools import cache

from skillgraph.extraction.roles import is_place, title_score
from skillgraph.extraction.work import Line, Work
from skillgraph.model import BlockKind, Section
from skillgraph.ontology.lexicon import lexicon, words

_STRIP = re.compile(r"^[\W\d_]+|[\W_]+$")
_PARENS = re.compile(r"\([^)]*\)")
_JOIN = re.compile(r"\s*(?:/|,|&|\+|\band\b|\bund\b|\by\b|\|)\s*")
_SPACED = re.compile(r"(?:\b\w\b\s*){4,}")
_LABEL = re.compile(r"^([^:：]{2,45}?)\s*[:：]\s*")
_REMARK = re.compile(r"\s*[,:(]\s+|\s+[–—-]\s+|\s+\(")
_FIELDS = {
    "basics": Section.HEADER, "work": Section.EXPERIENCE, "skills": Section.SKILLS, "projects": Section.PROJECTS, "education": Section.EDUCATION,
    "certificates": Section.CERTIFICATES, "certifications": Section.CERTIFICATES,
}  # fmt: skip
_TOLD = re.compile(r"\bI\s+(?:have\s+)?(?:been\s+)?(?:work|worked|working|am working|served|joined|was|am)\b")
_STRONG = frozenset({Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS, Section.SKILLS, Section.SUMMARY, Section.CERTIFICATES})


@cache
def _phrases() -> dict[str, Section]:
    table: dict[str, Section] = {}
    for name, phrases in lexicon("headings").items():
        for phrase in phrases:
            table.setdefault(str(phrase).replace(" & ", " and "), Section(name))
    return table


@cache
def _squeezed() -> dict[str, Section]:
    return {phrase.replace(" ", ""): section for phrase, section in _phrases().items()}


def heading_section(text: str) -> Section | None:
    """Return the section that a heading announces, or None.

    >>> heading_section("WORK EXPERIENCE & INTERNSHIPS"), heading_section("S K I L L S"), heading_section("Acme Ltd")
    (<Section.EXPERIENCE: 'experience'>, <Section.SKILLS: 'skills'>, None)
    """
    if len(text) > 60:
        return None
    key = _STRIP.sub("", _PARENS.sub("", text)).strip().lower()
    if _SPACED.fullmatch(key):
        return _squeezed().get(re.sub(r"\s+", "", key))
    key = re.sub(r"\s+", " ", key.replace("&", "and").replace("’", "'"))
    table = _phrases()
    if key in table:
        return table[key]
    for prefix in ("my ", "relevant ", "selected ", "some ", "other ", "recent ", "additional ", "professional ", "key ", "notable "):
        if key.startswith(prefix) and key[len(prefix) :] in table:
            return table[key[len(prefix) :]]
    parts = [part for part in _JOIN.split(key) if part]
    found = [table.get(part) for part in parts]
    if len(parts) > 1 and all(found):
        return next((section for section in found if section in _STRONG), found[0])
    return None


def label_of(line: Line) -> str:
    """Return the label before a colon at the head of a line, lower case, or an empty string."""
    match = _LABEL.match(line.text)
    if not match:
        return ""
    line.label_end = match.end()
    return match.group(1).strip(" *•-–").lower()


def _heading_like(line: Line) -> bool:
    return line.block.kind is BlockKind.HEADING or (line.block.kind is BlockKind.TEXT and line.word_count <= 6 and not line.block.cells)


def _announced(line: Line, level: int) -> Section | None:
    """Return the section that a line announces; a heading may add a remark: "Skills, honestly rated"."""
    found = heading_section(line.text)
    if found is None and line.block.kind is BlockKind.HEADING and line.block.level <= level and not line.dates:
        first = _REMARK.split(line.text, maxsplit=1)[0]
        return heading_section(first) if first != line.text else None
    return found


def _human(line: Line | None) -> bool:
    """Tell whether a line lists languages that people speak."""
    if line is None:
        return False
    known = words("cues", "human_languages")
    return any(word in known for word in re.findall(r"[^\W\d_]+", line.text.lower())[:12])


def assign_sections(work: Work) -> None:
    """Set `section`, `heading` and `stack` of every line."""
    current, level, style, apart, label_in_job = Section.HEADER, 9, "", False, ""
    stacks, job_labels = words("cues", "stack_labels"), words("cues", "job_labels")
    for line in work.lines:
        if line.block.field:
            line.section = _FIELDS.get(line.block.field.split(".", 1)[0], Section.OTHER)
            if line.block.field.endswith("summary") and line.section is Section.HEADER:
                line.section = Section.SUMMARY
            line.stack = line.section is not Section.SKILLS and ".keywords" in line.block.field
            continue
        following = work.lines[line.index + 1] if line.index + 1 < len(work.lines) else None
        if line.block.gap or line.heading:
            label_in_job = ""
        plain = line.text.strip(" :").lower()
        if current is Section.EXPERIENCE and apart and not line.block.gap and plain in job_labels and not line.item:
            # Where sections stand apart from what is above them, "Accomplishments" and the like within a job do not.
            label_in_job, line.section, line.heading = plain, current, True
            continue
        if label_in_job:
            line.section, line.told, line.stack = current, True, label_in_job in stacks
            continue
        found = _announced(line, level) if _heading_like(line) else None
        if found and _opens(line, found, current, level, style, following, stacks):
            if line.text.strip(" :").lower() in ("languages", "languages:"):
                found = Section.OTHER if _human(following) else Section.SKILLS
            current, line.heading = found, True
            level = line.block.level if line.block.kind is BlockKind.HEADING else level
            style, apart = _style(line), line.block.gap
        elif (
            not found
            and line.block.kind is BlockKind.HEADING
            and line.block.level <= level < 9
            and current is not Section.EXPERIENCE
            and not line.dates
        ):
            current = Section.OTHER if current not in (Section.HEADER, Section.PROJECTS) else current
        elif (
            not found
            and current is Section.EXPERIENCE
            and line.block.kind is BlockKind.HEADING
            and line.block.level <= level < 9
            and _dateless(work, line)
        ):
            current, line.heading = Section.PROJECTS, True
        line.section = current
        # "Selected projects:" below a job is a label, not the head of the next one.
        line.told = bool(found) and not line.heading and current is Section.EXPERIENCE and line.text.rstrip().endswith(":")
        label = label_of(line)
        if label and not line.heading:
            current = line.section = _inline(line, label, current, stacks)
    _summary_of_header(work)
    _undated_experience(work)
    _headless(work)


def _undated_experience(work: Work) -> None:
    """Read "Technical Experience" without a single date as a list of skills, where other experience has dates."""
    runs: list[list[Line]] = []
    for line in work.lines:
        if line.block.field or line.section is not Section.EXPERIENCE:
            continue
        if line.heading or not runs or line.index != runs[-1][-1].index + 1:
            runs.append([])
        runs[-1].append(line)
    if not any(line.dates for run in runs for line in run):
        return
    for run in runs:
        if (
            run[0].heading
            and not any(line.dates for line in run)
            and re.search(r"\b(?:technical|technology|software|tools?|it)\b", run[0].text, re.IGNORECASE)
        ):
            for line in run:
                line.section = Section.SKILLS


def _dateless(work: Work, line: Line) -> bool:
    """Tell whether a heading as high as those of sections has no date on or below it: work outside of jobs."""
    if line.dates or line.index + 1 >= len(work.lines):
        return False
    for later in work.lines[line.index + 1 :]:
        if later.block.kind is BlockKind.HEADING and later.block.level <= line.block.level:
            break
        if later.dates and not later.prose:
            return False
    return any(before.dates for before in work.lines[: line.index] if before.section is Section.EXPERIENCE)


def _style(line: Line) -> str:
    return "caps" if line.text.isupper() else "colon" if line.text.rstrip().endswith(":") else "plain"


def _opens(line: Line, found: Section, current: Section, level: int, style: str, following: Line | None, stacks: frozenset[str]) -> bool:
    """Tell whether a line with a heading's words opens a section rather than a part of the current one."""
    plain = line.text.strip(" :").lower()
    heading = line.block.kind is BlockKind.HEADING
    if heading and line.block.level > level:
        if current is Section.SKILLS:
            return found in (Section.EXPERIENCE, Section.EDUCATION)
        if current in (Section.EXPERIENCE, Section.PROJECTS):
            return found in (Section.EXPERIENCE, Section.EDUCATION, Section.PROJECTS) and not (
                current is Section.EXPERIENCE and found is Section.PROJECTS
            )
        return True
    if (
        current is Section.SKILLS
        and not heading
        and found in (Section.OTHER, Section.SKILLS)
        and plain in stacks | {"languages", "other", "others", "methodologies", "soft skills"}
        and _style(line) != "caps"
    ):
        return plain == "languages" and _human(following)
    if (
        current in (Section.EXPERIENCE, Section.PROJECTS)
        and plain in stacks
        and not (heading or line.text.isupper())
        and style != _style(line)
    ):
        return False
    if (
        current is Section.EXPERIENCE
        and found in (Section.SUMMARY, Section.OTHER, Section.PROJECTS)
        and line.text.rstrip().endswith(":")
        and style != "colon"
    ):
        return False
    if (
        following is not None
        and not heading
        and not line.text.isupper()
        and found is Section.OTHER
        and not (line.block.gap or following.block.gap or line.block.emphasis)
    ):
        return current not in (Section.EXPERIENCE, Section.PROJECTS)
    return True


def _inline(line: Line, label: str, current: Section, stacks: frozenset[str]) -> Section:
    """Return the section of a line that begins with a label and a colon; marks stack lines."""
    rest = line.text[line.label_end :]
    if current in (Section.EXPERIENCE, Section.PROJECTS, Section.OTHER, Section.CERTIFICATES) and label in stacks:
        line.stack = True
        return current
    if not rest or line.item:
        return current
    found = heading_section(label)
    if found is Section.SKILLS and current in (Section.HEADER, Section.SUMMARY, Section.EDUCATION):
        return Section.SKILLS if label not in ("languages", "sprachen") or not _human(line) else current
    if found in (Section.SUMMARY, Section.EDUCATION) and current in (Section.HEADER, Section.SUMMARY, Section.SKILLS):
        return found
    return current


def _summary_of_header(work: Work) -> None:
    for line in work.lines:
        if line.section is Section.HEADER and not line.heading and not line.block.field and line.prose:
            line.section = Section.SUMMARY


def _headless(work: Work) -> None:
    """Open an experience section at the first dated role where no heading announced one."""
    if any(line.section is Section.EXPERIENCE for line in work.lines):
        return
    for line in work.lines:
        if line.heading and line.section is Section.SKILLS:
            continue
        if (
            line.section in (Section.HEADER, Section.SUMMARY, Section.OTHER, Section.SKILLS)
            and line.ranges
            and (not line.prose or _TOLD.search(line.text))
        ):
            around = work.lines[max(0, line.index - 2) : line.index + 3]
            if _TOLD.search(line.text) or any(title_score(near.text) >= 2 for near in around if near.word_count <= 16):
                first = line.index
                while first > 0 and line.index - first < 2:
                    before = work.lines[first - 1]
                    if (
                        before.heading
                        or before.item
                        or before.prose
                        or before.dates
                        or is_place(before.text)
                        or work.lines[first].block.gap
                    ):
                        break
                    first -= 1
                for later in work.lines[first:]:
                    if later.heading:
                        break
                    later.section = Section.EXPERIENCE
                return
