"""The steps of extraction as a spaCy pipeline, for a named model and for whoever wants a `Doc`.

Each component takes and returns a spaCy `Doc`. The facts gather in a `Work` record that travels with the Doc; spans of
what was found stand in `doc.spans` under `skills`, `achievements` and `metrics`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan
from spacy.vocab import Vocab

from skillgraph.errors import ExtractionError
from skillgraph.extraction.steps import STEPS, Step, rules_of
from skillgraph.extraction.work import Work, begin
from skillgraph.model import Document
from skillgraph.ontology.forms import TOKEN

_KEY = "skillgraph"

_PIECE = re.compile(rf"({TOKEN.pattern})( ?)|(\s+|.)", re.DOTALL)


class BlockTokenizer:
    """Cuts a text by the ontology's own rule, several times faster than spaCy's for English."""

    def __init__(self, vocab: Vocab) -> None:
        """Keep the vocabulary that all Docs of a pipeline share."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; its tokens join to the text exactly."""
        found = _PIECE.findall(text)
        words = [word or other for word, _, other in found]
        spaces = [bool(space) for _, space, _ in found]
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: object) -> bytes:
        """Return nothing: the rule has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_kwargs: object) -> BlockTokenizer:
        """Return itself: the rule has no state."""
        return self


def work_of(doc: Doc) -> Work:
    """Return the work record that travels with a Doc.

    Raises:
        ExtractionError: The Doc did not come from `annotate`.
    """
    work = doc.user_data.get(_KEY)
    if not isinstance(work, Work):
        raise ExtractionError("this pipeline reads documents; call skillgraph.extraction.pipeline.annotate(document)")
    return work


def _register(name: str, step: Step) -> None:
    @Language.factory(f"skillgraph_{name}", default_config={"overlays": []})
    def make(nlp: Language, name: str, overlays: list[str]) -> Callable[[Doc], Doc]:
        rules = rules_of(tuple(overlays))

        def run(doc: Doc) -> Doc:
            step(work_of(doc), rules)
            return doc

        return run


for _name, _step in STEPS:
    _register(_name, _step)


@Language.component("skillgraph_spans")
def _spans(doc: Doc) -> Doc:
    work = work_of(doc)
    groups: dict[str, list[tuple[int, int, str]]] = {
        "skills": [(m.span.start, m.span.end, m.skill) for m in work.mentions],
        "achievements": [(a.span.start, a.span.end, a.action or "") for a in work.achievements],
        "metrics": [(m.span.start, m.span.end, m.unit) for a in work.achievements for m in a.metrics],
    }
    for name, found in groups.items():
        spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in found]
        doc.spans[name] = SpanGroup(doc, name=name, spans=[s for s in spans if isinstance(s, DocSpan)])
    return doc


@cache
def pipeline(model: str = "", overlays: tuple[str, ...] = ()) -> Language:
    """Return the pipeline, built once for each model and set of overlays.

    Args:
        model: Name of an installed spaCy model, whose named entities then help with names; empty for blank English.
        overlays: Paths of overlay files of the ontology.

    Raises:
        ExtractionError: The model is not installed.
    """
    if model:
        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise ExtractionError(f"spaCy model `{model}` is not installed; `pip install` its package first") from error
    else:
        nlp = spacy.blank("en")
        nlp.tokenizer = BlockTokenizer(nlp.vocab)
    for name, _ in STEPS:
        nlp.add_pipe(f"skillgraph_{name}", config={"overlays": list(overlays)})
    nlp.add_pipe("skillgraph_spans")
    return nlp


def annotate(document: Document, *, model: str = "", overlays: Sequence[str] = ()) -> Doc:
    """Return the spaCy Doc of a document, with what was found in `doc.spans`.

    A name that the rules do not find is the first person whom the model's named entities show.

    Raises:
        ExtractionError: The model is not installed.
    """
    nlp = pipeline(model, tuple(overlays))
    doc = nlp.make_doc(document.text)
    doc.user_data[_KEY] = begin(document)
    for _, component in nlp.pipeline:
        doc = component(doc)
    _complete_name(work_of(doc), doc)
    return doc


def _complete_name(work: Work, doc: Doc) -> None:
    if work.person.name is not None:
        return
    entity = next((e for e in doc.ents if e.label_ in ("PERSON", "PER") and e.start_char < 200 and len(e.text.split()) > 1), None)
    if entity is not None:
        span = {"start": entity.start_char, "end": entity.end_char}
        work.person = work.person.model_copy(update={"name": entity.text, "name_span": span})
