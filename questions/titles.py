"""The job titles that a question asks for: "a staff or principal engineer", "who heads all technical staff"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgraph.questions.reading import Reading

_TITLES = {
    "junior": ("junior", "intern", "graduate", "trainee", "working student", "entry"), "senior": ("senior", "staff", "principal", "lead"), "staff": ("staff",),
    "principal": ("principal",), "intern": ("intern",), "manager": ("manager", "head", "director", "vp", "chief"), "architect": ("architect",),
    "director": ("director",), "vp": ("vp", "vice president"), "lead": ("lead",), "head": ("head of",), "chief": ("chief",), "founder": ("founder",),
    "cto": ("cto", "chief technology officer", "chief technical officer"),
}  # fmt: skip
_TOP_TITLES = ("cto", "chief technology officer", "chief technical officer", "vp of engineering", "vp engineering", "head of engineering", "head of technology", "director of engineering")
_HEADS = r"engineers?|developers?|architects?|scientists?|managers?|administrators?|analysts?|consultants?|interns?|directors?|ctos?|vps?|founders?|freelancers?|testers?|designers?|programmers?"
_LEVELS = r"junior|senior|staff|principal|lead|chief|head"
_PART = r"(?!(?:an?|the|is|are|as|was|were|be|been|who|which|any|of|or|and|with|for|find|show|list|all|our|good)\s)[a-z-]+"
_TITLE = re.compile(rf"\b(?:(?P<level>{_LEVELS})\s+)?(?:(?:or|and|/)\s*(?P<level2>{_LEVELS})\s+)?(?P<head>(?:{_PART}\s){{0,2}}?(?:{_HEADS}))\b", re.IGNORECASE)
_PLAIN = frozenset(["engineer", "engineers", "developer", "developers", "candidate", "candidates", "programmer", "programmers"])
_TOP = re.compile(
    r"\b(?:heads? (?:of )?(?:all|the whole|the entire) (?:of )?(?:the )?(?:technical|technology|engineering|tech)(?: \w+)?|(?:runs|leads|in charge of|responsible for) (?:all|the whole|the entire) (?:of )?(?:the )?(?:technical|technology|engineering|tech|it)\b(?: \w+)?|head of (?:engineering|technology)|chief technolog\w+ officer|chief technical officer|top technical \w+)(?: of an? (?:enterprise|company|firm|organi[sz]ation))?",
    re.IGNORECASE,
)
_SEASONED = re.compile(r"\b(?:seasoned|veteran)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:is|are|as|was|were|find|show|list|any|which|who)\b", re.IGNORECASE)
_AS = re.compile(r"\b(?:an?|as|are|is|was|were|be|been|became|worked as|titled)\s+$", re.IGNORECASE)


def titles(reading: Reading, tools: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the words of titles that a question asks for, marked as understood; any of them will do.

    Args:
        reading: The question.
        tools: Words that name technologies: "a Rust developer" is somebody who knows Rust, whatever they are called.
    """
    if reading.match(_TOP):
        return _TOP_TITLES
    if not _ASKED.search(reading.text):
        return ()
    found = [word for match in _TITLE.finditer(reading.text) if not tools & set(match["head"].lower().split()[:-1]) for word in _words(reading, match)]
    if reading.match(_SEASONED):
        found += _TITLES["senior"]
    return tuple(dict.fromkeys(found))


def _words(reading: Reading, match: re.Match[str]) -> Iterator[str]:
    levels = [match[name].lower() for name in ("level", "level2") if match[name]]
    head = match["head"].lower().strip()
    # "which engineers know Go" asks for people of any title, "who worked as a data engineer" does not.
    if not levels and (head in _PLAIN or not _AS.search(reading.text[: match.start("head")])):
        return
    if not reading.unread(match.start(), match.end()):
        return
    reading.take(match.start(), match.end())
    last = re.sub(r"s$", "", head.split()[-1])
    if levels and head not in _PLAIN and last in _TITLES:
        yield from (f"{level} {last}" for level in levels)
    elif levels:
        yield from (word for level in levels for word in _TITLES.get(level, (level,)))
    else:
        yield from _TITLES.get(re.sub(r"s$", "", head), (re.sub(r"s$", "", head),))
