"""The labels of a form, which say what stands beside them and belong to no résumé's text: those of the Europass CV of 2005.

In: drafts. Out: the same drafts without the cells that only name a field.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from skillgraph.loaders.blocks import Draft
from skillgraph.loaders.edits import joined

_LABEL = re.compile(
    r"dates?(?:\s*\(from\s*[-–]\s*to\))?|occupation or position held|main activities and responsibilities|"
    r"name and address of employer|type of business or sector|title of qualification awarded|desired employment(?:\s*/\s*occupational field)?|"
    r"principal subjects(?:\s*/\s*occupational skills covered)?|name and type of organi[sz]ation(?: providing education and training)?|"
    r"(?:first ?name\(?s?\)?\s*/\s*)?surname\(?s?\)?(?:\s*/\s*first ?name\(?s?\)?)?",
    re.IGNORECASE,
)


def without_labels(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, without a first cell that only says what the next one is."""
    for draft in drafts:
        cells = [cell for cell in draft.cells if joined(cell).strip()]
        if len(cells) > 1 and _LABEL.fullmatch(joined(cells[0]).strip(" \t:")):
            yield draft._replace(cells=cells[1:])
        else:
            yield draft
