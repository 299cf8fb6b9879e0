"""LaTeX as a tree of groups, macros and text, however unfinished it is.

In: cleaned text. Out: nodes that know their offsets. `pylatexenc` knows what macros mean, but takes ten times as long
to parse, and résumé classes bring macros that no table lists: how many groups follow one is what decides here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from skillgraph.loaders.edits import INSERTED

_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*(?:\n[ \t]*(?=\S))?)"
    r"|\\(?P<macro>[a-zA-Z]+(?:@[a-zA-Z]+)*|@[a-zA-Z@]+|[^a-zA-Z@]|@)(?P<star>\*(?=[ \t]*[\[{]))?"
    r"|(?P<par>[ \t]*\n[ \t]*\n\s*)"
    r"|(?P<line>[ \t]*\n[ \t]*)"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<math>\$\$?(?P<formula>(?:[^$\\\n]|\\.|\n(?![ \t]*\n)){1,1000})\$\$?)"
    r"|(?P<param>#+\d)"
    r"|(?P<cell>&)|(?P<tie>~)"
    r"|(?P<mark>---?|``|''|`)"
    r"|(?P<left>\[)|(?P<right>\])"
    r"|(?P<text>[^\\{}$&~%#\[\]\n`'\-]+(?:(?:'(?!')|-(?!-))[^\\{}$&~%#\[\]\n`'\-]+)*|.)",
    re.DOTALL,
)
_AFTER_WORD = re.compile(r"[ \t]+")
_DEPTH = 60


class Kind(Enum):
    """What a node is."""

    TEXT = "text"
    MACRO = "macro"
    GROUP = "group"
    MATH = "math"
    PAR = "par"
    LINE = "line"
    CELL = "cell"
    PARAM = "param"
    LEFT = "left"
    RIGHT = "right"


@dataclass(slots=True)
class Node:
    """Text (visible characters at an offset, or put in), a macro's name, or a group of nodes."""

    kind: Kind
    text: str = ""
    at: int = INSERTED
    children: list[Node] = field(default_factory=list)


_MARKS = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘"}
_PLAIN = {"par": Kind.PAR, "line": Kind.LINE, "cell": Kind.CELL, "left": Kind.LEFT, "right": Kind.RIGHT}


def parse(text: str, base: int = 0) -> list[Node]:
    """Return the nodes of a LaTeX text that stands at `base`; a missing or stray brace is forgiven."""
    stack: list[list[Node]] = [[]]
    position = 0
    deeper = 0
    while match := _TOKEN.match(text, position):
        position = match.end()
        name = match.lastgroup or ""
        if name == "star":
            name = "macro"
        if name == "open":
            if len(stack) > _DEPTH:
                deeper += 1
            else:
                group = Node(Kind.GROUP, "", base + position)
                stack[-1].append(group)
                stack.append(group.children)
        elif name == "close":
            if deeper:
                deeper -= 1
            elif len(stack) > 1:
                stack.pop()
        elif name == "macro":
            space = _AFTER_WORD.match(text, position) if match["macro"][-1].isalpha() else None
            position = space.end() if space else position
            stack[-1].append(Node(Kind.MACRO, match["macro"], base + match.start()))
        elif name != "comment":
            stack[-1].append(_leaf(name, match, base))
    return stack[0]


def _leaf(name: str, match: re.Match[str], base: int) -> Node:
    if name in _PLAIN:
        return Node(_PLAIN[name], match.group(), base + match.start())
    if name in ("math", "formula"):
        return Node(Kind.MATH, "", INSERTED, parse(match["formula"], base + match.start("formula")))
    if name == "param":
        return Node(Kind.PARAM, match.group()[-1])
    if name == "mark":
        return Node(Kind.TEXT, _MARKS[match.group()])
    if name == "tie":
        return Node(Kind.TEXT, " ")
    return Node(Kind.TEXT, match.group(), base + match.start())
