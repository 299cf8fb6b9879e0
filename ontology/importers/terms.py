"""What every importer makes: terms of a taxonomy, and where they come from."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import Field

from skillgraph.errors import OntologyError
from skillgraph.model import Frozen, SkillKind
from skillgraph.ontology.files import read_text

# ESCO's longest cells, lists of alternative labels, are longer than the csv module's 128 KB may allow some day.
_CELL = 10_000_000


class Term(Frozen):
    """One concept of a foreign taxonomy; relations name the keys of other terms, or ids of the ontology."""

    key: str = Field(description="its identifier in the taxonomy")
    label: str
    kind: SkillKind
    id: str = Field("", description="the id that the source asks for; empty for one made of the label")
    alt: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    alternative: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    note: str = ""
    asked: tuple[str, ...] = ()
    text: bool = True


class Taxonomy(Frozen):
    """The terms of a file or folder, sorted by key, and what its owner wants to be said."""

    name: str
    title: str
    source: str = Field(description="what it is, its file and the file's hash")
    licence: str
    terms: tuple[Term, ...]


def told(name: str, path: Path) -> str:
    """Return what to record as the source: the taxonomy's name, the file and its hash, which say which release it was.

    Raises:
        OntologyError: The file cannot be read.
    """
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    return f"{name}, {path.name}, sha256 {digest[:16]}"


def rows(path: Path, *, needed: Sequence[str], delimiter: str = ",") -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, cells by column) of a table with a heading line.

    Args:
        path: The file, UTF-8 with or without byte order mark.
        needed: Columns that must be there.
        delimiter: What parts the cells.

    Raises:
        OntologyError: It cannot be read, has no such columns, or a row with too many cells.
    """
    csv.field_size_limit(_CELL)
    reader = csv.DictReader(io.StringIO(read_text(path)), delimiter=delimiter)
    try:
        columns = reader.fieldnames or []
        if missing := [name for name in needed if name not in columns]:
            raise OntologyError(f"{path}:1: no column `{missing[0]}`; there are {', '.join(columns) or 'none'}")
        for row in reader:
            if None in row:
                raise OntologyError(f"{path}:{reader.line_num}: the row has more cells than the heading")
            yield reader.line_num, {name: (value or "").strip() for name, value in row.items()}
    except csv.Error as error:
        raise OntologyError(f"{path}:{reader.line_num}: {error}") from error


def below(taxonomy: Taxonomy, tops: Sequence[str]) -> Taxonomy:
    """Return the part of a taxonomy that is narrower than some of its terms, these included.

    Args:
        taxonomy: The whole.
        tops: Keys or labels.

    Raises:
        OntologyError: There is no such term.
    """
    kept: set[str] = set()
    for top in tops:
        found = {term.key for term in taxonomy.terms if top == term.key or top.lower() == term.label.lower()}
        if not found:
            raise OntologyError(f"{taxonomy.title} has no term `{top}`")
        kept |= found
    children: dict[str, list[str]] = {}
    for term in taxonomy.terms:
        for parent in term.broader:
            children.setdefault(parent, []).append(term.key)
    frontier = sorted(kept)
    while frontier:
        following = {child for key in frontier for child in children.get(key, ())} - kept
        kept |= following
        frontier = sorted(following)
    return taxonomy.model_copy(update={"terms": tuple(term for term in taxonomy.terms if term.key in kept)})
