"""ESCO's CSV download: `skills_<language>.csv` and, beside it, its groups, hierarchy and relations.

In: the folder of the download, or its skills file. Out: a taxonomy whose keys are ESCO's URIs.
"""

from __future__ import annotations

import re
from pathlib import Path

from skillgraph.errors import OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology.importers.terms import Taxonomy, Term, rows, told

LICENCE = (
    "This service uses the ESCO classification of the European Commission. It was changed on import, as the import's report tells; "
    "the terms of use are on https://esco.ec.europa.eu."
)
# ESCO marks what its labels leave open: "Java (computer programming)", "Kafka (software)".
_TOOL = re.compile(r"\((?:[^()]*\b(?:programming|software|database|framework|library|operating system|tools?)\b[^()]*)\)$", re.IGNORECASE)


def read_esco(path: Path) -> Taxonomy:
    """Read ESCO's skills, their groups and relations.

    Raises:
        OntologyError: There is no skills file, or a file has other columns than ESCO's.
    """
    skills = _skills_file(path)
    language = skills.stem.removeprefix("skills_")
    broader = _pairs(skills.with_name(f"broaderRelationsSkillPillar_{language}.csv"), "conceptUri", "broaderUri")
    related = _pairs(skills.with_name(f"skillSkillRelations_{language}.csv"), "originalSkillUri", "relatedSkillUri")
    terms = [*_terms(skills, broader, related), *_terms(skills.with_name(f"skillGroups_{language}.csv"), broader, {}, groups=True)]
    by_key = {term.key: term for term in terms}
    return Taxonomy(
        name="esco", title="ESCO skills and knowledge", source=told("ESCO", skills), licence=LICENCE,
        terms=tuple(_known_only(by_key[key], set(by_key)) for key in sorted(by_key)),
    )  # fmt: skip


def _skills_file(path: Path) -> Path:
    if path.is_dir():
        found = sorted(path.glob("skills_??.csv"))
        if not found:
            raise OntologyError(f"{path}: no `skills_en.csv` here; unpack ESCO's CSV download into this folder")
        return path / "skills_en.csv" if path / "skills_en.csv" in found else found[0]
    return path


def _pairs(path: Path, source: str, target: str) -> dict[str, list[str]]:
    """Return targets by source of a relation file; it may be missing."""
    found: dict[str, list[str]] = {}
    if path.is_file():
        for _, row in rows(path, needed=(source, target)):
            found.setdefault(row[source], []).append(row[target])
    return found


def _terms(path: Path, broader: dict[str, list[str]], related: dict[str, list[str]], *, groups: bool = False) -> list[Term]:
    if groups and not path.is_file():
        return []
    terms = []
    for line, row in rows(path, needed=("conceptUri", "preferredLabel", "altLabels")):
        if row.get("status", "released") not in ("released", ""):
            continue
        key = row["conceptUri"]
        if not key:
            raise OntologyError(f"{path}:{line}: a row without `conceptUri`")
        terms.append(Term(
            key=key, label=row["preferredLabel"], kind=SkillKind.TECHNOLOGY if _TOOL.search(row["preferredLabel"]) else SkillKind.CONCEPT,
            alt=tuple(dict.fromkeys(label.strip() for label in row["altLabels"].split("\n") if label.strip())),
            broader=tuple(sorted(set(broader.get(key, ())))), related=tuple(sorted(set(related.get(key, ())))),
            note=" ".join((row.get("description") or row.get("definition") or row["preferredLabel"]).split()), text=not groups,
        ))  # fmt: skip
    return terms


def _known_only(term: Term, keys: set[str]) -> Term:
    """Leave out relations to what the download does not hold: occupations' pillar, the taxonomy itself."""
    return term.model_copy(update={
        "broader": tuple(key for key in term.broader if key in keys), "related": tuple(key for key in term.related if key in keys)
    })  # fmt: skip
