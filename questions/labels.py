"""The labels in a question, and how they are joined: and, or, not, other than, similar to, from … to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology import Match, Matcher, Ontology
from skillgraph.ontology.lexicon import lexicon, words
from skillgraph.questions.plan import Need
from skillgraph.questions.reading import Reading

_UNLESS = r"(?:other than|except(?: for)?|besides|apart from|aside from|instead of|rather than|different from|but not|excluding|ignoring|leaving out)"
_EXCEPT = re.compile(rf"\b{_UNLESS}\W*(?:\w+\W+){{0,2}}$", re.IGNORECASE)
_SHORT = re.compile(r"\b[a-z]{1,2}\b")
_NAMING = re.compile(r"(?:\b(?:knows?|uses?|used|learnt|learned|writes?|wrote|written in|worked with|works? with|experience (?:with|in)|and|or|both)\s+|,\s*|^\s*)$", re.IGNORECASE)
_NAMED = re.compile(r"\s*(?:$|[?.!,]|(?:and|or|but|at work|in production)\b)", re.IGNORECASE)
_BUT_NOT = re.compile(r"\b(?:but not|excluding)\W*(?:\w+\W+){0,2}$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|without|no|never|lacks?|lacking|nor|excluding|isn['’]t|hasn['’]t|haven['’]t|don['’]t|doesn['’]t|didn['’]t|neither)\s+(?:(?:any|an?|the|have|has|had|with|in|of|on|to|know|knows|known|use|used|uses|using|work|worked|working|touched|seen|done|done|experience|knowledge|skills?|background|exposure|practical|prior|real|either)\s+){0,5}$", re.IGNORECASE)
_OR = re.compile(r"\bor\b|^\s*/\s*$", re.IGNORECASE)
_EXAMPLES = re.compile(r"\b(?:that (?:sort|kind) of (?:thing|stuff)|things like that|and (?:the like|so on|such)|etc\b|or something|for (?:example|instance)|e\.g)", re.IGNORECASE)
_COMMA = re.compile(r"^\s*,\s*$")
_SIMILAR = re.compile(r"\b(?:similar(?: to)?|comparable(?: to)?|equivalent|alternatives? to|something like|anything like|such as|like)\b", re.IGNORECASE)
_SIMILAR_AFTER = re.compile(r"^\W*(?:or|and)\W+(?:\w+\W+){0,2}?(?:similar|comparable|equivalent|the like|alike|alternatives?)\b|^\W*(?:-|‑)?like\b", re.IGNORECASE)
_JOINED = re.compile(r"^\s*(?:[-‑]?based|[-‑]?backed|[-‑]?driven|with|using|on|over|via|through|by means of|for|in|from|to|into|onto|of|by|built on|powered by|atop|behind|against)?\s*(?:an?|the|its|their)?\s*$", re.IGNORECASE)
_TO = re.compile(r"^\W*(?:\w+\W+){0,3}?(?:to|into|onto|towards|by|with|for)\b", re.IGNORECASE)
_FROM = re.compile(r"^\W*(?:\w+\W+){0,2}?(?:from|out of|instead of)\b", re.IGNORECASE)
_UMBRELLA = re.compile(r"\b(?:an?|any|some|which|what|other|another|more|several|many|knows?|uses?|used|with|in)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\W*$|\W*\s(?:other|except|besides|apart|do|does|did|are|is|that|who|or|and|but|like|such|similar)\b", re.IGNORECASE)
_DONE_TO = re.compile(r"\s*(?:(?:an?|the|their|its|any)\s*$|to\s+(?!(?:an?|the|their|any|some)\b)\w+\b)", re.IGNORECASE)
_NEAR = 48


class Joined(NamedTuple):
    """What the labels of a question ask for."""

    needs: tuple[Need, ...]
    excluded: tuple[Need, ...]
    adjoining: bool
    direction: bool


class Labels:
    """Finds labels in questions."""

    def __init__(self, ontology: Ontology, matcher: Matcher) -> None:
        """Keep the ontology and the matcher of its labels."""
        self.ontology = ontology
        self.matcher = matcher
        self.short = _short(ontology)

    def find(self, reading: Reading) -> list[Match]:
        """Return the labels in what is still unread, without words that mean nothing of their own in a question."""
        text = self._written(reading.text)
        tokens = self.matcher.tokens(text)
        whole = self.matcher.find(text, tokens)
        found = [m for one in whole for m in self._apart(text, one, self.matcher.nested(text, tokens, [one])) if reading.unread(m.start, m.end)]
        kept = [m for m in found if not _everyday(text[m.start : m.end]) and not self._ordinary(text, m)]
        return [m for m in kept if len(kept) == 1 or not self._verb(_surface(text, m), m)]

    def _written(self, text: str) -> str:
        """Return a question with small words in a name's capitals where only a technology's name can stand: "knows go and kubernetes"."""

        def capital(match: re.Match[str]) -> str:
            return self.short.get(match.group(), match.group()) if _NAMING.search(text[: match.start()]) and _NAMED.match(text[match.end() :]) else match.group()

        return _SHORT.sub(capital, text)

    def _verb(self, surface: str, match: Match) -> bool:
        """Tell whether a concept's label is the verb of a question that names another thing: "ported code from Java to Kotlin"."""
        concept = self.ontology.by_id[match.skill].kind is SkillKind.CONCEPT
        return surface in words("questions", "verbs") or (concept and surface.endswith((" code", " from", " to")) and surface.split()[0] in words("questions", "verbs"))

    def _apart(self, text: str, match: Match, nested: Sequence[Match]) -> list[Match]:
        """Return the technologies that a label names where it is a move between two: "Oracle to PostgreSQL"."""
        inner = [m for m in nested if m.skill != match.skill and self.ontology.by_id[m.skill].kind is SkillKind.TECHNOLOGY]
        return inner if len(inner) == 2 and re.search(r"\b(?:to|into)\b", text[match.start : match.end]) else [match]

    def _ordinary(self, text: str, match: Match) -> bool:
        """Tell whether a match after "without" or "no" is an ordinary word: "without switching off the service"."""
        skill, surface = self.ontology.by_id[match.skill], text[match.start : match.end]
        if skill.kind is SkillKind.TECHNOLOGY or " " in surface or not surface.islower() or surface == skill.label.lower():
            return False
        return bool(_NOT.search(text[max(match.start - _NEAR, 0) : match.start]))

    def join(self, reading: Reading, matches: Sequence[Match], strangers: Mapping[str, str]) -> Joined:
        """Group labels into needs: joined by "or" they are one, after "not" they exclude, after "other than" they do not count.

        Args:
            reading: The question; the labels are marked as understood.
            matches: Labels of the ontology.
            strangers: Names of skills that only the graph knows, lower case → id.
        """
        text = reading.text
        known = [_Found((m.skill,), m.start, m.end) for m in matches]
        for one in known:
            reading.take(one.start, one.end)
        found = sorted([*known, *_strangers(reading, strangers), *self._umbrellas(reading, known)], key=lambda f: f.start)
        joiners = _joiners(text, found)
        needs: list[Need] = []
        excluded: list[Need] = []
        barred = False
        for one, joiner in zip(found, joiners, strict=True):
            before, name = text[max(one.start - _NEAR, 0) : one.start], text[one.start : one.end]
            unless, negated = bool(_EXCEPT.search(before)), bool(_NOT.search(before))
            if unless and needs and not self._but_not(before, needs[-1]) and all(self._covers(needs[-1], skill) for skill in one.skills):
                needs[-1] = needs[-1].model_copy(update={"except_for": (*needs[-1].except_for, *one.skills)})
            elif unless or negated or (barred and joiner in ("or", "and")):
                excluded.append(Need(words=name, skills=one.skills))
                barred = True
                continue
            elif joiner == "or" and needs:
                needs[-1] = _merged(needs[-1], one.skills, name, bool(_SIMILAR.search(before[-(one.start - found[0].start) :])))
            elif not any(need.skills == one.skills for need in needs):
                needs.append(Need(words=name, skills=one.skills, alternatives=bool(_SIMILAR.search(before[-24:]))))
            barred = False
        self._similar_after(reading, found, needs)
        gaps = [text[a.end : b.start] for a, b in pairwise(found)]
        ordered, direction = _directed(text, found, needs, gaps)
        return Joined(tuple(ordered), tuple(excluded), all(_adjoin(gap) for gap in gaps), direction)

    def _umbrellas(self, reading: Reading, known: Sequence[_Found]) -> list[_Found]:
        """Return words that stand for several product classes at once: "a database"; what a named practice is done to is no wish of its own."""
        found = []
        for word, classes in lexicon("questions")["umbrellas"].items():
            there = tuple(skill for skill in classes if skill in self.ontology.by_id)
            for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", reading.text, 0 if word.isupper() else re.IGNORECASE):
                if there and reading.unread(match.start(), match.end()) and _UMBRELLA.search(reading.text[: match.start()]) and _ENDS.match(reading.text[match.end() :]):
                    reading.take(match.start(), match.end())
                    if self._object(reading.text, match.start(), known):
                        reading.take(max(one.end for one in known if one.end <= match.start()), min((one.start for one in known if one.start >= match.end()), default=len(reading.text)))
                    else:
                        found.append(_Found(there, match.start(), match.end()))
        return found

    def _object(self, text: str, start: int, known: Sequence[_Found]) -> bool:
        """Tell whether a word is what a practice is done to, or part of its purpose: "sharded a database", "caching to take load off a database"."""
        before = [one for one in known if one.end <= start]
        return bool(before) and all(self.ontology.by_id[s].kind is SkillKind.CONCEPT for s in before[-1].skills) and bool(_DONE_TO.match(text[before[-1].end : start]))

    def _covers(self, need: Need, skill: str) -> bool:
        """Tell whether a skill is one of those that a need would accept."""
        above = self.ontology.inferred_from(skill)
        return any(wanted == skill or wanted in above for wanted in need.skills)

    def _but_not(self, before: str, need: Need) -> bool:
        """Tell whether a technology is asked for "but not" with another: who has the other is no answer, be it a part of the first or not."""
        technology = all(skill in self.ontology.by_id and self.ontology.by_id[skill].kind is SkillKind.TECHNOLOGY for skill in need.skills)
        return technology and bool(_BUT_NOT.search(before))

    def _similar_after(self, reading: Reading, found: Sequence[_Found], needs: list[Need]) -> None:
        if found and needs and (similar := _SIMILAR_AFTER.search(reading.text[found[-1].end :])):
            needs[-1] = needs[-1].model_copy(update={"alternatives": True})
            reading.take(found[-1].end + similar.start(), found[-1].end + similar.end())


class _Found(NamedTuple):
    skills: tuple[str, ...]
    start: int
    end: int


def _short(ontology: Ontology) -> dict[str, str]:
    """Return the names of technologies of one or two letters, by the way they are typed in haste: `go` → `Go`."""
    small = words("synonyms", "stop")
    named = [label for skill in ontology.skills if skill.kind is SkillKind.TECHNOLOGY for label in skill.labels if label.isalpha()]
    return {label.lower(): label for label in reversed(named) if len(label) == 1 or (len(label) == 2 and label.lower() not in small)}


def _surface(text: str, match: Match) -> str:
    return text[match.start : match.end].lower()


def _everyday(surface: str) -> bool:
    """Tell whether words mean nothing of their own in a question, though a label is written like them."""
    lower = surface.lower()
    return lower in words("questions", "everyday") or lower.split()[-1] in ("experience", "knowledge") or (surface.islower() and surface in words("synonyms", "stop"))


def _strangers(reading: Reading, names: Mapping[str, str]) -> list[_Found]:
    found: list[_Found] = []
    lower = reading.text.lower()
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", lower):
            if reading.unread(match.start(), match.end()) and not _everyday(name):
                found.append(_Found((names[name],), match.start(), match.end()))
                reading.take(match.start(), match.end())
    return found


def _joiners(text: str, found: Sequence[_Found]) -> list[str]:
    """Return how each label is joined to the one before: a comma stands for the word that joins the last ones of its list."""
    joiners = [""] + [_joiner(text[a.end : b.start]) for a, b in pairwise(found)]
    if _EXAMPLES.search(text):
        return ["or" for _ in found]
    for i in range(len(joiners) - 2, 0, -1):
        if joiners[i] == "comma":
            joiners[i] = joiners[i + 1]
    return joiners[: len(found)]


def _joiner(between: str) -> str:
    if _COMMA.match(between):
        return "comma"
    return "or" if _OR.search(between) else "and"


def _merged(need: Need, skills: Sequence[str], name: str, similar: bool) -> Need:
    return need.model_copy(update={"skills": (*need.skills, *skills), "words": f"{need.words} or {name}", "alternatives": similar or need.alternatives})


def _adjoin(gap: str) -> bool:
    """Tell whether two labels stand in one noun phrase or clause."""
    return bool(_JOINED.match(gap)) or (len(gap.split()) <= 3 and not re.search(r"\b(?:or|not)\b", gap))


def _directed(text: str, found: Sequence[_Found], needs: Sequence[Need], gaps: Sequence[str]) -> tuple[list[Need], bool]:
    """Return two needs in the order of a move, what was left first, and whether the question tells of one."""
    if len(needs) != 2 or len(found) != 2 or not re.search(r"\b(?:migrat|mov|port|convert|switch|transition|went|replac|relocat|chang)\w*", text, re.IGNORECASE):
        return list(needs), False
    if _FROM.match(gaps[0]):
        return [needs[1], needs[0]], True
    return list(needs), bool(_TO.match(gaps[0])) and not re.match(r"\W*and\b", gaps[0])
