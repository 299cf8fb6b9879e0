"""A line of plain text that is not blank."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A line that is not blank: where its words are, and the bullet that stands before them."""

    start: int
    end: int
    indent: int
    gap: bool
    bullet: str
    text: str
    hang: int
    rule: bool = False
