"""What a question wants to hear, and how somebody must have had to do with the things it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgraph.questions.plan import Asks, Involvement

_PEOPLE = r"people|persons?|engineers?|developers?|candidates?|colleagues?|staff|employees|programmers?|who|applicants?|experts?|specialists?|team"
_YEARS = re.compile(r"^\W*(?:for )?how (?:long|many (?:years|months))\b", re.IGNORECASE)
_COUNT = re.compile(r"^\W*(?:how many|count)\b|\bnumber of (?:people|engineers|developers|candidates)\b", re.IGNORECASE)
_YES_NO = re.compile(r"^\W*(?:is|are|do|does|did|has|have|can|could|was|were|would)\s+\w+", re.IGNORECASE)
_REQUEST = re.compile(r"^\W*(?:can|could|would) (?:you|we|i)\b", re.IGNORECASE)
_COMPANIES = re.compile(
    r"^\W*(?:at |in |for )?(?:which|what) (?:companies|company|employers?|firms?|organi[sz]ations?|start-?ups?)\b|^\W*where (?:did|does|do|has|have|was|were|is|are)\b|\b(?:list|name|show) (?:all )?(?:the )?(?:companies|employers|firms)\b",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(r"^\W*(?:what|which|tell me (?:what|about)|show(?: me)?|list)\b", re.IGNORECASE)
_SKILLS = re.compile(r"\b(?:skills?|technolog(?:y|ies)|tools?|languages?|frameworks?|know|knows|good at|stack)\b", re.IGNORECASE)
_WORK = re.compile(r"\b(?:built|build|builds|done|do|did|achieved?|achievements?|work(?:ed)? on|projects?|accomplish\w*|deliver\w*|about|wrote|work)\b", re.IGNORECASE)
_THINGS = re.compile(rf"^\W*(?:what|which)\s+(?!of\b|(?:\w+\s+)?(?:{_PEOPLE})\b)(?:kinds? of |sorts? of )?(?P<thing>.+?)\s+(?:do|does|did|have|has|are|is|were|was)\b", re.IGNORECASE)
_PATH = re.compile(r"\b(?:path|connect\w*|connection|link(?:ed|s)?|relat(?:ed|ion)|in common|overlap\w*|know each other|worked together)\b", re.IGNORECASE)
_INVOLVED = (
    (Involvement.PRODUCTION, re.compile(r"\b(?:in (?:\w+ )?production|professional(?:ly)?|commercial(?:ly)?|in anger|for a living|paid work|not (?:only|just|merely)(?: as)?(?: an?| in| for)? (?:hobby|hobbies|side project|spare time|fun)|on the job)\b", re.IGNORECASE)),
    (Involvement.MIGRATED, re.compile(r"\b(?:migrat\w+|moved|moves|move|ported|converted|switched|transitioned|went|replaced|relocated|decomposed|split|splits|broke|breaks)\b", re.IGNORECASE)),
    (Involvement.LED, re.compile(r"\b(?:led|leads|headed|managed|heads|directed|spearheaded|owned|drove)\b", re.IGNORECASE)),
    (Involvement.BUILT, re.compile(r"\b(?:built|build|builds|implement\w*|designed|designs|design|developed|develops|develop|created|creates|create|wrote|written|write|writes|architected|engineered|introduced|made|makes|set up|sets|put in place|shipped|delivered|coded|programmed|constructed)\b", re.IGNORECASE)),
    (Involvement.OPERATED, re.compile(r"\b(?:operat(?:ed|es|e|ing)|ran|run|runs|running|maintain\w*|administer\w*|supported|on-call)\b", re.IGNORECASE)),
    (Involvement.HANDS_ON, re.compile(r"\b(?:hands-on|practical|in practice|at work|really|actually|applied)\b", re.IGNORECASE)),
)


def asks(text: str, people: Sequence[str], *, named: bool) -> Asks:
    """Return what a question wants to hear.

    Args:
        text: The question.
        people: Ids of the people whom it names.
        named: It names a skill too.
    """
    if _YEARS.match(text):
        return Asks.YEARS
    if _COMPANIES.search(text):
        return Asks.COMPANIES
    if len(people) == 2 and _PATH.search(text):
        return Asks.PATH
    if _COUNT.search(text):
        return Asks.COUNT
    if _YES_NO.match(text) and not _REQUEST.match(text):
        return Asks.YES_NO
    if people and _OF_PERSON.match(text):
        return Asks.SKILLS if _SKILLS.search(text) and not _WORK.search(text) else Asks.WORK
    thing = _THINGS.match(text)
    if thing and (named or _SKILLS.search(thing["thing"])):
        return Asks.SKILLS
    return Asks.PEOPLE


def involvement(text: str) -> Involvement:
    """Return how somebody must have had to do with what the question names; the strongest word counts."""
    return next((kind for kind, pattern in _INVOLVED if pattern.search(text)), Involvement.ANY)
