"""A heading line in parts: what stands between dashes, bars, tabs and commas, each with its offsets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from skillgraph.extraction.dates import _DURATION
from skillgraph.extraction.roles import (
    company_like,
    describes,
    is_arrangement,
    is_place,
    only_title_words,
    place_tail,
    surely_place,
    title_score,
)
from skillgraph.extraction.work import Line

_STRONG = re.compile(
    r"\t+|\s{3,}|\n|\s+[|•·▪∙‖¦⋅◦●►»]\s*|\s*[|‖¦]\s*|\s+[–—―]\s+|\s+-{1,3}\s+|\s*[—―]\s*|\s*;\s+|\s//\s|\s::\s|(?<=[a-z)]):\s+|(?<=\w)\s*/{2}\s*"
)
_EDGE = " \t,;:|•·–—-*_#>→"
_AT = re.compile(r"\s+(?:at|@|bei|chez)\s+(?=[A-Z0-9\"“])|\s*@\s*(?=[A-Z])")
_URL = re.compile(r"\(?\b(?:https?://|www\.)\S+|\(?\b[\w-]+\.(?:com|org|net|io|dev|de|co\.uk)/?\)(?=\s|$)")
_PARENS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_REMARK = re.compile(r"\s*\([^()]*\)$")
_COMMA = re.compile(",")
_SITE = re.compile(r",\s+([A-Z][\w .-]{2,30}?)\s+(?:studio|office|branch|site|campus|hq|headquarters)$", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:position|role|title|job title|company|employer|organization|client|location|duration|period|dates?|department)\s*[:：]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Segment:
    """A part of a heading line; offsets count the document's characters."""

    text: str
    start: int
    end: int
    line: int
    emphasis: bool
    alone: bool
    at: bool = False


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    piece = text[start:end]
    if piece.startswith("(") and piece.endswith(")") and piece.count("(") == 1:
        return _trim(text, start + 1, end - 1)
    if piece.endswith(("(", "[")):
        return _trim(text, start, end - 1)
    if piece.startswith((")", "]")) or (piece.startswith(("(", "[")) and ")" not in piece and "]" not in piece):
        return _trim(text, start + 1, end)
    if piece.endswith(")") and "(" not in piece:
        return _trim(text, start, end - 1)
    return start, end


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\t" * (end - start) + text[end:]


def segments_of(line: Line) -> list[Segment]:
    """Return the parts of a heading line, its dates, durations, links and empty brackets left out."""
    if line.segments is None:
        line.segments = tuple(_segments_of(line))
    return list(line.segments)


def _segments_of(line: Line) -> list[Segment]:
    text = line.text
    for found in line.dates:
        text = _blank(text, found.start, found.end)
    for pattern in (_DURATION, _URL):
        for match in pattern.finditer(text):
            text = _blank(text, match.start(), match.end())
    for match in _PARENS.finditer(text):
        inner = (match[1] or match[2] or "").strip(" \t,;–-")
        if not inner or is_place(inner) or is_arrangement(inner):
            text = (
                _blank(text, match.start(), match.end())
                if not inner
                else text[: match.start()] + "\t" + text[match.start() + 1 : match.end() - 1] + "\t" + text[match.end() :]
            )
    bounds = [0]
    for cell in line.block.cells[1:]:
        bounds += [cell.start - line.start] * 2
    for match in _STRONG.finditer(text):
        bounds += [match.start(), match.end()]
    pieces = sorted({*bounds, len(text)})
    found_segments: list[Segment] = []
    for start, end in itertools.pairwise(pieces):
        low, high = _trim(text, start, end)
        if low < high and any(c.isalnum() for c in text[low:high]):
            noise = _NOISE.match(text[low:high])
            low += noise.end() if noise else 0
            found_segments.append(
                Segment(
                    text[low:high],
                    line.start + low,
                    line.start + high,
                    line.index,
                    line.block.emphasis or line.block.kind == "heading",
                    False,
                )
            )
    found_segments = list(_split_at(found_segments))
    alone = len(found_segments) == 1
    return [Segment(s.text, s.start, s.end, s.line, s.emphasis, alone, s.at) for s in found_segments if s.text]


def _split_at(segments: list[Segment]) -> Iterator[Segment]:
    for segment in segments:
        match = _AT.search(segment.text)
        if match and title_score(segment.text[: match.start()]):
            yield Segment(
                segment.text[: match.start()].rstrip(" ,"),
                segment.start,
                segment.start + match.start(),
                segment.line,
                segment.emphasis,
                False,
            )
            rest = segment.text[match.end() :]
            yield Segment(rest, segment.start + match.end(), segment.end, segment.line, segment.emphasis, False, True)
        else:
            yield segment


@dataclass(frozen=True)
class Heading:
    """What the lines of one entry say: candidates for company and title, place."""

    title: Segment | None
    company: Segment | None
    location: str | None
    weak: bool = False
    described: Segment | None = None


def _part(segment: Segment, text: str, *, alone: bool | None = None) -> Segment:
    offset = segment.text.find(text)
    start = segment.start + max(offset, 0)
    return Segment(text, start, start + len(text), segment.line, segment.emphasis, segment.alone if alone is None else alone, segment.at)


def read_heading(segments: list[Segment], *, company_first: bool | None = None) -> Heading:
    """Decide which part of an entry's heading lines is the title, the company and the place.

    Args:
        segments: All parts of the entry's lines, in text order.
        company_first: What the document's other entries do; settles lines that do not tell.
    """
    titles: list[tuple[int, Segment]] = []
    companies: list[tuple[int, Segment]] = []
    tails: list[Segment] = []
    location: str | None = None
    named = any(title_score(s.text) and not is_arrangement(s.text) for s in segments)
    described = next((s for s in segments if _describes(s)), None)
    segments = [s for s in segments if not _describes(s)]
    for segment in segments:
        if is_arrangement(segment.text) and (named or not title_score(segment.text)):
            continue
        if is_place(segment.text) and not (company_like(segment.text) and not location):
            if location is None:
                location = segment.text
                continue
            if segment.text.lower() in location.lower() or len(location) < 3 or "remote" in segment.text.lower():
                continue
        remark = _REMARK.search(segment.text)
        body, place = place_tail(segment.text[: remark.start()] if remark else segment.text)
        if place:
            location = location or place
            segment = _part(segment, body.rstrip(" ,"))
        if site := _SITE.search(segment.text):
            location = location or site[1]
            segment = _part(segment, segment.text[: site.start()])
        score = title_score(segment.text)
        if score and not segment.at:
            title, company = _split_commas(segment)
            if company and title and is_arrangement(company.text):
                company = None
            if title:
                titles.append((title_score(title.text), title))
            if company:
                companies.append((1 + company_like(company.text) * 2, company))
            if title and company and company.start > title.start:
                tails.append(company)
        elif not segment.text.endswith(".") or company_like(segment.text) or len(segment.text) < 30:
            strength = 3 + segment.emphasis + company_like(segment.text) + 2 * segment.at
            companies.append((strength, segment))
    heading = _choose(titles, companies, tails, location, company_first)
    if heading.title is not None and location and (heading.company is None or heading.weak) and not surely_place(location):
        found = next((s for s in segments if s.text == location), None)
        name, _, rest = location.partition(",")
        if found is not None and (heading.company is None or surely_place(rest)):
            title = with_tail(heading.title, heading.company) if heading.company else heading.title
            heading = Heading(title, _part(found, name.strip()), rest.strip())
    return replace(heading, described=described)


def _describes(segment: Segment) -> bool:
    remark = _REMARK.search(segment.text)
    return not segment.at and describes(segment.text[: remark.start()] if remark and remark.start() else segment.text)


def _split_commas(segment: Segment) -> tuple[Segment | None, Segment | None]:
    """Split "Title, Company" and "Company, Title"; commas inside a title or in brackets stay."""
    text = segment.text
    open_ground = _PARENS.sub(lambda match: "\0" * len(match.group()), text)
    cuts = [match.start() for match in _COMMA.finditer(open_ground)]
    bounds = [0, *(cut + 1 for cut in cuts), len(text) + 1]
    scores = [title_score(open_ground[start : end - 1].replace("\0", "").strip()) for start, end in itertools.pairwise(bounds)]
    if not cuts or not any(scores):
        return segment, None
    if scores[0]:
        last = max(i for i, score in enumerate(scores) if score)
        cut = bounds[last + 1]
        rest = text[cut:].strip(" ,")
        return _part(segment, text[:cut].rstrip(" ,")), _part(segment, rest) if rest else None
    cut = bounds[next(i for i, score in enumerate(scores) if score)]
    return _part(segment, text[cut:].strip(" ,")), _part(segment, text[:cut].strip(" ,"))


def _choose(
    titles: list[tuple[int, Segment]],
    companies: list[tuple[int, Segment]],
    tails: list[Segment],
    location: str | None,
    company_first: bool | None,
) -> Heading:
    title: Segment | None = None
    company: Segment | None = None
    if titles:
        best = max(score for score, _ in titles)
        title = next(segment for score, segment in titles if score == best)
        if not companies:
            others = [
                segment
                for score, segment in titles
                if segment is not title and (score < best or company_like(segment.text)) and not only_title_words(segment.text)
            ]
            others += [segment for _, segment in titles if segment is not title and segment.line != title.line]
            company = next(iter(others), None)
    if companies:
        strongest = max(strength for strength, _ in companies)
        near = title.line if title else companies[0][1].line
        company = min((segment for strength, segment in companies if strength == strongest), key=lambda s: (abs(s.line - near), s.start))
        if title and strongest == 1 and company.line == title.line:
            pass
        elif title:
            weak = [segment for strength, segment in companies if (strength < 3 or segment in tails) and segment.line == title.line]
            weak = [segment for segment in weak if segment is not company]
            title = _joined(title, weak)
        if not title and len(companies) > 1:
            rest = [segment for _, segment in companies if segment is not company]
            if company_first is False:
                company, rest = rest[0], [company]
            candidate = rest[0]
            title = candidate if company_first is not None and candidate.line != company.line and len(candidate.text.split()) <= 6 else None
    if title:
        title = _merged(title, [segment for _, segment in titles if segment is not company])
    doubtful = company is not None and bool(companies) and max(strength for strength, _ in companies) == 1
    return Heading(title, company, location, doubtful)


def with_tail(title: Segment, company: Segment) -> Segment:
    """Return a title with the comma part that had been taken for a company."""
    return _joined(title, [company])


def _joined(title: Segment, weak: list[Segment]) -> Segment:
    """Put a comma part that is no company back on the title's end."""
    for segment in weak:
        if segment.start >= title.end and segment.start - title.end <= 3:
            return Segment(f"{title.text}, {segment.text}", title.start, segment.end, title.line, title.emphasis, title.alone)
    return title


def _merged(title: Segment, others: list[Segment]) -> Segment:
    """Join title parts of one line that a dash or slash set apart: "Associate - Applications Developer"."""
    line = sorted(
        (s for s in others if s.line == title.line and (s is title or 0 <= s.start - title.end <= 4 or 0 <= title.start - s.end <= 4)),
        key=lambda s: s.start,
    )
    if len(line) < 2 or title not in line:
        return title
    first, last = line[0], line[-1]
    return Segment(" - ".join(s.text for s in line), first.start, last.end, title.line, title.emphasis, title.alone)
