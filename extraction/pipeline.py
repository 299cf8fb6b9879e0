"""The spaCy pipeline that reads a document: its tokenizer, its components and their order.

Each component takes and returns a spaCy `Doc`. The facts gather in a `Work` record that travels with the Doc; spans of
what was found stand in `doc.spans` under `skills`, `achievements` and `metrics`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan
from spacy.vocab import Vocab

from skillgraph.errors import ExtractionError
from skillgraph.extraction import achievements, education, header, positions, qualifiers, sections, skills, structured
from skillgraph.extraction.work import KEY, Work, begin
from skillgraph.model import Document, Mention, Profile
from skillgraph.ontology import Matcher, Ontology, load_ontology
from skillgraph.ontology.forms import TOKEN

Step = Callable[[Work], None]

# The order is the meaning: a step reads what the steps before it found. Labels come early, since a line of nothing but
# skills is no heading; what they mean is settled late, when names and companies are known.
ORDER = ("sections", "fields", "contacts", "person", "labels", "positions", "education", "skills", "qualifiers", "achievements", "spans")
STEPS: tuple[tuple[str, Step], ...] = (
    ("sections", sections.assign_sections),
    ("fields", structured.read_fields),
    ("contacts", header.find_contacts),
    ("person", header.complete_person),
    ("positions", positions.find_positions),
    ("education", education.find_education),
    ("qualifiers", qualifiers.qualify),
    ("achievements", achievements.find_achievements),
)  # fmt: skip


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
        ExtractionError: The Doc did not come from `read`.
    """
    work = doc.user_data.get(KEY)
    if not isinstance(work, Work):
        raise ExtractionError("this pipeline reads documents; call skillgraph.extraction.read(document)")
    return work


def _component(step: Step) -> Callable[[Doc], Doc]:
    def run(doc: Doc) -> Doc:
        step(work_of(doc))
        return doc

    return run


for _name, _step in STEPS:
    Language.component(f"skillgraph_{_name}", func=_component(_step))


@cache
def _matcher(overlays: tuple[str, ...]) -> tuple[Ontology, Matcher]:
    ontology = load_ontology(tuple(Path(overlay) for overlay in overlays))
    return ontology, Matcher(ontology)


@Language.factory("skillgraph_labels", default_config={"overlays": []})
def _labels(nlp: Language, name: str, overlays: list[str]) -> Callable[[Doc], Doc]:
    """Make the component that finds every label of the ontology."""
    _, matcher = _matcher(tuple(overlays))
    return _component(lambda work: skills.find_matches(work, matcher))


@Language.factory("skillgraph_skills", default_config={"overlays": []})
def _skills(nlp: Language, name: str, overlays: list[str]) -> Callable[[Doc], Doc]:
    """Make the component that turns labels into mentions, and keeps the unknown items of skill lists."""
    ontology, matcher = _matcher(tuple(overlays))

    def step(work: Work) -> None:
        skills.settle_matches(work, matcher)
        skills.find_mentions(work, ontology)

    return _component(step)


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
    own = dict(STEPS)
    for name in ORDER:
        nlp.add_pipe(f"skillgraph_{name}", config={} if name in own or name == "spans" else {"overlays": list(overlays)})
    return nlp


def annotate(document: Document, *, model: str = "", overlays: Sequence[str] = ()) -> Doc:
    """Return the spaCy Doc of a document, with what was found in `doc.spans`.

    Raises:
        ExtractionError: The model is not installed.
    """
    nlp = pipeline(model, tuple(overlays))
    return _run(nlp.make_doc(document.text), document, nlp)


def read(document: Document, *, model: str = "", overlays: Sequence[str] = ()) -> Profile:
    """Return the profile of a document.

    Raises:
        ExtractionError: The model is not installed.
    """
    if model:
        doc = annotate(document, model=model, overlays=overlays)
        return _profile(work_of(doc), doc)
    # The rules read the document's text; without a model nothing asks for spaCy's tokens, and nobody sees the spans.
    nlp = pipeline(model, tuple(overlays))
    return _profile(work_of(_run(Doc(nlp.vocab), document, nlp, without="skillgraph_spans")), None)


def _run(doc: Doc, document: Document, nlp: Language, *, without: str = "") -> Doc:
    doc.user_data[KEY] = begin(document)
    for name, component in nlp.pipeline:
        if name != without:
            doc = component(doc)
    return doc


def _profile(work: Work, doc: Doc | None) -> Profile:
    person = work.person
    if doc is not None and person.name is None:
        entity = next((e for e in doc.ents if e.label_ in ("PERSON", "PER") and e.start_char < 200 and len(e.text.split()) > 1), None)
        if entity is not None:
            span = {"start": entity.start_char, "end": entity.end_char}
            person = person.model_copy(update={"name": entity.text, "name_span": span})
    return Profile(
        document=work.document.path, sha256=work.document.sha256, person=person,
        positions=tuple(work.positions), education=tuple(work.education), achievements=tuple(work.achievements),
        mentions=tuple(work.mentions), contacts=tuple(work.contacts),
        warnings=(*work.document.warnings, *work.warnings, *_warnings(work, person.name)),
    )  # fmt: skip


def _warnings(work: Work, name: str | None) -> list[str]:
    found = []
    if not work.document.text.strip():
        return ["the document has no text"]
    if name is None:
        found.append("no name found")
    if not work.positions:
        found.append("no positions found")
    skills_found: list[Mention] = work.mentions
    if not skills_found:
        found.append("no skills found")
    return found
