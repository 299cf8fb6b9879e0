"""What follows a LaTeX macro: groups, options, lengths.

In: the nodes of a group and an index in them. Out: arguments, and the index after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgraph.loaders.latex_tree import Kind, Node

SIZE = re.compile(r"\s*-?(?:[\d.]*\s*(?:pt|em|ex|cm|mm|in)|\d*\.\d+)\s*$")


def arguments_after(nodes: Sequence[Node], index: int, most: int) -> tuple[list[Node], int]:
    """Return the brace groups that follow, leaving [ ] options out, and the index after them."""
    found: list[Node] = []
    end = index
    while index < len(nodes) and len(found) < most:
        node = nodes[index]
        if node.kind is Kind.GROUP:
            found.append(node)
            end = index = index + 1
        elif node.kind is Kind.LEFT:
            after = after_option(nodes, index)
            if after == index:
                break
            index = after
            end = index
        elif node.kind is Kind.LINE or (node.kind is Kind.TEXT and node.text.isspace()):
            index += 1
        else:
            break
    return found, end


def after_option(nodes: Sequence[Node], index: int) -> int:
    """Return the index after a [ ] option that starts at `index`; `index` itself if it never ends."""
    for position in range(index + 1, min(len(nodes), index + 60)):
        if nodes[position].kind is Kind.RIGHT:
            return position + 1
        if nodes[position].kind is Kind.PAR:
            break
    return index


def after_size(nodes: Sequence[Node], index: int) -> int:
    """Return the index after the star and the option that may follow a line break."""
    if index < len(nodes) and nodes[index].kind is Kind.LEFT and SIZE.match(option_text(nodes, index)):
        return after_option(nodes, index)
    return index


def option_text(nodes: Sequence[Node], index: int) -> str:
    """Return the source of the option that starts at `index`."""
    return "".join(source(node) for node in nodes[index + 1 : max(after_option(nodes, index) - 1, index + 1)])


def source(node: Node) -> str:
    """Return what a node looks like in LaTeX, near enough to compare."""
    if node.kind is Kind.MACRO:
        return f"\\{node.text} "
    if node.children or node.kind is Kind.GROUP:
        return "{" + "".join(map(source, node.children)) + "}"
    return node.text


def is_negative(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether the length that follows is negative."""
    arguments, _ = arguments_after(nodes, index, 1)
    return bool(arguments) and source(arguments[0]).startswith("{-")


def is_narrow(name: str, nodes: Sequence[Node], index: int) -> bool:
    r"""Tell whether an \hspace is a small one, which sets nothing apart."""
    if name != "hspace":
        return False
    arguments, _ = arguments_after(nodes, index, 1)
    return not arguments or not any(node.kind is Kind.MACRO for node in arguments[0].children)


def after_end(nodes: Sequence[Node], index: int, name: str) -> int:
    r"""Return the index after the \end of an environment, or after everything."""
    for position in range(index, len(nodes) - 1):
        macro, group = nodes[position], nodes[position + 1]
        if macro.kind is Kind.MACRO and macro.text == "end" and source(group) == f"{{{name}}}":
            return position + 2
    return len(nodes)


def after_begin(nodes: Sequence[Node], index: int) -> int:
    """Return the index after the option that may follow the name of an environment."""
    return after_option(nodes, index) if index < len(nodes) and nodes[index].kind is Kind.LEFT else index


def has_items(nodes: Sequence[Node], index: int, name: str) -> bool:
    r"""Tell whether the next macro of note in an environment is an \item."""
    for node in nodes[index : index + 40]:
        if node.kind is Kind.MACRO and node.text in ("begin", "end", "section"):
            return False
        if node.kind is Kind.MACRO and node.text == "item":
            return True
    return False
