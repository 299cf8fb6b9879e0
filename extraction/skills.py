"""Skills named in the text: labels of the ontology in a context that allows them, and unknown ones in skill lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from skillgraph.extraction.roles import title_score
from skillgraph.extraction.work import Line, Work
from skillgraph.model import Mention, Section, SkillKind, Span
from skillgraph.ontology import Match, Matcher, Ontology, Token
from skillgraph.ontology.lexicon import lexicon, words

_SEPARATOR = re.compile(r"\s*(?:[,;|•·▪/\n\t]|\s[–—-]\s|\s{3,})\s*")
_LIST_GAP = re.compile(r"\s*(?:\([^()]{0,30}\)\s*)?(?:[,/|&+;•·(]|\band\b|\bor\b|, and)\s*\(?\s*")
_CUE_BEFORE = re.compile(
    r"(?:\b(?:in|using|use|used|with|via|written in|based on|utilizing|leveraging|like|including|knowledge of|experience in|experience with|proficient in|fluent in|mainly|language|languages|framework|learning|into|migrating to|ported to|rewritten in|developed in|built in|built on|built with|written)\b|\bfrom\b|[:+])\s*\(?$",
    re.IGNORECASE,
)
_NEVER_AFTER = re.compile(
    r"\s*(?:to\b|on\b|ahead\b|through\b|beyond\b|live\b|forward\b|from\b|over\b|above\b|back\b|away\b|wrong\b|public\b|green\b)"
)
# A capital after a word in small letters is no sentence's start: there an everyday word is a name. "at" and "for" name employers.
_NAMED_HERE = re.compile(r"(?:\b(?!(?:at|for)\b)[a-z]+\s+|,\s+|[(/])$")
_LINK = re.compile(r"\s+(?:on|with|over|via|by|in|plus)\s+(?:top of\s+|the\s+)?")
_TO = re.compile(r"\s+to\s+(?:the\s+)?")
_MOVED = re.compile(r"\b(?:from|migrat|mov(?:e|ing)|port(?:ed|ing|s)?\b|re(?:wr|built|plac)|switch|convert|transition)", re.IGNORECASE)
_MOVED_TO = re.compile(r"\b(?:migrat|mov(?:e|ing)|port(?:ed|ing|s)?\b|switch|convert|transition)[^.;:]{0,60}\bto\s+$", re.IGNORECASE)
_PART = re.compile(r"\b(?:a little|a bit of|some|mostly|later|then|plus|e\.g\.)\s+$", re.IGNORECASE)
_STRANGER = re.compile(r"\s*,\s+[A-Z][\w.+#-]*(?:\s[A-Z][\w.+#-]*)?\s*(?:,\s+(?:and\s+)?|\s+and\s+)")
_ENDS = re.compile(r"\s*(?:$|[,;.)/\n]|(?:and|or|with|on|for|in|over)\b)")
_LEVEL_PARENS = re.compile(r"\([^)]*\)")
_UNKNOWN = re.compile(r"[^\W_][\w.+#&'’ /-]{0,38}[\w+#]|[A-Z][+#]?")
_CONTACT = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|bitbucket|twitter)\.com/\S*|\b[\w-]+\.(?:com|org|net|dev|me|in)/[\w/-]+",
    re.IGNORECASE,
)
# A line without any of them holds no address; the pattern itself is slow on prose.
_CONTACT_MARKS = ("@", "/", "www.", "WWW.", "Www.")


def blocked_spans(work: Work) -> list[tuple[int, int]]:
    """Return the ranges in which a skill's name is something else: names, companies, schools, links."""
    spans = [(p.company_span.start, p.company_span.end) for p in work.positions]
    for line in work.lines:
        if any(mark in line.text for mark in _CONTACT_MARKS):
            spans += [(line.start + m.start(), line.start + m.end()) for m in _CONTACT.finditer(line.text)]
    spans += [(s.start, s.end) for s in (work.person.name_span, work.person.location_span) if s]
    spans += [(c.span.start, c.span.end) for c in work.contacts if c.kind != "phone"]
    return sorted(spans)


def find_matches(work: Work, matcher: Matcher) -> None:
    """Set `tokens` and `matches` of every line, and mark the lines of experience that only enumerate skills."""
    for line in work.lines:
        tokens = matcher.tokens(work.text, line.start, line.end)
        matches = matcher.find(work.text, tokens)
        work.tokens.append(tokens)
        work.matches.append(matches)
        if (
            len(matches) > 1
            and line.section in (Section.EXPERIENCE, Section.PROJECTS)
            and not (line.item or line.dates or line.block.field)
            and not title_score(line.text)
        ):
            letters = sum(token.end - token.start for token in tokens if token.form.isalnum())
            covered = sum(match.end - match.start for match in matches)
            line.stack = line.stack or covered >= 0.8 * letters


def settle_matches(work: Work, matcher: Matcher) -> None:
    """Drop the matches that stand in names and links, and those that need a context they lack."""
    blocked = work.blocked = blocked_spans(work)
    for line, tokens, matches in zip(work.lines, work.tokens, work.matches, strict=True):
        if line.heading and line.entry is None and not line.block.field and not _titled(line):
            work.matches[line.index] = []
            continue
        here = [(a, b) for a, b in blocked if a < line.end and line.start < b] if matches else []
        free = [m for m in matches if not any(a < m.end and m.start < b for a, b in here)] if here else matches
        if line.section is Section.HEADER and not line.prose:
            free = [m for m in free if m.skill not in _SITES]
        settled = with_context(work.text, line.start, tokens, free, listed=_listed(line))
        work.matches[line.index] = coordinated(matcher, tokens, matcher.nested(work.text, tokens, settled))


# In the lines above the first section these name a link to the person's page, not a skill.
_SITES = frozenset(
    {
        "github",
        "gitlab",
        "linkedin",
        "stack-overflow",
        "medium",
        "bitbucket",
        "twitter",
        "kaggle",
        "leetcode",
        "hackerrank",
        "skype",
        "telegram",
        "facebook",
        "whatsapp",
        "gmail",
        "codepen",
        "x-twitter",
        "dev-to",
        "slack",
        "discord",
    }
)


def _titled(line: Line) -> bool:
    return line.section in (Section.HEADER, Section.EXPERIENCE, Section.PROJECTS)


def _listed(line: Line) -> bool:
    """Tell whether a line enumerates skills."""
    return line.stack or (line.section is Section.SKILLS and not line.prose and not line.heading)


def _told(text: str, start: int, matches: list[Match], i: int, sure: set[int]) -> bool:
    """Tell whether the words around a guarded label make it a name: `Feast on Redis`, `from RCS to CVS`, `a little Ada`."""
    match = matches[i]
    before, ends = text[start : match.start], _ENDS.match(text, match.end, match.end + 24)
    if not _NAMED_HERE.search(before):
        return False
    if ends and (_PART.search(before) or _MOVED_TO.search(before)):
        return True
    if i + 1 < len(matches):
        gap = text[match.end : matches[i + 1].start]
        if (i + 1 in sure and _LINK.fullmatch(gap)) or (_TO.fullmatch(gap) and before.lower().endswith("from ")):
            return True
    if not ends or i - 1 not in sure:
        return False
    gap = text[matches[i - 1].end : match.start]
    moved = _TO.fullmatch(gap) and _MOVED.search(text, start, matches[i - 1].start)
    return bool(moved or _LINK.fullmatch(gap) or _STRANGER.fullmatch(gap))


def with_context(text: str, start: int, tokens: list[Token], matches: list[Match], *, listed: bool) -> list[Match]:
    """Drop the matches whose label needs a list, a neighbouring skill or a cue and has none.

    Args:
        text: The whole text.
        start: Where the line begins.
        tokens: The line's tokens.
        matches: The line's matches, in text order.
        listed: The line is a list of skills.
    """
    sure = {i for i, match in enumerate(matches) if not match.needs_context}
    for i, match in enumerate(matches):
        if i in sure:
            continue
        before, after = text[max(start, match.start - 40) : match.start], text[match.end : match.end + 24]
        if after.startswith(("$", "€", "£", "₹")):
            continue
        if not match.loose and _told(text, start, matches, i, sure):
            sure.add(i)
            continue
        if _NEVER_AFTER.match(after) and not (listed and "," in after[:2]):
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(matches) and (j in sure or j > i)]
        neighbour = any(_LIST_GAP.fullmatch(text[min(match.end, matches[j].end) : max(match.start, matches[j].start)]) for j in beside)
        glued = any(text[min(match.end, matches[j].end) : max(match.start, matches[j].start)] == "" for j in beside)
        alone = listed and _bounded(before, after)
        following = tokens[match.last].form if match.last < len(tokens) else ""
        used = following in words("cues", "after_tool") and bool(re.match(r"[\s-]", after))
        if match.loose:
            if (listed and (alone or neighbour)) or (
                neighbour
                and any(
                    j in sure and _LIST_GAP.fullmatch(text[min(match.end, matches[j].end) : max(match.start, matches[j].start)])
                    for j in beside
                )
            ):
                sure.add(i)
            continue
        if (
            neighbour
            or glued
            or alone
            or used
            or (_CUE_BEFORE.search(before) and not re.match(r"\s+[a-z]+s?\b", after))
            or (_CUE_BEFORE.search(before) and re.match(r"\s+(?:and|or|for|on|to|with|in|at|as|by|backend|code|service)\b", after))
        ):
            sure.add(i)
    return [match for i, match in enumerate(matches) if i in sure]


_OPENS = re.compile(r"(?:^|[,;|•·/:(\n\t&]|\band|\bor|\s[-–])\s*$")
_CLOSES = re.compile(r"\s*(?:$|[,;|•·/)\n\t(&.]|and\b|or\b|[-–]\s)")


def _bounded(before: str, after: str) -> bool:
    """Tell whether a label fills a whole item of a list."""
    return bool(_OPENS.search(before)) and bool(_CLOSES.match(after))


def coordinated(matcher: Matcher, tokens: list[Token], matches: list[Match]) -> list[Match]:
    """Add what a shared head stands for: `unit and integration tests` names unit tests too."""
    added: list[Match] = []
    taken = {i for m in matches for i in range(m.first, m.last)}
    for match in matches:
        if match.last - match.first < 2:
            continue
        rest = [token.form for token in tokens[match.first + 1 : match.last]]
        i = match.first - 1
        while i >= 1 and tokens[i].form in ("and", "or", ",", "/"):
            while i >= 1 and tokens[i].form in ("and", "or", ",", "/"):
                i -= 1
            if i in taken or not tokens[i].form.isalnum():
                break
            labels = next((found for tail in _heads(rest) if (found := matcher.lookup([tokens[i].form, *tail]))), [])
            if not labels:
                break
            added.append(Match(labels[0].skill, tokens[i].start, tokens[i].end, i, i + 1, False))
            i -= 1
    return sorted([*matches, *added], key=lambda m: m.start) if added else matches


def _heads(rest: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield what a coordination may share of a label's words but the first: of `to end tests` that and, at last, `tests`."""
    for cut in range(len(rest), 0, -1):
        yield rest[:cut]
    for cut in range(1, len(rest)):
        yield rest[cut:]


def mention_of(match: Match, line: Line, text: str, ontology: Ontology) -> Mention:
    """Return the mention that a match is."""
    skill = ontology.by_id[match.skill]
    return Mention(
        skill=skill.id, name=skill.label, kind=skill.kind, surface=text[match.start : match.end],
        span=Span(start=match.start, end=match.end), section=line.section, position=line.entry,
    )  # fmt: skip


def find_mentions(work: Work, ontology: Ontology) -> None:
    """Set `mentions`: the curated ones and the unknown items of skill lists, in text order."""
    blocked = work.blocked
    titles = [(span.start, span.end) for span in (work.person.title_span, *(p.title_span for p in work.positions)) if span is not None]
    for line, matches in zip(work.lines, work.matches, strict=True):
        found = [
            mention_of(match, line, work.text, ontology) for match in matches if not _names_a_field(match, line, work, ontology, titles)
        ]
        if line.section in _TOLD and line.word_count > 5:
            found += _constructions(line, found, ontology)
        if _listed(line):
            found += _unknown_items(line, found) if not _category(line, work) else []
        elif line.section in (Section.EXPERIENCE, Section.PROJECTS) and not line.heading:
            found += _unknown_neighbours(line, found, work)
            found += _coined_names(line, found, work, blocked)
        work.mentions += sorted(found, key=lambda m: m.span.start)


_TOLD = frozenset({Section.EXPERIENCE, Section.PROJECTS, Section.SUMMARY})


@cache
def _patterns() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    entries = lexicon("constructions")["patterns"]
    return tuple(
        (entry["skill"], tuple(map(str, entry.get("needs", ()))), re.compile(entry["pattern"], re.IGNORECASE)) for entry in entries
    )


def _constructions(line: Line, known: list[Mention], ontology: Ontology) -> list[Mention]:
    """Return the concepts that a line states by a turn of phrase, where it does not name them too."""
    named = {mention.skill for mention in known}
    found: list[Mention] = []
    lower = line.text.lower()
    for skill, needs, pattern in _patterns():
        for letters in needs:
            if letters in lower:
                break
        else:
            if needs:
                continue
        if skill in named or skill not in ontology.by_id:
            continue
        match = pattern.search(line.text)
        if match:
            span = Match(skill, line.start + match.start(), line.start + match.end(), 0, 0, False)
            found.append(mention_of(span, line, "", ontology).model_copy(update={"surface": match.group()}))
            named.add(skill)
    return found


def _names_a_field(match: Match, line: Line, work: Work, ontology: Ontology, titles: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a concept's label names a job, a course of study or a group of skills, which states no work with it."""
    if ontology.by_id[match.skill].kind is SkillKind.TECHNOLOGY:
        return False
    if line.section is Section.EDUCATION or (line.heading and line.section is not Section.PROJECTS):
        return True
    if (line.section is Section.SKILLS and match.end <= line.start + line.label_end) or _category(line, work):
        return True
    return any(start <= match.start < end for start, end in titles)


def _category(line: Line, work: Work) -> bool:
    """Tell whether a named field is the title of a group of skills that follow."""
    field = line.block.field
    after = work.lines[line.index + 1].block.field if line.index + 1 < len(work.lines) else ""
    return field.startswith("skills.") and field.endswith(".name") and after.startswith(field.removesuffix("name"))


@cache
def _no_skills() -> frozenset[str]:
    return (
        words("cues", "soft_skills")
        | words("cues", "human_languages")
        | words("cues", "stack_labels")
        | {"etc", "and more", "others", "other", "more", "various", "basic", "advanced", "etc."}
    )


def _uncurated(surface: str, start: int, line: Line) -> Mention:
    slug = re.sub(r"[^a-z0-9]+", "-", surface.lower()).strip("-")
    return Mention(
        skill=f"x-{slug or surface.encode().hex()}", name=surface, kind=SkillKind.TECHNOLOGY, surface=surface,
        span=Span(start=start, end=start + len(surface)), section=line.section, position=line.entry, curated=False,
    )  # fmt: skip


def _unknown_items(line: Line, known: list[Mention]) -> list[Mention]:
    """Return the items of a skill list that hold no label of the ontology."""
    found: list[Mention] = []
    at = line.label_end
    text = line.text
    if line.block.cells and not known:
        return []
    if len(line.block.cells) > 1 and not line.label_end:
        at = line.block.cells[0].end - line.start
    label = text[: line.label_end].lower()
    if any(word in label for word in ("soft", "spoken", "interpersonal", "personal", "human")) or (
        line.word_count > 60 and "," not in text
    ):
        return []
    for piece in [*_SEPARATOR.split(text[at:])]:
        start = text.find(piece, at)
        at = start + len(piece)
        body = _LEVEL_PARENS.sub("", piece).strip(" .•*-–()[]\"'“”")
        low = start + piece.find(body) if body else start
        if not body or any(m.span.start < line.start + at and line.start + start < m.span.end for m in known):
            continue
        count = len(body.split())
        if (
            not _UNKNOWN.fullmatch(body)
            or count > 3
            or body.lower() in _no_skills()
            or any(w in _no_skills() for w in (body.lower().rstrip("s"), body.lower().split()[-1]))
        ):
            continue
        if not any(c.isupper() for c in body) or body.split()[0].lower() in _STARTERS or any(w.lower() in _FILLERS for w in body.split()):
            continue
        if not re.search(r"[^\W\d]", body) or (count == 1 and len(body) < 2):
            continue
        found.append(_uncurated(body, line.start + low, line))
    return found


_STARTERS = frozenset(
    [
        "and",
        "or",
        "with",
        "experience",
        "experienced",
        "knowledge",
        "familiar",
        "strong",
        "proficient",
        "good",
        "excellent",
        "ability",
        "able",
        "various",
        "working",
        "years",
        "over",
        "other",
        "including",
        "fluent",
        "expert",
        "basic",
        "advanced",
        "using",
        "the",
        "a",
        "an",
        "in",
        "my",
        "i",
        "highly",
        "solid",
        "deep",
        "understanding",
        "skilled",
        "comfortable",
        "also",
        "some",
        "all",
        "any",
        "building",
        "developing",
        "writing",
        "creating",
        "managing",
        "designing",
    ]
)
_FILLERS = frozenset(
    [
        "and",
        "or",
        "of",
        "with",
        "for",
        "in",
        "to",
        "the",
        "a",
        "an",
        "is",
        "are",
        "skills",
        "experience",
        "knowledge",
        "tools",
        "languages",
        "frameworks",
        "databases",
        "technologies",
        "years",
        "others",
        "etc",
        "principles",
        "concepts",
        "best",
        "practices",
        "methodologies",
        "environments",
        "systems",
        "level",
        "native",
        "intermediate",
        "beginner",
        "expert",
        "proficient",
    ]
)
_PROPER = re.compile(r"[A-Z][\w.+#-]*(?:\s[A-Z][\w.+#-]*){0,2}")


# Names with a capital inside, as products are called: SQLCipher, LeadSquared, jOOQ.
_COINED = re.compile(
    r"(?<![\w@./-])(?:[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|[A-Z]{2,}[a-z]{2,}[A-Za-z0-9]*|[a-z]+[A-Z][A-Za-z0-9]+)(?![\w@/]|\.\w)"
)
_NO_NAMES = frozenset(
    [
        "gmbh",
        "phd",
        "mcdonald",
        "linkedin",
        "youtube",
        "ebay",
        "paypal",
        "iphone",
        "ipad",
        "whatsapp",
        "devops",
        "saas",
        "paas",
        "iaas",
        "apis",
        "sdks",
        "ids",
        "pcs",
        "vms",
        "cvs",
        "prs",
        "kpis",
        "slas",
        "slos",
        "okrs",
        "b2b",
        "b2c",
        "youtubers",
        "mvps",
        "pocs",
        "dbas",
        "ceos",
        "ctos",
        "uis",
        "urls",
        "pdfs",
        "cpus",
        "gpus",
        "roi",
    ]
)


def _coined_names(line: Line, known: list[Mention], work: Work, blocked: list[tuple[int, int]]) -> list[Mention]:
    """Return names with a capital inside that the ontology does not know and no company, school or person of the document has."""
    found: list[Mention] = []
    for match in _COINED.finditer(line.text):
        start, end = line.start + match.start(), line.start + match.end()
        name = match.group()
        if (
            name.lower() in _NO_NAMES
            or any(name in p.company for p in work.positions)
            or any(m.span.start < end and start < m.span.end for m in known)
            or any(a < end and start < b for a, b in blocked)
        ):
            continue
        found.append(_uncurated(name, start, line))
    return found


def _unknown_neighbours(line: Line, known: list[Mention], work: Work) -> list[Mention]:
    """Return proper names that stand in one enumeration between or beside technologies the ontology knows."""
    tools = [m for m in known if m.kind is SkillKind.TECHNOLOGY]
    if len(tools) < 2:
        return []
    found: list[Mention] = []
    text = work.text
    for tool in tools:
        after = re.match(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)", text[tool.span.end : line.end])
        if not after:
            continue
        start = tool.span.end + after.end()
        name = _PROPER.match(text, start, line.end)
        if not name or any(m.span.start < name.end() and start < m.span.end for m in known):
            continue
        if (
            re.match(r"\s*(?:,|and\b|\.|$|\)|for\b|to\b)", text[name.end() : line.end])
            and name.group().lower() not in _no_skills()
            and len(name.group()) > 1
        ):
            if name.group().split()[0].lower() in _STARTERS or (name.group().isupper() and len(name.group()) > 6):
                continue
            found.append(_uncurated(name.group().rstrip("."), start, line))
    return found
