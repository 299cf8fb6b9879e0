"""HTML as a tree, however untidy it is.

In: cleaned text. Out: nodes whose text knows its offset. The time taken grows with the length of the text, whatever is
in it, which the standard library's `HTMLParser` does not promise.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field

from skillgraph.loaders.edits import Piece

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>]*)((?:[^<>"']|"[^"<]{0,4000}"|'[^'<]{0,4000}')*)>""")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_RAW = {
    name: re.compile(f"</{name}\\s*>", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "template", "noscript")
}
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "ul",
    ]
)
_CLOSES = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}
_BARRIERS = frozenset({"td", "th", "table", "li", "div", "body", "button"})
_DEPTH = 100


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes, its children in order."""

    name: str
    attributes: dict[str, str]
    children: list[Node | Piece] = field(default_factory=list)


def parse(text: str) -> Node:
    """Return the root of the tree for an HTML text; a missing or stray end tag is forgiven."""
    root = Node("", {})
    stack = [root]
    for token in _tokens(text):
        if isinstance(token, Piece):
            stack[-1].children.append(token)
        elif token[0]:
            _close(stack, token[1])
        else:
            _open(stack, token[1], token[2])
    return root


def _open(stack: list[Node], name: str, attributes: str) -> None:
    if name in _CLOSES:
        closed, barriers = _CLOSES[name]
        _close_any(stack, closed, barriers)
    if name in BLOCKS:
        _close_any(stack, frozenset({"p"}), _BARRIERS)
    node = Node(name, _attributes(attributes))
    stack[-1].children.append(node)
    if name not in _VOID and not (attributes.endswith("/") and name not in BLOCKS) and len(stack) < _DEPTH:
        stack.append(node)


def _close_any(stack: list[Node], names: frozenset[str], barriers: frozenset[str]) -> None:
    """Close the outermost open element of these names above the nearest barrier."""
    cut = 0
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name in names:
            cut = depth
        elif stack[depth].name in barriers:
            break
    if cut:
        del stack[cut:]


def _close(stack: list[Node], name: str) -> None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].name == name:
            del stack[depth:]
            return
        if stack[depth].name == "table" and name not in ("body", "html"):
            return


def _attributes(raw: str) -> dict[str, str]:
    if not raw or raw.isspace():
        return {}
    return {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(raw)}


def _tokens(text: str) -> Iterator[Piece | tuple[bool, str, str]]:
    """Yield text, and tags as (is an end tag, name, attributes); the content of a style element is text inside it."""
    position = start = 0
    missing: set[str] = set()
    while (position := text.find("<", position)) >= 0:
        end = _markup_end(text, position, missing)
        tag = None if end else _TAG.match(text, position) or _LOOSE_TAG.match(text, position)
        if not end and tag is None:
            position += 1
            continue
        if position > start:
            yield Piece(text[start:position], start)
        if tag is not None:
            end = tag.end()
            name = tag[2].lower()
            yield bool(tag[1]), name, tag[3]
            if name in _RAW and not tag[1] and name not in missing:
                end = yield from _raw(text, end, name, missing)
        position = start = end
    if start < len(text):
        yield Piece(text[start:], start)


def _markup_end(text: str, position: int, missing: set[str]) -> int:
    """Return where a comment, doctype or processing instruction ends, 0 where there is none."""
    if text[position + 1 : position + 2] not in ("!", "?"):
        return 0
    for opening, closing in (("<!--", "-->"), ("<!", ">"), ("<?", ">")):
        if text.startswith(opening, position) and closing not in missing:
            end = text.find(closing, position)
            if end >= 0:
                return end + len(closing)
            missing.add(closing)
    return 0


def _raw(text: str, position: int, name: str, missing: set[str]) -> Generator[Piece | tuple[bool, str, str], None, int]:
    closing = _RAW[name].search(text, position)
    if closing is None:
        missing.add(name)
        return position
    yield Piece(text[position : closing.start()], position)
    yield True, name, ""
    return closing.end()
