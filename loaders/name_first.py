"""A side bar that stands in the file before the name goes behind what it stands beside.

In: drafts in the file's order. Out: the same drafts, from the person's name on, then those that came before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgraph.loaders import cues
from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import joined
from skillgraph.model import BlockKind

_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:[ \u00a0][^\W\d_][\w.'’-]*){1,4}")


def name_first(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Return drafts that begin with the name, where it is the only top heading and a section of a side bar comes before it."""
    tops = [index for index, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING and draft.level == 1]
    if len(tops) != 1 or not tops[0] or not _is_name(_text(drafts[tops[0]])):
        return drafts
    before = drafts[: tops[0]]
    if not any(draft.kind is not BlockKind.ITEM and cues.is_heading_word(_text(draft)) for draft in before):
        return drafts
    return [*drafts[tops[0] :], before[0]._replace(gap=True), *before[1:]]


def _text(draft: Draft) -> str:
    return " ".join(joined(cell).strip() for cell in draft.cells).strip()


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and text[:1].isupper() and not cues.is_heading_word(text)
