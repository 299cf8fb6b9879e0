"""Look at the ontology: its areas, its skills, one skill with all that is known of it, a tree, a search.

In: an ontology and what is asked for. Out: small records, sorted, ready to be printed in any form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import Field
from rapidfuzz import fuzz, process, utils

from skillgraph.errors import NotFound
from skillgraph.model import Frozen, SkillKind
from skillgraph.ontology.forms import tokenize
from skillgraph.ontology.skill import RELATIONS, SYMMETRIC, Ontology, Skill

# The names of relations seen from their target; the symmetric ones are called the same from both ends.
_BACK = {"broader": "narrower", "implies": "implied by", "part_of": "parts", "alternative": "alternative", "related": "related"}
_FORWARD = {"part_of": "part of"}
_ORDER = ("broader", "narrower", "implies", "implied by", "part of", "parts", "alternative", "related")
_NAMES = ("label", "alt")
# How much a hit in a field is worth: a name says more than a sentence about it.
_WORTH = {"label": 1.0, "alt": 0.97, "asked": 0.9, "note": 0.8}
_LEAST = 65.0
# Every sentence holds words of one to three letters.
_SHORTEST = 4
Place = tuple[Skill, str, str]


class AreaRow(Frozen):
    """One area and how much is in it."""

    name: str
    title: str
    technologies: int
    concepts: int
    labels: int
    source: str


class SkillRow(Frozen):
    """One skill on one line."""

    id: str
    label: str
    kind: SkillKind
    area: str
    alt: tuple[str, ...]


class Link(Frozen):
    """One relation of a skill, seen from it."""

    relation: str = Field(description="broader, narrower, implies, implied by, part of, parts, alternative, related")
    id: str
    label: str


class Inference(Frozen):
    """What knowing a skill lets one infer, and by which steps."""

    id: str
    label: str
    chain: str = Field(description="`amazon-sqs implies message-queue broader messaging`")


class SkillCard(Frozen):
    """Everything that is known of one skill."""

    skill: Skill
    links: tuple[Link, ...]
    infers: tuple[Inference, ...]


class Twig(Frozen):
    """One line of a tree of skills."""

    depth: int
    id: str
    label: str
    kind: SkillKind
    below: int = Field(description="skills directly below it")


class Hit(Frozen):
    """One skill that a search found."""

    id: str
    label: str
    kind: SkillKind
    area: str
    field: str = Field(description="what was found: label, alt, asked or note")
    text: str = Field(description="the words that were found")
    score: float = Field(description="0 to 100")


def areas(ontology: Ontology) -> tuple[AreaRow, ...]:
    """Return the areas, sorted by name, with the numbers of their skills and labels."""
    members: dict[str, list[Skill]] = {area.name: [] for area in ontology.areas}
    for skill in ontology.skills:
        members.setdefault(skill.area, []).append(skill)
    return tuple(
        AreaRow(
            name=area.name, title=area.title, source=area.source,
            technologies=sum(s.kind is SkillKind.TECHNOLOGY for s in members[area.name]),
            concepts=sum(s.kind is SkillKind.CONCEPT for s in members[area.name]),
            labels=sum(len(s.labels) for s in members[area.name]),
        )
        for area in sorted(ontology.areas, key=lambda area: area.name)
    )  # fmt: skip


def skills(ontology: Ontology, *, area: str | None = None, kind: SkillKind | None = None) -> tuple[SkillRow, ...]:
    """Return the skills of an area and kind, sorted by id.

    Raises:
        NotFound: There is no such area.
    """
    if area is not None and area not in {a.name for a in ontology.areas}:
        raise NotFound(f"no area `{area}`{_meant(area, sorted(a.name for a in ontology.areas))}")
    return tuple(_row(s) for s in ontology.skills if area in (None, s.area) and kind in (None, s.kind))


def _begins(label: str, tokens: Sequence[str]) -> bool:
    """Tell whether a label may be these tokens, by its first letter; cutting all labels into tokens takes a quarter second."""
    return bool(tokens) and (label[:1].lower() == tokens[0][0] or not label[:1].isalnum())


def find_skill(ontology: Ontology, name: str) -> Skill:
    """Return a skill by its id or by any of its labels, in any spelling of them.

    Raises:
        NotFound: There is none; the message names the nearest.
    """
    if name in ontology.by_id:
        return ontology.by_id[name]
    tokens = tokenize(name)
    found = [s for s in ontology.skills if any(_begins(label, tokens) and tokenize(label) == tokens for label in s.labels)]
    if not found:
        near = [hit.id for hit in search(ontology, name, limit=3)]
        raise NotFound(f"no skill `{name}`" + (f"; the nearest are {', '.join(near)}" if near else ""))
    return min(found, key=lambda s: (name not in s.labels, tokenize(s.label) != tokens, s.id))


def show(ontology: Ontology, name: str) -> SkillCard:
    """Return everything that is known of one skill: labels, relations both ways, what it lets one infer.

    Args:
        ontology: The ontology.
        name: Id or label.

    Raises:
        NotFound: There is no such skill.
    """
    skill = find_skill(ontology, name)
    links = {Link(relation=relation, id=other, label=_label(ontology, other)) for relation, other in _links(ontology, skill)}
    return SkillCard(
        skill=skill,
        links=tuple(sorted(links, key=lambda link: (_ORDER.index(link.relation), link.id))),
        infers=tuple(
            Inference(id=key, label=_label(ontology, key), chain=chain_text(skill.id, chain))
            for key, chain in ontology.inferred_from(skill.id).items()
        ),
    )


def chain_text(start: str, chain: Sequence[tuple[str, str]]) -> str:
    """Return a chain of (relation, id) steps as words.

    >>> chain_text("amazon-sqs", [("implies", "message-queue"), ("part_of", "aws")])
    'amazon-sqs implies message-queue part of aws'
    """
    return " ".join([start, *(f"{_FORWARD.get(relation, relation)} {target}" for relation, target in chain)])


def tree(ontology: Ontology, name: str | None = None, *, depth: int = 3) -> tuple[Twig, ...]:
    """Return a skill and what is narrower or part of it, from the top down.

    Args:
        ontology: The ontology.
        name: Id or label; without it, all skills that have nothing above them and something below.
        depth: How many levels below the first.

    Raises:
        NotFound: There is no such skill.
    """
    below = {s.id: tuple(sorted({*ontology.narrower.get(s.id, ()), *ontology.parts.get(s.id, ())})) for s in ontology.skills}
    if name is not None:
        return tuple(_twigs(ontology, below, find_skill(ontology, name).id, 0, depth, ()))
    tops = [s.id for s in ontology.skills if not s.broader and not s.part_of and below[s.id]]
    return tuple(twig for top in tops for twig in _twigs(ontology, below, top, 0, depth, ()))


def _twigs(
    ontology: Ontology, below: dict[str, tuple[str, ...]], key: str, level: int, depth: int, above: tuple[str, ...]
) -> Iterator[Twig]:
    skill = ontology.by_id[key]
    yield Twig(depth=level, id=key, label=skill.label, kind=skill.kind, below=len(below[key]))
    if level < depth:
        for child in below[key]:
            # `broader` has no circles, but together with `part_of` it may.
            if child not in (*above, key):
                yield from _twigs(ontology, below, child, level + 1, depth, (*above, key))


def search(ontology: Ontology, text: str, *, limit: int = 20, kind: SkillKind | None = None) -> tuple[Hit, ...]:
    """Return the skills whose labels, paraphrases or notes are most like a text, the best first.

    Args:
        ontology: The ontology.
        text: A name, part of a name, a misspelling, or words of a question.
        limit: How many at most.
        kind: Only technologies or only concepts.
    """
    wanted = utils.default_process(text)
    places = [(s, field, words) for s in ontology.skills if kind in (None, s.kind) for field, words in _texts(s)]
    best: dict[str, Hit] = {}
    for index, score in _scores(wanted, places):
        skill, field, words = places[index]
        if skill.id not in best or score > best[skill.id].score:
            hit = Hit(id=skill.id, label=skill.label, kind=skill.kind, area=skill.area, field=field, text=words, score=round(score, 1))
            best[skill.id] = hit
    return tuple(sorted(best.values(), key=lambda hit: (-hit.score, len(hit.text), hit.id))[:limit])


def _scores(wanted: str, places: Sequence[Place]) -> Iterator[tuple[int, float]]:
    """Yield (index, score) of the texts that are like the wanted one: names as a whole, sentences by their words."""
    whole_word = re.compile(rf"\b{re.escape(wanted)}") if wanted else None
    for names, scorer in ((True, fuzz.token_sort_ratio), (False, fuzz.token_set_ratio)):
        if not names and len(wanted) < _SHORTEST:
            break
        indices = [i for i, (_, field, _) in enumerate(places) if (field in _NAMES) == names]
        texts = [utils.default_process(places[i][2]) for i in indices]
        for text, score, at in process.extract_iter(wanted, texts, scorer=scorer, score_cutoff=_LEAST):
            worth = 100.0 if wanted == text else score * 0.99
            yield indices[at], worth * _WORTH[places[indices[at]][1]]
        if whole_word is not None and len(wanted) > 1:
            # A part of a longer name is what people often type; the shorter the rest, the better.
            for i, text in zip(indices, texts, strict=True):
                if whole_word.search(text):
                    yield i, (72 + 25 * len(wanted) / len(text)) * _WORTH[places[i][1]]


def _texts(skill: Skill) -> Iterator[tuple[str, str]]:
    yield "label", skill.label
    yield from (("alt", label) for label in skill.alt)
    yield from (("asked", phrase) for phrase in skill.asked)
    if skill.note:
        yield "note", skill.note


def _links(ontology: Ontology, skill: Skill) -> Iterator[tuple[str, str]]:
    for relation in RELATIONS:
        yield from ((_FORWARD.get(relation, relation), target) for target in getattr(skill, relation))
    for source, relation, target in ontology.relations():
        if target == skill.id:
            yield (relation if relation in SYMMETRIC else _BACK[relation]), source


def _row(skill: Skill) -> SkillRow:
    return SkillRow(id=skill.id, label=skill.label, kind=skill.kind, area=skill.area, alt=skill.alt)


def _label(ontology: Ontology, key: str) -> str:
    return ontology.by_id[key].label if key in ontology.by_id else key


def _meant(name: str, known: Sequence[str]) -> str:
    near = [match for match, _, _ in process.extract(name, known, limit=3, score_cutoff=60)]
    return f"; did you mean {', '.join(near)}?" if near else f"; there are {', '.join(known)}"
