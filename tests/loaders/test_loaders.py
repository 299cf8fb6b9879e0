"""Reading files: what they are, in which encoding, and what is refused."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import pytest

from skillgraph.errors import LoadError
from skillgraph.loaders import LOADERS, find_documents, load, parse

UNREADABLE = "which cannot be read as a résumé; save it as PDF, Word (.docx), text, Markdown, HTML or JSON Resume"


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    file.write_bytes(b"Jo Roe\r\nGo\r\n")
    document = load(file, name="people/cv.txt")
    assert (document.path, document.name, document.media_type) == ("people/cv.txt", "cv.txt", "text/plain")
    assert document.sha256 == hashlib.sha256(b"Jo Roe\r\nGo\r\n").hexdigest()
    assert (document.source, document.text, document.warnings) == ("Jo Roe\r\nGo\r\n", "Jo Roe\nGo", ())
    assert load(file).path == file.as_posix()


@pytest.mark.parametrize(
    ("content", "name", "media_type", "warnings"),
    [
        ("# Jo\n\n**Go**", "a.md", "text/markdown", ()),
        ("# Jo\n\n**Go**", "a", "text/markdown", ()),
        (
            "# Jo\n\n**Go**",
            "a.txt",
            "text/markdown",
            ("the extension .txt says plain text, the content is Markdown; it was read as Markdown",),
        ),
        ("# Jo\nplain", "a.txt", "text/plain", ()),
        ("Jo\nplain", "a.md", "text/markdown", ()),
        ("<!DOCTYPE html><p>Jo</p>", "a.html", "text/html", ()),
        ("<p>Jo</p>", "a.htm", "text/html", ()),
        (
            "<!-- x -->\n<html><p>Jo",
            "a.txt",
            "text/html",
            ("the extension .txt says plain text, the content is HTML; it was read as HTML",),
        ),
        (
            "% x\n\\documentclass{a}\nJo",
            "a.md",
            "text/x-tex",
            ("the extension .md says Markdown, the content is LaTeX; it was read as LaTeX",),
        ),
        ("\\section{Jo} text", "a.tex", "text/x-tex", ()),
        (
            '{"basics": {"name": "Jo"}}',
            "a.txt",
            "application/json",
            ("the extension .txt says plain text, the content is JSON; it was read as JSON",),
        ),
        ("basics:\n  name: Jo", "a.yml", "application/yaml", ()),
        ("a < b and c > d", "a.txt", "text/plain", ()),
    ],
)
def test_content_decides_and_the_extension_breaks_ties(content: str, name: str, media_type: str, warnings: tuple[str, ...]) -> None:
    if media_type == "text/x-tex" and name == "a.md":
        content += "\n\\begin{document}Jo\\end{document}"
    document = parse(content.encode(), name)
    assert (document.media_type, document.warnings) == (media_type, warnings)
    assert media_type in LOADERS


@pytest.mark.parametrize(
    ("data", "warnings"),
    [
        ("Zoë – Go".encode("utf-8-sig"), ()),
        ("Zoë – Go".encode("utf-16"), ("the file is not in UTF-8; it was read as utf-16-le",)),
        ("Zoë – Go".encode("utf-16-be"), ("the file is not in UTF-8; it was read as utf-16-be",)),
        ("Zoë – Go".encode("utf-32"), ("the file is not in UTF-8; it was read as utf-32-le",)),
        ("Zoë – Go".encode("cp1252"), ("the file is not in UTF-8; it was read as cp1252",)),
    ],
)
def test_encodings(data: bytes, warnings: tuple[str, ...]) -> None:
    document = parse(data, "cv.txt")
    assert (document.text, document.warnings) == ("Zoë – Go", warnings)


def test_a_declared_encoding_is_believed() -> None:
    page = '<html><meta charset="iso-8859-2"><p>Łukasz Żak</p></html>'.encode("iso-8859-2")
    document = parse(page, "cv.html")
    assert (document.text, document.warnings) == ("Łukasz Żak", ("the file is not in UTF-8; it was read as iso8859-2",))


def test_a_broken_byte_does_not_spoil_utf8() -> None:
    document = parse("Zoë Müller, Köln – Go".encode() + b"\xff", "cv.txt")
    assert (document.text, document.warnings) == (
        "Zoë Müller, Köln – Go\ufffd",
        ("the file is not in UTF-8; it was read as utf-8 with errors",),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n...", "cv.txt: this PDF is damaged and cannot be opened"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"word/document.xml", "cv.txt: this archive is damaged: File is not a zip file"),
        (b"PK\x03\x04rest", f"cv.txt: this is a ZIP archive, {UNREADABLE}"),
        (b"{\\rtf1\\ansi }", "cv.txt: there is no text to read in this RTF file"),
        (b"GIF89a", f"cv.txt: this is an image, {UNREADABLE}"),
        (b"\x7fELF\x02\x01", f"cv.txt: this is a program, {UNREADABLE}"),
        (b"\x1f\x8b\x08", f"cv.txt: this is a compressed archive, {UNREADABLE}"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"cv.txt: this is an old Office document (.doc), {UNREADABLE}"),
        (bytes(range(256)) * 8, "cv.txt: this is a binary file, not text"),
        (b"\x01\x02\x03\x04" * 50, "cv.txt: this is a binary file, not text"),
        (b"", "cv.txt: it is empty"),
        (b" \n\t\xef\xbb\xbf", "cv.txt: it is empty"),
        (b"<html><script>x</script></html>", "cv.txt: there is no text to read in this HTML file"),
        (
            b"a" * 500_001,
            "cv.txt: it has 500001 characters, more than any résumé (the limit is 500000)".encode().decode(),
        ),
        (b"a\n" * 100_001, "cv.txt: it has more than 100000 lines or tags, more than any résumé"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(LoadError) as caught:
        parse(data, "cv.txt")
    assert str(caught.value) == message


def test_paths_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"x" * 11)
    cases = {
        tmp_path / "none.txt": "no such file; check the spelling",
        tmp_path: "it is a folder; name a file in it, or let find_documents look into it",
        big: "it has 11 bytes; the limit is 10; the setting `max_bytes` raises it",
        Path("/dev/null"): "it is not a regular file",
    }
    for path, reason in cases.items():
        with pytest.raises(LoadError) as caught:
            load(path, max_bytes=10)
        assert str(caught.value) == f"{path.as_posix()}: {reason}"


def test_documents_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b/z.md", "b/a.TXT", "a.html", ".hidden.md", ".git/x.md", "b/photo.png", "b/cv.yml", "notes"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    found = find_documents([tmp_path, tmp_path / "notes", tmp_path / "a.html"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.html",
        "b/a.TXT",
        "b/cv.yml",
        "b/z.md",
        "notes",
    ]
    with pytest.raises(LoadError, match="no such file or folder"):
        find_documents([tmp_path / "none"])


@pytest.mark.parametrize("name", ["cv.txt", "cv.md"])
@pytest.mark.parametrize(
    "junk",
    [
        "a ",
        "   x",
        "- a\n",
        "*a ",
        "`",
        "`` ` ",
        "[",
        "](x)",
        "<!--",
        "| a ",
        "• ",
        "\u00ad",
        "e\u0301",
        "lever-\naging ",
    ],
)
@pytest.mark.timeout(60)
def test_junk_comes_to_an_end(name: str, junk: str) -> None:
    # Quadratic work on this much junk would not end in time; how long it takes is for the benchmarks to say.
    with suppress(LoadError):
        parse((junk * (400_000 // len(junk))).encode(), name)
