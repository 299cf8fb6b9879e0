"""As much of CSS as changes what a reader sees where.

In: style sheets, and an element's classes and inline style. Out: its traits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from skillgraph.loaders.html_tree import Node

HIDDEN, ROW, APART, INLINE, BOLD, TAG = "hidden", "row", "apart", "inline", "bold", "tag"
FAINT, WHITE = "faint", "white"
Traits = frozenset[str]
Rules = Mapping[str, Traits]
NONE: Traits = frozenset()

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,10000})\}")
_COMMENT = re.compile(r"/\*[^*]{0,5000}\*/")
_COMPOUND = re.compile(r"(?:[\w-]+|\*)?(?:[.#][\w-]+)*$")
_NAME = re.compile(r"[.#]?[\w-]+")
_PROPERTIES = (
    (re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden"), HIDDEN),
    (re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid)(?!.*flex-direction\s*:\s*column)", re.DOTALL), ROW),
    (re.compile(r"float\s*:\s*right|margin-left\s*:\s*auto"), APART),
    (re.compile(r"display\s*:\s*inline(?:-block)?\b|float\s*:\s*left"), INLINE),
    (re.compile(r"font-size\s*:\s*(?:0(?:\.\d+)?(?:px|pt|r?em|%)?|[12](?:\.\d+)?p[xt])\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0\d*)?\s*(?:;|!|$)"), FAINT),
    (re.compile(r"(?:text-indent|left|top|margin-left)\s*:\s*-\d{4,}"), FAINT),
    (re.compile(r"(?<![\w-])color\s*:\s*(?:#f{3}|#f{6}|#fefefe|white|rgba?\(\s*25[345]\s*,\s*25[345]\s*,\s*25[345][^)]*\))\s*(?:;|!|$)"), WHITE),
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-style\s*:\s*italic|font-variant\s*:\s*small-caps"), BOLD),
)
_APART_CLASS = re.compile(
    r"(?:.*[-_])?(?:dates?|when|time|period|duration|years?|location|place|where|right|float-?(?:right|end)|timeframe)(?:[-_].*)?$|m[ls]-auto$",
    re.IGNORECASE,
)
_FLOAT_CLASS = re.compile(r"(?:pull|float)-?(?:right|end)$|m[ls]-auto$", re.IGNORECASE)
_ROW_CLASS = re.compile(r"(?:d-)?flex$|flex-row$|d-inline-flex$|justify-(?:content-)?between$", re.IGNORECASE)
_TAG_CLASS = re.compile(
    r"(?:.*[-_])?(?:tags?|badges?|chips?|pills?|skills?|keywords?|labels?|tech|technology)(?:[-_].*)?$", re.IGNORECASE
)
_HIDDEN_CLASS = frozenset({"sr-only", "visually-hidden", "d-none", "screen-reader-text"})

_HIDDEN_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "tooltip"})
_BANNER_CLASS = re.compile(r"(?:.*[-_])?(?:cookies?|consent|gdpr)(?:[-_]?(?:banner|bar|notice|popup|modal|overlay|dialog|container))?$", re.IGNORECASE)


def rules(sheets: str) -> dict[str, Traits]:
    """Return the traits that style sheets give to tags, .classes and #ids; conditional rules do not count."""
    found: dict[str, Traits] = {}
    for match in _RULE.finditer(_COMMENT.sub("", _top_level(sheets))):
        traits = _traits(match[2].lower())
        if not traits:
            continue
        for selector in match[1].split(","):
            parts = selector.split()
            if parts and _COMPOUND.match(parts[-1]):
                kept = traits if len(parts) == 1 else traits - {HIDDEN, FAINT, WHITE}
                name = _NAME.findall(parts[-1])
                if name:
                    found[name[-1]] = found.get(name[-1], NONE) | kept
    return found


def _top_level(sheets: str) -> str:
    """Return style sheets without their @media and other nested rules."""
    if "@" not in sheets:
        return sheets
    kept: list[str] = []
    depth = start = 0
    nested = False
    for match in re.finditer(r"[{}@]", sheets):
        if match.group() == "@" and depth == 0 and not nested:
            kept.append(sheets[start : match.start()])
            nested = True
        elif match.group() == "{":
            depth += 1
        elif match.group() == "}":
            depth = max(depth - 1, 0)
            if nested and depth == 0:
                nested, start = False, match.end()
    return "".join(kept if nested else [*kept, sheets[start:]])


def traits(node: Node, sheet: Rules) -> Traits:
    """Return the traits of an element."""
    attributes = node.attributes
    if not attributes:
        return sheet.get(node.name, NONE) if sheet else NONE
    found = set(sheet.get(node.name, NONE))
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        found.add(HIDDEN)
    if attributes.get("role", "").lower() in _HIDDEN_ROLES:
        found.add(HIDDEN)
    if attributes.get("align", "").lower() == "right" and node.name not in ("td", "th"):
        found.add(APART)
    if attributes.get("style"):
        found |= _traits(attributes["style"].lower())
    for name in attributes.get("class", "").split()[:50]:
        found |= sheet.get("." + name, NONE) | _class(name, node.name)
    if attributes.get("id"):
        found |= sheet.get("#" + attributes["id"], NONE)
    return frozenset(found)


def _traits(properties: str) -> Traits:
    return frozenset(trait for pattern, trait in _PROPERTIES if pattern.search(properties))


def _class(name: str, tag: str) -> set[str]:
    found: set[str] = set()
    if name in _HIDDEN_CLASS or (tag in ("div", "section", "aside") and _BANNER_CLASS.match(name)):
        found.add(HIDDEN)
    if _FLOAT_CLASS.match(name) or (
        tag in ("span", "time", "small", "em", "i", "b", "strong") and _APART_CLASS.match(name)
    ):
        found.add(APART)
    if _ROW_CLASS.match(name):
        found.add(ROW)
    if _TAG_CLASS.match(name):
        found.add(TAG)
    return found
