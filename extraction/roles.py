"""Job titles, places and kinds of employment: what a short piece of a heading line is."""

from __future__ import annotations

import re
from functools import lru_cache

from skillgraph.ontology.lexicon import places, region_codes, regions, words

_WORD = re.compile(r"[^\W_]+(?:[’'.&+#-]+[^\W_]+)*[+#]*")
_CHUNK = re.compile(r"\s*(?:[,/(|&]|\bof\b|\bfor\b|\bin\b|\band\b|\bat\b|\bto\b|\s[-–—]\s)\s*")
_AREA = re.compile(r"(?:greater\s+)?[\w .'-]+?\s(?:metropolitan\s+)?(?:area|region|metro|bay area|district|county|province)", re.IGNORECASE)
_NAME = re.compile(r"[\w.&']+")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ROMAN = re.compile(r"\s+(?:[IVX]{1,4}|\d|L\d)$")
_ARRANGEMENT = re.compile(r"\b(?:remote|hybrid|on-?site|onsite|worldwide)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def title_score(text: str) -> int:
    """Tell how much a piece of text reads as a job title: 0 not, 1 perhaps, 2 clearly.

    >>> title_score("Senior Backend Engineer"), title_score("Acme Robotics GmbH"), title_score("Team Lead")
    (2, 0, 2)
    """
    if len(text) > 110 or not text[:1].strip():
        return 0
    found = [word.lower().rstrip(".") for word in _WORD.findall(text)]
    if not found or len(found) > 14:
        return 0
    heads, weak = words("titles", "heads"), words("titles", "weak_heads")
    parts = words("titles", "parts")
    known = heads | words("titles", "levels") | parts
    score = 0
    for chunk in _CHUNK.split(_ROMAN.sub("", text)):
        tail = [word.lower().rstrip(".") for word in _WORD.findall(_ROMAN.sub("", chunk))]
        if not tail:
            continue
        # "Team Lead Backend": what a lead leads may stand behind.
        while len(tail) > 2 and tail[-1] in parts and tail[-1] not in heads and tail[-2] in weak | parts:
            tail.pop()
        last = tail[-1]
        pieces = last.split("-")
        if last in heads or pieces[-1] in heads:
            if last not in weak or (len(tail) > 1 and tail[-2] in known):
                return 2
            score = max(score, 1)
        elif last in ("i", "ii", "iii", "iv") and len(tail) > 1 and tail[-2] in heads:
            return 2
        elif any(word in heads and (word not in weak or (i and tail[i - 1] in known)) for i, word in enumerate(tail)):
            score = max(score, 1)
    return score


@lru_cache(maxsize=8192)
def is_place(text: str) -> bool:
    """Tell whether a short text names a place (`Wilmington, DE`, `London`, `Remote`).

    >>> is_place("Bengaluru, Karnataka, India"), is_place("Remote"), is_place("Acme, Inc")
    (True, True, False)
    """
    stripped = text.strip(" .,;:()[]–-|")
    if not 2 <= len(stripped) <= 60 or (not stripped[0].isupper() and stripped[0] != "r"):
        return False
    known, codes = places(), region_codes()
    hits = 0
    parts = [part.strip() for part in re.split(r"[,/()]|\s[-–—]\s", stripped) if part.strip()]
    if not 1 <= len(parts) <= 4:
        return False
    for order, part in enumerate(parts):
        lower = part.lower()
        if (
            lower in known
            or _ARRANGEMENT.fullmatch(part)
            or (order and part in codes)
            or (order and ((part.upper() in codes and len(part) == 2) or re.fullmatch(r"[A-Z]{2}\s+\d{5}|\d{4,6}|\d{4,6}\s+.+", part)))
            or (_AREA.fullmatch(part) and any(word.lower() in known for word in part.split()))
            or ((word := re.fullmatch(r"(.+?)\s+([A-Z]{2,3}|USA|UK)", part)) and word.group(1).lower() in known and word.group(2) in codes)
            or ((word := re.fullmatch(r"(\d{4,6})\s+(.+)|(.+?)\s+(\d{4,6})", part)) and (word.group(2) or word.group(3)).lower() in known)
        ):
            hits += 1
        elif order < len(parts) - 1 and _town(part) and (parts[-1].lower() in regions() or (order == 0 and parts[-1].upper() in codes)):
            continue
        else:
            return False
    # Of town, region and country the first two may be unknown; beside a known town, what stands first is no town.
    return hits >= 1 and (hits >= len(parts) - 1 or (len(parts) == 3 and hits == 1))


def only_title_words(text: str) -> bool:
    """Tell whether every word of a text is one that job titles consist of."""
    known = words("titles", "heads") | words("titles", "levels") | words("titles", "parts")
    return all(word.lower().rstrip(".") in known for word in _WORD.findall(text))


def _town(text: str) -> bool:
    """Tell whether a text may be the name of a town that no list has."""
    found = text.split()
    return (
        text[0].isupper()
        and len(found) <= 3
        and len(_WORD.findall(text)) == len(found)
        and not title_score(text)
        and not company_like(text)
    )


def surely_place(text: str) -> bool:
    """Tell whether a place begins with a name that is known to be one."""
    first = re.split(r"[,/()]|\s[-–—]\s", text.strip())[0].strip()
    return first.lower() in places() or bool(_ARRANGEMENT.fullmatch(first)) or bool(_AREA.fullmatch(first))


def place_tail(text: str) -> tuple[str, str]:
    """Split a text at commas into what stands before a place and the place.

    >>> place_tail("Acme, Inc., Wilmington, DE")
    ('Acme, Inc.', 'Wilmington, DE')
    """
    parts = text.split(",")
    for cut in range(1, len(parts)):
        tail = ",".join(parts[cut:]).strip()
        if (
            tail
            and is_place(tail)
            and (
                len(parts) - cut == 1
                or parts[cut].strip().lower() in places()
                or (len(parts) - cut == 2 and parts[cut + 1].strip() in region_codes())
            )
        ):
            body = ",".join(parts[:cut]).rstrip()
            # "Acme (fintech, remote)": the comma stands in brackets, which belong to the place.
            return (body[: body.rindex("(")].rstrip(), tail.rstrip(")")) if body.count("(") > body.count(")") else (body, tail)
    return text, ""


def is_arrangement(text: str) -> bool:
    """Tell whether a text only says how someone was employed (`Full-time`, `Contract`, `Remote`)."""
    return text.strip(" .,;:()[]").lower() in words("titles", "types")


def describes(text: str) -> bool:
    """Tell whether a text says what a company is or does rather than what it is called.

    >>> describes("Indie studio, 14 people"), describes("Nattlys Media Group"), describes("Senior engineer on the platform team")
    (True, False, False)
    """
    found = [word for word in _LETTERS.findall(text) if len(word) > 3]
    after = found[1:] if found and text.lstrip()[:1].isupper() else found
    lower = [word for word in after if word[0].islower()]
    if len(text.split()) < 3 or not lower or 2 * len(lower) < len(after) + 1:
        return False
    return bool({word.lower() for word in lower} & words("titles", "company_kinds")) or (not title_score(text) and len(lower) > 1)


def company_like(text: str) -> bool:
    """Tell whether a text carries a company's suffix or another word that companies have in their names.

    >>> company_like("Farrow & Sons Ltd"), company_like("Officine Bassi S.p.A."), company_like("Kotlin")
    (True, True, False)
    """
    found = {word.lower() for word in _NAME.findall(text)}
    known = words("titles", "company_words")
    return bool(found & known) or any("." in word.strip(".") and word.replace(".", "") in known for word in found)
