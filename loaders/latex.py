"""LaTeX résumés of any class: what stands on the page, line by line.

In: cleaned text. Out: a draft for each heading, list item, table row, header macro and paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from skillgraph.loaders import latex_macros as macros
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import INSERTED, plain
from skillgraph.loaders.latex_arguments import (
    SIZE,
    after_begin,
    after_end,
    after_option,
    after_size,
    arguments_after,
    has_items,
    is_narrow,
    is_negative,
    option_text,
    source,
)
from skillgraph.loaders.latex_define import definition, expanded
from skillgraph.loaders.latex_page import Environment, Page, Style
from skillgraph.loaders.latex_tree import Kind, Node, parse
from skillgraph.loaders.lines import Atom
from skillgraph.model import BlockKind

_LONG = 100
_UNMARKED = re.compile(r"label\s*=\s*(?:\{\s*\}|,|$)")
_LENGTH = re.compile(r"\s*=?\s*-?[\d.]*\s*(?:pt|em|ex|cm|mm|in|bp|pc|fill)?(?:\s*(?:plus|minus)\s*[\d.]+\s*\w\w)*(?![a-zA-Z])")
_LABEL_MARK = re.compile(r"[^\w\s]{0,3}$")
_SCRIPT = re.compile(r"[\^_]")
_EXPANSIONS = 20
_ARROWS = frozenset("→⇒←⇐↔")
_ENVIRONMENTS = 50
_TAIL = 80
_PLACE = re.compile(r"\s*\([-\d., ]*\)")


def read_latex(text: str) -> Iterator[Draft]:
    """Yield a draft for each line that LaTeX would set of a text."""
    page = Page({}, preamble="\\begin{document}" in text)
    _walk(page, parse(text), Style())
    page.flush()
    return iter(page.drafts)


def _walk(page: Page, nodes: Sequence[Node], style: Style) -> None:
    index = 0
    while index < len(nodes) and not page.done:
        node = nodes[index]
        index += 1
        if node.kind is Kind.MACRO:
            if node.text in macros.table().declarations:
                style = style._replace(group=style.group or page.number())
            elif node.text == "color":
                index = arguments_after(nodes, index, 1)[1]
            else:
                index = _macro(page, nodes, index, style)
        elif node.kind is Kind.TEXT:
            _text(page, node, style)
        elif node.kind is Kind.GROUP:
            _walk(page, node.children, style)
        elif node.kind is Kind.MATH:
            _walk(page, node.children, style._replace(math=True))
        elif node.kind is Kind.PAR:
            page.flush(gap=True)
        elif node.kind is Kind.CELL:
            page.cell()
        elif node.kind is not Kind.PARAM:
            page.add(node.text, node.at, style)


def _text(page: Page, node: Node, style: Style) -> None:
    """Add text; in a formula without the marks of superscripts and subscripts."""
    start = 0
    for match in _SCRIPT.finditer(node.text) if style.math else ():
        page.add(node.text[start : match.start()], node.at + start if node.at >= 0 else INSERTED, style)
        start = match.end()
    page.add(node.text[start:], node.at + start if node.at >= 0 else INSERTED, style)


def _macro(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    """Handle the macro before `index`; return the index after its arguments."""
    name = nodes[index - 1].text
    if name in ("begin", "end"):
        return _environment(page, nodes, index, style, name == "begin")
    if name in macros.COMMANDS or name in macros.ENVIRONMENTS:
        return definition(nodes, index, page.definitions)
    if _is_expandable(page, name) and not _is_own_section(page, nodes, index):
        return _expand(page, nodes, index, style)
    if name in macros.table().accents and (not name.isalpha() or _is_accent(nodes, index)):
        return _accent(page, nodes, index, style)
    if name in macros.table().apart and not is_narrow(name, nodes, index):
        page.cell()
        return _skip(page, nodes, index, style)
    if name in macros.table().breaks:
        page.flush()
        return after_size(nodes, index)
    if name in macros.table().gaps:
        page.flush(gap=not is_negative(nodes, index))
        return _skip(page, nodes, index, style)
    if name in macros.table().lengths:
        return _skip(page, nodes, index, style)
    if name in ("item", "bibitem"):
        return _item(page, nodes, index, style)
    if name in macros.table().emphasis:
        style = style._replace(group=style.group or page.number())
        return _texts(page, nodes, index, style, "t")
    if name in macros.table().arguments:
        return _texts(page, nodes, index, style, macros.table().arguments[name])
    if name == "iffalse":
        return next(
            (i + 1 for i in range(index, len(nodes)) if nodes[i].kind is Kind.MACRO and nodes[i].text == "fi"),
            len(nodes),
        )
    return _unknown(page, nodes, index, style)


def _is_accent(nodes: Sequence[Node], index: int) -> bool:
    return index < len(nodes) and (
        nodes[index].kind is Kind.GROUP or nodes[index].at == nodes[index - 1].at + len(nodes[index - 1].text) + 2
    )


def _accent(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    """Add the letter that an accent macro stands before."""
    name = nodes[index - 1].text
    if index >= len(nodes):
        return index
    node = nodes[index]
    if node.kind is Kind.TEXT:
        page.add(macros.accented(name, node.text[0]), INSERTED, style)
        page.add(node.text[1:], node.at + 1 if node.at >= 0 else INSERTED, style)
        return index + 1
    if node.kind is Kind.MACRO:
        page.add(macros.accented(name, macros.symbol(node.text)), INSERTED, style)
        return index + 1
    if node.kind is Kind.GROUP:
        letters = "".join(macros.symbol(child.text) if child.kind is Kind.MACRO else child.text for child in node.children)
        page.add(macros.accented(name, letters), INSERTED, style)
        return index + 1
    return index


def _skip(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    """Leave out the length after a spacing macro; return the index after it."""
    name = nodes[index - 1].text
    if name in ("vskip", "hskip", "kern") or name in macros.table().lengths:
        # A sign and a number may be nodes of their own.
        while index < len(nodes) and nodes[index].kind is Kind.TEXT:
            node = nodes[index]
            match = _LENGTH.match(node.text)
            cut = match.end() if match else 0
            index += 1
            if cut < len(node.text):
                page.add(node.text[cut:], node.at + cut if node.at >= 0 else INSERTED, style)
                break
        return index
    return arguments_after(nodes, index, 1)[1] if name in ("vspace", "hspace", "tabto") else index


def _texts(page: Page, nodes: Sequence[Node], index: int, style: Style, spec: str) -> int:
    """Walk over the arguments that a macro's specification says are text."""
    if not spec:
        return index
    arguments, end = arguments_after(nodes, index, len(spec))
    if not arguments:
        return index
    for argument, letter in zip(arguments, spec[-len(arguments) :] if len(arguments) < len(spec) else spec, strict=False):
        if letter == "t":
            _walk(page, argument.children, style)
    return end


def _is_expandable(page: Page, name: str) -> bool:
    if page.preamble or page.depth >= _EXPANSIONS or page.budget <= 0:
        return False
    return name in page.definitions and page.definitions[name].expandable


def _is_own_section(page: Page, nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a macro of the source's own is called a section and followed by one text: a heading, however it is drawn."""
    name = nodes[index - 1].text
    if not macros.SECTION.match(name) or not page.definitions[name].parameters or (page.environments[-1:] and page.environments[-1].listed):
        return False
    arguments, _ = arguments_after(nodes, index, page.definitions[name].parameters)
    return sum(not SIZE.match("".join(map(source, node.children))) for node in arguments) == 1


def _expand(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    """Walk over what a macro of the source's own stands for."""
    found = page.definitions[nodes[index - 1].text]
    start = index
    option = None
    if found.optional and index < len(nodes) and nodes[index].kind is Kind.LEFT:
        after = after_option(nodes, index)
        option, index = list(nodes[index + 1 : after - 1]), after
    arguments, end = arguments_after(nodes, index, found.parameters - found.optional) if found.parameters > found.optional else ([], index)
    values = [argument.children for argument in arguments]
    if found.optional:
        values.insert(0, option if option is not None else list(found.default))
    body = expanded(found.body, values)
    tail = body[-1:] if body and body[-1].kind is Kind.MACRO and body[-1].text not in macros.table().declarations else []
    _walk_expanded(page, body[: len(body) - len(tail)], style)
    if not tail:
        return max(end, start)
    # What the definition ends with takes its arguments from what follows: \newcommand{\company}{\textbf}.
    page.depth += 1
    used = _macro(page, [*tail, *nodes[end : end + _TAIL]], 1, style)
    page.depth -= 1
    return max(end, start) + used - 1


def _walk_expanded(page: Page, body: Sequence[Node], style: Style) -> None:
    page.depth += 1
    page.budget -= 1 + len(body)
    _walk(page, body, style)
    page.depth -= 1


def _item(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    page.flush()
    listed = [number for number, environment in enumerate(page.environments) if environment.listed]
    inner = page.environments[listed[-1]] if listed else None
    marked = inner is None or inner.marked
    label: list[Node] = []
    if index < len(nodes) and nodes[index].kind is Kind.LEFT and (after := after_option(nodes, index)) > index:
        label, index = list(nodes[index + 1 : after - 1]), after
        marked = bool(label) and marked
    page.kind = BlockKind.ITEM if marked else BlockKind.TEXT
    page.level = max(sum(page.environments[number].marked for number in listed) - 1, 0) if marked else 0
    page.gap = page.gap or not marked
    if label:
        side = page.side()
        _walk(side, label, style._replace(group=style.group or page.number()))
        if not _LABEL_MARK.match("".join([atom.text for atom in side.atoms]).strip()):
            page.atoms += side.atoms
            page.cell()
    return index


def _environment(page: Page, nodes: Sequence[Node], index: int, style: Style, begins: bool) -> int:
    r"""Handle \begin and \end."""
    arguments, after = arguments_after(nodes, index, 1)
    name = "".join(source(node) for node in arguments[0].children).strip() if arguments else ""
    if name == "document":
        page.preamble, page.done = False, not begins
        page.flush()
        return after
    page.flush()
    if begins:
        return _begin(page, nodes, after, style, name)
    for depth in range(len(page.environments) - 1, max(len(page.environments) - 30, -1), -1):
        if page.environments[depth].name == name:
            ended = page.environments[depth:]
            del page.environments[depth:]
            _walk(page, [node for environment in reversed(ended) for node in environment.after], style)
            break
    return after


def _begin(page: Page, nodes: Sequence[Node], index: int, style: Style, name: str) -> int:
    if name in macros.table().unseen_environments:
        return after_end(nodes, index, name)
    if _is_expandable(page, f"begin {name}"):
        found = page.definitions[f"begin {name}"]
        arguments, end = arguments_after(nodes, index, found.parameters) if found.parameters else ([], index)
        values = [argument.children for argument in arguments]
        if len(page.environments) < _ENVIRONMENTS:
            page.environments.append(Environment(name, False, True, tuple(expanded(found.after, values))))
        _walk_expanded(page, expanded(found.body, values), style)
        return end
    if name.lower().startswith("textblock"):
        return _placed(page, nodes, index, style)
    options = option_text(nodes, index) if index < len(nodes) and nodes[index].kind is Kind.LEFT else ""
    listed = macros.LISTS.match(name) is not None or has_items(nodes, index, name)
    if len(page.environments) < _ENVIRONMENTS:
        page.environments.append(Environment(name, listed, not _UNMARKED.search(options)))
    if name in macros.table().environment_arguments and not macros.SECTION.match(name):
        return (
            arguments_after(nodes, index, macros.table().environment_arguments[name] or 1)[1]
            if macros.table().environment_arguments[name]
            else after_begin(nodes, index)
        )
    arguments, end = arguments_after(nodes, index, 9)
    _header(page, name, [node for node in arguments if not SIZE.match("".join(map(source, node.children)))], style)
    return end


def _placed(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    """Leave out the width and the place of a block that stands somewhere on the page; return the index after them."""
    end = arguments_after(nodes, index, 1)[1]
    place = _PLACE.match(nodes[end].text) if end < len(nodes) and nodes[end].kind is Kind.TEXT else None
    if place is None:
        return end
    page.add(nodes[end].text[place.end() :], nodes[end].at + place.end() if nodes[end].at >= 0 else INSERTED, style)
    return end + 1


def _unknown(page: Page, nodes: Sequence[Node], index: int, style: Style) -> int:
    """Handle a macro that no table and no definition explains, by the groups that follow it."""
    name = nodes[index - 1].text
    arguments, end = arguments_after(nodes, index, 1 if macros.STANDARD.match(name) else 12)
    if arguments and nodes[index] is arguments[0] and not arguments[0].children and macros.symbol(name):
        # The empty group of \\texteuro{} only ends the macro's name.
        arguments, end, index = [], index + 1, index + 1
    if not arguments:
        text = plain(macros.symbol(name))
        page.add(f" {text} " if style.math and text in _ARROWS else text, INSERTED, style)
        return index
    if page.preamble:
        if not macros.HEADERS.match(name):
            return end
        page.preamble = False
        _header(page, name, arguments, style)
        page.preamble = True
        return end
    if (
        macros.SECTION.match(name)
        or macros.ITEMS.match(name)
        or (_starts_line(page, nodes, index) and (len(arguments) > 1 or _ends_line(nodes, end)))
    ):
        _header(page, name, arguments, style)
        return end
    if page.after_macro or len(arguments) > 1:
        page.cell()
    for number, argument in enumerate(arguments):
        if number:
            page.cell()
        _walk(page, argument.children, style)
    if len(arguments) > 1:
        page.cell()
    page.after_macro = True
    return end


def _starts_line(page: Page, nodes: Sequence[Node], index: int) -> bool:
    if not page.is_empty() or page.kind is BlockKind.ITEM:
        return False
    return index < 2 or nodes[index - 2].kind is not Kind.TEXT or nodes[index - 2].text.isspace()


def _ends_line(nodes: Sequence[Node], index: int) -> bool:
    return (
        index >= len(nodes)
        or nodes[index].kind in (Kind.LINE, Kind.PAR)
        or (nodes[index].kind is Kind.MACRO and nodes[index].text in macros.table().breaks)
    )


def _header(page: Page, name: str, arguments: Sequence[Node], style: Style) -> None:
    """Set the arguments of a macro: short ones beside each other, long ones and lists on lines of their own."""
    section = macros.SECTION.match(name)
    if macros.ITEMS.match(name):
        _items(page, arguments, style)
        return
    named = name in macros.table().names or name in macros.table().first_names or name in macros.table().last_names
    if name not in macros.table().last_names:
        page.flush(gap=section is not None and bool(arguments))
    if named:
        before = page.atoms[-1].group if page.atoms else 0
        style = style._replace(group=before or style.group or page.number())
        for argument in arguments:
            page.add(" ", INSERTED, style)
            _walk(page, argument.children, style)
    else:
        _beside(page, arguments, style, section)
    if name not in macros.table().first_names:
        page.flush()


def _items(page: Page, arguments: Sequence[Node], style: Style) -> None:
    r"""Set the arguments of a macro such as \cvlistitem: each is an item."""
    listed = sum(environment.listed and environment.marked for environment in page.environments)
    for argument in arguments:
        page.flush()
        page.kind, page.level = BlockKind.ITEM, max(listed - 1, 0)
        _walk(page, argument.children, style)
    page.flush()


def _beside(page: Page, arguments: Sequence[Node], style: Style, section: re.Match[str] | None) -> None:
    if section and arguments:
        page.kind = BlockKind.HEADING
        page.level = 4 if section[3] else 1 + (section[1] or "").lower().count("sub")
    for number, argument in enumerate(arguments):
        side = page.side()
        _walk(side, argument.children, style)
        side.flush()
        page.count, page.budget = side.count, side.budget
        if not side.drafts:
            continue
        if len(side.drafts) == 1 and (_is_short(side.drafts[0]) or (len(arguments) == 2 and number == 1 and not page.is_empty())):
            _place(page, side.drafts[0])
        else:
            page.flush()
            page.drafts += [side.drafts[0]._replace(gap=page.gap or side.drafts[0].gap), *side.drafts[1:]]
            page.gap = False


def _place(page: Page, line: Draft) -> None:
    """Set a finished line beside what stands on the page's line."""
    for cell in line.cells:
        page.cell()
        group = page.number() if line.emphasis else 0
        page.atoms += [Atom(text, at, group) for text, at in cell]


def _is_short(line: Draft) -> bool:
    return line.kind is not BlockKind.ITEM and sum(len(piece.text) for cell in line.cells for piece in cell) <= _LONG
