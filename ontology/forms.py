"""Labels and their written variants as sequences of normalised tokens.

A text is cut into tokens by one rule for labels, documents and questions. Hyphens and underscores separate words and
vanish, so that `dead-letter queue` and `dead letter queue` are the same sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

TOKEN = re.compile(r"[^\W_]+(?:\+\+|\+(?!\w)|#)?|[^\w\s\-‐‑]")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]{2,}(?![a-z])|[A-Z](?=[A-Z][a-z])|\d+")
_VENDORS = (
    ("amazon", ("aws", "amazon")),
    ("aws", ("aws", "amazon")),
    ("azure", ("azure", "microsoft azure")),
    ("google cloud", ("google cloud", "gcp", "google")),
    ("apache", ("apache",)),
)
_BRITISH = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("ises", "izes"), ("iser", "izer"))
_SPELLING = {
    "behaviour": "behavior",
    "modelling": "modeling",
    "modelled": "modeled",
    "labelling": "labeling",
    "catalogue": "catalog",
    "licence": "license",
    "centre": "center",
    "colour": "color",
    "tracking": "tracking",
    "cancelling": "canceling",
    "signalling": "signaling",
    "travelling": "traveling",
    "fulfilment": "fulfillment",
    "artefact": "artifact",
    "programme": "program",
    "defence": "defense",
    "judgement": "judgment",
    "grey": "gray",
}
_NOT_IZE = frozenset(
    {
        "raise",
        "rise",
        "noise",
        "precise",
        "exercise",
        "enterprise",
        "otherwise",
        "promise",
        "premise",
        "expertise",
        "advise",
        "revise",
        "surprise",
        "wise",
        "concise",
        "franchise",
        "merchandise",
        "supervise",
        "supervised",
        "raised",
        "advised",
        "revised",
        "raising",
        "rising",
        "promises",
        "exercises",
        "enterprises",
        "promised",
        "premises",
        "franchises",
        "raises",
        "rises",
        "likewise",
        "disguise",
        "compromise",
        "compromised",
        "unsupervised",
        "devise",
        "devised",
        "comprise",
        "comprised",
        "praise",
        "cruise",
        "bruise",
        "poise",
        "appraise",
        "appraisal",
        "advertise",
        "advertised",
        "advertising",
        "improvise",
        "televise",
        "excise",
        "treatise",
        "paradise",
        "anise",
        "denoise",
        "denoised",
        "denoising",
        "revising",
        "advising",
        "supervising",
        "arise",
        "arises",
        "arising",
        "noised",
        "noises",
        "comprising",
        "devising",
        "exercising",
    }
)
Tokens = tuple[str, ...]


@lru_cache(maxsize=65536)
def fold(token: str) -> str:
    """Return a token in the form that is compared: lower case, American spelling, `&` as `and`."""
    word = token.lower()
    if word == "&":
        return "and"
    if len(word) > 4:
        if word in _SPELLING:
            return _SPELLING[word]
        if "is" in word and word not in _NOT_IZE:
            for british, american in _BRITISH:
                if word.endswith(british) and len(word) > len(british) + 2:
                    return word[: -len(british)] + american
    return word


def tokenize(text: str) -> Tokens:
    """Return the folded tokens of a label or question.

    >>> tokenize("Dead-Letter Queue & C++/.NET")
    ('dead', 'letter', 'queue', 'and', 'c++', '/', '.', 'net')
    """
    return tuple(fold(match) for match in TOKEN.findall(text))


def plural(word: str) -> str:
    """Return the regular English plural."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def singular(word: str) -> str:
    """Return the regular English singular of a plural, or the word itself."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")) and len(word) > 3:
        return word[:-1]
    return word


def _verb(stem: str) -> tuple[str, ...]:
    """Return the regular forms of a verb given without its final silent e."""
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return (stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing")
    return (stem, plural(stem), stem + "ed", stem + "ing")


def _silent_e(stem: str) -> tuple[str, ...]:
    return (stem + "e", stem + "es", stem + "ed", stem + "ing")


def verb_forms(word: str) -> tuple[str, ...]:
    """Return the words that say the same as a concept's last word in another part of speech.

    >>> verb_forms("caching")
    ('cach', 'caches', 'cached', 'caching', 'cache')
    >>> verb_forms("idempotency")
    ('idempotent', 'idempotently', 'idempotence')
    >>> verb_forms("replication")
    ('replicate', 'replicates', 'replicated', 'replicating')
    """
    if len(word) < 6 or word == "engineering":  # an engineer is somebody, not something done
        return ()
    if word.endswith("ization"):
        return _silent_e(word[:-5])
    if word.endswith("ation") and len(word) > 8:
        return _silent_e(word[:-3])
    if word.endswith(("ency", "ence")):
        return (word[:-2] + "t", word[:-2] + "tly", word[:-2] + ("ce" if word.endswith("cy") else "cy"))
    if word.endswith("ing") and len(word) > 6:
        stem = word[:-3]
        if stem[-1] == stem[-2] and stem[-1] not in "sl":
            return (stem[:-1], plural(stem[:-1]), stem + "ed", word)
        # Whether a silent e was dropped cannot be told from the word; a form that is no word matches nothing.
        return tuple(dict.fromkeys((*_verb(stem), *_silent_e(stem))))
    return ()


def _spelled(label: str, tokens: Tokens) -> Iterator[Tokens]:
    """Yield the other ways to cut or join a label's words."""
    if len(tokens) >= 3 and tokens[-2:] == (".", "js"):
        stem = tokens[:-2]
        yield (*stem[:-1], stem[-1] + "js")
        yield (*stem, "js")
    words = [t for t in tokens if t.isalnum()]
    if 2 <= len(tokens) <= 3 and len(words) == len(tokens) and len("".join(tokens)) >= 6 and min(map(len, words)) > 1:
        yield ("".join(tokens),)
    if len(tokens) == 3 and len(words) == 3 and "-" in label:
        yield (tokens[0] + tokens[1], tokens[2])
        yield (tokens[0], tokens[1] + tokens[2])
    if len(tokens) == 1 and len(tokens[0]) >= 6:
        parts = _CAMEL.findall(label)
        if len(parts) == 2 and "".join(parts) == label and min(map(len, parts)) >= 2 and parts[1][0].isupper():
            yield tuple(fold(p) for p in parts)


def _vendored(tokens: Tokens) -> Iterator[Tokens]:
    """Yield the label under the other spellings of its vendor."""
    for vendor, spellings in _VENDORS:
        head = tuple(vendor.split())
        if tokens[: len(head)] == head and len(tokens) > len(head):
            for spelling in spellings:
                yield (*spelling.split(), *tokens[len(head) :])
            return


def variants(label: str, *, inflected: bool, verbs: bool) -> list[Tokens]:
    """Return the token sequences under which a label is met, the label as written first.

    Args:
        label: As in the ontology.
        inflected: Add singular and plural of the last word.
        verbs: Add the verb forms of the last word.
    """
    base = tokenize(label)
    found = [base, *_spelled(label, base), *_vendored(base)]
    if inflected and base and base[-1].isalpha() and len(base[-1]) > 2:
        for tokens in list(found):
            last = tokens[-1]
            # An acronym's final s is part of it: mDNS is no plural.
            written = TOKEN.findall(label)[-1:]
            one = last if written and written[0][1:] != written[0][1:].lower() else singular(last)
            endings = {plural(one), one} if len(last) > 3 else {plural(last)}
            if verbs:
                endings |= set(verb_forms(last))
            found += [(*tokens[:-1], ending) for ending in sorted(endings)]
    return list(dict.fromkeys(tokens for tokens in found if tokens))
