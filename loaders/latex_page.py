"""A page of LaTeX under construction.

In: text, cell boundaries and line ends, as the walk over the source meets them. Out: drafts.
"""

from __future__ import annotations

from typing import NamedTuple

from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.latex_define import Definition
from skillgraph.loaders.latex_tree import Node
from skillgraph.loaders.lines import CELL, Atom, draft, without_bullet
from skillgraph.model import BlockKind

BUDGET = 200_000


class Style(NamedTuple):
    """What a group hands down: the emphasised stretch that it is part of, and whether it is a formula."""

    group: int = 0
    math: bool = False


class Environment(NamedTuple):
    """An open environment: whether it holds items, whether they have marks, and what its end adds."""

    name: str
    listed: bool
    marked: bool
    after: tuple[Node, ...] = ()


class Page:
    """Drafts so far, the line under construction, and what the source has defined."""

    def __init__(self, definitions: dict[str, Definition], *, preamble: bool) -> None:
        self.definitions = definitions
        self.preamble = preamble
        self.drafts: list[Draft] = []
        self.atoms: list[Atom] = []
        self.kind = BlockKind.TEXT
        self.level = 0
        self.gap = False
        self.count = 0
        self.environments: list[Environment] = []
        self.after_macro = False
        self.budget = BUDGET
        self.depth = 0
        self.done = False

    def side(self) -> Page:
        """Return a page for an argument that is to be looked at before it is placed."""
        page = Page(self.definitions, preamble=False)
        page.environments = list(self.environments)
        page.count, page.budget, page.depth = self.count, self.budget, self.depth
        return page

    def number(self) -> int:
        """Return a number that no stretch of the page has yet."""
        self.count += 1
        return self.count

    def add(self, text: str, at: int, style: Style) -> None:
        """Add text to the line."""
        if self.preamble or not text or self.budget < 0:
            return
        if self.depth:
            self.budget -= 1 + len(text) // 50
        self.atoms.append(Atom(text, at, style.group))
        self.after_macro = self.after_macro and text.isspace()

    def cell(self) -> None:
        """Set what follows apart from what stands on the line."""
        if not self.preamble:
            self.atoms.append(CELL)

    def is_empty(self) -> bool:
        """Tell whether nothing can be seen on the line."""
        return all(atom.text.isspace() for atom in self.atoms)

    def flush(self, *, gap: bool = False) -> None:
        """End the line."""
        if not self.is_empty():
            line = draft(self.atoms, self.kind, self.level, gap=self.gap)
            self.drafts.append(without_bullet(line) if self.kind is BlockKind.TEXT else line)
            self.gap = False
            self.kind, self.level = BlockKind.TEXT, 0
        self.atoms = []
        self.after_macro = False
        self.gap = self.gap or gap
