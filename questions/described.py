"""What a question describes without naming it: the concepts that its words may mean, or else the words themselves."""

from __future__ import annotations

from collections.abc import Sequence

from skillgraph.model import SkillKind
from skillgraph.ontology import Ontology
from skillgraph.ontology.lexicon import words
from skillgraph.questions.figures import described_change
from skillgraph.questions.paraphrase import Meaning, Meanings, content, held
from skillgraph.questions.plan import Change, Need
from skillgraph.questions.reading import Reading, left_out
from skillgraph.questions.witness import NoGraph, Witness

LEAST = 0.38
"""Below this a description shares too little with any definition; calibrated on tests/questions/descriptions.yaml."""

_CLEAR, _MUCH_MORE = 0.6, LEAST  # what a description must reach to say more than a concept that a few, or one, of its words name
_BESIDE = 0.75  # what the rest of a question must reach to ask for something beside what is named
_NEAR, _NEAR_KIN = 0.95, 0.75  # how far behind the best a meaning may be, and one that the ontology links with it
_LITERAL, _FEW, _SHORTEST = 8, 4, 4  # how many words are looked for as they are, how many without being sure of a sentence, how short one may be
_LONGEST_WORD = 30
_LINKED = 0.25  # how likely a meaning must be that the ontology links with the best, where nobody shows that
_KNOWN = 0.5  # more than this share of a description's words must be known
_NEVER = 2.0
_UNSHOWN = 0.8  # what a meaning is worth of which the graph shows nothing: what people show is what they are likely asked for
_LOOKED_AT = 16  # meanings for which the graph is asked
_SURE, _TOLD, _TOLD_WORTH = 0.9, 0.7, 0.9  # from where a meaning is beyond doubt; what a sentence must hold, and is worth, to be nearer than it
_INSTEAD = 0.5  # what the whole question must reach to be tried where nobody shows what it names

NO_GRAPH = NoGraph()
_SPOKEN = 0.6  # what a sentence that shows a meaning adds where it holds all the words of the description


class Described:
    """Reads descriptions over one ontology."""

    def __init__(self, ontology: Ontology) -> None:
        """Build the index of meanings."""
        self.ontology = ontology
        self.meanings = Meanings(ontology)

    def read(self, reading: Reading, text: str, needs: Sequence[Need], change: Change | None, *, least_words: int = 1, witness: Witness = NO_GRAPH) -> tuple[tuple[Need, ...], Change | None]:
        """Read what names leave open, and put a clear reading of the whole in place of a weak name.

        Args:
            reading: The question; what is understood is marked.
            text: The question without its conditions.
            needs: What its labels ask for.
            change: What it says of figures.
            least_words: How many words a description must have where nothing else is asked for.
            witness: What the graph has to say of meanings.
        """
        rest = content(" ".join(left_out(reading)))
        bound = change is not None and (change.least is not None or change.most is not None)
        if bound and change is not None and change.words:
            return tuple(need if self._certain(need) else need.model_copy(update={"optional": True}) for need in needs), change
        if any(self._certain(need) for need in needs):
            return (*needs, *self._beside(reading, rest, witness)) if change is None else tuple(needs), change
        if needs and change is not None:
            # The figure is what is asked for; a concept named beside it tells of what kind it should be.
            return tuple(need if self._certain(need) else need.model_copy(update={"optional": bool(change.words)}) for need in needs), change
        if not rest and change is None:
            return tuple(needs), change
        found = self._found(text, witness) if len(content(text)) >= least_words else []
        if not needs and change is None and len(rest) >= least_words and (told := self._told(reading, found, witness)):
            return told, None
        if found and found[0].score >= self._least(needs, found[0], rest):
            return self._instead(reading, text, found, change, rest)
        return tuple(needs), change

    def instead(self, text: str, needs: Sequence[Need], witness: Witness) -> Need | None:
        """Return what the whole of a question may mean, where its labels name concepts: other words for what people show."""
        if not needs or any(need.paraphrase or self._certain(need) for need in needs):
            return None
        best = self.meanings.find(text)[:1]
        found = self._found(text, witness)
        if not found or found[0].score < max(_INSTEAD, _NEAR * best[0].score) or any(found[0].skill in need.skills for need in needs):
            return None
        return self._meant(found, text)

    def _found(self, text: str, witness: Witness) -> list[Meaning]:
        """Return the likeliest meanings: less likely is what nobody shows, more what sentences show that use the description's words."""
        if self.meanings.known(text) <= _KNOWN:
            return []
        least = _CLEAR if len(content(text)) == 1 else 0.0
        found = [m for m in self.meanings.find(text)[: 2 * _LOOKED_AT] if m.score >= least and not self._wide(m.skill)][:_LOOKED_AT]
        there = witness.shown([meaning.skill for meaning in found])
        told = witness.sentences([meaning.skill for meaning in found if meaning.skill in there])
        spoken = {skill: max((self.meanings.coverage(text, sentence) for sentence in sentences), default=0.0) for skill, sentences in told.items()}
        weighed = [m._replace(score=(1.0 if m.skill in there else _UNSHOWN) * m.score + _SPOKEN * spoken.get(m.skill, 0.0)) for m in found]
        return sorted(weighed, key=lambda m: (-m.score, m.skill))

    def _told(self, reading: Reading, found: Sequence[Meaning], witness: Witness) -> tuple[Need, ...]:
        """Return the words themselves where a sentence of work says more nearly what was asked than any meaning does."""
        words = self._words(reading)
        if not words or (found and found[0].score >= _SURE):
            return ()
        nearest = max((held(words, sentence) for sentence in witness.told(words)), default=0.0)
        return self.literal(reading) if nearest >= _TOLD and (not found or nearest * _TOLD_WORTH > found[0].score) else ()

    def _words(self, reading: Reading) -> tuple[str, ...]:
        """Return the words of what is left of a question, where there are few enough to be looked for."""
        found = tuple(dict.fromkeys(content(" ".join(left_out(reading)))))
        fit = all(_SHORTEST - 1 <= len(word) <= _LONGEST_WORD and word.replace("_", "").isalpha() for word in found)
        return found if fit and len(found) <= _LITERAL else ()

    def literal(self, reading: Reading, witness: Witness = NO_GRAPH) -> tuple[Need, ...]:
        """Return the words themselves as a need, where no skill is known for any of them: few words, or such as a sentence holds."""
        found = self._words(reading)
        if not found or (len(found) > _FEW and max((held(found, sentence) for sentence in witness.told(found)), default=0.0) < _TOLD):
            return ()
        words = " ".join(dict.fromkeys(word.lower() for word in left_out(reading)))
        reading.take_all()
        return (Need(words=words, skills=(), literal=found),)

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

    def _instead(self, reading: Reading, text: str, found: Sequence[Meaning], change: Change | None, rest: Sequence[str]) -> tuple[tuple[Need, ...], Change | None]:
        meant = self._meant(found, text)
        measured = described_change(meant, text, change)
        if change is not None and change.words and (measured is None or not (rest or set(measured.words) & set(change.words))):
            # What the question says of figures itself counts, not what its words may mean beside it.
            return (), change
        reading.take_all()
        return (meant,), measured

    def _beside(self, reading: Reading, rest: Sequence[str], witness: Witness) -> tuple[Need, ...]:
        """Return what the rest of a question clearly asks for beside what it names."""
        left = " ".join(left_out(reading))
        found = self._found(left, witness) if len(rest) >= 3 else []
        if not found or found[0].score < _BESIDE:
            return ()
        reading.take_all()
        return (self._meant(found, left).model_copy(update={"optional": True}),)

    def _meant(self, found: Sequence[Meaning], text: str) -> Need:
        """Return the need that the likeliest meanings make: the best, and those hardly behind it."""
        best = found[0]
        near = [m.skill for m in found[:6] if m.score >= (_NEAR_KIN if self._kin(best.skill, m.skill) else _NEAR) * best.score]
        wider = [skill for one in near for skill in self._practised(one)]
        chosen = tuple(dict.fromkeys([*near, *wider]))
        behind = tuple(m.skill for m in found if m.skill not in chosen and self._may_be(best, m))
        return Need(words=" ".join(text.split()).strip(" ?.!"), skills=chosen, paraphrase=True, behind=behind)

    def _may_be(self, best: Meaning, other: Meaning) -> bool:
        """Tell whether a description may mean another thing than its best meaning: nearly as likely, or linked with it."""
        a, b = self.ontology.by_id[best.skill], self.ontology.by_id[other.skill]
        linked = self._kin(best.skill, other.skill) or other.skill in a.broader or bool(set(a.broader) & set(b.broader))
        return other.score >= (_LINKED if linked else max(_NEAR_KIN * best.score, LEAST))

    def _practised(self, skill: str) -> tuple[str, ...]:
        """Return what a product class is for: who is said to use a tool of change data capture is asked for the practice."""
        entry = self.ontology.by_id[skill]
        return () if entry.text else tuple(s for s in entry.implies if s in self.ontology.by_id and skill.startswith(s))

    def _wide(self, skill: str) -> bool:
        """Tell whether a skill is a class of so many products that a description hardly means it: programming languages, data formats."""
        return skill in words("questions", "wide")

    def _kin(self, one: str, other: str) -> bool:
        """Tell whether the ontology links two concepts directly, the second not as the wider one, which would bring in all that is beside the first."""
        a, b = self.ontology.by_id[one], self.ontology.by_id[other]
        return other in (*a.related, *a.implies, *a.alternative, *a.part_of) or one in (*b.broader, *b.related, *b.implies, *b.alternative, *b.part_of)
