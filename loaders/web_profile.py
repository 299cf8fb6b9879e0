"""What a profile site's page adds when its text is copied: buttons, logos, every line twice for screen readers.

In: the rows of a pasted text. Out: the rows that a person wrote; texts that are no such page come back as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgraph.loaders.rows import Row

_BUTTON = re.compile(
    r"(?:·\s*)?(?:1st|2nd|3rd)(?:\s+degree connection)?|[\d,.]+\+?\s+(?:connections|followers)(?:\s*·.*)?|contact info|"
    r"(?:…|\.{3})?\s*(?:see|show)\s+(?:more|less|all\b.{0,40}|credential|project|publication)|(?:message|connect|follow|pending|more|open to|add section)|"
    r"(?:he|she|they|ze|xe)/(?:him|her|them|hir|xem)(?:/\w+)?|.{0,60}\bmutual connections?\b.{0,30}|\d+ endorsements?|endorsed by .{1,80}",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:(?:…|\.{3})\s*see more|·\s*contact info)$", re.IGNORECASE)
_LOGO = re.compile(r"(?P<name>.{2,80}?)\s+logo$", re.IGNORECASE)
_SKILLS = re.compile(r"(?<=\w)\s+and \+\d+ skills?$")
# "Apr 2022 - Present · 2 yrs 8 mosApr 2022 to Present · 2 yrs 8 mos": the second half is what a screen reader says.
_SAID = re.compile(r"(?P<seen>(?P<first>(?:[A-Z][a-z]{2}\s+)?\d{4})\s[-–—]\s.{4,60}?)(?:(?<=[a-z\d]))(?=(?P=first)\sto\s)")
_AHEAD = 6
_LONGEST = 160


def without_page(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without what the page adds, if at least two kinds of additions show that it is one."""
    kinds = [_kind(rows, index) for index in range(len(rows))]
    if len({kind for kind in kinds if kind}) < 2:
        return list(rows)
    kept: list[Row] = []
    gap = False
    for row, kind in zip(rows, kinds, strict=True):
        gap = gap or row.gap
        if kind in ("button", "twice", "logo"):
            continue
        kept.append(_cut(row)._replace(gap=gap))
        gap = False
    return kept


def _kind(rows: Sequence[Row], index: int) -> str:
    row = rows[index]
    if _BUTTON.fullmatch(row.text.strip(" ·")) or (row.bullet == "·" and _BUTTON.fullmatch(row.text)):
        return "button"
    if row.bullet or row.rule:
        return ""
    if index and row.text == rows[index - 1].text and not rows[index - 1].bullet and len(row.text) <= _LONGEST:
        return "twice"
    logo = _LOGO.fullmatch(row.text)
    if logo and any(logo["name"] in after.text for after in rows[index + 1 : index + _AHEAD]):
        return "logo"
    if _SKILLS.search(row.text):
        return "skills"
    return "said" if _SAID.match(row.text) else "tail" if _TAIL.search(row.text) else ""


def _cut(row: Row) -> Row:
    """Return a row without the half that is said twice and without the button at its end."""
    said = _SAID.match(row.text)
    text = said["seen"] if said else _SKILLS.sub("", _TAIL.sub("", row.text))
    return row._replace(text=text, end=row.start + len(text))
