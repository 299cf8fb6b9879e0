"""HTML pages: what a browser would show, line by line.

In: cleaned text. Out: a draft for each line, list item, table row and heading that is not hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from skillgraph.loaders import html_style
from skillgraph.loaders.beside import beside
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, Piece, joined, plain
from skillgraph.loaders.html_person import person
from skillgraph.loaders.html_tree import BLOCKS, Node, parse
from skillgraph.loaders.lines import CELL, Atom, draft, without_bullet
from skillgraph.model import BlockKind

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "meta",
        "nav",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "audio",
        "video",
        "canvas",
        "map",
        "datalist",
    ]
)
_ROOMY = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "fieldset",
        "address",
        "pre",
    ]
)
_EMPHASISED = frozenset(["b", "strong", "i", "em", "th", "dt", "cite", "var"])
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});?")
_WIDE = re.compile(r"(?:&(?:nbsp|emsp|ensp|#160|#xa0);\s*){3,}|(?:&emsp;\s*){2,}", re.IGNORECASE)
_PAINTED = re.compile(
    r"background(?:-color|-image)?\s*:\s*(?!\s|#f{3}\b|#f{6}\b|white\b|none\b|transparent\b|inherit\b|unset\b)|\bbgcolor\s*=|<img\b|<link\b[^>]{0,200}stylesheet",
    re.IGNORECASE,
)
_SOME = 30
_WORDY = re.compile(r"[a-zA-Z]{3,}")


class Style(NamedTuple):
    """What an element hands down to its children."""

    group: int = 0
    part: int = 0
    depth: int = 0
    pre: bool = False


class _Page:
    """Drafts so far and the line under construction."""

    def __init__(self, sheet: html_style.Rules, *, painted: bool) -> None:
        self.sheet = sheet
        self.painted = painted
        self.faint = False
        self.drafts: list[Draft] = []
        self.atoms: list[Atom] = []
        self.parts: list[int] = []
        self.kind = BlockKind.TEXT
        self.level = 0
        self.gap = False
        self.count = 0
        self.joints: set[int] = set()

    def number(self) -> int:
        self.count += 1
        return self.count

    def add(self, text: str, at: int, style: Style) -> None:
        self.atoms.append(Atom(text, at, style.group))
        self.parts.append(style.part)

    def cell(self) -> None:
        self.atoms.append(CELL)
        self.parts.append(0)

    def flush(self) -> None:
        """End the line."""
        if not self.atoms:
            return
        if any(not atom.text.isspace() for atom in self.atoms):
            self.drafts.append(self._draft())
            self.gap = False
            if self.kind is BlockKind.ITEM:
                self.kind, self.level = BlockKind.TEXT, 0
        self.atoms, self.parts = [], []

    def _draft(self) -> Draft:
        atoms = self.atoms
        if CELL in atoms:
            atoms = _mended(atoms)
        elif self._is_parted():
            atoms = self._parted()
        line = draft(atoms, self.kind, self.level, gap=self.gap)
        return without_bullet(line) if self.kind is BlockKind.TEXT else line

    def _is_parted(self) -> bool:
        """Tell whether the line is nothing but inline elements set apart by white space or by what they are."""
        visible = [part for atom, part in zip(self.atoms, self.parts, strict=True) if part or not _is_glue(atom)]
        if not all(visible) or len(set(visible)) < 2:
            return False
        blank = any(atom.text.isspace() and not part for atom, part in zip(self.atoms, self.parts, strict=True))
        return blank or len(self.joints.intersection(visible)) > 1

    def _parted(self) -> list[Atom]:
        atoms: list[Atom] = []
        last = 0
        between = ""
        for atom, part in zip(self.atoms, self.parts, strict=True):
            if part and last and part != last:
                joint = not between and part in self.joints and last in self.joints
                if joint or between.isspace():
                    atoms.append(CELL)
            between = "" if part else between + atom.text
            last = part or last
            atoms.append(atom)
        return atoms


def _is_glue(atom: Atom) -> bool:
    """Tell whether text between inline elements only joins or parts them: white space, a comma, a dash, a bracket."""
    return not any(char.isalnum() for char in atom.text)


def read_html(text: str) -> Iterator[Draft]:
    """Yield a draft for each line that a browser would show of an HTML text."""
    root = parse(text)
    page = _Page(html_style.rules("\n".join(_sheets(root))), painted=_PAINTED.search(text) is not None)
    _children(page, root.children, Style())
    page.flush()
    return iter([*person(root), *page.drafts])


def _sheets(root: Node) -> Iterator[str]:
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if node.name == "style":
            yield joined(child for child in node.children if isinstance(child, Piece))
        waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def _children(page: _Page, children: Iterable[Node | Piece], style: Style) -> None:
    for child in children:
        if isinstance(child, Piece):
            _text(page, child, style)
        elif child.name not in _UNSEEN:
            _element(page, child, style)


def _text(page: _Page, piece: Piece, style: Style) -> None:
    """Add text, with its entities replaced; long stretches of hard spaces set parts apart."""
    text, at = piece
    if not page.atoms and text.isspace() and not style.pre:
        return
    if style.pre:
        _preformatted(page, piece, style)
        return
    if "&" not in text:
        page.add(text, at, style)
        return
    start = 0
    for wide in [*_WIDE.finditer(text), None]:
        _entities(page, Piece(text[start : wide.start() if wide else len(text)], at + start), style)
        if wide:
            page.cell()
            start = wide.end()


def _entities(page: _Page, piece: Piece, style: Style) -> None:
    text, at = piece
    start = 0
    for match in _ENTITY.finditer(text):
        value = plain(unescape(match.group()))
        if value != match.group():
            if match.start() > start:
                page.add(text[start : match.start()], at + start, style)
            if value:
                page.add(value, INSERTED, style)
            start = match.end()
    if start < len(text):
        page.add(text[start:], at + start, style)


def _preformatted(page: _Page, piece: Piece, style: Style) -> None:
    start = 0
    for line in piece.text.split("\n"):
        if start:
            page.gap = page.gap or not page.atoms
            page.flush()
        _entities(page, Piece(line, piece.at + start), style)
        start += len(line) + 1


def _element(page: _Page, node: Node, style: Style) -> None:
    traits = html_style.traits(node, page.sheet)
    if html_style.HIDDEN in traits:
        return
    if not page.faint and (html_style.FAINT in traits or (html_style.WHITE in traits and not page.painted)) and _is_bare(node):
        _faint(page, node, style)
        return
    if node.name == "br":
        page.gap = page.gap or not page.atoms
        page.flush()
        return
    if (node.name in _EMPHASISED or html_style.BOLD in traits) and not style.group:
        style = style._replace(group=page.number())
    if (html_style.ROW in traits and node.name not in ("ul", "ol", "body") and _is_row(node)) or node.name == "tr":
        _row(page, [child for child in node.children if isinstance(child, Node)], style)
    elif node.name in BLOCKS and not (traits & {html_style.APART, html_style.INLINE} and _is_line(node)):
        _block(page, node, style)
    else:
        _inline(page, node, style, traits)


def _faint(page: _Page, node: Node, style: Style) -> None:
    """Keep what is written to be overlooked apart, so that it is reported; a few words are a page's own, not a person's."""
    side = _Page(page.sheet, painted=page.painted)
    side.faint = True
    _children(side, node.children, style)
    side.flush()
    lines = [line._replace(hidden="it is too small, too faint or too far away to be read") for line in side.drafts]
    if sum(len(piece.text) for line in lines for cell in line.cells for piece in cell) > _SOME:
        page.flush()
        page.drafts.extend(lines)


def _is_bare(node: Node) -> bool:
    """Tell whether nothing inside an element can undo what its own style does."""
    children = [child for child in node.children if isinstance(child, Node)]
    return all(not {"class", "style", "id"}.intersection(child.attributes) and _is_bare(child) for child in children)


def _is_row(node: Node) -> bool:
    return not any(isinstance(child, Piece) and not child.text.isspace() for child in node.children)


def _is_line(node: Node) -> bool:
    """Tell whether an element holds no blocks."""
    return node.name != "hr" and not any(
        isinstance(child, Node) and (child.name in BLOCKS or child.name == "br") for child in node.children
    )


def _inline(page: _Page, node: Node, style: Style, traits: html_style.Traits) -> None:
    if not style.part:
        style = style._replace(part=page.number())
        if html_style.TAG in traits or (node.name == "span" and _WORDY.search(node.attributes.get("class", ""))):
            page.joints.add(style.part)
    apart = html_style.APART in traits
    if apart:
        page.cell()
    _children(page, node.children, style)
    if apart:
        page.cell()


def _block(page: _Page, node: Node, style: Style) -> None:
    """Render a block on lines of its own."""
    page.flush()
    name = node.name
    roomy = name in _ROOMY and not (name in ("ul", "ol") and style.depth)
    page.gap = page.gap or roomy
    style = style._replace(part=0)
    outer = page.kind, page.level
    if name in ("ul", "ol", "menu", "dir"):
        style = style._replace(depth=style.depth + 1)
    elif name == "li":
        page.kind, page.level = BlockKind.ITEM, max(style.depth - 1, 0)
    elif name[0] == "h" and name[1:].isdigit():
        page.kind, page.level = BlockKind.HEADING, int(name[1])
    elif name == "pre":
        style = style._replace(pre=True)
    _children(page, node.children, style)
    page.flush()
    if name == "li":
        page.kind, page.level = BlockKind.TEXT, 0
    elif page.kind is BlockKind.HEADING:
        page.kind, page.level = outer
    page.gap = page.gap or roomy


def _row(page: _Page, nodes: Sequence[Node], style: Style) -> None:
    """Render elements that stand beside each other: on one line where each is a line, else one after the other."""
    page.flush()
    columns: list[list[Draft]] = []
    for node in nodes:
        if node.name in _UNSEEN:
            continue
        side = _Page(page.sheet, painted=page.painted)
        side.count, side.faint = page.count, page.faint
        _element(side, node, style._replace(part=0))
        side.flush()
        page.count = side.count
        if side.drafts:
            columns.append(side.drafts)
    lines = list(beside(columns))
    for number, line in enumerate(lines):
        first = number == 0
        kind, level = (page.kind, page.level) if first and page.kind is not BlockKind.TEXT else (line.kind, line.level)
        page.drafts.append(
            line._replace(
                gap=page.gap or (line.gap and len(columns) < 2) if first else line.gap, kind=kind, level=level
            )
        )
        page.gap = False
    if lines and page.kind is BlockKind.ITEM:
        page.kind, page.level = BlockKind.TEXT, 0


def _mended(atoms: Sequence[Atom]) -> list[Atom]:
    """Return the atoms without the boundaries beside a part that is only a dash, a bar or the like."""
    cells: list[list[Atom]] = [[]]
    for atom in atoms:
        if atom is CELL:
            cells.append([])
        else:
            cells[-1].append(atom)
    done: list[Atom] = []
    glue = True
    for cell in cells:
        text = "".join([atom.text for atom in cell]).strip()
        if not text:
            done += [*cell]
            continue
        loose = not any(char.isalnum() for char in text) or text in ("to", "bis", "until")
        if not (glue or loose):
            done.append(CELL)
        done += cell
        glue = loose
    return done
