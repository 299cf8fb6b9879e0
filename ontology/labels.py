"""The table of everything that is looked for in a text: token sequence → the labels that it may be.

In: an ontology. Out: a table that is kept in the cache in the very form in which it is used, so that a command need
not make a hundred thousand variants at each start.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology import cache
from skillgraph.ontology.forms import Tokens, tokenize, variants
from skillgraph.ontology.skill import Ontology, Skill


class Label(NamedTuple):
    """What a token sequence stands for; an empty `skill` marks a phrase that is no skill."""

    skill: str
    surface: str
    exact: bool
    context: bool
    rank: int


class Table:
    """Token sequences, joined by spaces, and the labels that end with them.

    A sequence that only begins a longer one has the empty entry. An entry is JSON text and becomes labels where it is
    met: a document meets few of them, and strings cost the garbage collector nothing.
    """

    def __init__(self, entries: dict[str, str], vocabulary: frozenset[str]) -> None:
        """Take the entries, and every token that stands in one."""
        self.entries = entries
        self.vocabulary = vocabulary
        self._read: dict[str, list[Label]] = {}

    def labels(self, entry: str) -> list[Label]:
        """Return the labels of an entry, the best first."""
        found = self._read.get(entry)
        if found is None:
            found = self._read[entry] = [Label(*fields) for fields in json.loads(entry)]
        return found


def label_table(ontology: Ontology, *, questions: bool) -> Table:
    """Return the table of an ontology's labels and their variants.

    Args:
        ontology: The skills.
        questions: With the skills that only questions name (`text: false`).
    """
    name = f"matcher-{ontology.fingerprint}-{'questions' if questions else 'text'}"
    kept = cache.read(name) if ontology.fingerprint else None
    if kept is not None:
        return _unpacked(kept)
    table = build_table(ontology, questions=questions)
    if ontology.fingerprint:
        cache.keep(name, _packed(table))
    return table


def build_table(ontology: Ontology, *, questions: bool) -> Table:
    """Make the table anew."""
    leaves: dict[Tokens, list[Label]] = {}
    names = _one_word_names(ontology)
    for skill in ontology.skills:
        if skill.text or questions:
            _add_skill(leaves, skill, names)
    entries: dict[str, str] = {}
    for tokens, found in leaves.items():
        for end in range(1, len(tokens)):
            entries.setdefault(" ".join(tokens[:end]), "")
        ordered = sorted(found, key=lambda label: (not label.skill, label.rank, label.skill))
        entries[" ".join(tokens)] = json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))
    return Table(entries, frozenset(token for tokens in leaves for token in tokens))


def _one_word_names(ontology: Ontology) -> frozenset[str]:
    """Return the words that are the name of a technology wherever they stand."""
    tools = (skill for skill in ontology.skills if skill.kind is SkillKind.TECHNOLOGY)
    names = (tokenize(label) for skill in tools for label in skill.labels if label not in {*skill.case, *skill.context})
    return frozenset(tokens[0] for tokens in names if len(tokens) == 1)


def _add_skill(leaves: dict[Tokens, list[Label]], skill: Skill, names: frozenset[str]) -> None:
    concept = skill.kind is SkillKind.CONCEPT
    guarded = {*skill.case, *skill.context}
    spelled = {tokenize(label) for label in guarded}
    for order, surface in enumerate(skill.labels):
        exact = surface in guarded
        forms = [tokenize(surface)] if exact else variants(surface, inflected=concept, verbs=concept and skill.forms)
        for depth, tokens in enumerate(forms):
            cut = len(tokens) > len(forms[0]) and "".join(tokens) == "".join(forms[0])
            if cut and tokens in spelled:
                continue
            # AtScale may be written "At Scale", but "at scale" is no product; "git hub" and "java script" can be nothing else.
            apart = cut and not concept and names.isdisjoint(tokens)
            rank = (0 if depth == 0 else 2) + (order > 0)
            _add(leaves, tokens, Label(skill.id, surface, exact or apart, surface in skill.context, rank))
    for phrase in skill.except_phrases:
        _add(leaves, tokenize(phrase), Label("", phrase, False, False, 0))


def _add(leaves: dict[Tokens, list[Label]], tokens: Tokens, label: Label) -> None:
    if tokens:
        leaf = leaves.setdefault(tokens, [])
        if not any(known.skill == label.skill and known.exact <= label.exact for known in leaf):
            leaf.append(label)


def _packed(table: Table) -> bytes:
    """Write the vocabulary on one line, then each sequence and its entry on two; neither ever holds a line break."""
    lines = [" ".join(sorted(table.vocabulary))]
    for sequence in sorted(table.entries):
        lines += (sequence, table.entries[sequence])
    return "\n".join(lines).encode()


def _unpacked(data: bytes) -> Table:
    vocabulary, *lines = data.decode().split("\n")
    return Table(dict(zip(lines[::2], lines[1::2], strict=True)), frozenset(vocabulary.split()))
