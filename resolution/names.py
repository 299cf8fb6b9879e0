"""Names as keys: what stays of a name when its spelling no longer counts.

In: names of people, companies and schools as documents write them. Out: slugs and sets of words to compare by.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

# Only words that are nothing but a legal form; "Group" or "Labs" belong to the name.
_LEGAL_FORMS = frozenset(
    {"ab", "ag", "aps", "as", "asa", "bv", "bvba", "co", "company", "corp", "corporation", "eg", "ev", "gbr", "gmbh", "inc"}
    | {"incorporated", "kft", "kg", "kgaa", "kk", "lda", "limited", "llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "ohg", "oy"}
    | {"oyj", "plc", "private", "pte", "pty", "pvt", "sa", "sarl", "sas", "se", "sl", "spa", "spzoo", "srl", "sro", "ug"}
)
_LETTERS = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\bsp\.? ?z ?o\. ?o\.?|\bs\. ?r\. ?o\.?|\b(?:[^\W\d_]\.){2,}", re.IGNORECASE)
_SLASHED = re.compile(r"\b([a-z])/([a-z])\b", re.IGNORECASE)
# Letters that Unicode does not take apart into a base letter and an accent.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


def fold(text: str) -> str:
    """Return a text without case and accents.

    >>> fold("Łukasz Müller-Straße")
    'lukasz muller-strasse'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(char for char in apart if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    """Return the folded words of a name; apostrophes join, other punctuation parts."""
    return _LETTERS.findall(re.sub(r"['’`]", "", fold(text)))


def slug(text: str) -> str:
    """Return a text as a key: folded words joined by hyphens, a hash where there are none.

    >>> slug("Staff Engineer, R&D")
    'staff-engineer-r-d'
    """
    return "-".join(words_of(text)) or f"x{digest(text)}"


def digest(*parts: str) -> str:
    """Return a hash of texts in hexadecimal digits, long enough to tell apart everything in one graph."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=10_000)
def company_key(name: str) -> str:
    """Return what identifies a company in its name: no case, accents, punctuation, article or legal form.

    >>> [company_key(n) for n in ("The Pinewood Co., Ltd.", "pinewood", "Nordlicht GmbH & Co. KG", "Acme S.A.", "Vestas A/S")]
    ['pinewood', 'pinewood', 'nordlicht', 'acme', 'vestas']
    """
    joined = _DOTTED.sub(lambda found: re.sub(r"[. ]", "", found.group()) + " ", name)
    words = words_of(_SLASHED.sub(r"\1\2", joined))
    kept = words[1:] if len(words) > 1 and words[0] == "the" else words
    while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
        kept = kept[:-1]
    return "-".join(kept) or f"x{digest(name)}"


def school_key(name: str) -> str:
    """Return what identifies a school in its name: no case, accents, punctuation, article or short form in brackets.

    >>> [school_key(n) for n in ("The University of Eastfield", "University of Eastfield (UE)")]
    ['university-of-eastfield', 'university-of-eastfield']
    """
    bare = re.sub(r"\s*\([^()]*\)", "", name)
    return company_key(bare if words_of(bare) else name)


def person_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name in alphabetical order, initials left out where full words remain.

    >>> person_words("SMITH, José A.")
    ('jose', 'smith')
    """
    words = words_of(name)
    full = [word for word in words if len(word) > 1]
    return tuple(sorted(full if len(full) > 1 else words))
