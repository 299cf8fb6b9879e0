"""Names of people taken out of texts, however they are written.

In: names, and what to write for each. Out: a function from text to text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from skillgraph.exporters.phrases import Phrases, Spans, within

NameMask = Callable[[str, str | None], str]

# Parts of names that are words of their own and tell nobody apart.
PARTICLES = frozenset(
    {"al", "ap", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "los", "dr"}
    | {
        "of",
        "st",
        "ten",
        "ter",
        "the",
        "van",
        "vom",
        "von",
        "zu",
        "zum",
        "zur",
        "unnamed",
        "prof",
        "jr",
        "sr",
        "phd",
        "md",
        "html",
        "txt",
        "pdf",
    }
    # A person without a name is called after a file.
    | {"tex", "json", "yaml", "docx", "resume", "cv", "curriculum", "vitae", "profile", "document", "file"}
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BETWEEN = re.compile(rf"[\s.,_'’-]{{0,3}}|\s[A-Z]['’]|\s(?:(?:[A-Z]\.?|(?i:{'|'.join(sorted(PARTICLES))}))\s)+(?:[A-Z]['’])?")
_INITIAL = re.compile(r"(?<!\w)[A-Z](?:\.\s?|['’])(?:[A-Z]\.\s?)*$")
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d"})
_PLAIN_CAPITALS = str.maketrans({"Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class _Hit(NamedTuple):
    """Part of a name in an unaccented text, and the people whose names have it."""

    start: int
    end: int
    owners: frozenset[str]


def unaccented(text: str) -> tuple[str, list[int]]:
    """Return a text without accents, and for each of its characters the place in the given text that it comes from."""
    letters, origins = [], []
    for place, char in enumerate(text):
        plain = char if char.isascii() else _without_accent(char)
        letters.append(plain)
        origins += [place] * len(plain)
    return "".join(letters), [*origins, len(text)]


def _without_accent(char: str) -> str:
    apart = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return apart.translate(_PLAIN).translate(_PLAIN_CAPITALS)


def name_tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a name that tell a person apart, small and without accents, sorted.

    >>> name_tokens("Jürgen van der Berg (JB)")
    ('berg', 'jb', 'juergen', 'jurgen')
    """
    spelled = {unaccented(form)[0].lower() for form in (name, name.translate(_UMLAUTS))}
    found = {token for form in spelled for token in (*_LETTERS.findall(form), *_LETTERS.findall(re.sub(r"['’`]", "", form)))}
    return tuple(sorted(token for token in found if len(token) > 1 and token not in PARTICLES))


def name_mask(people: Iterable[tuple[str, str]], keep: Iterable[str] = ()) -> NameMask:
    """Return what replaces every part of people's names in a text.

    Args:
        people: names, and what to write instead.
        keep: names of skills: one that is also part of a person's name stays where no other part of the name is next to it.

    Returns:
        A function of a text and of the replacement of the person it is about, who is meant where several share a name.
    """
    owners: dict[str, frozenset[str]] = {}
    for name, instead in people:
        for token in name_tokens(name):
            owners[token] = owners.get(token, frozenset()) | {instead}
    kept = Phrases(term for term in (unaccented(term)[0] for term in keep) if any(_hits(term, owners)))

    def mask(text: str, about: str | None) -> str:
        plain, origins = unaccented(text)
        hits = list(_hits(plain, owners))
        if not hits:
            return text
        pieces, last = [], 0
        for start, end, shared in _names(plain, hits, kept.spans(plain)):
            pieces += [text[last : origins[start]], about if about in shared else min(shared, key=lambda label: (len(label), label))]
            last = origins[end]
        return "".join([*pieces, text[last:]])

    return mask


def _hits(plain: str, owners: Mapping[str, frozenset[str]]) -> Iterator[_Hit]:
    for word in _LETTERS.finditer(plain):
        if word.group().lower() in owners:
            yield _Hit(*word.span(), owners[word.group().lower()])
            continue
        for start, end in _parts(word.group(), owners):
            if found := owners.get(word.group()[start:end].lower()):
                yield _Hit(word.start() + start, word.start() + end, found)


def _parts(word: str, owners: Mapping[str, frozenset[str]]) -> Spans:
    """Return the parts of words that were glued together: by their capitals, or two names without any."""
    if not (word.islower() or word.istitle() or word.isupper()):
        return [part.span() for part in _CAMEL.finditer(word)]
    lower = word.lower()
    cut = next((cut for cut in range(2, len(word) - 1) if lower[:cut] in owners and lower[cut:] in owners), None)
    return [(0, cut), (cut, len(word))] if cut else []


def _names(plain: str, hits: list[_Hit], safe: Spans) -> Iterator[_Hit]:
    """Yield whole names: neighbouring parts of one person's name, with an initial before them; a skill alone is no name."""
    group: list[_Hit] = []
    for hit in [*hits, None]:
        if hit and group and hit.owners & group[-1].owners and _joins(plain, group, hit):
            group.append(hit._replace(owners=hit.owners & group[-1].owners))
            continue
        if not all(within((part.start, part.end), safe) for part in group):
            initial = _INITIAL.search(plain, max(0, group[0].start - 8), group[0].start)
            yield _Hit(initial.start() if initial else group[0].start, group[-1].end, group[-1].owners)
        group = [hit] if hit else []


def _joins(plain: str, group: list[_Hit], hit: _Hit) -> bool:
    """Tell whether what stands between leaves it one name; a comma does so only behind a surname that comes first."""
    between = plain[group[-1].end : hit.start]
    return bool(_BETWEEN.fullmatch(between)) and ("," not in between or len(group) == 1)
