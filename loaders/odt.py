"""OpenDocument texts (.odt): the body with its tables, lists and frames, and the headers and footers of its pages.

In: the file's bytes. Out: an extract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from skillgraph.errors import LoadError
from skillgraph.loaders.extract import Extract, Scribe
from skillgraph.loaders.limits import Limits
from skillgraph.loaders.office import Paragraph, Run, Table, drafts_of
from skillgraph.loaders.packed import open_zip, part_of

_O = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE, _OFFICE, _DRAW = (_O % name for name in ("text", "table", "style", "office", "drawing"))
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_POINTS = re.compile(r"([\d.]+)(pt|cm|mm|in|%)")
_UNITS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0}
_MOST_COPIES = 64
_SKIPPED = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}table-of-content", f"{_OFFICE}forms"})


class _Style(NamedTuple):
    """What a style says of its text; None: nothing."""

    strong: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    gap: bool | None = None
    name: str | None = None

    def over(self, base: _Style) -> _Style:
        """Return this style where it says something, else the one below."""
        return base._replace(**{name: value for name, value in self._asdict().items() if value is not None})


class _Reader:
    """The styles of a document, and what was left out of its text."""

    def __init__(self, *parts: Element | None) -> None:
        self._raw = {
            (element.get(f"{_STYLE}family", ""), element.get(f"{_STYLE}name", "")): element
            for part in parts
            if part is not None
            for element in part.iter(f"{_STYLE}style")
        }
        self.hidden: list[str] = []

    def style(self, family: str, name: str, depth: int = 0) -> _Style:
        """Return a style with what it inherits."""
        element = self._raw.get((family, name))
        if element is None or depth > 20:
            return _Style(name=name or None)
        parent = element.get(f"{_STYLE}parent-style-name")
        below = self.style(family, parent, depth + 1) if parent else _Style()
        own = _own_style(element)
        shown = element.get(f"{_STYLE}display-name") or (None if name[:1] in "PT" and name[1:].isdigit() else name)
        return own._replace(name=shown).over(below)

    def flow(self, parent: Element, item: int = -1) -> Iterator[Paragraph | Table]:
        """Yield the paragraphs and tables below an element; the content of frames follows their paragraph."""
        for element in parent:
            if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                yield self._paragraph(element, item)
                for box in element.iter(f"{_DRAW}text-box"):
                    yield from self.flow(box)
            elif element.tag == f"{_TEXT}list":
                for entry in element:
                    yield from self._entry(entry, item + 1)
            elif element.tag == f"{_TABLE}table":
                yield Table([[tuple(self.flow(cell)) for cell in row.iter(f"{_TABLE}table-cell")] for row in _rows(element)])
            elif element.tag not in _SKIPPED:
                yield from self.flow(element, item)

    def _entry(self, entry: Element, depth: int) -> Iterator[Paragraph | Table]:
        """Yield the content of a list item; only its first paragraph has the bullet."""
        first = True
        for part in self.flow(entry, depth):
            own = isinstance(part, Paragraph) and part.item == depth
            yield part._replace(item=-1) if own and not first and isinstance(part, Paragraph) else part
            first = first and not own

    def _paragraph(self, element: Element, item: int) -> Paragraph:
        style = self.style("paragraph", element.get(f"{_TEXT}style-name", ""))
        runs = list(self._runs(element, style))
        heading = 0
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            heading = int(level) if level.isdigit() else 1
        elif (style.name or "").lower() == "title":
            heading = 1
        return Paragraph(runs, heading, -1 if heading else item, bool(style.gap))

    def _runs(self, element: Element, style: _Style) -> Iterator[Run]:
        yield from self._run(element.text, style)
        for child in element:
            if child.tag == f"{_TEXT}span":
                yield from self._runs(child, self.style("text", child.get(f"{_TEXT}style-name", "")).over(style))
            elif child.tag == f"{_TEXT}a":
                yield from self._runs(child, style)
            elif child.tag == f"{_TEXT}s":
                count = child.get(f"{_TEXT}c", "1")
                yield Run(" " * (min(int(count), _MOST_COPIES) if count.isdigit() else 1), bool(style.strong), style.size or 0.0)
            elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                yield Run("\t" if child.tag == f"{_TEXT}tab" else "\n", bool(style.strong), style.size or 0.0)
            yield from self._run(child.tail, style)

    def _run(self, text: str | None, style: _Style) -> Iterator[Run]:
        text = re.sub(r"\s+", " ", text or "")
        if text and (style.hidden or (style.size or 12) <= 2):
            self.hidden.append(text)
        elif text:
            yield Run(text, bool(style.strong), style.size or 0.0)


def read_odt(data: bytes, limits: Limits) -> Extract:
    """Return the text of an OpenDocument file.

    Raises:
        LoadError: It is damaged, locked, or has no text.
    """
    archive = open_zip(data, limits)
    content, styles = part_of(archive, "content.xml", limits), part_of(archive, "styles.xml", limits)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if body is None:
        raise LoadError("there is no text in this OpenDocument file, or it is locked by a password")
    reader = _Reader(styles, content)
    heads = [part for tag in ("header", "footer") for part in _margins(styles, tag)]
    flow = [
        *(block for tag, part in heads if tag == "header" for block in reader.flow(part)),
        *reader.flow(body),
        *(block for tag, part in heads if tag == "footer" for block in reader.flow(part)),
    ]
    scribe = Scribe()
    drafts = drafts_of(flow, scribe)
    hidden = " ".join("".join(reader.hidden).split())
    warnings = [f"text was left out because it is hidden: “{hidden[:60]}” ({len(hidden)} characters)"] if hidden else []
    return Extract(scribe.source, drafts, warnings)


def _margins(styles: Element | None, tag: str) -> Iterator[tuple[str, Element]]:
    for page in styles.iter(f"{_STYLE}master-page") if styles is not None else ():
        for part in page.findall(f"{_STYLE}{tag}"):
            yield tag, part


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if element.tag == f"{_TABLE}table-row":
            yield element
        elif element.tag in (f"{_TABLE}table-rows", f"{_TABLE}table-header-rows", f"{_TABLE}table-row-group"):
            yield from _rows(element)


def _own_style(element: Element) -> _Style:
    text = element.find(f"{_STYLE}text-properties")
    paragraph = element.find(f"{_STYLE}paragraph-properties")
    gap = None
    if paragraph is not None and paragraph.get(f"{_FO}margin-top"):
        gap = (_points(paragraph.get(f"{_FO}margin-top", "")) or 0) >= 5
    if text is None:
        return _Style(gap=gap)
    weight, slope = text.get(f"{_FO}font-weight"), text.get(f"{_FO}font-style")
    strong = None if weight is None and slope is None else weight in ("bold", "600", "700", "800", "900") or slope in ("italic", "oblique")
    hidden = True if text.get(f"{_TEXT}display") == "none" else None
    return _Style(strong, _points(text.get(f"{_FO}font-size", "")), hidden, gap)


def _points(length: str) -> float | None:
    match = _POINTS.match(length)
    return float(match[1]) * _UNITS[match[2]] if match and match[2] in _UNITS and match[1].count(".") < 2 else None
