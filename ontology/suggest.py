"""Skills that the ontology does not know, ranked by who names them, and their way into a user's overlay file.

In: profiles, and the texts they were read from. Out: suggestions with example sentences; an overlay file with the
accepted ones, its other contents untouched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pydantic import Field

from skillgraph.model import Frozen, Mention, Profile, SkillKind, Stance
from skillgraph.ontology.entry import NewSkill, guards, skill_id
from skillgraph.ontology.forms import tokenize

_EXAMPLES = 3
_LONGEST = 200


class Suggestion(Frozen):
    """One skill outside the ontology."""

    id: str = Field(description="id under which the graph has it now")
    label: str = Field(description="the form in which most documents write it")
    surfaces: tuple[str, ...] = Field(description="every written form, sorted")
    people: int = Field(description="people who name it")
    documents: int = Field(description="documents that name it")
    mentions: int = Field(description="places that name it")
    examples: tuple[str, ...] = Field(description="up to three lines that name it, those of work done first")


class _Use(NamedTuple):
    """One uncurated mention, the person and document it stands in, and its line."""

    person: str
    document: str
    mention: Mention
    line: str
    work: bool


def suggest(
    profiles: Iterable[Profile], texts: Mapping[str, str] | None = None, *, people: Mapping[str, str] | None = None
) -> tuple[Suggestion, ...]:
    """Return the uncurated skills, those of most people first, then of most documents, then by name.

    Args:
        profiles: One a document.
        texts: Document hash → text, for the lines that examples are taken from; without it only achievements give any.
        people: Document hash → person; without it a document is a person of its own.
    """
    uses: dict[str, list[_Use]] = {}
    for profile in profiles:
        person = (people or {}).get(profile.sha256, profile.sha256)
        text = (texts or {}).get(profile.sha256)
        for mention in profile.mentions:
            if not mention.curated and mention.stance is not Stance.NEGATED:
                line, work = _line(mention, profile, text)
                uses.setdefault(mention.skill, []).append(_Use(person, profile.sha256, mention, line, work))
    return tuple(sorted((_suggestion(key, found) for key, found in uses.items()), key=_order))


def _order(suggestion: Suggestion) -> tuple[int, int, int, str]:
    return (-suggestion.people, -suggestion.documents, -suggestion.mentions, suggestion.id)


def _suggestion(key: str, uses: Sequence[_Use]) -> Suggestion:
    surfaces = Counter(use.mention.surface for use in uses)
    best = min(surfaces, key=lambda surface: (-surfaces[surface], surface))
    # One line a document first: three lines of one résumé say less than one each of three.
    ranked = sorted(uses, key=lambda use: (not use.work, use.document, use.mention.span.start))
    seen: Counter[str] = Counter()
    turns = []
    for use in ranked:
        turns.append((seen[use.document], use))
        seen[use.document] += 1
    lines = dict.fromkeys(use.line for _, use in sorted(turns, key=lambda turn: turn[0]) if use.line)
    return Suggestion(
        id=key, label=best, surfaces=tuple(sorted(surfaces)), people=len({use.person for use in uses}),
        documents=len({use.document for use in uses}), mentions=len(uses), examples=tuple(lines)[:_EXAMPLES],
    )  # fmt: skip


def _line(mention: Mention, profile: Profile, text: str | None) -> tuple[str, bool]:
    """Return the sentence or line around a mention, and whether it tells of work done."""
    span = mention.span
    for achievement in profile.achievements:
        if achievement.span.start <= span.start < achievement.span.end:
            return _shortened(achievement.text, mention.surface), True
    if text is None or span.end > len(text):
        return "", False
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return _shortened(text[start : end if end >= 0 else len(text)], mention.surface), False


def _shortened(line: str, surface: str) -> str:
    words = " ".join(line.split())
    if len(words) <= _LONGEST:
        return words
    at = max(words.find(surface), 0)
    start = max(0, min(at - _LONGEST // 2, len(words) - _LONGEST))
    return f"{'… ' * (start > 0)}{words[start : start + _LONGEST].strip()}{' …' * (start + _LONGEST < len(words))}"


def new_skill(suggestion: Suggestion, *, kind: SkillKind, broader: Sequence[str] = (), note: str = "") -> NewSkill:
    """Return the entry that makes a suggestion part of the ontology."""
    labels = list(_distinct((suggestion.label, *suggestion.surfaces)))
    case, context = guards(labels, kind)
    return NewSkill(
        id=skill_id(labels[0]), label=labels[0], kind=kind, alt=tuple(labels[1:]),
        broader=tuple(broader), case=case, context=context, note=note,
    )  # fmt: skip


def _distinct(labels: Iterable[str]) -> Iterator[str]:
    """Yield labels that are cut into different tokens; other cases and hyphens of one label are reached by rule."""
    seen = set()
    for label in labels:
        tokens = tokenize(label)
        if tokens and tokens not in seen:
            seen.add(tokens)
            yield label
