"""Texts without words that tell a person's gender.

In: English text. Out: the same text with `they` for `she`, `parental leave` for `maternity leave`, and no `Mr`.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_WORDS = MappingProxyType(
    {
        "he": "they", "she": "they", "him": "them", "hers": "theirs", "himself": "themself", "herself": "themself",
        "man": "person", "woman": "person", "men": "people", "women": "people", "male": "person", "female": "person",
        "males": "people", "females": "people", "gentleman": "person", "gentlemen": "people", "lady": "person", "ladies": "people",
        "boy": "child", "girl": "child", "boys": "children", "girls": "children", "guy": "person", "guys": "people",
        "husband": "spouse", "wife": "spouse", "father": "parent", "mother": "parent", "dad": "parent", "mom": "parent", "mum": "parent",
        "son": "child", "daughter": "child", "sons": "children", "daughters": "children", "brother": "sibling", "sister": "sibling",
        "brothers": "siblings", "sisters": "siblings", "maternity": "parental", "paternity": "parental",
        "chairman": "chairperson", "chairwoman": "chairperson", "businessman": "businessperson", "businesswoman": "businessperson",
        "spokesman": "spokesperson", "spokeswoman": "spokesperson", "salesman": "salesperson", "saleswoman": "salesperson",
        "foreman": "supervisor", "forewoman": "supervisor", "serviceman": "service member", "servicewoman": "service member",
        "headmaster": "head teacher", "headmistress": "head teacher", "alumnus": "graduate", "alumna": "graduate", "alumnae": "graduates",
        "fraternity": "student society", "sorority": "student society", "waitress": "waiter", "actress": "actor", "hostess": "host",
    }
)  # fmt: skip
_TITLES = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Mister|Madam|Herr|Frau|Señora?|Monsieur|Madame|Mme)\b\.?\s*(?=[A-ZÀ-Þ]|$)")
_PRONOUNS = re.compile(r"\(?\b(?:she/her(?:/hers)?|he/him(?:/his)?|they/them(?:/theirs)?)\b\)?", re.IGNORECASE)
_SLASHED = re.compile(r"\b(?:he\s?/\s?she|she\s?/\s?he|s/he|he or she|she or he)\b", re.IGNORECASE)
_SLASHED_OWN = re.compile(r"\b(?:his\s?/\s?her|her\s?/\s?his|his or her|her or his)\b", re.IGNORECASE)
# What a technical text calls `man` or `male` without speaking of a person.
_TECHNICAL = r"(?!-in-the-|[ -](?:pages?|hours?|days?|weeks?|months?|years?|power)\b|[ -](?:to[ -]female|connectors?|headers?)\b)"
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS, key=lambda word: (-len(word), word)))})\b{_TECHNICAL}", re.IGNORECASE)
_HIS = re.compile(r"\b(?P<word>his|her)\b(?P<own>(?=\s+\w))?", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\s+(?:a|an|the|and|or|but|to|in|on|at|for|with|by|from|as|into|of|when|while|who|that|because|after|before|about|through|during|then|is|was)\b",
    re.IGNORECASE,
)
_VERBS = MappingProxyType({"is": "are", "was": "were", "has": "have", "does": "do", "'s": "'re", "’s": "’re"})
_AGREEMENT = re.compile(r"\b(?P<who>they)(?P<space>\s*)(?P<verb>is|was|has|does|['’]s)\b", re.IGNORECASE)
_HINT = re.compile(
    rf"\b(?:his|her|she|he|mrs?|ms|miss|mx|mister|madam|herr|frau|señora?|monsieur|madame|mme|they/them|s/he|{'|'.join(sorted(_WORDS))})\b",
    re.IGNORECASE,
)


def neutral(text: str) -> str:
    """Return a text without gendered words.

    >>> neutral("She was asked by Mr. Lee to double her team, and he thanked her.")
    'They were asked by Lee to double their team, and they thanked them.'
    >>> neutral("Stopped a man-in-the-middle attack")
    'Stopped a man-in-the-middle attack'
    """
    if not _HINT.search(text):
        return text
    text = _TITLES.sub("", _PRONOUNS.sub("", text))
    text = _SLASHED_OWN.sub(lambda found: _like(found.group(), "their"), _SLASHED.sub(lambda found: _like(found.group(), "they"), text))
    text = _HIS.sub(_own, _WORD.sub(lambda found: _like(found.group(), _WORDS[found.group().lower()]), text))
    return _AGREEMENT.sub(lambda found: found["who"] + found["space"] + _VERBS[found["verb"].lower()], text)


def _own(found: re.Match[str]) -> str:
    """Return `their` before a thing, and otherwise `theirs` for his, `them` for her."""
    owns = found["own"] is not None and not _NO_NOUN.match(found.string, found.end())
    alone = {"his": "theirs", "her": "them"}[found["word"].lower()]
    return _like(found["word"], "their" if owns else alone)


def _like(old: str, new: str) -> str:
    """Return a word with the capitals of the one that it replaces."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new
