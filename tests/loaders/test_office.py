"""Word, OpenDocument and RTF: where text can stand besides the body, what is hidden, what is hostile."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.shared import Pt, RGBColor

from skillgraph.errors import LoadError
from skillgraph.loaders import parse
from skillgraph.model import Document
from tests.loaders.conftest import sign

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def word(body: str, doctype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f'<?xml version="1.0"?>{doctype}<w:document {W} {MC}><w:body>{body}</w:body></w:document>')
    return buffer.getvalue()


def lines(data: bytes, name: str = "cv.docx") -> list[str]:
    document = parse(data, name)
    return [sign(document, block) for block in document.blocks]


def read(data: bytes) -> Document:
    return parse(data, "cv.docx")


def test_headers_tables_lists_and_footers() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Jane Example"
    section.footer.paragraphs[0].text = "Page 1 of 2"
    section.footer.add_paragraph("jane@example.org")
    document.add_heading("Experience", 1)
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "2019 – 2021", "Engineer, Quay Ltd"
    row.cells[1].add_paragraph("Built a lock.", style="List Bullet")
    row.cells[1].add_paragraph("Kept it oiled.", style="List Bullet 2")
    bold = document.add_paragraph().add_run("Loom AG\tOslo")
    bold.bold = True
    assert lines(saved(document)) == [
        "T Jane Example",
        "~H1* Experience",
        "T 2019 – 2021 | Engineer, Quay Ltd",
        "I Built a lock.",
        "I Kept it oiled.",
        "T* Loom AG | Oslo",
        "T jane@example.org",
    ]


def test_text_boxes_are_read_once_and_deleted_text_not_at_all() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>Jane</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> Example</w:t></w:r></w:ins>"
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert lines(word(body)) == ["T Jane Example", "T Boxed", "T one", "T two"]


def test_hidden_text_is_left_out_and_reported() -> None:
    document = docx.Document()
    document.add_paragraph("Jane Example")
    for number, text in enumerate(("Rust ", "Haskell ", "Kubernetes")):
        run = document.add_paragraph().add_run(text)
        if number == 0:
            run.font.hidden = True
        elif number == 1:
            run.font.color.rgb = RGBColor(255, 255, 255)
        else:
            run.font.size = Pt(1)
    found = read(saved(document))
    assert (found.text, found.warnings) == (
        "Jane Example",
        ("text was left out because it is hidden: “Rust Haskell Kubernetes” (23 characters)",),
    )


def test_rtf_shows_what_a_word_processor_would() -> None:
    data = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator x;}{\info{\title no}}\uc1
\pard{\b\fs28 Zo\'eb \u379?ak}\par \pard Engineer\tab Oslo\par{\v Rust}\pard\bullet  Built a lock\line Next line\par
\trowd 2019\cell Quay Ltd\cell\row {\field{\*\fldinst HYPERLINK "x"}{\fldrslt site}}}"""
    document = parse(data, "cv.rtf")
    assert [sign(document, block) for block in document.blocks] == [
        "H2* Zoë Żak",
        "T Engineer | Oslo",
        "I Built a lock",
        "T Next line",
        "T 2019 | Quay Ltd",
        "T site",
    ]
    assert document.warnings == ("text was left out because it is hidden: “Rust” (4 characters)",)


DEEP = "<w:sdt><w:sdtContent>" * 300 + "</w:sdtContent></w:sdt>" * 300
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (
            word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITIES),
            "cv.docx",
            "declares a document type or entities, which a résumé does not need; this looks like an attack",
        ),
        (word(DEEP), "cv.docx", "its parts are nested too deeply"),
        (word("<w:p>" + " " * 3_000_000 + "</w:p>")[:-100], "cv.docx", "this archive is damaged: File is not a zip file"),
        (word("<w:p><w:r>"), "cv.docx", "its XML is damaged: mismatched tag"),
        (word("<w:p/>"), "cv.docx", "there is no text to read in this Word file"),
        (b"{\\rtf1 " + b"{" * 9000, "cv.rtf", "its groups are nested too deeply"),
        (
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><SkillsPassport>&e;</SkillsPassport>',
            "cv.xml",
            "declares a document type",
        ),
    ],
)
def test_hostile_files_are_refused(data: bytes, name: str, message: str) -> None:
    with pytest.raises(LoadError) as caught:
        parse(data, name)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_document_that_expands_without_end_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 19_000_000)
    with pytest.raises(LoadError, match=r"it expands from \d+ to 19000000 bytes, which looks like an attack; the limit is 200"):
        read(buffer.getvalue())


def test_a_typed_bullet_before_a_tab_is_a_bullet() -> None:
    assert lines(word("<w:p><w:r><w:t>-</w:t><w:tab/><w:t>Built a ledger in Go.</w:t></w:r></w:p>")) == ["I Built a ledger in Go."]
