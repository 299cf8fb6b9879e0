"""What kind of text a file holds, to judge by its content; the extension only breaks a tie.

In: cleaned text and the file's extension. Out: a media type and, where the extension misleads, a warning.
"""

from __future__ import annotations

import re

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
LATEX = "text/x-tex"
JSON = "application/json"
YAML = "application/yaml"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
LINKEDIN = "application/x-linkedin-export"
EUROPASS = "application/x-europass"
IMAGE = "image"

EXTENSIONS = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": TEXT,
    ".text": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".tex": LATEX,
    ".json": JSON,
    ".yaml": YAML,
    ".yml": YAML,
    ".pdf": PDF,
    ".docx": DOCX,
    ".odt": ODT,
    ".rtf": RTF,
    ".xml": EUROPASS,
}
NAMES = {
    TEXT: "plain text",
    MARKDOWN: "Markdown",
    HTML: "HTML",
    LATEX: "LaTeX",
    JSON: "JSON",
    YAML: "YAML",
    PDF: "PDF",
    DOCX: "Word",
    ODT: "OpenDocument",
    RTF: "RTF",
    LINKEDIN: "LinkedIn export",
    EUROPASS: "Europass",
    IMAGE: "image",
}

_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(
    r"</?(?:p|div|ul|ol|li|h[1-6]|table|tr|td|section|article|header|span|body|main)\b[^<>]*>", re.IGNORECASE
)
_LATEX = re.compile(r"^[ \t]*\\(?:documentclass|documentstyle|begin\{document\})", re.MULTILINE)
_LATEX_CUE = re.compile(
    r"^[ \t]*\\(?:(?:cv|sub)*section\*?\{|begin\{|item\b|cv[a-z]+\{|resume[A-Z]\w*|usepackage)", re.MULTILINE
)
_YAML = re.compile(r"(?:^|\n)basics:[ \t]*\n[ \t]+[\w-]+:")
_MARKDOWN = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\*\*(?=[^\s*])[^*\n]{1,200}\*\*"),
    re.compile(r"\[[^\]\n]{1,200}\]\((?:https?:|mailto:|tel:|#|/|\w)[^)\n]{0,500}\)"),
    re.compile(r"^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$", re.MULTILINE),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"\A---\n(?:[\w-]+:[^\n]*\n)+---\n"),
)
_SAMPLE = 1 << 16


_BINARY = (
    (re.compile(rb"[\s\S]{0,1024}?%PDF-\d"), PDF),
    (re.compile(rb"\s{0,64}\{\\rtf"), RTF),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<(?:[?!][\s\S]{0,2000}?<)?(?:\w+:)?(?:SkillsPassport|Candidate)[\s>]"), EUROPASS),
    (re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"SkillsPassport"'), EUROPASS),
    (re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|II\*\x00|MM\x00\*|RIFF....WEBP", re.DOTALL), IMAGE),
)
_PACKED = ((re.compile(rb"word/document\d?\.xml"), DOCX), (re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text"), ODT))


def binary_type(data: bytes) -> str:
    """Return the media type of a file that is no plain text, or nothing."""
    if data.startswith(b"PK\x03\x04"):
        if b"Profile.csv" in data and b"Positions.csv" in data:
            return LINKEDIN
        return next((kind for mark, kind in _PACKED if mark.search(data)), "")
    return next((kind for mark, kind in _BINARY if mark.match(data)), "")


def media_type(text: str, extension: str) -> str:
    """Return the media type of a text.

    Args:
        text: cleaned text.
        extension: the file's extension in lower case, with its dot; may be empty.
    """
    sample = text[:_SAMPLE]
    named = EXTENSIONS.get(extension, "")
    marks = sum(cue.search(sample) is not None for cue in _MARKDOWN)
    if _JSON.match(sample) and (named != MARKDOWN or not marks):
        return JSON
    if _HTML.match(sample):
        return HTML
    if _LATEX.search(sample) and not (named == MARKDOWN and marks):
        return LATEX
    if named in (YAML, JSON) or _YAML.search(sample):
        return named or YAML
    if _looks_like_html(sample, named, marks):
        return HTML
    if len(_LATEX_CUE.findall(sample)) > (0 if named == LATEX else 2) and (marks < 2 or named == LATEX):
        return LATEX
    if named == MARKDOWN or marks > (0 if named not in (TEXT,) else 1):
        return MARKDOWN
    return TEXT


def misleading(found: str, extension: str) -> str:
    """Return a warning if the extension promises another media type, else nothing."""
    named = EXTENSIONS.get(extension, "")
    if not named or named == found:
        return ""
    return (
        f"the extension {extension} says {NAMES[named]}, the content is {NAMES[found]}; it was read as {NAMES[found]}"
    )


def _looks_like_html(sample: str, named: str, marks: int) -> bool:
    tags = len(_TAG.findall(sample))
    if named == HTML:
        return tags > 0
    return named != MARKDOWN and tags > 5 and marks < 2 and sample.lstrip().startswith("<")
