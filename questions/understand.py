"""From the words of a question to a plan, by an explicit grammar; what is not understood is named, never guessed.

Order: figures and times, names of companies, places and people, labels of the ontology and how they are joined, kinds of
involvement, and at last descriptions in plain words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from skillgraph.model import SkillKind
from skillgraph.ontology import Match, Matcher, Ontology
from skillgraph.ontology.lexicon import lexicon, places, words
from skillgraph.questions.paraphrase import Meaning, Meanings, content
from skillgraph.questions.plan import Asks, Change, Conditions, Involvement, Need, Plan

LONGEST = 2000
LEAST = 0.48  # below this a description shares too little with any definition
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20}
_N = r"(?P<n>\d+(?:[.,]\d+)?|" + "|".join(_NUMBER_WORDS) + r")"
_LEAST = r"(?P<least>more than|over|above|at least|minimum|min\.?|no less than|>=?|\+)"
_THRESHOLD = re.compile(
    rf"(?:\bby\s+)?(?:(?P<cmp>more than|over|above|greater than|at least|no less than|less than|under|below|at most|up to|>=?|<=?)\s*)?{_N}\s*(?P<plus>\+)?\s*(?P<unit>%|percent|per cent|ms|milliseconds|seconds|s\b|minutes|hours|x\b|times|fold)(?:\s+or more)?",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?:by|in)\s+(?:more than |over |at least )?(?:a\s+)?half\b|\bhalved?\b|\bhalving\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?P<word>doubled?|doubling|tripled?|tripling)\b", re.IGNORECASE)
_YEARS = re.compile(rf"(?:(?P<cmp>more than|over|at least|minimum|min\.?|less than|under|fewer than|up to|at most|>=?|<)\s*)?{_N}\s*(?P<plus>\+)?\s*(?:or more\s+)?(?P<unit>years?|yrs?|months?)(?:['’]?\s+(?:of\s+)?(?:experience|work|practice|exposure))?(?:\s+(?:of|with|in|using))?", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|after|from)\s+(?P<year>(?:19|20)\d\d(?:-\d\d)?)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until|prior to)\s+(?P<year>(?:19|20)\d\d(?:-\d\d)?)\b", re.IGNORECASE)
_RECENT = re.compile(rf"\b(?:in|within|over|during)\s+the\s+(?:last|past)\s+(?:{_N}\s+)?(?P<unit>years?|months?)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:currently|at present|at the moment|right now|today|presently|these days|now)\b", re.IGNORECASE)
_TEAM = re.compile(rf"\bteams?\s+of\s+(?:(?:more than|over|at least)\s+)?{_N}|\b(?:led|lead|managed|managing)\s+(?:(?:more than|over|at least)\s+)?{_N.replace('<n>', '<m>')}\s+(?:people|engineers|developers|reports)", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“]([^\"”]{2,80})[\"”]")
_AT_COMPANY = re.compile(r"\b(?:at|for|from|in|with|of)\s+(?:the\s+)?$", re.IGNORECASE)
_COUNT = re.compile(r"^\W*(?:how many)\b", re.IGNORECASE)
_YES_NO = re.compile(r"^\W*(?:is there|are there|do we|does any|does some|has any|have we|did any|can any|is any)", re.IGNORECASE)
_OF_PERSON = re.compile(r"^\W*(?:what|which)\b.*?\b(?P<what>skills?|technologies|tools|know|knows|built|build|done|do|did|achieved|worked on|work on)\b", re.IGNORECASE)
_YEARS_OF = re.compile(r"^\W*how (?:long|many years)\b", re.IGNORECASE)
_PATH = re.compile(r"\b(?:path|connect|connected|connection|link|linked|related)\b", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:other than|except(?: for)?|besides|apart from|aside from|instead of|rather than|different from|but not|excluding)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|without|no|never|but no|lack|lacks|lacking|nor|excluding|isn't|hasn't|haven't)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_OR = re.compile(r"^\W*(?:or|/|and/or|,\s*or)\W*(?:\w+\s+){0,2}$|^\s*/\s*$", re.IGNORECASE)
_SIMILAR = re.compile(r"\b(?:similar|comparable|equivalent|alike|something like|such as|like)\b", re.IGNORECASE)
_JOINED = re.compile(r"^\s*(?:[-‑]?based|[-‑]?backed|[-‑]?driven|with|using|on|over|via|through|by means of|for|in|from|to|into|onto|of|by|built on|powered by|atop|behind|against)?\s*(?:an?|the|its|their)?\s*$", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\b|\bas well as\b|\band also\b|\btogether with\b", re.IGNORECASE)
_INVOLVED = (
    (Involvement.MIGRATED, re.compile(r"\b(?:migrat\w+|moved|moves|move|ported|converted|switched|transitioned|went|replaced|relocated|decomposed|split|broke)\b", re.IGNORECASE)),
    (Involvement.LED, re.compile(r"\b(?:led|lead|leads|headed|managed|heads|directed|spearheaded|owned|drove)\b", re.IGNORECASE)),
    (Involvement.BUILT, re.compile(r"\b(?:built|build|builds|implement\w*|designed|designs|design|develop\w*|created|creates|create|wrote|written|write|architected|engineered|introduced|made|makes|set up|sets|put in place|shipped|delivered|coded|programmed|constructed)\b", re.IGNORECASE)),
    (Involvement.OPERATED, re.compile(r"\b(?:operat(?:ed|es|e|ing)|ran|run|runs|running|maintain\w*|administer\w*|supported|on-call)\b", re.IGNORECASE)),
    (Involvement.HANDS_ON, re.compile(r"\b(?:hands-on|practical|in production|in practice|at work|professionally|in anger)\b", re.IGNORECASE)),
)
_TITLES = {
    "junior": ("junior", "intern", "graduate", "trainee", "working student", "entry"), "senior": ("senior", "staff", "principal", "lead"), "staff": ("staff",),
    "principal": ("principal",), "intern": ("intern",), "manager": ("manager", "head", "director", "vp", "chief"), "cto": ("cto", "chief technology officer", "chief technical officer"),
    "architect": ("architect",), "director": ("director",), "vp": ("vp", "vice president"), "lead": ("lead",), "head": ("head of",), "founder": ("founder",),
}  # fmt: skip
_TITLE_WORDS = re.compile(r"\b(?P<level>junior|senior|staff|principal|lead|chief|head)?\s*(?:(?:or|and|/)\s*(?P<level2>junior|senior|staff|principal|lead)\s+)?(?P<head>(?:[a-z-]+\s){0,2}?(?:engineers?|developers?|architects?|scientists?|managers?|administrators?|analysts?|consultants?|interns?|directors?|cto|vp|founders?|freelancers?|testers?|designers?|programmers?))\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:beginning of (?:their|his|her) career|early[- ]career|fresh(?:ly)? (?:graduat\w+|out of)|entry[- ]level|new(?:ly)? graduat\w+|just started|starting out|little experience|newcomers?|beginners?)\b", re.IGNORECASE)
_TOP = re.compile(r"\b(?:heads? (?:all|the whole|the entire) (?:of )?(?:the )?(?:technical|technology|engineering|tech)\w*|(?:runs|leads|in charge of|responsible for) (?:all|the whole|the entire) (?:of )?(?:the )?(?:technical|technology|engineering|tech|it)\b|head of (?:engineering|technology)|chief technolog\w+ officer|chief technical officer|top technical)", re.IGNORECASE)
_SENIOR = re.compile(r"\b(?:very experienced|most experienced|seasoned|veteran|long-serving)\b", re.IGNORECASE)
_PLAIN_HEADS = frozenset("engineer engineers developer developers candidate candidates programmer programmers".split())


@dataclass
class Reading:
    """A question while it is read: what is still unread is in `free`."""

    text: str
    free: list[bool] = field(default_factory=list)

    def take(self, start: int, end: int) -> None:
        """Mark a range as understood."""
        for i in range(start, min(end, len(self.free))):
            self.free[i] = False

    def rest(self) -> str:
        """Return what is not understood, blanks in place of the rest."""
        return "".join(c if free else " " for c, free in zip(self.text, self.free, strict=True))


@dataclass(frozen=True)
class Names:
    """Names that stand in the graph: lower-case name → id."""

    people: dict[str, str]
    companies: dict[str, str]
    schools: dict[str, str]


class Understanding:
    """Reads questions over one ontology; built once, used for many."""

    def __init__(self, ontology: Ontology) -> None:
        """Build the matcher of labels and the index of meanings."""
        self.ontology = ontology
        self.matcher = Matcher(ontology, questions=True)
        self.meanings = Meanings(ontology)

    def plan(self, question: str, names: Names = Names({}, {}, {}), *, newest: str | None = None) -> Plan:
        """Return the plan of a question.

        Args:
            question: As somebody wrote it.
            names: People, companies and schools of the graph.
            newest: The newest month of the graph, from which "in the last two years" counts.
        """
        text = " ".join(question.split())[:LONGEST]
        reading = Reading(text, [True] * len(text))
        asks = _asks(text)
        change = _threshold(reading)
        conditions = _conditions(reading, names, newest)
        people = _named(reading, names.people)
        matches = self._labels(reading)
        change = self._change(reading, change, matches)
        needs, excluded = self._needs(reading, matches)
        needs, excluded, change = self._meanings(reading, needs, excluded, change)
        involvement = _involvement(text)
        if people and asks is Asks.PEOPLE:
            asks = _about(text, people)
        together = bool(len(needs) > 1 and not _BOTH.search(text) and involvement not in (Involvement.ANY, Involvement.HANDS_ON) and self._adjoining(text, matches))
        plan = Plan(
            question=question, asks=asks, needs=tuple(needs), together=together, excluded=tuple(excluded), involvement=involvement,
            change=change, conditions=conditions, people=tuple(people), left_out=tuple(_left_out(reading)),
        )  # fmt: skip
        return plan.model_copy(update={"asks": Asks.NOTHING}) if plan.empty else plan

    def _labels(self, reading: Reading) -> list[Match]:
        """Return the labels in what is still unread; a label with a condition on its context stands as it is written."""
        tokens = self.matcher.tokens(reading.text)
        found = [m for m in self.matcher.find(reading.text, tokens) if all(reading.free[m.start : m.end])]
        kept = [m for m in found if not self._everyday(reading.text, m)]
        return [m for m in kept if not self._verb_only(m, reading.text, kept)]

    def _everyday(self, text: str, match: Match) -> bool:
        surface = text[match.start : match.end].lower()
        return surface in words("questions", "everyday") or surface.split()[-1] in ("experience", "knowledge")

    def _verb_only(self, match: Match, text: str, kept: Sequence[Match]) -> bool:
        """Tell whether a match is the verb of the question beside the thing that it is about."""
        surface = text[match.start : match.end].lower()
        return len(kept) > 1 and surface in words("questions", "verbs")

    def _needs(self, reading: Reading, matches: list[Match]) -> tuple[list[Need], list[Need]]:
        """Group labels into needs: joined by "or" they are one, after "not" they exclude, after "other than" they do not count."""
        text = reading.text
        needs: list[Need] = []
        excluded: list[Need] = []
        last: Match | None = None
        for match in matches:
            before = text[: match.start]
            between = text[last.end : match.start] if last else ""
            words_of = text[match.start : match.end]
            reading.take(match.start, match.end)
            negated = bool(_NOT.search(before[-40:]))
            if last and _EXCEPT.search(before[-40:]) and needs and self._covers(needs[-1], match.skill):
                needs[-1] = needs[-1].model_copy(update={"except_for": (*needs[-1].except_for, match.skill)})
            elif last and re.search(r"(?:other than|except(?: for)?|besides|apart from|aside from|but not|rather than|instead of|excluding)\W*(?:\w+\W+){0,2}$", before[-40:], re.IGNORECASE):
                excluded.append(Need(words=words_of, skills=(match.skill,)))
            elif negated and (needs or "not" in before.lower()):
                excluded.append(Need(words=words_of, skills=(match.skill,)))
            elif last and needs and (_OR.match(between) or re.search(r"\bor\b", between)):
                merged = needs[-1]
                similar = bool(_SIMILAR.search(between)) or merged.alternatives
                needs[-1] = merged.model_copy(update={"skills": (*merged.skills, match.skill), "words": f"{merged.words} or {words_of}", "alternatives": similar})
            else:
                needs.append(Need(words=words_of, skills=(match.skill,), alternatives=bool(_SIMILAR.search(before[-24:]))))
            last = match
        if last and needs and _SIMILAR.search(text[last.end :]):
            needs[-1] = needs[-1].model_copy(update={"alternatives": True})
            for similar in _SIMILAR.finditer(text, last.end):
                reading.take(similar.start(), similar.end())
        return needs, excluded

    def _covers(self, need: Need, skill: str) -> bool:
        """Tell whether a skill is one of those that a need would accept."""
        above = self.ontology.inferred_from(skill)
        return any(wanted == skill or wanted in above for wanted in need.skills)

    def _adjoining(self, text: str, matches: list[Match]) -> bool:
        """Tell whether all labels of a question stand in one noun phrase or clause."""
        gaps = [text[a.end : b.start] for a, b in zip(matches, matches[1:], strict=False)]
        return all(_JOINED.match(gap) or len(gap.split()) <= 3 and not re.search(r"\b(?:or|not)\b", gap) for gap in gaps)

    def _change(self, reading: Reading, change: Change | None, matches: list[Match]) -> Change | None:
        """Return the change of a figure that a question asks for, its thing taken from the words around the verb."""
        verb = _change_verb(reading.text)
        if change is None and verb is None:
            return None
        thing, loose = self._thing(reading, verb, matches)
        if not thing:
            return None
        direction = _direction(verb[0] if verb else "", thing)
        if change is None and not _measurable(thing):
            return None
        if verb:
            reading.take(verb[1], verb[2])
        base = change or Change(words=(), direction="")
        return base.model_copy(update={"words": thing, "loose": loose, "direction": direction})

    def _thing(self, reading: Reading, verb: tuple[str, int, int] | None, matches: list[Match]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words for what was measured: a family of the lexicon that the question names."""
        lower = reading.text.lower()
        for name, family in lexicon("questions")["measures"].items():
            named = [str(w) for w in (name, *family["words"]) if re.search(rf"\b{re.escape(str(w))}", lower)]
            if named:
                for word in named:
                    at = lower.find(word)
                    reading.take(at, at + len(word))
                kept = [m for m in matches if not any(w in lower[m.start : m.end] for w in named)]
                matches[:] = kept
                return tuple(dict.fromkeys([str(name), *map(str, family["words"])])), tuple(map(str, family.get("near", ())))
        return (), ()

    def _meanings(self, reading: Reading, needs: list[Need], excluded: list[Need], change: Change | None) -> tuple[list[Need], list[Need], Change | None]:
        """Read what is left as a description, and put a good reading of the whole in place of weak labels."""
        if not content(reading.rest()) and not needs:
            return needs, excluded, change
        weak = [need for need in needs if self._weak(need)]
        strong = [need for need in needs if not self._weak(need)]
        whole = self.meanings.find(reading.text)
        if strong or (change is not None and (change.least is not None or change.most is not None)):
            left = " ".join(_left_out(reading))
            if self._misread(strong, whole, left) and change is None:
                reading.take(0, len(reading.text))
                return [_meant(whole, reading.text)], excluded, self._measured(_meant(whole, reading.text), reading.text)
            rest = self.meanings.find(left) if len(content(left)) >= 3 else []
            if rest and rest[0].score >= 0.8 and change is None:
                reading.take(0, len(reading.text))
                return [*needs, _meant(rest, left)], excluded, change
            return needs, excluded, change
        if whole and whole[0].score >= LEAST:
            best = _meant(whole, reading.text)
            measured = self._measured(best, reading.text)
            if change is not None and measured is None:
                return needs, excluded, change
            reading.take(0, len(reading.text))
            return [best], excluded, measured
        return needs, excluded, change

    def _misread(self, needs: Sequence[Need], whole: Sequence[Meaning], left: str) -> bool:
        """Tell whether a description of the whole question says more than the one concept that a few of its words are."""
        concepts = all(self.ontology.by_id[s].kind is SkillKind.CONCEPT for need in needs for s in need.skills)
        named = {s for need in needs for s in need.skills}
        return concepts and len(needs) == 1 and len(content(left)) >= 2 and bool(whole) and whole[0].score >= 0.6 and whole[0].skill not in named

    def _measured(self, need: Need, text: str) -> Change | None:
        """Return the change that a described thing must have seen, where it is one that is measured."""
        verb = _change_verb(text)
        for name, family in lexicon("questions")["measures"].items():
            if any(skill in family.get("skills", ()) for skill in need.skills) and verb:
                return Change(words=tuple(dict.fromkeys([str(name), *map(str, family["words"])])), loose=tuple(map(str, family.get("near", ()))), direction=str(family["better"]))
        return None

    def _weak(self, need: Need) -> bool:
        """Tell whether a need rests on ordinary words that happen to be labels."""
        if any(self.ontology.by_id[s].kind is SkillKind.TECHNOLOGY for s in need.skills):
            return False
        label = need.words
        return " " not in label.strip() and "-" not in label and label.islower() and label not in {self.ontology.by_id[s].label.lower() for s in need.skills}


def _meant(found: Sequence[Meaning], text: str) -> Need:
    """Return the need that the likeliest meanings make: the best, and those hardly behind it."""
    best = found[0].score
    near = [m.skill for m in found[:4] if m.score >= 0.88 * best]
    behind = [m.skill for m in found[:8] if m.skill not in near and m.score >= max(0.62 * best, LEAST)]
    return Need(words=text.strip(" ?.!"), skills=tuple(near), paraphrase=True, behind=tuple(behind))


def _asks(text: str) -> Asks:
    if _YEARS_OF.match(text):
        return Asks.YEARS
    if _COUNT.match(text):
        return Asks.COUNT
    if _YES_NO.match(text):
        return Asks.YES_NO
    return Asks.PEOPLE


def _about(text: str, people: Sequence[str]) -> Asks:
    if len(people) == 2 and _PATH.search(text):
        return Asks.PATH
    match = _OF_PERSON.match(text)
    if match:
        return Asks.SKILLS if match["what"].lower() in ("skill", "skills", "technologies", "tools", "know", "knows") else Asks.WORK
    return Asks.PEOPLE


def _value(text: str) -> float:
    return float(_NUMBER_WORDS.get(text.lower(), 0) or text.replace(",", "."))


def _threshold(reading: Reading) -> Change | None:
    match = _THRESHOLD.search(reading.text)
    if match:
        reading.take(match.start(), match.end())
        unit = {"percent": "%", "per cent": "%", "times": "x", "fold": "x", "milliseconds": "ms", "seconds": "s", "minutes": "min", "hours": "h"}.get(match["unit"].lower(), match["unit"].lower())
        below = (match["cmp"] or "").lower() in ("less than", "under", "below", "at most", "<", "<=", "up to")
        strict = (match["cmp"] or "").lower() in ("more than", "over", "above", "greater than", ">")
        value = _value(match["n"])
        return Change(words=(), direction="", least=None if below else value, most=value if below else None, unit=unit, strict=strict)
    if half := _HALF.search(reading.text):
        reading.take(half.start(), half.end())
        return Change(words=(), direction="", least=50.0, unit="%")
    if times := _TIMES.search(reading.text):
        return Change(words=(), direction="increase", least=3.0 if times["word"].lower().startswith("tripl") else 2.0, unit="x")
    return None


def _change_verb(text: str) -> tuple[str, int, int] | None:
    for match in re.finditer(r"[A-Za-z-]+", text):
        word = match.group().lower()
        if word in words("questions", "change"):
            return word, match.start(), match.end()
    return None


def _direction(verb: str, thing: Sequence[str]) -> str:
    family = next((f for name, f in lexicon("questions")["measures"].items() if name == thing[0]), None)
    better = str(family["better"]) if family else ""
    if verb in words("verbs", "improve") or verb in words("questions", "better") or not verb:
        return better
    if verb in words("verbs", "decrease"):
        return "decrease"
    return "increase" if verb in words("verbs", "increase") else better


def _measurable(thing: Sequence[str]) -> bool:
    return bool(thing)


def _months_back(newest: str | None, months: int) -> str | None:
    if not newest:
        return None
    year, month = int(newest[:4]), int(newest[5:7] or 12) if len(newest) > 4 else 12
    total = year * 12 + month - 1 - months
    return f"{total // 12}-{total % 12 + 1:02}"


def _conditions(reading: Reading, names: Names, newest: str | None) -> Conditions:
    text = reading.text
    found: dict[str, object] = {}
    if recent := _RECENT.search(text):
        count = _value(recent["n"]) if recent["n"] else 1
        found["since"] = _months_back(newest, int(count * (12 if recent["unit"].lower().startswith("y") else 1)))
        reading.take(recent.start(), recent.end())
    for pattern, name in ((_SINCE, "since"), (_BEFORE, "before")):
        if match := pattern.search(text):
            found[name] = match["year"]
            reading.take(match.start(), match.end())
    for match in _YEARS.finditer(text):
        if all(reading.free[match.start() : match.end()]):
            months = int(_value(match["n"]) * (12 if match["unit"].lower().startswith("y") else 1))
            below = (match["cmp"] or "").lower() in ("less than", "under", "fewer than", "up to", "at most", "<")
            found["at_most_months" if below else "months"] = months
            reading.take(match.start(), match.end())
            break
    if team := _TEAM.search(text):
        found["team"] = int(_value(next(g for g in team.groups() if g)))
        reading.take(team.start(), team.end())
    found["companies"] = tuple(_named(reading, names.companies, after=True))
    found["schools"] = tuple(_named(reading, names.schools))
    found["places"] = tuple(_places(reading))
    titles, now = _titles(reading)
    found["titles"] = titles
    if _EARLY.search(text):
        found["at_most_months"] = 30
        reading.take(0, len(text))
    if now or _NOW.search(text):
        found["now"] = True
    return Conditions(**{key: value for key, value in found.items() if value is not None})  # type: ignore[arg-type]


def _titles(reading: Reading) -> tuple[tuple[str, ...], bool]:
    """Return the words of titles that a question asks for: "a staff or principal engineer"."""
    text = reading.text
    if top := _TOP.search(text):
        reading.take(0, len(text)) if len(text) < 90 else reading.take(top.start(), top.end())
        return ("cto", "chief technology officer", "chief technical officer", "vp of engineering", "vp engineering", "head of engineering", "head of technology", "director of engineering"), False
    found: list[str] = []
    asked = re.search(r"\b(?:is|are|as|was|were|find|show|list|any|which|who)\b", text, re.IGNORECASE)
    for match in _TITLE_WORDS.finditer(text):
        levels = [level.lower() for level in (match["level"], match["level2"]) if level]
        head = match["head"].lower().strip()
        plain = head in _PLAIN_HEADS
        if not levels and plain or not asked:
            continue
        if not levels and not re.search(r"\b(?:an?|as|are|is|was|were|worked as|titled)\s+$", text[: match.start("head")], re.IGNORECASE):
            continue
        last = head.split()[-1].rstrip("s")
        found += [w for level in levels for w in _TITLES.get(level, (level,))] if levels else [head.rstrip("s")]
        if levels and not plain and last in _TITLES:
            found = [f"{level} {last}" for level in levels]
        reading.take(match.start(), match.end())
    return tuple(dict.fromkeys(found)), False


def _named(reading: Reading, names: dict[str, str], *, after: bool = False) -> list[str]:
    """Return the ids of the names that a question mentions, the longest names first."""
    lower = reading.text.lower()
    found: list[tuple[int, str]] = []
    for name in sorted(names, key=lambda n: (-len(n), n)):
        at = lower.find(name) if len(name) > 2 else -1
        while at >= 0:
            end = at + len(name)
            bounded = not (at and lower[at - 1].isalnum()) and not (end < len(lower) and lower[end].isalnum())
            if bounded and all(reading.free[at:end]) and (not after or _AT_COMPANY.search(reading.text[:at]) or " " in name):
                found.append((at, names[name]))
                reading.take(at, end)
            at = lower.find(name, end)
    return [identity for _, identity in sorted(found)]


def _places(reading: Reading) -> list[str]:
    found: list[str] = []
    for match in re.finditer(r"\b(?:in|from|near|around|based in|located in|living in)\s+((?:[A-ZÀ-Þ][\w'’.-]+)(?:\s[A-ZÀ-Þ][\w'’.-]+){0,2})", reading.text):
        parts = match[1].split()
        for size in range(len(parts), 0, -1):
            name = " ".join(parts[:size])
            end = match.start(1) + len(name)
            if name.lower() in places() and all(reading.free[match.start(1) : end]):
                found.append(name)
                reading.take(match.start(), end)
                break
    return found


def _involvement(text: str) -> Involvement:
    return next((kind for kind, pattern in _INVOLVED if pattern.search(text)), Involvement.ANY)


def _left_out(reading: Reading) -> list[str]:
    """Return the words that carry meaning and were not understood."""
    skip = words("synonyms", "stop") | words("questions", "everyday") | words("questions", "verbs") | words("questions", "change") | words("questions", "ignored")
    return [word for word in re.findall(r"[^\W_][\w’'+#.-]*", reading.rest()) if word.lower().strip(".'’") not in skip and len(word) > 2 and not word.isdigit()]
