"""Questions in plain words: understood by an explicit grammar, answered from the graph with paths and proof."""

from skillgraph.questions.answer import Answer, PersonAnswer, Proof, Statement
from skillgraph.questions.answering import ask, names_of
from skillgraph.questions.plan import Asks, Change, Conditions, Involvement, Need, Plan
from skillgraph.questions.reading import Names
from skillgraph.questions.understand import Understanding

__all__ = ["Answer", "Asks", "Change", "Conditions", "Involvement", "Names", "Need", "PersonAnswer", "Plan", "Proof", "Statement", "Understanding", "ask", "names_of"]
