"""Whatever the bytes are: a document that keeps its contract, or a LoadError."""

from __future__ import annotations

import unicodedata
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from skillgraph.errors import LoadError
from skillgraph.loaders import parse
from skillgraph.model import Document
from tests.loaders import layouts

MARKUP = {
    "a.txt": ["• ", "- ", "1. ", "\t", "    ", "===", "----", "lever-\n", "EXPERIENCE", "Skills:", "2019 – 2020", "·"],
    "a.md": [
        "# ",
        "* ",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "](x)",
        "![",
        "| a | b |",
        "|---|---|",
        "---",
        "> ",
        "<br>",
        "\\",
        "&amp;",
    ]
    + ["<!--", "-->", "<b>", "</b>", "  \n", "{: .x}", "<h1>", "~~"],
    "a.html": [
        "<p>",
        "</p>",
        "<div class='date'>",
        "</div>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<br>",
    ]
    + [
        "<b>",
        "</b>",
        "<h2>",
        "</h2>",
        "&amp;",
        "&#x41;",
        "&nosuch;",
        "<!--",
        "-->",
        "<script>",
        "<style>.a{",
        "}",
        "<pre>",
        '<a b="',
    ]
    + ["<span style='float:right'>", "</span>", "<div style='display:flex'>", "<p hidden>", "<"],
    "a.tex": [
        "\\documentclass{a}",
        "\\begin{document}",
        "\\end{document}",
        "\\section{",
        "}",
        "{",
        "\\item ",
        "\\begin{itemize}",
        "$",
    ]
    + [
        "\\end{itemize}",
        "\\\\",
        "&",
        "%",
        "\\foo{a}{b}",
        "\\'e",
        '\\"',
        "\\newcommand{\\x}[1]{a #1 \\item}",
        "\\x{",
        "\\def\\y#1{\\y}",
        "\\y ",
    ]
    + [
        "[",
        "]",
        "~",
        "--",
        "\\hfill",
        "\\vskip 2pt ",
        "\\textbf{",
        "\\begin{tabular}{l}",
        "\\rightarrow",
        "\\iffalse",
        "\\name{",
    ],
    "a.json": [
        '{"basics": {',
        '"name": "',
        '"',
        "}",
        "]",
        "[",
        ",",
        ":",
        "\\u00e9",
        "\\",
        "\\n",
        '"work": [',
        "1",
        "true",
        "null",
    ],
    "a.yaml": ["basics:\n", "  name: ", "- ", "|\n", "'", '"', "&a ", "*a", "work:\n", "? ", ": ", "\n", "  "],
}
ODD = [
    "\u00a0",
    "\u200b",
    "\u00ad",
    "\ufb01",
    "e\u0301",
    "\u0301",
    "\r\n",
    "\x0c",
    "\x00",
    "\ufeff",
    "🚀",
    "\u2028",
    "Ã©",
    "한",
    "\u1112\u1161",
]
WORDS = ["Built", "the", "Go", "C++", "Acme", "2019", "jane@example.org", "é", " ", "\n", "\n\n", "a" * 70]


def texts(name: str) -> st.SearchStrategy[str]:
    parts = st.sampled_from([*MARKUP[name], *ODD, *WORDS, " ", "\n"]) | st.text(max_size=8)
    return st.lists(parts, max_size=40).map("".join)


def check(document: Document) -> None:
    """Assert what model/document.py promises of every document."""
    text, source = document.text, document.source
    assert unicodedata.is_normalized("NFC", text)
    expected, position = [], 0
    for number, block in enumerate(document.blocks):
        joint = ("\n\n" if block.gap else "\n") if number else ""
        assert not (block.gap and number == 0)
        assert text[position : block.start] == joint
        shown = text[block.start : block.end]
        assert shown
        assert shown.strip() == shown
        assert "\n" not in shown
        assert (block.level == 0) or block.kind != "text"
        cells = [document.quote(span) for span in block.cells]
        assert not cells or (len(cells) > 1 and "\t".join(cells) == shown and all(cells))
        assert cells or "\t" not in shown
        expected.append(shown)
        position = block.end
    assert position == len(text)
    end = 0
    for run in document.runs:
        assert run.start >= end
        assert run.length > 0
        end = run.start + run.length
        assert text[run.start : end] == source[run.source : run.source + run.length]
    assert end <= len(text)


def attempt(data: bytes, name: str) -> None:
    try:
        document = parse(data, name)
    except LoadError as error:
        message = str(error)
    else:
        check(document)
        message = f"{name}: " * (parse(data, name) == document)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(MARKUP)).flatmap(lambda name: st.tuples(st.just(name), texts(name))))
def test_marked_up_text_becomes_a_document_or_an_error(case: tuple[str, str]) -> None:
    name, text = case
    attempt(text.encode("utf-8", errors="ignore"), name)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([*sorted(MARKUP), "a", "a.bin"]))
def test_bytes_become_a_document_or_an_error(data: bytes, name: str) -> None:
    attempt(data, name)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-16", "utf-8-sig", "cp1252", "utf-32"]))
def test_text_in_other_encodings_becomes_a_document_or_an_error(text: str, encoding: str) -> None:
    attempt(text.encode(encoding, errors="ignore"), "a.txt")


@cache
def whole(kind: str) -> bytes:
    """Return a sound file of a kind that is no text."""
    parts = layouts.parts_of(layouts.sample("lucas_ferraz.md"))
    makers = {
        "a.pdf": lambda: layouts.print_columns(parts, "two"),
        "a.docx": lambda: layouts.write_docx(parts, "table"),
        "a.odt": lambda: layouts.write_odt(parts),
        "a.rtf": lambda: layouts.write_rtf(parts),
        "a.xml": lambda: b"<SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>J</FirstName></PersonName></Identification></LearnerInfo></SkillsPassport>",
    }
    return makers[kind]()


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(["a.pdf", "a.docx", "a.odt", "a.rtf", "a.xml"]),
    st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=6),
    st.floats(0.2, 1),
)
def test_damaged_files_become_a_document_or_an_error(kind: str, changes: list[tuple[float, bytes]], kept: float) -> None:
    data = bytearray(whole(kind))
    for where, change in changes:
        start = int(where * len(data))
        data[start : start + len(change)] = change
    attempt(bytes(data[: int(kept * len(data)) if kept < 0.9 else len(data)]), kind)


def test_sound_files_keep_the_contract() -> None:
    for kind in ("a.pdf", "a.docx", "a.odt", "a.rtf", "a.xml"):
        check(parse(whole(kind), kind))
