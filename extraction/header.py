"""Who the document is about: name, headline, place, and the contact details that stay out of the graph."""

from __future__ import annotations

import re

from skillgraph.extraction.roles import is_place, title_score
from skillgraph.extraction.sections import heading_section
from skillgraph.extraction.segments import Segment, segments_of
from skillgraph.extraction.work import Line, Work
from skillgraph.model import BlockKind, Contact, Person, Section, Span

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;)\]]+|\b(?:[\w-]+\.)?(?:linkedin|github|gitlab|bitbucket|twitter|stackoverflow|medium)\.(?:com|io|org)/[^\s|,;)\]]+",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/.-])(?:\+|\(\+?)?\d[\d ()/.-]{7,17}\d(?![\w%])")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'`.-]*|(?:van|von|de|der|den|da|dos|das|del|della|di|la|le|el|al|bin|ibn|ter|ten|zu|y|e|i|af|av|du|st\.?))$"
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "de",
        "der",
        "den",
        "da",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "y",
        "e",
        "i",
        "af",
        "av",
        "du",
        "st",
        "st.",
    ]
)
_NOT_NAME = re.compile(
    r"\d|@|https?:|www\.|[|{}<>=;!?…/\\_]|\b(?:resume|résumé|curriculum|vitae|cv|profile|page|contact|address|phone|email|mobile|tel|website|portfolio|university|college|institute|gmbh|inc|llc|ltd|confidential|experience|summary|objective|skills|about|overview|updated|street|road|avenue)\b",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|mx|dr|prof|ing|eng|ir|mag|lic|engr|shri|dipl\.?[ -]?(?:ing|inf|phys|math|kfm|wirt\.?[ -]?inf)|dr\.[ -]?ing)\.?\s+)+",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:,\s*|\s+)(?:ph\.?d\.?|m\.?sc\.?|mba|pmp|b\.?sc\.?|m\.?eng\.?|b\.?eng\.?|cissp|csm|p\.?e\.?|jr\.?|sr\.?|esq\.?|aws certified.*|he/him|she/her|they/them|\(.*\))\.?$",
    re.IGNORECASE,
)
_RESUME_OF = re.compile(
    r"^(?:(?:resume|résumé|curriculum vitae|cv|profile)\s*(?:of|for|:|-|–|—)\s*|name\s*:\s*)|(?:\s*[-–—|:,’']s?\s*(?:resume|résumé|curriculum vitae|cv|profile|portfolio))$",
    re.IGNORECASE,
)
_HELLO = re.compile(r"\b(?:my name is|i am|i['’]m|hi,? i['’]m|hello,? i['’]m)\s+((?:[A-ZÀ-Þ][\w’'-]+\s?){2,4})(?=[,.!\s]|$)", re.IGNORECASE)
_LOCATION_LABEL = re.compile(
    r"^(?:address|location|based in|lives? in|residence|city|home|place|current location)\s*[:：-]\s*", re.IGNORECASE
)


def find_contacts(work: Work) -> None:
    """Set `contacts`: every e-mail address and link, and the telephone numbers before the first position."""
    for line in work.lines:
        if "@" in line.text:
            work.contacts += [_contact("email", match.group(), line.start + match.start()) for match in _EMAIL.finditer(line.text)]
        if "/" in line.text or "www." in line.text.lower():
            work.contacts += [_contact("url", match.group().rstrip("."), line.start + match.start()) for match in _URL.finditer(line.text)]
        if line.section in (Section.HEADER, Section.SUMMARY, Section.OTHER) and len(line.text) < 200 and not line.ranges:
            for match in _PHONE.finditer(line.text):
                if 8 <= sum(c.isdigit() for c in match.group()) <= 15:
                    work.contacts.append(_contact("phone", match.group(), line.start + match.start()))
    work.contacts.sort(key=lambda c: (c.span.start, c.kind))


def _contact(kind: str, value: str, start: int) -> Contact:
    return Contact(kind=kind, value=value, span=Span(start=start, end=start + len(value)))


def _name_word(word: str) -> bool:
    """Tell whether a word can be part of a name: a capital first, a particle, or a script without capitals."""
    return bool(_NAME_WORD.match(word)) or word[:1].isupper() or (word.isalpha() and word.lower() == word.upper())


def _case(name: str) -> str:
    if not (name.isupper() or name.islower()):
        return name
    return " ".join(w.lower() if w.lower() in _PARTICLES else "-".join(p.capitalize() for p in w.split("-")) for w in name.split())


def _name_in(text: str) -> str | None:
    """Return the person's name that a short text is, or None."""
    body = _RESUME_OF.sub("", text.strip(" \t•*-–|,"))
    body = _HONORIFIC.sub("", body).strip(" \t,–-|")
    for _ in range(2):
        body = _SUFFIX.sub("", body)
    if not body or len(body) > 48 or _NOT_NAME.search(body) or heading_section(body) or title_score(body) or is_place(body):
        return None
    found = re.sub(r"\s*[“\"(][^“”\"()]{1,20}[”\")]\s*", " ", body).split()
    if not 2 <= len(found) <= 5 or not all(_name_word(word.rstrip(",")) for word in found):
        return None
    if (found[0].lower() in _PARTICLES and len(found) < 3) or ("," in body and body.count(",") > 1):
        return None
    if body.count(",") == 1:
        last, first = (part.strip() for part in body.split(","))
        if len(found) > 3 or not first or not last:
            return None
        return body if len(last.split()) > 1 else f"{first} {last}"
    return body


def _spaced(text: str) -> str:
    """Undo letter-spacing: "J A N E   D O E" is "JANE DOE"."""
    if re.fullmatch(r"(?:\w ){2,}\w(?:\s{2,}(?:\w ){1,}\w)+", text.strip()):
        return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text.strip()))
    return text


def _contact_free(work: Work, segment: Segment) -> bool:
    return not any(c.span.start < segment.end and segment.start < c.span.end for c in work.contacts)


def _candidates(work: Work) -> list[tuple[Line, Segment]]:
    """Return the parts of the lines in which a name, headline or place may stand, nearest to the top first."""
    found: list[tuple[Line, Segment]] = []
    for line in work.lines[:40]:
        if (line.section is Section.HEADER and len(line.text) <= 200 and not (line.item and line.word_count > 8)) or (
            line.index < 2 and line.word_count <= 8
        ):
            found += [(line, part) for part in segments_of(line)]
    return found


def find_person(work: Work) -> None:
    """Set `person` from the lines before the first section."""
    name: tuple[str, Span] | None = None
    title: tuple[str, Span] | None = None
    location: tuple[str, Span] | None = None
    for line, part in _candidates(work):
        if line.block.field or (line.prose and line.word_count > 14):
            continue
        text = _spaced(part.text)
        span = Span(start=part.start, end=part.end)
        label = _LOCATION_LABEL.match(text)
        body = text[label.end() :] if label else text
        if (name is None and title is None) or (name is None and line.index < 6):
            pieces = _named(text, part)
            if pieces is not None:
                name, headline = pieces
                title = title or headline
                continue
        if location is None and (is_place(body) and _contact_free(work, part)):
            at = part.start + (label.end() if label else 0)
            location = (body, Span(start=at, end=part.end))
        elif title is None and title_score(text) and _contact_free(work, part) and not line.ranges and not heading_section(text):
            title = (text, span)
    name = name or _introduced(work) or _tail(work)
    work.person = _person(name, title, location)


def complete_person(work: Work) -> None:
    """Find who the document is about, as far as named fields have not said it; a format that names its jobs says it all."""
    if any(line.block.field and not line.block.field.startswith("basics.") for line in work.lines):
        return
    stated = {name: value for name, value in work.person if value is not None}
    find_person(work)
    work.person = work.person.model_copy(update=stated)


def _named(text: str, part: Segment) -> tuple[tuple[str, Span], tuple[str, Span] | None] | None:
    """Return name and headline where a text begins with a name."""
    found = _name_in(text)
    if found:
        return (_case(found), Span(start=part.start, end=part.end)), None
    for mark in re.finditer(r",\s+|\s+[-–—|:]\s+|\s*[(]", text):
        before, after = text[: mark.start()], text[mark.end() :]
        found = _name_in(before)
        if found and (
            title_score(after)
            or after.strip(" ()").lower() in ("resume", "cv")
            or (mark.group().startswith(",") and (is_place(after) or is_place(re.split(r",\s*(?=\S+@)", after)[0])))
        ):
            headline = (after.strip(" )"), Span(start=part.start + mark.end(), end=part.end)) if title_score(after) else None
            return (_case(found), Span(start=part.start, end=part.start + mark.start())), headline
    return None


def _introduced(work: Work) -> tuple[str, Span] | None:
    """Return the name in "Hi, I'm Jane Doe" near the top."""
    for line in work.lines[:12]:
        match = _HELLO.search(line.text)
        if match and _name_in(match[1].strip()):
            found = match[1].strip()
            return found, Span(start=line.start + match.start(1), end=line.start + match.start(1) + len(found))
    return None


def _tail(work: Work) -> tuple[str, Span] | None:
    """Return a name that stands alone as the document's only top heading, wherever it is."""
    tops = [line for line in work.lines if line.block.kind is BlockKind.HEADING and line.block.level == 1]
    if len(tops) == 1 and tops[0].entry is None and (found := _name_in(tops[0].text)) and tops[0].section is Section.HEADER:
        return _case(found), tops[0].span
    return None


def _person(name: tuple[str, Span] | None, title: tuple[str, Span] | None, location: tuple[str, Span] | None) -> Person:
    return Person(
        name=name[0] if name else None, name_span=name[1] if name else None,
        title=title[0] if title else None, title_span=title[1] if title else None,
        location=location[0] if location else None, location_span=location[1] if location else None,
    )  # fmt: skip
