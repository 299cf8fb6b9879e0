"""Positions: groups of heading lines in experience sections, one entry for each range of dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field, replace

from skillgraph.extraction.actions import forms
from skillgraph.extraction.dates import DateRange
from skillgraph.extraction.roles import company_like, describes, is_arrangement, is_place, title_score
from skillgraph.extraction.segments import Heading, Segment, read_heading, segments_of, with_tail
from skillgraph.extraction.work import Line, Work
from skillgraph.model import BlockKind, Position, Section, Span
from skillgraph.ontology.lexicon import words


@dataclass
class Entry:
    """The heading lines of one position, and what they say."""

    lines: list[Line]
    dates: DateRange | None
    dated: Line | None
    heading: Heading
    group: int
    clients: list[Line] = field(default_factory=list)


def _verb_first(line: Line) -> bool:
    first = line.text.split(maxsplit=1)[0].lower().strip(".,:;*•-") if line.text.split() else ""
    return first in forms()


def is_header(line: Line) -> bool:
    """Tell whether a line can belong to the heading of a position."""
    text = line.text
    if line.heading or line.stack or line.told or not text.strip() or text[0] in "•▪●‣◦■►➢✓✔" or column_names(line):
        return False
    if line.block.kind is BlockKind.HEADING:
        return len(text) <= 160
    dated = bool(line.ranges) or (bool(line.dates) and line.word_count <= 10)
    if line.ranges and _told(line) is not None:
        return True
    if line.prose and (_FIRST_PERSON.search(text) or (line.ranges and _only_since(line))):
        return False
    if line.item and line.ranges and not _whole(line):
        return True
    if line.item:
        return (
            dated
            and line.word_count <= 18
            and bool(title_score(_rest(line)) >= 2 or company_like(text))
            and not line.prose
            and not _verb_first(line)
        )
    if dated:
        return (
            len(text) <= 200
            and line.word_count <= 26
            and not (line.prose and not line.ranges)
            and not (_verb_first(line) and line.word_count > 12)
        )
    if line.block.cells:
        return len(text) <= 160
    if line.prose or line.word_count > 14 or len(text) > 110 or (text[0].islower() and not line.block.emphasis):
        return False
    if text.rstrip().endswith((":", ".")) and not company_like(text) and not title_score(text):
        return False
    return not (_verb_first(line) and title_score(text) < 2)


def _only_since(line: Line) -> bool:
    """Tell whether a sentence only tells since when something is so: "Team lead of five since 2016."."""
    cues = words("dates", "since")
    begun = all(line.text[r.start : r.end].lower().startswith(tuple(cues)) for r in line.ranges)
    return begun and not _complete_alone(line)


def column_names(line: Line) -> bool:
    """Tell whether a line is the head of a table: "When | Where | What"."""
    known = words("titles", "columns")
    return len(line.block.cells) > 1 and all(cell.strip(" :*").lower() in known for cell in line.text.split("\t"))


def _rest(line: Line) -> str:
    parts = segments_of(line)
    return max((part.text for part in parts), key=title_score, default="")


def _groups(lines: list[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        if not is_header(line):
            previous = None
            continue
        # A heading, or what stands below a table of jobs, begins anew after a line that says everything itself.
        fresh = (
            previous is not None
            and bool(previous.ranges)
            and _whole(previous)
            and (
                (line.block.kind is BlockKind.HEADING and previous.block.kind is not BlockKind.HEADING)
                or (len(previous.block.cells) > 1 and not line.block.cells and line.block.gap and _complete_alone(previous))
            )
        )
        if (
            previous is not None
            and not fresh
            and line.index == previous.index + 1
            and not (line.item and previous.item and not line.ranges)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
        previous = line
    return groups


def _complete_alone(line: Line) -> bool:
    heading = read_heading(segments_of(line))
    return heading.title is not None and heading.company is not None


def _closing_dates(groups: list[list[Line]]) -> list[list[Line]]:
    """Set apart a line of bare dates that closes the entry before it rather than opening the one after."""
    found: list[list[Line]] = []
    for group in groups:
        first = group[0]
        undated = bool(found) and not any(line.dates for line in found[-1])
        if len(group) > 1 and undated and first.ranges and not _whole(first):
            found += [[first], group[1:]]
        else:
            found.append(group)
    return found


def _dated(group: list[Line]) -> list[int]:
    with_range = [i for i, line in enumerate(group) if line.ranges]
    return with_range or [i for i, line in enumerate(group) if line.dates]


def _offset(groups: list[list[Line]]) -> int | None:
    """Return how many lines stand before the line of dates in most groups that hold one."""
    counts = Counter(_dated(group)[0] for group in groups if len(_dated(group)) == 1)
    return counts.most_common(1)[0][0] if counts else None


def _split(group: list[Line], offset: int | None) -> list[list[Line]]:
    """Split a group of heading lines so that each part holds one line of dates."""
    dated = _dated(group)
    if len(dated) <= 1:
        return [group]
    starts: list[int] = []
    for order, at in enumerate(dated):
        floor = dated[order - 1] + 1 if order else 0
        gaps = [
            i
            for i in range(floor, at + 1)
            if group[i].block.gap or (group[i].block.kind is BlockKind.HEADING and group[i].block.level <= group[max(i - 1, 0)].block.level)
        ]
        if order == 0:
            starts.append(0)
        elif gaps and (gaps[0] > floor or _whole(group[at])):
            starts.append(gaps[0])
        elif _whole(group[at]):
            starts.append(at)
        else:
            back = offset if offset is not None else dated[0]
            starts.append(max(floor, at - back))
    return [group[start:end] for start, end in zip(starts, [*starts[1:], len(group)], strict=True)]


def _whole(line: Line) -> bool:
    """Tell whether a dated line names a title or a company itself."""
    return any(title_score(s.text) >= 2 or (not is_place(s.text) and not is_arrangement(s.text)) for s in segments_of(line))


_PROSE = re.compile(
    r"\b(?:i\s+(?:have\s+)?(?:been\s+)?(?:work|worked|working|am working|was|am|served|joined|been)|employed)\b(?P<rest>.*)", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\bI\b(?!\.)")
_FOR = re.compile(r"\b(?:for|at|with|by|joined)\s+(?P<company>(?:the\s+)?[A-Z][\w&.'’-]*(?:\s+(?:of|and|&|[A-Z0-9][\w&.'’-]*))*)")
_AS = re.compile(
    r"(?:\bas\s+(?:an?\s+|the\s+)?|\bwas\s+(?:an?\s+|the\s+)?|\bam\s+(?:an?\s+|the\s+)?|\bbeen\s+(?:an?\s+|the\s+)?)(?P<title>[A-Z][\w/&-]*(?:\s+(?:of|and|&|[A-Z][\w/&-]*))*)"
)


def _told(line: Line) -> Heading | None:
    """Read "From 2007 to 2016 I worked for Acme Ltd as Java Developer"."""
    told = _PROSE.search(line.text) if line.ranges else None
    if told is None:
        return None
    company, title = _FOR.search(line.text, told.start()), _AS.search(line.text, told.start())
    if company is None or (title is not None and not title_score(title["title"])):
        return None

    def segment(match: re.Match[str], name: str) -> Segment:
        return Segment(match[name], line.start + match.start(name), line.start + match.end(name), line.index, False, False)

    return Heading(segment(title, "title") if title else None, segment(company, "company"), None)


def _entry(lines: list[Line], group: int, company_first: bool | None) -> Entry:
    for line in lines:
        if (told := _told(line)) is not None:
            return Entry(lines, line.ranges[0], line, told, group)
    dated = next((line for line in lines if line.ranges), None) or next((line for line in lines if line.dates), None)
    dates = None
    if dated is not None:
        dates = (dated.ranges or dated.dates)[0]
    # A line that only says what the company does has no parts that could be names.
    parts = [segment for line in lines for segment in ([_whole_line(line)] if _remarks(line) else segments_of(line))]
    return Entry(lines, dates, dated, read_heading(parts, company_first=company_first), group)


def _remarks(line: Line) -> bool:
    return not line.dates and line.word_count > 6 and describes(line.text)


def _whole_line(line: Line) -> Segment:
    return Segment(line.text, line.start, line.end, line.index, line.block.emphasis, True)


def _order(entries: list[Entry]) -> bool | None:
    """Tell whether companies stand before titles in the entries that leave no doubt."""
    votes = [e.heading.company.start < e.heading.title.start for e in entries if e.heading.company and e.heading.title]
    return sum(votes) * 2 > len(votes) if votes else None


def _contains(outer: Entry, inner: Entry) -> bool:
    """Tell whether an entry without a title is the roof over the roles that follow it."""
    if not (outer.heading.company and not outer.heading.title and inner.heading.title):
        return False
    if not outer.dates or not inner.dates:
        return True
    return (outer.dates.first or "")[:4] <= (inner.dates.first or "9")[:4] and (
        inner.dates.current <= outer.dates.current or not inner.dates.current
    )


def _complete(entries: list[Entry]) -> list[Entry]:
    """Hand companies down to roles without one; leave out roofs and headings that are no positions."""
    complete: list[Entry] = []
    roof: Segment | None = None
    for i, entry in enumerate(entries):
        following = entries[i + 1] if i + 1 < len(entries) else None
        heading = entry.heading
        if (
            following is not None
            and not heading.title
            and heading.company
            and not following.heading.company
            and _contains(entry, following)
        ):
            roof = heading.company
            continue
        if heading.weak and heading.title is not None and heading.company is not None and (above := roof or _above(entry, complete)):
            entry.heading = replace(heading, title=with_tail(heading.title, heading.company), company=above)
        elif heading.company is None and heading.title is not None:
            before = complete[-1].heading.company if complete else None
            inherited = roof or before
            if inherited is not None and not _own_account(entry):
                entry.heading = replace(heading, company=inherited)
        elif heading.company is not None:
            roof = None
        if entry.heading.company is None and entry.heading.described is not None and not _own_account(entry):
            # Some name their employers by what they are only: "a fintech startup in Berlin".
            entry.heading = replace(entry.heading, company=entry.heading.described)
        complete.append(entry)
    return complete


def _above(entry: Entry, before: list[Entry]) -> Segment | None:
    """Return the company under whose own heading an entry stands, where headings have levels."""
    level = entry.lines[0].block.level if entry.lines[0].block.kind is BlockKind.HEADING else 0
    for earlier in reversed(before):
        for line in earlier.lines:
            company = earlier.heading.company
            if (
                company is not None
                and company.line == line.index
                and line.block.kind is BlockKind.HEADING
                and line.block.level < level
                and not earlier.heading.weak
            ):
                return company
    return None


def _late_dates(entries: list[Entry]) -> list[Entry]:
    """Give dates that stand alone, apart from their heading, to the undated heading before them."""
    found: list[Entry] = []
    for entry in entries:
        bare = entry.heading.title is None and entry.heading.company is None
        if bare and entry.dates and found and found[-1].dates is None and found[-1].heading.title:
            found[-1].dates, found[-1].dated = entry.dates, entry.dated
        elif not bare:
            found.append(entry)
    return found


def find_entries(work: Work) -> list[Entry]:
    """Return the entries of all experience sections, in text order."""
    lines = [line for line in work.lines if line.section is Section.EXPERIENCE and not line.block.field]
    groups = _closing_dates(_groups(lines))
    offset = _offset(groups)
    parts = [(number, part) for number, group in enumerate(groups) for part in _split(group, offset)]
    first = [_entry(part, number, None) for number, part in parts]
    company_first = _order(first)
    entries = _without_clients([_entry(part, number, company_first) for number, part in parts])
    return _complete(_undated(_late_dates([e for e in entries if not _restates(e, entries)]), work))


_CLIENTS = re.compile(
    r"\b(?:self[- ]employed|freelanc\w+|independent|contract(?:or|ing)|consult\w*|advisory|professional services|agency|projects?|clients?)\b",
    re.IGNORECASE,
)


def _without_clients(entries: list[Entry]) -> list[Entry]:
    """Put the clients and projects of a consultant or freelancer under the employer whose years they lie in."""
    kept: list[Entry] = []
    outer: Entry | None = None
    for entry in entries:
        if outer is not None and _within(outer, entry):
            outer.clients += entry.lines
            continue
        consults = any(_CLIENTS.search(line.text) for line in entry.lines)
        outer = entry if entry.dates and not entry.dates.single and consults and entry.heading.company else None
        kept.append(entry)
    return kept


def _within(outer: Entry, inner: Entry) -> bool:
    """Tell whether an entry stands below another one, lies in its years and names somebody else."""
    above, below = outer.lines[0].block, inner.lines[0].block
    rank = {BlockKind.HEADING: 0, BlockKind.TEXT: 1, BlockKind.ITEM: 2}
    deeper = (rank[below.kind], below.level) > (rank[above.kind], above.level) or (above.emphasis and not below.emphasis)
    named = inner.heading.company is not None or outer.heading.title is not None
    if not deeper or not named or outer.dates is None or inner.dates is None or inner.dates.single:
        return False
    first, last = outer.dates.first or "", "9999" if outer.dates.current else outer.dates.last or "9999"
    begun, ended = inner.dates.first or "", "9999" if inner.dates.current else inner.dates.last or "9999"
    return first[:4] <= begun[:4] and ended[:4] <= last[:4]


def _name(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _short(company: str) -> str:
    """Return a company's name as it is written the second time: without what stands in brackets, and without its legal form."""
    found = _name(re.sub(r"\(.*", "", company)).split()
    while len(found) > 1 and company_like(found[-1]) and len(found[-1]) <= 4:
        found.pop()
    return " ".join(found)


def _restates(entry: Entry, entries: list[Entry]) -> bool:
    """Tell whether an undated heading names the company of a dated entry: a table of jobs comes first, what was done later."""
    return entry.dates is None and _dated_twin(entry.lines[0], entries) is not None


def _dated_twin(line: Line, entries: list[Entry], *, taken: Container[int] = ()) -> int | None:
    name = _name(line.text)
    same = [
        i
        for i, e in enumerate(entries)
        if e.dates
        and e.heading.company
        and e.heading.title
        and e.lines[-1].index < line.index
        and f"{name} ".startswith(_short(e.heading.company.text) + " ")
    ]
    titled = [i for i in same if (t := entries[i].heading.title) and (_name(t.text) in name or _name(t.text.split(",")[0]) in name)]
    return next((i for i in (*titled, *same) if i not in taken), next(iter(titled or same), None))


def _undated(entries: list[Entry], work: Work) -> list[Entry]:
    """Keep headings without dates only where they look like the dated ones or are the roof over the next."""
    some_dated = any(e.dates and e.heading.title for e in entries)
    kept: list[Entry] = []
    for i, entry in enumerate(entries):
        if entry.dates is not None:
            kept.append(entry)
            continue
        lead = entry.lines[0]
        following = entries[i + 1] if i + 1 < len(entries) else None
        last = entry.lines[-1].index
        below = work.lines[last + 1] if last + 1 < len(work.lines) else None
        roof = (
            following is not None
            and following.dates is not None
            and following.heading.company is None
            and entry.heading.title is None
            and entry.heading.company is not None
        )
        strong = entry.heading.title is not None and title_score(entry.heading.title.text) >= 2 and entry.heading.company is not None
        level = lead.block.kind is BlockKind.HEADING or lead.block.emphasis or not some_dated
        deeper = any(
            e.dates
            and e.lines[0].block.kind is BlockKind.HEADING
            and lead.block.kind is BlockKind.HEADING
            and e.lines[0].block.level < lead.block.level
            for e in entries
        )
        listed = below is not None and (below.item or below.prose)
        if (roof and not deeper) or (strong and level and listed and not deeper):
            kept.append(entry)
    return kept


_OWN = re.compile(r"\b(?:(?P<self>self[- ]employed)|freelancer?|independent)\b", re.IGNORECASE)


def _own_account(entry: Entry) -> str:
    """Return what stands for the company of somebody who works on their own account, or an empty string."""
    found = next(filter(None, (_OWN.search(line.text) for line in entry.lines)), None)
    return "" if found is None else "Self-employed" if found["self"] else "Freelance"


def _company_of(entry: Entry) -> tuple[str, Segment] | None:
    heading = entry.heading
    if heading.company is not None:
        return heading.company.text, heading.company
    if heading.title is None:
        return None
    account = _own_account(entry)
    return (account, heading.title) if account else None


def find_positions(work: Work) -> None:
    """Set `positions`, and on each line the position that it belongs to."""
    heads: dict[int, int] = {}
    found: list[Entry] = []
    for entry in find_entries(work):
        company = _company_of(entry)
        if company is None or (entry.dates is None and entry.heading.title is None) or _is_break(entry):
            continue
        if entry.heading.title is None and not _plausible(entry, work):
            continue
        heads[entry.lines[0].index] = len(work.positions)
        found.append(entry)
        for line in (*entry.lines, *entry.clients):
            line.heading = True
        if entry.dated is not None:
            entry.dated.heading = True
        work.positions.append(_position(entry, *company))
    current: int | None = None
    twins: list[int] = []
    for line in work.lines:
        if line.block.field:
            continue
        if line.section is not Section.EXPERIENCE:
            current = None
            continue
        if (
            line.index not in heads
            and not line.item
            and not line.ranges
            and is_header(line)
            and (twin := _dated_twin(line, found, taken=set(twins))) is not None
        ):
            heads[line.index] = twin
            twins.append(twin)
            line.heading = True
        current = heads.get(line.index, current)
        line.entry = current
    _hand_over_projects(work)


_EMPLOYER = re.compile(r"\s*(?:company|organi[sz]ation|employer|firm)\s*(?:name)?\s*[:：-]\s*(?P<name>.+)$", re.IGNORECASE)
_SPENT = re.compile(r"\s*(?:duration|period|dates?|time ?frame|timeline)\s*[:：-]", re.IGNORECASE)
_PROJECT = re.compile(r"\s*(?:project|client)\b(?!.*[.!?]$)", re.IGNORECASE)


def _hand_over_projects(work: Work) -> None:
    """Count projects that name the employer for whom they were, or else their time, to that position."""
    current: int | None = None
    for line in work.lines:
        if line.section is not Section.PROJECTS or line.block.field:
            current = None
            continue
        if line.block.kind is BlockKind.HEADING or (line.block.gap and _PROJECT.match(line.text)):
            current = None
        named, spent = _EMPLOYER.match(line.text), _SPENT.match(line.text)
        if named or (spent and current is None and line.ranges):
            current = _employed(work, named["name"] if named else "", line)
            line.heading = True
        line.entry = current


def _employed(work: Work, name: str, line: Line) -> int | None:
    """Return the position at a company, or, without a name, the only one whose years hold the line's."""
    found = [i for i, p in enumerate(work.positions) if not name or _short(p.company) == _short(name)]
    if name or not found:
        return next(iter(found), None)
    dates = line.ranges[0]
    held = [
        i
        for i in found
        if (work.positions[i].start_date or "9999")[:7] <= (dates.first or "")
        and (work.positions[i].current or (dates.last or "9999") <= (work.positions[i].end_date or ""))
    ]
    return held[0] if len(held) == 1 else None


def _is_break(entry: Entry) -> bool:
    """Tell whether an entry tells of a time without a job."""
    breaks = words("cues", "breaks")
    for line in entry.lines:
        for segment in segments_of(line)[:1]:
            if re.split(r"[:(,–—-]", segment.text.lower())[0].strip() in breaks:
                return True
    return False


def _plausible(entry: Entry, work: Work) -> bool:
    """Tell whether an entry without a title still looks like a job: a range of dates and text below it."""
    last = entry.lines[-1].index
    below = work.lines[last + 1] if last + 1 < len(work.lines) else None
    return entry.dates is not None and not entry.dates.single and below is not None and below.section is Section.EXPERIENCE


_VIA = re.compile(r"(?<=\w)\s+(?:via|through|c/o)\s+[A-Z].*$")
_STOP = re.compile(r"(?<!Corp)(?<=[A-Za-z]{4})\.$")
_IN_BRACKETS = re.compile(r"\s*\((?P<inner>[^()]*)\)?\s*$")


def _called(company: str) -> str:
    """Return a company's name without a remark in brackets and without the agency; short names in brackets stay."""
    remark = _IN_BRACKETS.search(company)
    if remark and remark.start() and not (remark["inner"].isupper() and " " not in remark["inner"]):
        company = company[: remark.start()]
    return _STOP.sub("", _VIA.sub("", company).strip(" ,"))


def _position(entry: Entry, company: str, company_segment: Segment) -> Position:
    title, dates, dated = entry.heading.title, entry.dates, entry.dated
    return Position(
        company=_called(company), title=title.text if title else None,
        start_date=dates.first if dates else None, end_date=dates.last if dates and not dates.current else None,
        current=bool(dates and dates.current), location=entry.heading.location,
        span=Span(start=entry.lines[0].start, end=entry.lines[-1].end),
        company_span=Span(start=company_segment.start, end=company_segment.end),
        title_span=Span(start=title.start, end=title.end) if title else None,
        dates_span=Span(start=dated.start + dates.start, end=dated.start + dates.end) if dated and dates else None,
    )  # fmt: skip
