"""Schools, places and addresses taken out of texts.

In: what is to be hidden, and what looks like it and must stay. Out: functions from text to text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from skillgraph.exporters.phrases import Phrases, Spans, replaced, within
from skillgraph.ontology.lexicon import places, regions

CONTACT, PLACE, SCHOOL = "[contact]", "[place]", "[school]"
Mask = Callable[[str], str]

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|me|de|uk|fr|eu|example)/\S*"
    r"|\+\d[\d ()/.-]{6,}\d|\(\d{2,4}\) ?\d{3}[- ]\d{3,4}",
    re.IGNORECASE,
)
_NOT_PLACES = frozenset(
    {"remote", "hybrid", "onsite", "on-site", "worldwide", "anywhere", "home", "office", "global", "area", "greater", "city", "metro"}
)
_TOWN = r"(?P<name>[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,2})"
_BEFORE_A_TOWN = re.compile(rf"\b(?:in|from|near|across|moved to|relocated to)\s+{_TOWN}")
_IN_A_HEADING = re.compile(rf"(?:[,(|·•–—/-]\s?|^){_TOWN}", re.MULTILINE)
# A line with more of them lists skills, and some tools are called like towns.
_COMMAS = 3
_ANOTHER_TOWN = re.compile(rf"\s+(?:to|and|or|&)\s+{_TOWN}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+"
_YEARS = re.compile(
    rf"(?:\b(?:in|since|by|class of)\s+)?(?:\b{_MONTH})?(?:\b\d{{1,2}}[./-])*(?<!\d)(?:19|20)\d\d(?:[-/.]\d{{1,2}})*(?!\d)"
    rf"(?:\s*(?:-|–|—|to|until)\s*(?:{_MONTH})?(?:(?:\d{{1,2}}[./-])*(?:19|20)?\d\d\b|present|now|today))?",
    re.IGNORECASE,
)
# Words in the names of many schools: alone they say nothing, and masked alone they would hide other things.
_GENERIC = frozenset(
    {
        "university",
        "universität",
        "universidad",
        "universidade",
        "université",
        "universita",
        "college",
        "school",
        "institute",
        "institut",
        "instituto",
    }
    | {
        "academy",
        "technology",
        "technical",
        "technische",
        "technological",
        "polytechnic",
        "politecnico",
        "science",
        "sciences",
        "applied",
        "state",
    }
    | {
        "national",
        "international",
        "open",
        "federal",
        "central",
        "business",
        "engineering",
        "management",
        "computer",
        "design",
        "data",
        "arts",
    }
    | {
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "city",
        "hochschule",
        "fachhochschule",
        "faculty",
        "department",
    }
    | {
        "high",
        "royal",
        "saint",
        "community",
        "digital",
        "global",
        "online",
        "code",
        "bootcamp",
        "graduate",
        "center",
        "centre",
        "software",
        "cloud",
    }
)


def contact_mask(text: str) -> str:
    """Return a text without e-mail addresses, links and telephone numbers.

    >>> contact_mask("me@a.example, +49 30 123 456, github.com/me, Node.js")
    '[contact], [contact], [contact], Node.js'
    """
    return _CONTACT.sub(lambda found: CONTACT + found.group()[len(found.group().rstrip(".,;)")) :], text)


def school_mask(schools: Iterable[str], keep: Iterable[str] = ()) -> Mask:
    """Return what replaces schools by name, by the short form in brackets, and by the one word that tells them apart.

    A text that names a school also loses its years.

    Args:
        schools: names of schools.
        keep: names whose words are too common to be masked alone.
    """
    common = {word.lower() for term in keep for word in (term, *term.split())}
    phrases = Phrases(form for name in schools for form in _school_forms(name, common))

    def mask(text: str) -> str:
        spans = phrases.spans(text)
        return years_removed(replaced(text, spans, SCHOOL)) if spans else text

    return mask


def _school_forms(name: str, common: set[str]) -> set[str]:
    bare = re.sub(r"\s*\([^()]*\)", "", name).strip()
    short = {form for form in re.findall(r"\(([^()]+)\)", name) if form[:1].isupper()}
    telling = [word for word in re.findall(r"[^\W\d_]{4,}", bare) if word[0].isupper() and word.lower() not in _GENERIC | common]
    forms = {name, bare, re.sub(r"^The ", "", bare), *short, *(telling if len(telling) == 1 else [])}
    return {form for form in forms if len(form) > 1 and not set(re.findall(r"\w+", form.lower())) <= _GENERIC}


def years_removed(text: str) -> str:
    """Return a text without years, their months, and what lies between two of them.

    >>> years_removed("MSc Physics, Sep 2014 - 2016")
    'MSc Physics'
    """
    if not _YEARS.search(text):
        return text
    return re.sub(r"\s+(?=[.,;)]|$)", "", _YEARS.sub("", text)).strip(" ,;-–—|")


def place_mask(locations: Iterable[str], keep: Iterable[str] = ()) -> Mask:
    """Return what replaces places: those that the graph names, countries and regions anywhere, other towns where a place is due.

    Args:
        locations: places as written: `Lisbon, Portugal`.
        keep: names of companies and skills, which stay although a place is part of them.
    """
    parts = {part.strip() for place in locations for part in (place, *re.split(r"[,/|;()]", place))}
    known, kept = Phrases(part for part in parts if len(part) > 1 and part.lower() not in _NOT_PLACES), Phrases(keep)

    def mask(text: str) -> str:
        hits = [*known.spans(text), *_regions_in(text), *_towns_in(text)]
        if not hits:
            return text
        hits += [span for _, end in hits if (found := _ANOTHER_TOWN.match(text, end)) and (span := _town(found)) is not None]
        safe = kept.spans(text)
        return replaced(text, [hit for hit in hits if not within(hit, safe)], PLACE)

    return mask


@cache
def _regions() -> Phrases:
    return Phrases(name.removeprefix("the ") for name in regions() - _NOT_PLACES)


def _regions_in(text: str) -> Spans:
    return [(start, end) for start, end in _regions().spans(text) if _is_written_as_place(text[start:end])]


def _is_written_as_place(words: str) -> bool:
    """Tell `US` from `us`, `Turkey` from `turkey`."""
    return words.isupper() if len(words) < 4 else words[0].isupper()


def _towns_in(text: str) -> Spans:
    searches = (_BEFORE_A_TOWN, _IN_A_HEADING) if text.count(",") <= _COMMAS else (_BEFORE_A_TOWN,)
    return [span for search in searches for found in search.finditer(text) if (span := _town(found)) is not None]


def _town(found: re.Match[str]) -> tuple[int, int] | None:
    """Return where the longest name of a town stands at the beginning of the words found."""
    words = list(re.finditer(r"[^ ]+", found["name"]))
    for word in reversed(words):
        name = found["name"][: word.end()].rstrip(".'’-")
        if name.lower() in places() and name.lower() not in _NOT_PLACES:
            return found.start("name"), found.start("name") + len(name)
    return None
