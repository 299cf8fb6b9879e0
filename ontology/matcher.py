"""Find the ontology's labels in a text: longest match from left to right over a table of token sequences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from skillgraph.model import SkillKind
from skillgraph.ontology.forms import TOKEN, fold, tokenize
from skillgraph.ontology.labels import Label, Table, label_table
from skillgraph.ontology.skill import Ontology

_GAPS = re.compile(r"[\s\-]+")
_COORDINATORS = frozenset({"/", "and", "or"})
_JOINT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACRONYMS = re.compile(r"[A-Z][A-Z0-9]+s")
_VERSIONED = re.compile(r"([^\W\d_]{3,})(\d{1,2})$")


class Token(NamedTuple):
    """A token of a text: folded form and the range it covers."""

    form: str
    start: int
    end: int


class Match(NamedTuple):
    """A label met in a text.

    `needs_context` asks the caller to look for a list, a neighbour or a cue; `loose` says that the label stands in another
    capitalisation than the one it asks for, which only a list of skills excuses.
    """

    skill: str
    start: int
    end: int
    first: int
    last: int
    needs_context: bool
    loose: bool = False


class Matcher:
    """All labels of an ontology, ready to be found."""

    def __init__(self, ontology: Ontology, *, questions: bool = False) -> None:
        """Take the table of an ontology's labels and their variants, from the cache where it is there.

        Args:
            ontology: The skills to find.
            questions: Find the skills too that only questions name (`text: false`).
        """
        self.ontology = ontology
        self._table: Table = label_table(ontology, questions=questions)
        self.vocabulary = self._table.vocabulary

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Cut a stretch of text into tokens; words that were glued together come apart."""
        found: list[Token] = []
        vocabulary = self.vocabulary
        for match in TOKEN.finditer(text, start, len(text) if end is None else end):
            word = match.group()
            form = fold(word)
            if form in vocabulary or word.islower():
                found.append(Token(form, match.start(), match.end()))
                continue
            if _ACRONYMS.fullmatch(word) and form[:-1] in vocabulary:
                form = form[:-1]
            elif len(word) > 5:
                pieces = self._unglue(word)
                if len(pieces) > 1:
                    at = match.start()
                    for piece in pieces:
                        found.append(Token(fold(piece), at, at + len(piece)))
                        at += len(piece)
                    continue
            found.append(Token(form, match.start(), match.end()))
        return found

    def _unglue(self, word: str) -> list[str]:
        """Cut a glued word at case changes into known tokens; the word itself where the pieces are not known."""
        cuts = [0, *sorted({m.start() for m in _JOINT.finditer(word)} | self._capital_cuts(word)), len(word)]
        if len(cuts) == 2:
            return [word]
        best: list[tuple[int, int, list[str]] | None] = [None] * len(cuts)
        best[0] = (0, 0, [])
        for j in range(1, len(cuts)):
            for i in range(max(0, j - 6), j):
                before = best[i]
                if before is None:
                    continue
                piece = word[cuts[i] : cuts[j]]
                known = fold(piece) in self.vocabulary and len(piece) > 1
                score = (before[0] + (0 if known else len(piece)), before[1] + 1, [*before[2], piece])
                current = best[j]
                if current is None or score[:2] < current[:2]:
                    best[j] = score
        whole = best[-1]
        if whole is None or whole[0] * 2 > len(word):
            return [word]
        return whole[2]

    def _capital_cuts(self, word: str) -> set[int]:
        """Positions before a capital inside a run of capitals where a known token starts."""
        if len(word) >= 200:
            return set()
        return {i for i in range(2, len(word)) if word[i - 1].isupper() and (word[i].isupper() or word[i + 1 : i + 2].isupper())}

    def _labels_at(self, tokens: Sequence[Token], i: int) -> list[tuple[int, list[Label]]]:
        """Return (index after the last token, labels) of every sequence that starts at token i, the longest first."""
        found: list[tuple[int, list[Label]]] = []
        entries = self._table.entries
        key = tokens[i].form
        entry = entries.get(key)
        if entry is None and (versioned := _VERSIONED.match(key)):
            key = versioned.group(1)
            entry = entries.get(key)
        j = i + 1
        while entry is not None:
            if entry:
                found.append((j, self._table.labels(entry)))
            if j == len(tokens):
                break
            key = f"{key} {tokens[j].form}"
            entry = entries.get(key)
            j += 1
        found.reverse()
        return found

    def lookup(self, forms: Sequence[str]) -> list[Label]:
        """Return the labels that a sequence of folded tokens is, unguarded ones only."""
        entry = self._table.entries.get(" ".join(forms))
        return [label for label in self._table.labels(entry) if label.skill and not label.exact] if entry else []

    def find(self, text: str, tokens: Sequence[Token]) -> list[Match]:
        """Return the matches in a text, from left to right, without overlaps."""
        found: list[Match] = []
        entries = self._table.entries
        i = 0
        while i < len(tokens):
            form = tokens[i].form
            entry = entries.get(form)
            # Most words are no label, or begin one that does not follow: they are passed over without looking further.
            if not entry and (not form[-1:].isdigit() if entry is None else not self._goes_on(tokens, i)):
                i += 1
                continue
            match, following = self._match_at(text, tokens, i)
            if match is not None and (later := self._later(text, tokens, match)):
                i = later
                continue
            if match is not None:
                found.append(match)
            i = following
        return found

    def _later(self, text: str, tokens: Sequence[Token], match: Match) -> int:
        """Return where a label begins that is as long as a match but goes further, behind a coordination; 0 without one.

        In "online/offline feature store" the words joined belong together, and the last words say what is meant.
        """
        width = match.last - match.first
        if width < 2 or match.needs_context or not match.first or tokens[match.first - 1].form not in _COORDINATORS:
            return 0
        for k in range(match.first + 1, match.last):
            other, _ = self._match_at(text, tokens, k) if tokens[k].form in self._table.entries else (None, 0)
            if other is not None and not other.needs_context and other.last > match.last and other.last - k == width:
                return k
        return 0

    def _goes_on(self, tokens: Sequence[Token], i: int) -> bool:
        return i + 1 < len(tokens) and f"{tokens[i].form} {tokens[i + 1].form}" in self._table.entries

    def nested(self, text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
        """Add the skills that stand inside a longer label and are named there too.

        These are technologies inside a concept (`Linux administration`), clouds before their services (`AWS Lambda`), what a
        longer label adds to the preferred one (`Java Spring Boot`), and concepts of two words or more inside a concept.
        """
        found = list(matches)
        for match in matches:
            for i in range(match.first, match.last):
                for j, labels in self._labels_at(tokens, i):
                    if j > match.last or j - i >= match.last - match.first:
                        continue
                    surface = text[tokens[i].start : tokens[j - 1].end]
                    inner = _inner(labels, surface)
                    if inner is None:
                        continue
                    if not inner.skill:
                        break
                    if inner.skill != match.skill and not inner.context and self._names(match.skill, inner.skill, surface):
                        found.append(Match(inner.skill, tokens[i].start, tokens[j - 1].end, i, j, False))
                        break
        return sorted(dict.fromkeys(found), key=lambda m: (m.start, -m.end))

    def _names(self, outer: str, inner: str, surface: str) -> bool:
        """Tell whether a skill inside a longer label is named in its own right."""
        whole, part = self.ontology.by_id[outer], self.ontology.by_id[inner]
        several = len(tokenize(surface)) > 1
        if whole.kind is SkillKind.CONCEPT:
            return part.kind is SkillKind.TECHNOLOGY or several
        if part.kind is SkillKind.CONCEPT:
            # "Resilience4j circuit breaker" and "Redis cache" add a concept to the name; "AWS Data Pipeline" and "Open VPN" are names.
            return (several or surface.islower()) and not set(tokenize(whole.label)) & {form for label in part.labels for form in tokenize(label)}
        if inner in whole.part_of and "cloud-platform" in part.broader:
            return True
        names = set(tokenize(whole.label))
        return not any(set(tokenize(label)) <= names for label in part.labels)

    def _match_at(self, text: str, tokens: Sequence[Token], i: int) -> tuple[Match | None, int]:
        loose: Match | None = None
        for j, labels in self._labels_at(tokens, i):
            start, end = tokens[i].start, tokens[j - 1].end
            for label in labels:
                if label.exact and _squeeze(text[start:end]) != _squeeze(label.surface):
                    surface = text[start:end]
                    if (
                        loose is None
                        and label.skill
                        and not label.context
                        and len(surface) > 2
                        and (j - i > 1 or surface.islower() or surface.isupper())
                    ):
                        loose = Match(label.skill, start, end, i, j, True, True)
                    continue
                if not label.skill:
                    return None, j
                return Match(label.skill, start, end, i, j, label.context), j
        return loose, loose.last if loose else i + 1


def _inner(labels: Sequence[Label], surface: str) -> Label | None:
    """Return the first of an entry's labels that a surface within a longer label is; a phrase that is no skill counts too."""
    squeezed = _squeeze(surface)
    return next((label for label in labels if (label.skill and not label.exact) or squeezed == _squeeze(label.surface)), None)


def _squeeze(surface: str) -> str:
    return _GAPS.sub("", surface)
