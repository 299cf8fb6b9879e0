"""The action of an achievement and what it was done to."""

from __future__ import annotations

import re
from functools import cache

from skillgraph.ontology.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEAD = re.compile(
    r"^(?:successfully|actively|single-handedly|independently|jointly|currently|also|mainly|primarily|personally|significantly|proactively|effectively|helped to|helped|responsible for|tasked with|i have|i've|i|we|was|involved in|worked on|the|a|an)\s+",
    re.IGNORECASE,
)
_OBJECT_END = re.compile(
    r"\s*(?:[,;.:(–—→]|\bby\b|\busing\b|\bwith\b|\bvia\b|\bthat\b|\bwhich\b|\bto\b|\bin order\b|\bthrough\b|\bleveraging\b|\bresulting\b|\breducing\b|\bimproving\b|\benabling\b|\ballowing\b|\bwhile\b|\bso that\b|\bwhere\b|\bfrom\b|\bon top of\b)"
)
_ARTICLE = re.compile(r"^(?:a|an|the|our|my|its|their|new|several|multiple|various)\s+", re.IGNORECASE)


@cache
def forms() -> dict[str, str]:
    """Return verb form → action."""
    table: dict[str, str] = {}
    for action, verbs in lexicon("verbs")["actions"].items():
        for verb in verbs:
            table.setdefault(str(verb), action)
    return table


def action_of(text: str) -> tuple[str | None, str | None]:
    """Return the action that a claim begins with and what it was done to, in the claim's words.

    >>> action_of("Designed and built a serverless orchestration system for 3D jobs using AWS Step Functions.")
    ('built', 'serverless orchestration system for 3D jobs')
    """
    table = forms()
    rest = text.strip(" •*-–\t")
    while lead := _LEAD.match(rest):
        rest = rest[lead.end() :]
    action: str | None = None
    for _ in range(4):
        word = _WORD.match(rest)
        if word is None or word.group().lower() not in table:
            break
        action = table[word.group().lower()]
        rest = re.sub(r"^\s*(?:,|and|&|/|,\s*and)\s+", "", rest[word.end() :]).lstrip()
    if action is None:
        for word in _WORD.finditer(text[:120]):
            if word.group().lower() in table and word.group().lower().endswith(("ed", "ing", "built", "led", "wrote")):
                return table[word.group().lower()], _object(text[word.end() :])
        return None, None
    return action, _object(rest)


def _object(text: str) -> str | None:
    end = _OBJECT_END.search(text)
    what = text[: end.start() if end else 120].strip()
    while article := _ARTICLE.match(what):
        what = what[article.end() :]
    return what[:120] or None
