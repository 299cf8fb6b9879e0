"""What a question describes without naming it: the concepts that its words may mean, or else the words themselves."""

from __future__ import annotations

from collections.abc import Sequence

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.questions.figures import described_change
from skillgraph.questions.paraphrase import Meaning, Meanings, content
from skillgraph.questions.plan import Change, Need
from skillgraph.questions.reading import Reading, left_out

LEAST = 0.42
"""Below this a description shares too little with any definition; calibrated on tests/questions/descriptions.yaml."""

_CLEAR, _MUCH_MORE = 0.6, LEAST  # what a description must reach to say more than a concept that a few, or one, of its words name
_BESIDE = 0.75  # what the rest of a question must reach to ask for something beside what is named
_NEAR, _NEAR_KIN = 0.95, 0.75  # how far behind the best a meaning may be, and one that the ontology links with it
_LITERAL, _SHORTEST = 4, 4  # how many words are looked for as they are, and how short one may be
_NEVER = 2.0


class Described:
    """Reads descriptions over one ontology."""

    def __init__(self, ontology: Ontology) -> None:
        """Build the index of meanings."""
        self.ontology = ontology
        self.meanings = Meanings(ontology)

    def read(self, reading: Reading, text: str, needs: Sequence[Need], change: Change | None, *, least_words: int = 1) -> tuple[tuple[Need, ...], Change | None]:
        """Read what names leave open, and put a clear reading of the whole in place of a weak name.

        Args:
            reading: The question; what is understood is marked.
            text: The question without its conditions.
            needs: What its labels ask for.
            change: What it says of figures.
            least_words: How many words a description must have where nothing else is asked for.
        """
        rest = content(" ".join(left_out(reading)))
        bound = change is not None and (change.least is not None or change.most is not None)
        if bound and change is not None and change.words:
            return tuple(needs), change
        if any(self._certain(need) for need in needs):
            return (*needs, *self._beside(reading, rest)) if change is None else tuple(needs), change
        if (not rest and change is None) or (needs and change is not None):
            return tuple(needs), change
        found = self.meanings.find(text) if len(content(text)) >= least_words else []
        if found and found[0].score >= self._least(needs, found[0], rest):
            return self._instead(reading, text, found, change)
        return tuple(needs), change

    def literal(self, reading: Reading) -> tuple[Need, ...]:
        """Return the words themselves as a need, where no skill is known for any of them."""
        found = [word.lower() for word in dict.fromkeys(left_out(reading))]
        if not found or len(found) > _LITERAL or any(len(word) < _SHORTEST or not word.isalpha() for word in found):
            return ()
        reading.take_all()
        return (Need(words=" ".join(found), skills=(), literal=tuple(found)),)

    def _certain(self, need: Need) -> bool:
        """Tell whether a need names a technology, which no description can mean better."""
        return any(s not in self.ontology.by_id or self.ontology.by_id[s].kind is SkillKind.TECHNOLOGY for s in need.skills)

    def _weak(self, need: Need) -> bool:
        """Tell whether a need rests on an ordinary word that happens to be a label."""
        ordinary = " " not in need.words and "-" not in need.words and need.words.islower()
        return ordinary and need.words not in {self.ontology.by_id[s].label.lower() for s in need.skills}

    def _least(self, needs: Sequence[Need], best: Meaning, rest: Sequence[str]) -> float:
        """Return the score from which a description counts: more where it must outdo a name."""
        named = {skill for need in needs for skill in need.skills}
        if not needs or all(self._weak(need) for need in needs):
            return LEAST
        if len(needs) != 1 or len(rest) < 2 or best.skill in named:
            return _NEVER
        return _CLEAR if len(rest) < 3 else _MUCH_MORE

    def _instead(self, reading: Reading, text: str, found: Sequence[Meaning], change: Change | None) -> tuple[tuple[Need, ...], Change | None]:
        meant = self._meant(found, text)
        measured = described_change(meant, text, change)
        if change is not None and change.words and measured is None:
            return (), change
        reading.take_all()
        return (meant,), measured

    def _beside(self, reading: Reading, rest: Sequence[str]) -> tuple[Need, ...]:
        """Return what the rest of a question clearly asks for beside what it names."""
        left = " ".join(left_out(reading))
        found = self.meanings.find(left) if len(rest) >= 3 else []
        if not found or found[0].score < _BESIDE:
            return ()
        reading.take_all()
        return (self._meant(found, left),)

    def _meant(self, found: Sequence[Meaning], text: str) -> Need:
        """Return the need that the likeliest meanings make: the best, and those hardly behind it."""
        best = found[0]
        near = [m.skill for m in found[:6] if m.score >= (_NEAR_KIN if self._kin(best.skill, m.skill) else _NEAR) * best.score]
        wider = [skill for one in near for skill in self._practised(one)]
        chosen = tuple(dict.fromkeys([*near, *wider]))
        behind = tuple(m.skill for m in found[:8] if m.skill not in chosen and m.score >= max(_NEAR_KIN * best.score, LEAST))
        return Need(words=" ".join(text.split()).strip(" ?.!"), skills=chosen, paraphrase=True, behind=behind)

    def _practised(self, skill: str) -> tuple[str, ...]:
        """Return what a product class is for: who is said to use a tool of change data capture is asked for the practice."""
        entry = self.ontology.by_id[skill]
        return () if entry.text else tuple(s for s in entry.implies if s in self.ontology.by_id and skill.startswith(s))

    def _kin(self, one: str, other: str) -> bool:
        """Tell whether the ontology links two concepts directly."""
        a, b = self.ontology.by_id[one], self.ontology.by_id[other]
        return other in (*a.broader, *a.related, *a.implies, *a.alternative, *a.part_of) or one in (*b.broader, *b.related, *b.implies, *b.alternative, *b.part_of)
