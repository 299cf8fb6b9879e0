"""Document → Profile."""

from __future__ import annotations

from collections.abc import Sequence

from skillgraph.extraction.steps import profile_of, rules_of, work_through
from skillgraph.model import Document, Profile


def prepare(*, model: str = "", overlays: Sequence[str] = ()) -> None:
    """Load what reading needs, which is otherwise done with the first document.

    Raises:
        OntologyError: An overlay is at fault.
        ExtractionError: The model is not installed.
    """
    rules_of(tuple(overlays))
    if model:
        from skillgraph.extraction.pipeline import pipeline

        pipeline(model, tuple(overlays))


def read(document: Document, *, model: str = "", overlays: Sequence[str] = ()) -> Profile:
    """Return the profile of a document.

    Args:
        document: What to read.
        model: Name of an installed spaCy model, whose named entities then help with names; empty for the rules alone.
        overlays: Paths of overlay files of the ontology.

    Raises:
        OntologyError: An overlay is at fault.
        ExtractionError: The model is not installed.
    """
    if not model:
        # The rules read the document's text: without a model nothing asks for spaCy's tokens, and its import takes
        # longer than everything else together.
        return profile_of(work_through(document, tuple(overlays)))
    from skillgraph.extraction.pipeline import annotate, work_of

    return profile_of(work_of(annotate(document, model=model, overlays=overlays)))
