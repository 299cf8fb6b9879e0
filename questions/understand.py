"""From the words of a question to a plan, by an explicit grammar; what is not understood is named, never guessed.

Order: figures and times, names of companies, places and people, labels of the ontology and how they are joined, kinds of
involvement, and at last descriptions in plain words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgraph.model import SkillKind
from skillgraph.ontology import Matcher, Ontology
from skillgraph.ontology.lexicon import words
from skillgraph.questions.asked import asks, involvement
from skillgraph.questions.conditions import conditions, named
from skillgraph.questions.described import NO_GRAPH, Described
from skillgraph.questions.figures import change_of, threshold
from skillgraph.questions.labels import Joined, Labels
from skillgraph.questions.plan import Asks, Involvement, Need, Plan
from skillgraph.questions.reading import LONGEST, Names, Reading, left_out
from skillgraph.questions.turns import turn_of, with_turn
from skillgraph.questions.witness import Witness

__all__ = ["Names", "Understanding"]

_BOTH = re.compile(r"\bboth\b|\bas well as\b|\band also\b|\btogether with\b", re.IGNORECASE)
_SEPARATE = (Involvement.ANY, Involvement.HANDS_ON, Involvement.PRODUCTION)


class Understanding:
    """Reads questions over one ontology; built once, used for many."""

    def __init__(self, ontology: Ontology) -> None:
        """Build the matcher of labels and the index of meanings."""
        self.ontology = ontology
        self.labels = Labels(ontology, Matcher(ontology, questions=True))
        self.described = Described(ontology)
        self.tools = frozenset(
            label.lower() for skill in ontology.skills if skill.kind is SkillKind.TECHNOLOGY for label in skill.labels if " " not in label and label.lower() not in words("questions", "everyday")
        )
        self.words = frozenset(label for skill in ontology.skills for label in skill.labels if " " not in label)

    def plan(self, question: str, names: Names | None = None, *, newest: str | None = None, witness: Witness = NO_GRAPH) -> Plan:
        """Return the plan of a question.

        Args:
            question: As somebody wrote it.
            names: People, companies and schools of the graph.
            newest: The newest month of the graph, from which "in the last two years" counts.
            witness: What the graph has to say of the meanings of a description.
        """
        names = names or Names()
        reading = Reading(" ".join(question.split())[:LONGEST])
        people = named(reading, names.people)
        wanted = conditions(reading, names, newest, tools=self.tools)
        bound = threshold(reading)
        text = reading.rest()
        matches = self.labels.find(reading)
        change = change_of(reading, bound, matches)
        turn = turn_of(reading, matches, self.ontology)
        joined = self.labels.join(reading, matches, names.skills)
        if turn is not None:
            joined = joined._replace(needs=with_turn(turn, joined.needs, reading.text))
        asked = asks(reading.text, people, named=bool(joined.needs))
        needs = joined.needs
        if (turn is None and asked not in (Asks.SKILLS, Asks.WORK, Asks.PATH, Asks.COMPANIES)) or not people:
            least_words = 3 if people or wanted.hard else 1
            needs, change = self.described.read(reading, text, joined.needs, change, least_words=least_words, witness=witness)
        if not (needs or change or people or joined.excluded or wanted.hard) and asked is not Asks.SKILLS:
            needs = self.described.literal(reading, witness)
        plan = Plan(
            question=question, asks=asked, needs=needs, instead=self.described.instead(text, needs, witness) if change is None else None, direction=joined.direction and needs == joined.needs, together=_together(reading.text, joined),
            excluded=joined.excluded, involvement=_involved(reading.text, needs), change=change, conditions=wanted, people=tuple(people), left_out=tuple(left_out(reading)),
        )  # fmt: skip
        return plan.model_copy(update={"asks": Asks.NOTHING}) if plan.empty else plan


def _involved(text: str, needs: Sequence[Need]) -> Involvement:
    """Return the involvement that was asked for; the verbs of a description are part of it and tell no more than work."""
    found = involvement(text)
    described = any(need.paraphrase for need in needs) and found is not Involvement.PRODUCTION
    return Involvement.HANDS_ON if described else found


def _together(text: str, joined: Joined) -> bool:
    """Tell whether all that is named must be shown in one piece of work."""
    return len(joined.needs) > 1 and joined.adjoining and not _BOTH.search(text) and involvement(text) not in _SEPARATE
