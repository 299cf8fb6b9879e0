"""Word documents (.docx): the body with its tables, lists and text boxes, and the headers and footers.

In: the file's bytes. Out: an extract. Only the ZIP file and its XML are read; nothing that they refer to is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from skillgraph.errors import LoadError
from skillgraph.loaders.extract import Extract, Scribe
from skillgraph.loaders.limits import Limits
from skillgraph.loaders.office import Flow, Paragraph, Run, Table, drafts_of
from skillgraph.loaders.packed import open_zip, part_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"(?:heading|titre|überschrift|título|titolo|kop|rubrik|nagłówek)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|name)$", re.IGNORECASE)
_ROOMY = 100
_OFF = frozenset({"0", "false", "off", "none"})


class _Style(NamedTuple):
    """What a style or a run says of its text; None: nothing."""

    strong: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    heading: int | None = None
    item: int | None = None
    white: bool | None = None

    def over(self, base: _Style) -> _Style:
        """Return this style where it says something, else the one below."""
        return base._replace(**{name: value for name, value in self._asdict().items() if value is not None})


class _Reader:
    """A document's styles, and what was left out of its text."""

    def __init__(self, styles: Element | None) -> None:
        self._raw = {element.get(f"{_W}styleId", ""): element for element in (styles.iter(f"{_W}style") if styles is not None else ())}
        self._styles: dict[str, _Style] = {}
        default = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr") if styles is not None else None
        usual = next((name for name, element in self._raw.items() if element.get(f"{_W}default") and element.get(f"{_W}type") == "paragraph"), "")
        self.base = _run_style(default).over(_Style(size=11.0))
        self.usual = usual
        self.hidden: list[str] = []
        self.painted = False

    def style(self, name: str, depth: int = 0) -> _Style:
        """Return a style with what it inherits."""
        if name in self._styles or depth > 20:
            return self._styles.get(name, _Style())
        element = self._raw.get(name)
        if element is None:
            return _Style()
        parent = element.find(f"{_W}basedOn")
        below = self.style(parent.get(f"{_W}val", ""), depth + 1) if parent is not None else _Style()
        own = _run_style(element.find(f"{_W}rPr")).over(_paragraph_style(element.find(f"{_W}pPr")))
        label = element.find(f"{_W}name")
        heading = _heading(label.get(f"{_W}val", "") if label is not None else name)
        found = (own._replace(heading=heading) if heading else own).over(below)
        self._styles[name] = found
        return found

    def flow(self, parent: Element) -> Iterator[Paragraph | Table]:
        """Yield the paragraphs and tables below an element; the content of text boxes follows their paragraph."""
        for element in parent:
            if element.tag == f"{_W}p":
                yield self.paragraph(element)
                for box in _boxes(element):
                    yield from self.flow(box)
            elif element.tag == f"{_W}tbl":
                yield Table([[tuple(self.flow(cell)) for cell in _cells(row)] for row in element.iter(f"{_W}tr") if _is_own(row, element)])
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml", f"{_MC}AlternateContent"):
                choice = element.find(f"{_MC}Choice") if element.tag == f"{_MC}AlternateContent" else None
                yield from self.flow(element if choice is None else choice)

    def paragraph(self, element: Element) -> Paragraph:
        """Return a paragraph with its runs."""
        properties = element.find(f"{_W}pPr")
        name = _value(properties, "pStyle") or self.usual
        style = _paragraph_style(properties).over(self.style(name))
        spacing = properties.find(f"{_W}spacing") if properties is not None else None
        gap = spacing is not None and _number(spacing.get(f"{_W}before", "")) >= _ROOMY
        runs = list(self._runs(element, style.over(self.base)))
        return Paragraph(runs, style.heading or 0, -1 if style.item is None else style.item, gap)

    def _runs(self, parent: Element, style: _Style) -> Iterator[Run]:
        for element in parent:
            if element.tag == f"{_W}r":
                yield from self._run(element, style)
            elif element.tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"):
                continue
            elif element.tag != f"{_W}p":
                yield from self._runs(element, style)

    def _run(self, element: Element, style: _Style) -> Iterator[Run]:
        properties = element.find(f"{_W}rPr")
        own = _run_style(properties).over(self.style(_value(properties, "rStyle"))).over(style)
        text = "".join(map(_text, element))
        if not text:
            return
        if own.hidden or (own.size or 11) <= 2 or (own.white and not self.painted):
            self.hidden.append(text)
        else:
            yield Run(text, bool(own.strong), own.size or 0.0)


def read_docx(data: bytes, limits: Limits) -> Extract:
    """Return the text of a Word document.

    Raises:
        LoadError: It is damaged, locked, or no Word document.
    """
    archive = open_zip(data, limits)
    name = next((name for name in sorted(archive.namelist()) if re.fullmatch(r"word/document\d?\.xml", name)), "")
    root = part_of(archive, name, limits) if name else None
    if root is None or root.find(f"{_W}body") is None:
        raise LoadError("there is no text in this Word document, or it is in the strict format; save it as an ordinary .docx")
    reader = _Reader(part_of(archive, "word/styles.xml", limits))
    body = root.find(f"{_W}body")
    assert body is not None
    reader.painted = any(map(_is_painted, root.iter()))
    flow: list[Paragraph | Table] = [
        *_margins(archive, root, reader, "header", limits),
        *reader.flow(body),
        *_margins(archive, root, reader, "footer", limits),
    ]
    scribe = Scribe()
    drafts = drafts_of(flow, scribe)
    hidden = " ".join("".join(reader.hidden).split())
    warnings = [f"text was left out because it is hidden: “{hidden[:60]}” ({len(hidden)} characters)"] if hidden else []
    return Extract(scribe.source, drafts, warnings)


def _margins(archive: ZipFile, root: Element, reader: _Reader, kind: str, limits: Limits) -> Flow:
    """Return what stands in the headers or footers, each text once and without page numbers."""
    relations = part_of(archive, "word/_rels/document.xml.rels", limits)
    targets = {element.get("Id"): element.get("Target", "") for element in (relations if relations is not None else ())}
    used = {targets.get(element.get(f"{_R}id")) for element in root.iter(f"{_W}{kind}Reference")}
    seen: set[str] = set()
    flow: list[Paragraph | Table] = []
    for target in sorted(filter(None, used)):
        part = part_of(archive, "word/" + target.removeprefix("/word/").removeprefix("./"), limits)
        for block in reader.flow(part) if part is not None else ():
            text = repr(block)
            if text in seen or (isinstance(block, Paragraph) and _is_page_number(block)):
                continue
            seen.add(text)
            flow.append(block)
    return flow


def _is_page_number(paragraph: Paragraph) -> bool:
    text = "".join(run.text for run in paragraph.runs).strip()
    return re.fullmatch(r"(?:page|seite)?\s*\d*\s*(?:(?:of|von|/|\|)\s*\d*)?", text, re.IGNORECASE) is not None


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the contents of the text boxes anchored in a paragraph, each once though it is written for old versions too."""
    waiting = list(reversed(list(paragraph)))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}txbxContent":
            yield element
        elif element.tag == f"{_MC}AlternateContent":
            choice = element.find(f"{_MC}Choice")
            waiting.extend(reversed(list(choice if choice is not None else element)))
        else:
            waiting.extend(reversed(list(element)))


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if element.tag == f"{_W}tc":
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _cells(element)


def _is_own(row: Element, table: Element) -> bool:
    """Tell whether a row belongs to a table itself, not to one inside of it."""
    direct = [*table, *(child for sdt in table.iter(f"{_W}sdtContent") for child in sdt)]
    return any(element is row for element in direct)


def _is_painted(element: Element) -> bool:
    """Tell whether an element lays a colour or picture under text, on which white text would show."""
    if element.tag == f"{_W}shd":
        return element.get(f"{_W}fill", "auto").upper() not in ("AUTO", "FFFFFF", "")
    return element.tag.endswith(("}solidFill", "}blip", "}background", "}gradFill")) or "fillcolor" in element.attrib


def _text(element: Element) -> str:
    tag = element.tag
    if tag == f"{_W}t":
        return (element.text or "").replace("\n", " ").replace("\t", " ")
    if tag in (f"{_W}tab", f"{_W}ptab"):
        return "\t"
    if tag in (f"{_W}br", f"{_W}cr"):
        return "" if element.get(f"{_W}type") in ("page", "column") else "\n"
    if tag == f"{_W}noBreakHyphen":
        return "-"
    if tag == f"{_W}sym":
        return "• " if element.get(f"{_W}char", "").upper()[-2:] in ("B7", "A7", "FC", "D8", "76", "6C", "6E") else " "
    return ""


def _value(properties: Element | None, name: str) -> str:
    element = properties.find(f"{_W}{name}") if properties is not None else None
    return element.get(f"{_W}val", "") if element is not None else ""


def _is_on(properties: Element, name: str) -> bool | None:
    element = properties.find(f"{_W}{name}")
    return None if element is None else element.get(f"{_W}val", "1").lower() not in _OFF


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _run_style(properties: Element | None) -> _Style:
    if properties is None:
        return _Style()
    faces = [_is_on(properties, name) for name in ("b", "i", "smallCaps")]
    size = _number(_value(properties, "sz")) / 2 or None
    colour = _value(properties, "color").upper()
    return _Style(
        any(faces) if any(face is not None for face in faces) else None,
        size,
        _is_on(properties, "vanish"),
        white=colour in ("FFFFFF", "FEFEFE", "FDFDFD") if colour else None,
    )


def _paragraph_style(properties: Element | None) -> _Style:
    if properties is None:
        return _Style()
    outline = _value(properties, "outlineLvl")
    numbering = properties.find(f"{_W}numPr")
    item = None
    if numbering is not None and _value(numbering, "numId") != "0":
        item = int(_number(_value(numbering, "ilvl")))
    return _Style(heading=int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None, item=item)


def _heading(name: str) -> int:
    match = _HEADING.match(name)
    if match:
        return max(int(match[1]), 1)
    return 1 if _TITLE.match(name) else 0
