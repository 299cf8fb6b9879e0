"""A person's career in the graph: positions, companies and schools."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from skillgraph.graph.dossier import Dossier, Source
from skillgraph.graph.draft import Draft
from skillgraph.graph.months import Period, month_of, months_in, period_of
from skillgraph.model import Education, Position
from skillgraph.resolution import company_key, school_key, slug

Spellings = dict[str, Counter[str]]


def spellings() -> Spellings:
    """Return an empty count of the ways in which names are written, by node id."""
    return defaultdict(Counter)


def preferred(names: Counter[str]) -> str:
    """Return the most frequent spelling; of equally frequent ones the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], name))


def add_career(draft: Draft, dossier: Dossier, *, as_of: str, names: Spellings) -> Mapping[str, Period]:
    """Add positions and schools of a person, and count the spellings of companies and schools.

    Returns:
        When each position was held, by position id; positions without dates are left out.
    """
    periods: dict[str, Period] = {}
    for source in dossier.sources:
        for position in source.profile.positions:
            node_id = dossier.position_id(position)
            period = period_of(position, as_of)
            if period is not None:
                periods.setdefault(node_id, period)
            _add_position(draft, dossier.id, source, position, node_id=node_id, period=period, names=names)
        for education in source.profile.education:
            _add_education(draft, dossier.id, source, education, names=names)
    return periods


def _add_position(
    draft: Draft, person: str, source: Source, position: Position, *, node_id: str, period: Period | None, names: Spellings
) -> None:
    witness = source.witness
    draft.node(
        "Position",
        node_id,
        {
            "title": position.title,
            "company": position.company,
            "startDate": position.start_date,
            "endDate": position.end_date,
            "startMonth": month_of(position.start_date or ""),
            "endMonth": period.last if period else month_of(position.end_date or "", last=True),
            "months": months_in([period]) if period else None,
            "current": position.current,
            "location": position.location,
        },
    )
    draft.relationship("HELD", (person, node_id), witness.evidence(position.span))
    company = f"company:{company_key(position.company)}"
    names[company][position.company] += 1
    draft.relationship("AT", (node_id, company), witness.evidence(position.company_span))


def _add_education(draft: Draft, person: str, source: Source, education: Education, *, names: Spellings) -> None:
    school = f"school:{school_key(education.institution)}"
    names[school][education.institution] += 1
    facts = {
        "degree": education.degree,
        "field": education.field,
        "startDate": education.start_date,
        "endDate": education.end_date,
        "current": education.current,
    }
    key = slug(" ".join(filter(None, (education.degree, education.field)))) if education.degree or education.field else ""
    draft.relationship("STUDIED_AT", (person, school), {**facts, **source.witness.evidence(education.span)}, key=key)


def add_names(draft: Draft, names: Spellings) -> None:
    """Add the companies and schools under their most frequent names."""
    for node_id in sorted(names):
        name = preferred(names[node_id])
        if node_id.startswith("company:"):
            draft.node("Company", node_id, {"name": name, "aliases": tuple(sorted(set(names[node_id]) - {name}))})
        else:
            draft.node("School", node_id, {"name": name})
