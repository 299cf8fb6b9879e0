r"""Macros that a LaTeX source defines itself, and what they stand for.

In: nodes after \newcommand, \def, \newenvironment. Out: definitions; nodes with the parameters filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from skillgraph.loaders import latex_macros as macros
from skillgraph.loaders.edits import INSERTED
from skillgraph.loaders.latex_tree import Kind, Node


class Definition(NamedTuple):
    """A macro's parameters and the nodes that it stands for; an environment has nodes for its end too."""

    parameters: int
    optional: bool
    default: Sequence[Node]
    body: Sequence[Node]
    after: Sequence[Node]
    expandable: bool


def definition(nodes: Sequence[Node], index: int, definitions: dict[str, Definition]) -> int:
    """Remember the definition whose macro stands before `index`; return the index after it."""
    kind = nodes[index - 1].text
    index = _blank(nodes, index)
    if index >= len(nodes):
        return index
    name = _name(nodes[index])
    index += 1
    parameters, default, optional = 0, list[Node](), False
    if kind == "let":
        return _alias(nodes, index, name, definitions)
    if kind in ("def", "gdef"):
        while index < len(nodes) and nodes[index].kind is not Kind.GROUP:
            parameters += nodes[index].kind is Kind.PARAM
            index += 1
    elif kind.endswith("DocumentCommand"):
        index = _blank(nodes, index)
        spec = "".join(node.text for node in nodes[index].children) if index < len(nodes) else ""
        parameters, optional = sum(spec.count(letter) for letter in "moO"), spec.strip()[:1] in ("o", "O")
        index += 1
    else:
        index, parameters, default, optional = _options(nodes, index)
    bodies: list[Sequence[Node]] = []
    for _ in range(2 if kind in macros.ENVIRONMENTS else 1):
        index = _blank(nodes, index)
        if index < len(nodes) and nodes[index].kind is Kind.GROUP:
            bodies.append(nodes[index].children)
            index += 1
    if name and bodies:
        key = f"begin {name}" if kind in macros.ENVIRONMENTS else name
        after = bodies[1] if len(bodies) > 1 else ()
        definitions[key] = Definition(parameters, optional, default, bodies[0], after, _is_expandable(name, bodies, parameters))
    return index


def _alias(nodes: Sequence[Node], index: int, name: str, definitions: dict[str, Definition]) -> int:
    r"""Remember what \let makes a macro stand for; return the index after it."""
    while index < len(nodes) and nodes[index].kind is Kind.TEXT and nodes[index].text.strip() in ("", "="):
        index += 1
    if index >= len(nodes) or nodes[index].kind is not Kind.MACRO:
        return index
    other = nodes[index].text
    if other in definitions:
        definitions[name] = definitions[other]
    elif name != other:
        body = [Node(Kind.MACRO, other)]
        definitions[name] = Definition(0, False, [], body, (), _is_expandable(name, [body], 0))
    return index + 1


def _options(nodes: Sequence[Node], index: int) -> tuple[int, int, list[Node], bool]:
    """Return the index after [n][default], n, the default and whether there is one."""
    parameters, default, optional = 0, list[Node](), False
    for turn in range(2):
        start = _blank(nodes, index)
        if start >= len(nodes) or nodes[start].kind is not Kind.LEFT:
            break
        end = next((i for i in range(start, min(len(nodes), start + 50)) if nodes[i].kind is Kind.RIGHT), start)
        inside = list(nodes[start + 1 : end])
        if turn == 0:
            count = "".join(node.text for node in inside).strip()
            parameters = int(count) if count.isdecimal() and len(count) == 1 else 0
        else:
            default, optional = inside, True
        index = end + 1
    return index, parameters, default, optional


def _blank(nodes: Sequence[Node], index: int) -> int:
    while index < len(nodes) and (nodes[index].kind is Kind.LINE or (nodes[index].kind is Kind.TEXT and nodes[index].text.isspace())):
        index += 1
    return index


def _name(node: Node) -> str:
    if node.kind is Kind.MACRO:
        return node.text
    return "".join(child.text for child in node.children).strip()


def _is_expandable(name: str, bodies: Iterable[Sequence[Node]], parameters: int) -> bool:
    """Tell whether a definition is layout and text only: no programming, no call of itself, all parameters used."""
    used: set[str] = set()
    for body in bodies:
        waiting = list(body)
        while waiting:
            node = waiting.pop()
            waiting += node.children
            if node.kind is Kind.PARAM:
                used.add(node.text)
            elif node.kind is Kind.MACRO and (node.text == name or node.text in macros.table().not_expanded or node.text.startswith("if")):
                return False
    return not parameters or bool(used)


def expanded(body: Sequence[Node], values: Sequence[Sequence[Node]]) -> list[Node]:
    """Return the nodes of a definition with the parameters filled in; its own text counts as put in."""
    done: list[Node] = []
    for node in body:
        if node.kind is Kind.PARAM:
            number = int(node.text) - 1
            done.append(Node(Kind.GROUP, children=list(values[number]) if 0 <= number < len(values) else []))
        elif node.children:
            done.append(Node(node.kind, node.text, INSERTED, expanded(node.children, values)))
        else:
            done.append(Node(node.kind, node.text, INSERTED))
    return done
