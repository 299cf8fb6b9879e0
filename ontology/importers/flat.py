"""A flat CSV of one's own: a heading line, then one skill a row.

Columns: `label` (needed), `id`, `kind`, `alt`, `broader`, `implies`, `part_of`, `alternative`, `related`, `note`, `asked`.
Several values in a cell are parted by `|` or `;`. Relations name ids or labels of the file, or ids of the ontology.
"""

from __future__ import annotations

import re
from pathlib import Path

from skillgraph.errors import OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology.entry import skill_id
from skillgraph.ontology.files import read_text
from skillgraph.ontology.importers.terms import Taxonomy, Term, rows, told
from skillgraph.ontology.skill import RELATIONS

_LISTS = ("alt", "asked", *RELATIONS)
_COLUMNS = frozenset({"id", "label", "kind", "note", *_LISTS})


def read_flat(path: Path) -> Taxonomy:
    """Read a flat CSV, parted by commas, semicolons or tabs.

    Raises:
        OntologyError: It has no `label`, a column of another name, or an unknown kind; names file, line and reason.
    """
    head = read_text(path).split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    terms: dict[str, Term] = {}
    for line, row in rows(path, needed=("label",), delimiter=delimiter):
        if unknown := sorted(set(row) - _COLUMNS):
            raise OntologyError(f"{path}:1: unknown column `{unknown[0]}`; known: {', '.join(sorted(_COLUMNS))}")
        term = _term(row, f"{path}:{line}")
        if term.key in terms:
            raise OntologyError(f"{path}:{line}: the id `{term.key}` stands twice")
        terms[term.key] = term
    by_label = {term.label.lower(): key for key, term in terms.items()}
    return Taxonomy(
        name=skill_id(path.stem), title=path.stem, source=told("CSV", path), licence="",
        terms=tuple(_resolved(terms[key], terms, by_label) for key in sorted(terms)),
    )  # fmt: skip


def _term(row: dict[str, str], place: str) -> Term:
    kind = row.get("kind") or SkillKind.TECHNOLOGY
    if kind not in list(SkillKind):
        raise OntologyError(f"{place}: unknown kind `{kind}`; write {' or '.join(SkillKind)}")
    if not row["label"]:
        raise OntologyError(f"{place}: a row without a label")
    lists = {name: tuple(dict.fromkeys(filter(None, map(str.strip, re.split(r"[|;]", row.get(name, "")))))) for name in _LISTS}
    key = row.get("id") or skill_id(row["label"])
    return Term(key=key, id=key, label=row["label"], kind=SkillKind(kind), note=row.get("note", ""), **lists)


def _resolved(term: Term, terms: dict[str, Term], by_label: dict[str, str]) -> Term:
    """Replace labels by ids in the relations."""

    def key(target: str) -> str:
        return target if target in terms else by_label.get(target.lower(), target)

    return term.model_copy(update={name: tuple(map(key, getattr(term, name))) for name in RELATIONS})
