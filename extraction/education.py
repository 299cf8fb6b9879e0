"""Schools and long courses: institution, degree, field and dates."""

from __future__ import annotations

import re

from skillgraph.extraction.dates import DateRange
from skillgraph.extraction.positions import column_names
from skillgraph.extraction.roles import is_place, place_tail
from skillgraph.extraction.segments import Segment, segments_of
from skillgraph.extraction.work import Line, Work
from skillgraph.model import BlockKind, Education, Section, Span
from skillgraph.ontology.lexicon import words

_GRADE = re.compile(
    r"\b(?:c?gpa|grade|score|percentage|marks|honou?rs|cum laude|coursework|courses?|thesis|dissertation|relevant|activities|awards?|dean|minor)\b|\d+\.\d+\s*/|\d+\s*%",
    re.IGNORECASE,
)


def _has_school(text: str) -> bool:
    found = {word.lower().strip(".") for word in re.findall(r"[\w.’'-]+", text)}
    lower = text.lower()
    return bool(found & words("degrees", "schools")) or any(" " in s and s in lower for s in words("degrees", "schools"))


def degree_of(text: str) -> bool:
    """Tell whether a text names a degree.

    >>> degree_of("B.Sc. in Physics"), degree_of("Acme University")
    (True, False)
    """
    lower = " " + re.sub(r"\s+", " ", text.lower().replace("’", "'")) + " "
    first = re.sub(r"[,(:].*", "", lower).strip()
    known = words("degrees", "degrees")
    if first in known:
        return True
    for word in known:
        at = lower.find(word)
        while at >= 0:
            before, after = lower[at - 1], lower[at + len(word)]
            if not before.isalnum() and not after.isalnum() and (len(word) > 3 or at <= 2 or text[at - 1].isupper() or not word.isalpha()):
                return True
            at = lower.find(word, at + 1)
    return False


def find_education(work: Work) -> None:
    """Set `education` from the sections that hold it."""
    lines = [
        line
        for line in work.lines
        if line.section is Section.EDUCATION and not (line.heading or line.block.field or column_names(line))
    ]
    for entry in _entries(lines):
        found = _education(entry)
        if found is not None:
            work.education.append(found)
    if not lines:
        work.education += [told for line in work.lines if (told := _told(line)) is not None]


_STUDIED = re.compile(
    r"\b(?:studied|graduated|degree|studies|diploma|educated)\b(?:\s+(?P<field>[a-z][a-z ]{2,40}?))?\s+(?:at|from)\s+(?:the\s+)?(?P<school>[A-Z][\w.'’-]*(?:\s+(?:of|and|for|[A-Z][\w.'’-]*))*)"
)


def _told(line: Line) -> Education | None:
    """Read "I studied mathematics at Acme College (BA, 1995 to 1999)" in a text without an education section."""
    match = _STUDIED.search(line.text) if not line.block.field else None
    if match is None or not _has_school(match["school"]):
        return None
    after = line.text[match.end() :]
    degree = re.match(r"\s*\(([A-Za-z. ]{2,20})[,)]", after)
    dates = next(iter(line.ranges or line.dates), None)
    return Education(
        institution=match["school"], degree=degree[1] if degree and degree_of(degree[1]) else None, field=match["field"],
        start_date=_start(dates), end_date=dates.last if dates else None, span=Span(start=line.start + match.start(), end=line.end),
    )  # fmt: skip


def _entries(lines: list[Line]) -> list[list[Line]]:
    """Group lines so that each group names one school."""
    groups: list[list[Line]] = []
    state: set[str] = set()
    previous: Line | None = None
    for line in lines:
        kinds = _kinds(line)
        fresh = previous is None or line.index != previous.index + 1
        clash = kinds & state & {"school", "degree"}
        heading = line.block.kind is BlockKind.HEADING
        apart = (
            line.block.gap
            and bool(kinds)
            and "school" in state
            and bool(state & {"degree", "dates"})
            and bool(kinds & {"school", "degree", "dates"})
            and not (kinds == {"dates"} and "dates" not in state)
        )
        above = heading and groups and groups[-1][0].block.kind is BlockKind.HEADING and line.block.level <= groups[-1][0].block.level
        if fresh or apart or (above and "school" in state) or (clash and not (line.item and "school" not in kinds)):
            groups.append([])
            state = set()
        groups[-1].append(line)
        state |= kinds
        previous = line
    return groups


def _kinds(line: Line) -> set[str]:
    found: set[str] = set()
    if line.prose or (_GRADE.search(line.text) and line.item and not line.dates):
        return {"degree"} & ({"degree"} if degree_of(line.text) and line.word_count < 14 else set())
    if _has_school(line.text):
        found.add("school")
    if degree_of(line.text) and not (found and line.word_count < 5 and not line.block.cells):
        found.add("degree")
    if line.dates:
        found.add("dates")
    return found


def _education(lines: list[Line]) -> Education | None:
    parts = [part for line in lines if not (line.prose and line.item) for part in segments_of(line)]
    pieces = [piece for part in parts for piece in _commas(part)]
    schools = [p for p in pieces if _has_school(p.text) and not (degree_of(p.text) and not _named_school(p.text))]
    degrees = [p for p in pieces if p not in schools and degree_of(p.text) and not is_place(p.text)]
    dates = next((line.ranges[0] for line in lines if line.ranges), None) or next((line.dates[0] for line in lines if line.dates), None)
    school = schools[0] if schools else None
    if school is None:
        loose = [
            p
            for p in pieces
            if p not in degrees
            and not is_place(p.text)
            and not _GRADE.search(p.text)
            and len(p.text) <= 70
            and p.text[0].isupper()
            and (p.line == lines[0].index or lines[0].block.kind == "heading")
        ]
        # "B.Tech - Electronics" has its school on the line below.
        below = [p for p in pieces if degrees and degrees[0].line == lines[0].index and p.line == lines[0].index + 1]
        if below and not (is_place(below[0].text) or _GRADE.search(below[0].text) or below[0].line in {d.line for d in degrees}):
            loose = below[:1]
        if not (loose and (degrees or dates)):
            return None
        school = next((p for p in loose if p.emphasis), loose[0])
    degree, field = _degree(degrees, [p for p in pieces if p is not school])
    return Education(
        institution=_clean(school.text), degree=degree, field=field, start_date=_start(dates), end_date=dates.last if dates and not dates.current else None,
        current=bool(dates and dates.current), span=Span(start=lines[0].start, end=lines[-1].end),
    )  # fmt: skip


def _start(dates: DateRange | None) -> str | None:
    return dates.first if dates is not None and not dates.single else None


def _named_school(text: str) -> bool:
    return bool(
        re.search(r"\b(?:University|College|Institute|School|Academy|Universit\w+|Universidad\w*|Hochschule|Polytechnic)\b", text)
    ) and not re.match(r"(?:high|higher|secondary)\b.*school$", text.lower())


def _commas(part: Segment) -> list[Segment]:
    """Split "BSc Physics, Acme University, Springfield" at commas; a school keeps a place that belongs to its name."""
    found: list[Segment] = []
    at = 0
    for match in [*re.finditer(r",\s*|\s+(?:from|at)\s+(?=[A-Z])", part.text), None]:
        end = match.start() if match else len(part.text)
        text = part.text[at:end].strip()
        if text:
            start = part.start + part.text.find(text, at)
            found.append(Segment(text, start, start + len(text), part.line, part.emphasis, part.alone))
        at = match.end() if match else end
    return _rejoined(found, part)


def _rejoined(pieces: list[Segment], part: Segment) -> list[Segment]:
    """Put "University of California, Berkeley" back together."""
    joined: list[Segment] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before
            and re.search(r"\b(?:University of|Institute of Technology|University|State University|Institute of)\b", before.text)
            and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", piece.text)
            and piece is pieces[-1]
            and piece.text.lower() != "usa"
            and before.text.split()[-1]
            in (
                "California",
                "Texas",
                "Technology",
                "Illinois",
                "Wisconsin",
                "Maryland",
                "Minnesota",
                "Massachusetts",
                "Carolina",
                "Tennessee",
            )
        ):
            joined[-1] = Segment(
                part.text[before.start - part.start : piece.end - part.start],
                before.start,
                piece.end,
                before.line,
                before.emphasis,
                before.alone,
            )
        else:
            joined.append(piece)
    return joined


def _clean(text: str) -> str:
    body, _ = place_tail(text)
    return re.sub(r"\s*\((?:[A-Z]{2,8})\)$", "", body).strip(" ,.-–|") or text


_SPLIT = re.compile(
    r"\s+in\s+|\s*[–—:]\s+|\s+-\s+|\s+of\s+(?!(?:science|arts|engineering|technology|business|computer|philosophy|fine|applied|commerce|laws?|music|education|architecture|administration)\b)",
    re.IGNORECASE,
)
_HONOURS = re.compile(r"\s*\(\s*(?:hons?|honou?rs)\.?\s*\)", re.IGNORECASE)
_DEGREE_IN_FRONT = re.compile(r"(?P<degree>[A-Za-z][\w.’'/]*\.?)\s+(?P<field>[A-Z][^()]*)$")


def _degree(degrees: list[Segment], pieces: list[Segment]) -> tuple[str | None, str | None]:
    """Return the degree and its field: in one piece, or in the piece beside it."""
    if not degrees:
        return None, None
    text = _HONOURS.sub("", degrees[0].text).strip()
    if match := _SPLIT.search(text):
        return text[: match.start()].strip(), re.sub(r"\s+with\b.*|[()]", "", text[match.end() :]).strip(" ,.") or None
    if (bracket := re.search(r"\s*\((?P<field>[^()]+)\)?$", text)) and bracket.start():
        return text[: bracket.start()].strip(), bracket["field"].strip()
    front = _DEGREE_IN_FRONT.match(text)
    if front and front["degree"].lower().strip(".") in _short_degrees() and not degree_of(front["field"]):
        return front["degree"], front["field"].strip(" ,.")
    return text.strip(" ,") if text.count(".") > 1 else text.strip(" ,."), _beside(degrees[0], pieces)


def _short_degrees() -> frozenset[str]:
    """Return the degrees of one word, by which a field may stand: "BSc Physics"."""
    return frozenset(part for degree in words("degrees", "degrees") if " " not in degree for part in (degree.strip("."), degree.replace(".", "")))


def _beside(degree: Segment, pieces: list[Segment]) -> str | None:
    """Return the field that a comma sets apart from its degree: "Master of Science, Informatics"."""
    at = pieces.index(degree)
    for piece in pieces[at + 1 : at + 2] + pieces[max(at - 1, 0) : at]:
        if (
            piece.line == degree.line
            and piece.text[:1].isupper()
            and len(piece.text.split()) <= 6
            and not (_has_school(piece.text) or is_place(piece.text) or _GRADE.search(piece.text) or piece.text.isupper())
            and (piece.start > degree.start or any(field in piece.text.lower() for field in words("degrees", "fields")))
        ):
            return piece.text
    return None
