"""What a graph has to say of the meanings that a description may have: which of them anybody shows, and in which sentences.

In: skills. Out: those for which something stands in the graph, and sentences of work that show them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from skillgraph.ontology import Ontology
from skillgraph.questions.evidence import Run, nodes, plain, sentences
from skillgraph.questions.expand import accepted
from skillgraph.questions.plan import Need


class Witness(Protocol):
    """Tells what stands in a graph."""

    def shown(self, skills: Iterable[str]) -> frozenset[str]:
        """Return those of some skills for which anything stands in the graph."""

    def sentences(self, skills: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """Return sentences of work that show each of some skills."""

    def told(self, words: Sequence[str]) -> Sequence[str]:
        """Return sentences of work that hold one of some words in any form."""


class NoGraph:
    """Shows everything and says nothing: a reader without a graph reads by meanings alone."""

    def shown(self, skills: Iterable[str]) -> frozenset[str]:
        """Return all skills."""
        return frozenset(skills)

    def sentences(self, skills: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """Return no sentences."""
        return {}

    def told(self, words: Sequence[str]) -> Sequence[str]:
        """Return no sentences."""
        return ()


class GraphWitness:
    """What one graph shows, over one ontology."""

    def __init__(self, run: Run, ontology: Ontology) -> None:
        """Keep where statements are run, and what counts for what."""
        self.run, self.ontology = run, ontology

    def shown(self, skills: Iterable[str]) -> frozenset[str]:
        """Return those of some skills for which anything stands in the graph: they themselves, or what counts for them."""
        tables = self._tables(skills)
        every = nodes(set().union(*tables.values()))
        there = {plain(row["skill"]) for row in self.run.rows("known", skills=every)} if every else set()
        return frozenset(skill for skill, table in tables.items() if there & table)

    def sentences(self, skills: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """Return sentences of work that show each of some skills, or what counts directly for it; all that is below a wide one would say too much."""
        tables = {skill: frozenset(other for other, how in accepted(_need(skill), self.ontology).items() if how.steps <= 1) for skill in skills}
        every = nodes(set().union(*tables.values()))
        told: dict[str, list[str]] = defaultdict(list)
        for row in self.run.rows("told", skills=every) if every else []:
            told[plain(row["skill"])].append(row["text"] or "")
        return {skill: tuple(dict.fromkeys(text for one in sorted(table) for text in told.get(one, ()))) for skill, table in tables.items()}

    def told(self, words: Sequence[str]) -> Sequence[str]:
        """Return sentences of work that hold one of some words in any form, or another of the same meaning."""
        return [row["text"] or "" for row in sentences(self.run, words)]

    def _tables(self, skills: Iterable[str]) -> dict[str, frozenset[str]]:
        return {skill: frozenset(accepted(_need(skill), self.ontology)) for skill in skills}


def _need(skill: str) -> Need:
    return Need(words=skill, skills=(skill,))
