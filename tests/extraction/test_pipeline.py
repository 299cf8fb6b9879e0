"""The spaCy Doc of a document: its tokens join to the text, and its spans are the words of the profile."""

from __future__ import annotations

from skillgraph.extraction import read
from skillgraph.extraction.pipeline import annotate
from skillgraph.loaders import parse

TEXT = "# Mira Solberg\n\n## Experience\n\n### Fjordlight AS\n**Engineer**, 2021 – 2023\n\n- Built retries with Kafka, 20 % faster.\n"


def test_a_doc_holds_the_text_and_what_was_found() -> None:
    document = parse(TEXT.encode(), "cv.md")
    doc, profile = annotate(document), read(document)
    assert doc.text == document.text
    assert [(span.text, span.label_) for span in doc.spans["skills"]] == [(m.surface, m.skill) for m in profile.mentions]
    assert [span.text for span in doc.spans["achievements"]] == [a.text for a in profile.achievements]
