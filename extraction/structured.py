"""Facts of formats that name their fields; the vocabulary is that of JSON Resume, whatever the format was."""

from __future__ import annotations

from collections import defaultdict

from skillgraph.extraction.dates import find_ranges, iso
from skillgraph.extraction.work import Line, Work
from skillgraph.model import Contact, Education, Person, Position, Span
from skillgraph.ontology.lexicon import words

Fields = dict[str, Line]


def _by_entry(work: Work, root: str) -> list[Fields]:
    """Return the fields of each entry below a root, in order of the entries' numbers."""
    entries: dict[int, Fields] = defaultdict(dict)
    for line in work.lines:
        parts = line.block.field.split(".")
        if parts[0] == root and len(parts) >= 3 and parts[1].isdigit():
            entries[int(parts[1])].setdefault(".".join(parts[2:]), line)
    return [entries[number] for number in sorted(entries)]


def _first(fields: Fields, *names: str) -> Line | None:
    return next((fields[name] for name in names if name in fields and fields[name].text.strip()), None)


def _date(line: Line | None) -> str | None:
    if line is None:
        return None
    ranges = find_ranges(line.text)
    return ranges[0].first if ranges else iso(line.text)


def _open(line: Line | None) -> bool:
    return line is None or line.text.strip().lower() in words("dates", "present")


def _text(line: Line | None) -> str | None:
    return line.text.strip() if line else None


def read_fields(work: Work) -> None:
    """Set person, positions, education and contacts from the blocks that name their field."""
    if not any(line.block.field for line in work.lines):
        return
    basics = {line.block.field.removeprefix("basics."): line for line in reversed(work.lines) if line.block.field.startswith("basics.")}
    _read_person(work, basics)
    for number, fields in enumerate(_by_entry(work, "work")):
        _read_position(work, fields, number)
    for fields in _by_entry(work, "education"):
        _read_school(work, fields)


def _read_person(work: Work, basics: Fields) -> None:
    name, label = _first(basics, "name"), _first(basics, "label", "title")
    places = [line for line in (_first(basics, f"location.{part}") for part in ("city", "region")) if line] or [
        line for line in (_first(basics, "location"),) if line
    ]
    work.person = Person(
        name=_text(name), title=_text(label), location=", ".join(line.text.strip() for line in places) or None,
        name_span=name.span if name else None, title_span=label.span if label else None, location_span=places[0].span if places else None,
    )  # fmt: skip
    for field, kind in (("email", "email"), ("phone", "phone"), ("url", "url"), ("website", "url")):
        line = basics.get(field)
        if line is not None and line.text.strip():
            work.contacts.append(Contact(kind=kind, value=line.text.strip(), span=line.span))


def _read_position(work: Work, fields: Fields, number: int) -> None:
    company = _first(fields, "name", "company", "organization", "employer")
    title = _first(fields, "position", "title", "role")
    start, end = fields.get("startDate"), fields.get("endDate")
    if company is None and title is None:
        return
    place = _first(fields, "location", "location.city")
    anchor = company or title
    assert anchor is not None
    index = len(work.positions)
    work.positions.append(Position(
        company=_text(company) or "Freelance", title=_text(title), start_date=_date(start),
        end_date=None if _open(end) else _date(end), current=_open(end) and start is not None, location=_text(place),
        span=anchor.span, company_span=anchor.span, title_span=title.span if title else None, dates_span=Span(start=start.start, end=start.end) if start else None,
    ))  # fmt: skip
    for line in work.lines:
        if line.block.field.startswith(f"work.{number}."):
            line.entry = index
            line.heading = line is company or line is title


def _read_school(work: Work, fields: Fields) -> None:
    school = _first(fields, "institution", "school", "name")
    if school is None:
        return
    end = fields.get("endDate")
    work.education.append(Education(
        institution=school.text.strip(), degree=_text(_first(fields, "studyType", "degree")), field=_text(_first(fields, "area", "major")),
        start_date=_date(fields.get("startDate")), end_date=None if _open(end) else _date(end), current=end is not None and _open(end), span=school.span,
    ))  # fmt: skip
