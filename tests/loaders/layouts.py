"""Prints a document's blocks as pages in several layouts, so that what is read from them can be compared with the document."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph, Table

from skillgraph.extraction.sections import heading_section
from skillgraph.loaders import cues, load
from skillgraph.model import BlockKind, Document

CORPUS = Path(__file__).parents[2] / "samples"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
_RANGE = re.compile(rf"\s*[(,|·—-]*\s*({cues.DATE_RANGE.pattern})\s*\)?$", re.IGNORECASE)
_SIDE = ("skills", "languages", "education", "contact", "certif", "talks", "interests", "kenntnisse", "ausbildung")


class Part(NamedTuple):
    """A line of a résumé: what it looks like, its words, and the dates at its end."""

    kind: str
    text: str
    dates: str = ""


def sample(name: str) -> Document:
    """Return a résumé of the corpus."""
    return load(CORPUS / name, name=name)


def parts_of(document: Document) -> list[Part]:
    """Return the lines of a document as something to print."""
    parts: list[Part] = []
    for number, block in enumerate(document.blocks):
        text = document.text[block.start : block.end].replace("\t", " | ")
        if number == 0:
            parts.append(Part("name", text))
        elif heading_section(text) and block.kind is not BlockKind.ITEM and len(text) < 40:
            parts.append(Part("section", text.strip(" :")))
        elif block.kind is BlockKind.ITEM:
            parts.append(Part("item", text))
        elif (match := _RANGE.search(text)) and len(text) < 140:
            parts.append(Part("role", text[: match.start()].strip(" |,("), match[1]))
        elif block.kind is BlockKind.HEADING or block.emphasis:
            parts.append(Part("role", text))
        else:
            parts.append(Part("text", text))
    return parts


def plain_text(parts: Iterable[Part]) -> str:
    """Return the parts as a plain text file."""
    lines: list[str] = []
    for part in parts:
        if part.kind in ("section", "name", "role"):
            lines.append("")
        words = part.text.upper() if part.kind == "section" else part.text
        words = f"{words}\t{part.dates}".strip("\t") if part.dates else words
        lines.append(f"- {words}" if part.kind == "item" else words)
        if part.kind == "section":
            lines.append("")
    return "\n".join(lines).strip() + "\n"


def sides(parts: Sequence[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """Return the head, the side and the main column of a résumé."""
    starts = [index for index, part in enumerate(parts) if part.kind == "section"] + [len(parts)]
    head, side, main = list(parts[: starts[0]]), [], []
    for start, end in pairwise(starts):
        small = any(word in parts[start].text.lower() for word in _SIDE)
        (side if small else main).extend(parts[start:end])
    return head, side, main


_CSS = """
@page { size: A4; margin: 14mm }
body { font: 10pt/1.35 "Liberation Sans", sans-serif; margin: 0 }
h1 { font-size: 22pt; margin: 0 } h2 { font-size: 13pt; margin: 10pt 0 3pt; text-transform: %(case)s }
p, ul { margin: 2pt 0 } ul { padding-left: 14pt }
.role { font-weight: bold; margin-top: 6pt; display: flex; justify-content: space-between; gap: 12pt }
.role span { white-space: nowrap }
.two { display: grid; gap: 18pt } .left { grid-template-columns: 150pt 1fr } .right { grid-template-columns: 1fr 150pt }
.dark { background: #223; color: #fff; padding: 8pt } .small { font-size: 9pt }
"""


def as_html(parts: Sequence[Part], layout: str) -> str:
    """Return a page in the layout `one`, `left` (a dark side bar) or `right`."""
    head, side, main = sides(parts)
    if layout == "one":
        body = _html(parts)
    elif layout == "left":
        body = f'<div class="two left"><div class="dark small">{_html(side)}</div><div>{_html(head + main)}</div></div>'
    else:
        body = f'{_html(head)}<div class="two right"><div>{_html(main)}</div><div class="small">{_html(side)}</div></div>'
    style = _CSS % {"case": "uppercase" if layout == "left" else "none"}
    return f'<!doctype html><html><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'


def _html(parts: Sequence[Part]) -> str:
    done: list[str] = []
    for part in parts:
        text = html.escape(part.text)
        if part.kind == "item":
            done.append(f"<li>{text}</li>" if done and done[-1].startswith("<li>") else f"<ul><li>{text}</li>")
            done[-1:] = [f"<li>{text}</li>"] if done[-1].startswith("<li>") else ["<ul>", f"<li>{text}</li>"]
            continue
        if done and done[-1].startswith("<li>"):
            done.append("</ul>")
        tag = {"name": "h1", "section": "h2"}.get(part.kind, "p")
        if part.kind == "role":
            done.append(f'<div class="role">{text}' + (f"<span>{html.escape(part.dates)}</span>" if part.dates else "") + "</div>")
        else:
            done.append(f"<{tag}>{text}</{tag}>")
    return "".join(done) + ("</ul>" if done and done[-1].startswith("<li>") else "")


def print_html(page: str, folder: Path) -> bytes:
    """Return the PDF that Chromium prints of a page."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    subprocess.run([*command, f"--user-data-dir={folder / 'chromium'}", source.as_uri()], check=True, capture_output=True, timeout=60)
    return target.read_bytes()


_FONT = "Helvetica"
_STYLES = {
    "name": ParagraphStyle("name", fontName="Helvetica-Bold", fontSize=20, leading=24),
    "section": ParagraphStyle("section", fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=8),
    "role": ParagraphStyle("role", fontName="Helvetica-Bold", fontSize=10, leading=13, spaceBefore=4),
    "text": ParagraphStyle("text", fontName=_FONT, fontSize=10, leading=13),
    "item": ParagraphStyle("item", fontName=_FONT, fontSize=10, leading=13, leftIndent=12, bulletIndent=2),
    "dates": ParagraphStyle("dates", fontName=_FONT, fontSize=10, leading=13, alignment=TA_RIGHT),
}


def print_columns(parts: Sequence[Part], layout: str) -> bytes:
    """Return a PDF of reportlab in the layout `one`, `two` (frames of the same leading) or `dates` (dates at the left)."""
    buffer = BytesIO()
    width, height = A4
    head, side, main = sides(parts)
    if layout == "two":
        frames = [Frame(40, height - 150, width - 80, 120), Frame(40, 40, 170, height - 190), Frame(225, 40, width - 265, height - 190)]
        story = [*_story(head, width - 92), FrameBreak(), *_story(side, 158), FrameBreak(), *_story(main, width - 277)]
        later = [Frame(40, 40, 170, height - 80), Frame(225, 40, width - 265, height - 80)]
        templates = [PageTemplate("first", frames, autoNextPageTemplate="later"), PageTemplate("later", later)]
        story_later = story
    else:
        templates = [PageTemplate("first", [Frame(50, 50, width - 100, height - 100)])]
        story_later = _story(parts, width - 112, dated=layout == "dates")
    BaseDocTemplate(buffer, pagesize=A4, pageTemplates=templates).build(story_later)
    return buffer.getvalue()


def _story(parts: Sequence[Part], width: float, *, dated: bool = False) -> list[object]:
    story: list[object] = []
    for part in parts:
        text = html.escape(part.text)
        paragraph = Paragraph(text, _STYLES[part.kind], bulletText="•" if part.kind == "item" else None)
        if part.dates and dated:
            cells = [[Paragraph(html.escape(part.dates), _STYLES["text"]), paragraph]]
            story.append(Table(cells, colWidths=[110, width - 110], style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        elif part.dates and width < 200:
            story += [paragraph, Paragraph(html.escape(part.dates), _STYLES["text"])]
        elif part.dates:
            cells = [[paragraph, Paragraph(html.escape(part.dates), _STYLES["dates"])]]
            story.append(Table(cells, colWidths=[width - 115, 115], style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]))
        else:
            story.append(paragraph)
    return story


def write_docx(parts: Sequence[Part], layout: str) -> bytes:
    """Return a Word document in the layout `styles`, `plain` (looks without styles) or `table` (a side bar beside the main column)."""
    import docx

    document = docx.Document()
    head, side, main = sides(parts)
    if layout != "table":
        _paragraphs(document, parts, styled=layout == "styles")
    else:
        _paragraphs(document, head, styled=True)
        left, right = document.add_table(1, 2).rows[0].cells
        _paragraphs(left, side, styled=True)
        _paragraphs(right, main, styled=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(target: Any, parts: Sequence[Part], *, styled: bool) -> None:
    from docx.shared import Pt

    names = {"name": "Title", "section": "Heading 1", "item": "List Bullet"}
    for part in parts:
        paragraph = target.add_paragraph(style=names.get(part.kind) if styled else None)
        text = f"• {part.text}" if part.kind == "item" and not styled else part.text
        run = paragraph.add_run(text.upper() if part.kind == "section" and not styled else text)
        if part.kind in ("role", "section", "name"):
            run.bold = True
        if part.kind == "name" and not styled:
            run.font.size = Pt(20)
        if part.dates:
            paragraph.add_run(f"\t{part.dates}")


def write_odt(parts: Sequence[Part]) -> bytes:
    """Return an OpenDocument text with headings, lists and bold lines."""
    from odf.opendocument import OpenDocumentText
    from odf.style import Style, TextProperties
    from odf.text import H, List, ListItem, P, Span, Tab

    document = OpenDocumentText()
    bold = Style(name="Bold", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    for part in parts:
        target = document.text
        if part.kind in ("name", "section"):
            target.addElement(H(outlinelevel=1 if part.kind == "name" else 2, text=part.text))
            continue
        if part.kind == "item":
            entry, listed = ListItem(), List()
            listed.addElement(entry)
            target.addElement(listed)
            target = entry
        paragraph = P()
        paragraph.addElement(Span(stylename=bold, text=part.text)) if part.kind == "role" else paragraph.addText(part.text)
        if part.dates:
            paragraph.addElement(Tab())
            paragraph.addText(part.dates)
        target.addElement(paragraph)
    buffer = BytesIO()
    document.write(buffer)
    return buffer.getvalue()


def write_rtf(parts: Sequence[Part]) -> bytes:
    """Return an RTF text with bold lines, typed bullets and tabs."""
    lines = [r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Hidden}}\uc1\fs20"]
    for part in parts:
        text = "".join(_escaped(char) for char in part.text)
        if part.kind in ("name", "section", "role"):
            text = rf"{{\b\fs{40 if part.kind == 'name' else 26 if part.kind == 'section' else 20} {text}}}"
        if part.kind == "item":
            text = rf"{{\pntext\'b7\tab}}\bullet  {text}"
        lines.append(rf"\pard {text}" + (rf"\tab {''.join(map(_escaped, part.dates))}" if part.dates else "") + r"\par")
    return ("\n".join(lines) + "}").encode("ascii")


def _escaped(char: str) -> str:
    if char in "\\{}":
        return f"\\{char}"
    if ord(char) < 128:
        return char
    return rf"\'{ord(char):02x}" if 0xA0 <= ord(char) < 256 else rf"\u{(ord(char) + 32768) % 65536 - 32768}?"
