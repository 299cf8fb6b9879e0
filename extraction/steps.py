"""The steps that make a profile of a document: what they are, their order, and what they need of the ontology."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from skillgraph.extraction import achievements, education, header, positions, qualifiers, sections, skills, structured
from skillgraph.extraction.work import Work, begin
from skillgraph.model import Document, Profile
from skillgraph.ontology import Matcher, Ontology, load_ontology


class Rules(NamedTuple):
    """What the steps look things up in."""

    ontology: Ontology
    matcher: Matcher


Step = Callable[[Work, Rules], None]


def _alone(step: Callable[[Work], None]) -> Step:
    """Return a step that needs nothing but the work."""
    return lambda work, _rules: step(work)


def _find_labels(work: Work, rules: Rules) -> None:
    skills.find_matches(work, rules.matcher)


def _find_skills(work: Work, rules: Rules) -> None:
    skills.settle_matches(work, rules.matcher)
    skills.find_mentions(work, rules.ontology)


# The order is the meaning: a step reads what the steps before it found. Labels come early, since a line of nothing but
# skills is no heading; what they mean is settled late, when names and companies are known.
STEPS: tuple[tuple[str, Step], ...] = (
    ("sections", _alone(sections.assign_sections)),
    ("fields", _alone(structured.read_fields)),
    ("contacts", _alone(header.find_contacts)),
    ("person", _alone(header.complete_person)),
    ("labels", _find_labels),
    ("positions", _alone(positions.find_positions)),
    ("education", _alone(education.find_education)),
    ("skills", _find_skills),
    ("qualifiers", _alone(qualifiers.qualify)),
    ("achievements", _alone(achievements.find_achievements)),
)


@cache
def rules_of(overlays: tuple[str, ...] = ()) -> Rules:
    """Return what the steps need, made once for each set of overlays.

    Args:
        overlays: Paths of overlay files of the ontology.

    Raises:
        OntologyError: An overlay is at fault.
    """
    ontology = load_ontology(tuple(Path(overlay) for overlay in overlays))
    return Rules(ontology, Matcher(ontology))


def work_through(document: Document, overlays: tuple[str, ...] = ()) -> Work:
    """Return the work record of a document after all steps."""
    rules, work = rules_of(overlays), begin(document)
    for _, step in STEPS:
        step(work, rules)
    return work


def profile_of(work: Work) -> Profile:
    """Return the profile that the steps have gathered, with a warning for each part that is missing."""
    return Profile(
        document=work.document.path, sha256=work.document.sha256, person=work.person,
        positions=tuple(work.positions), education=tuple(work.education), achievements=tuple(work.achievements),
        mentions=tuple(work.mentions), contacts=tuple(work.contacts),
        warnings=(*work.document.warnings, *work.warnings, *_warnings(work)),
    )  # fmt: skip


def _warnings(work: Work) -> list[str]:
    if not work.document.text.strip():
        return ["the document has no text"]
    found = {"name": work.person.name, "positions": work.positions, "skills": work.mentions}
    return [f"no {what} found" for what, value in found.items() if not value]
