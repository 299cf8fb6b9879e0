"""O*NET's `Technology Skills.txt`: tab-separated examples of technology with their UNSPSC commodity.

In: the text file of an O*NET database. Out: a taxonomy of the examples, and of the commodities as what is broader.
"""

from __future__ import annotations

from pathlib import Path

from skillgraph.model import SkillKind
from skillgraph.ontology.importers.terms import Taxonomy, Term, rows, told

LICENCE = (
    "Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), "
    "used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. It has been modified on import; USDOL/ETA has not approved, "
    "endorsed or tested these modifications."
)
_COLUMNS = ("O*NET-SOC Code", "Example", "Commodity Code", "Commodity Title")


def read_onet(path: Path) -> Taxonomy:
    """Read the technology skills of an O*NET database.

    Raises:
        OntologyError: The file has other columns than O*NET's.
    """
    file = path / "Technology Skills.txt" if path.is_dir() else path
    commodities: dict[str, str] = {}
    examples: dict[str, set[str]] = {}
    for _, row in rows(file, needed=_COLUMNS, delimiter="\t"):
        code = f"unspsc:{row['Commodity Code']}"
        commodities.setdefault(code, row["Commodity Title"])
        examples.setdefault(row["Example"], set()).add(code)
    terms = [_commodity(code, title) for code, title in commodities.items()]
    terms += [_example(label, codes) for label, codes in examples.items() if label]
    return Taxonomy(
        name="onet", title="O*NET technology skills", source=told("O*NET Technology Skills", file), licence=LICENCE,
        terms=tuple(sorted(terms, key=lambda term: term.key)),
    )  # fmt: skip


def _commodity(code: str, title: str) -> Term:
    note = f"The product class “{title}”, commodity {code.removeprefix('unspsc:')} of UNSPSC."
    return Term(key=code, label=title, kind=SkillKind.CONCEPT, note=note, text=False)


def _example(label: str, codes: set[str]) -> Term:
    return Term(key=f"onet:{label}", label=label, kind=SkillKind.TECHNOLOGY, broader=tuple(sorted(codes)))
