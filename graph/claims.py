"""Skills named outside achievements: stack lines of jobs, and claims.

In: a person's dossier. Out: LISTS and CLAIMS in the draft, a use for every positive mention, and the skills denied.
"""

from __future__ import annotations

from collections.abc import Iterator

from skillgraph.graph.achievements import Use, is_work
from skillgraph.graph.dossier import Dossier, Source
from skillgraph.graph.draft import Draft
from skillgraph.graph.skills import all_mentions, skill_node
from skillgraph.model import Mention, Stance

Named = tuple[Source, Mention]


def add_listed(draft: Draft, dossier: Dossier) -> list[Use]:
    """Add what stands in a job outside its achievements."""
    found = []
    for source, mention in _outside_work(dossier):
        if mention.position is not None and mention.stance is Stance.POSITIVE:
            position = dossier.position_id(source.profile.positions[mention.position])
            proof = {"surface": mention.surface, **source.witness.evidence(mention.span)}
            draft.relationship("LISTS", (position, skill_node(mention.skill)), proof)
            found.append(Use(mention.skill, True, position, mention.level, mention.years))
    return found


def add_claims(draft: Draft, dossier: Dossier) -> list[Use]:
    """Add what is only said: skill lists, summaries, courses, wishes and denials; the mention that says most comes first."""
    claims = [(s, m) for s, m in _outside_work(dossier) if m.position is None or m.stance is not Stance.POSITIVE]
    for source, mention in sorted(claims, key=lambda claim: not (claim[1].level or claim[1].years)):
        facts = {"surface": mention.surface, "level": mention.level, "years": mention.years, "stance": str(mention.stance)}
        draft.relationship(
            "CLAIMS", (dossier.id, skill_node(mention.skill)), {**facts, **source.witness.evidence(mention.span)}, key=str(mention.stance)
        )
    return [Use(m.skill, False, None, m.level, m.years) for _, m in claims if m.stance is Stance.POSITIVE]


def denied(dossier: Dossier) -> set[str]:
    """Return the skills that a person says they lack or only want."""
    return {m.skill for source in dossier.sources for m in all_mentions(source.profile) if m.stance is not Stance.POSITIVE}


def _outside_work(dossier: Dossier) -> Iterator[Named]:
    """Yield the mentions that no achievement at work shows; one that it names without using it is among them."""
    for source in dossier.sources:
        shown = {
            (m.skill, m.span.start, m.span.end)
            for achievement in source.profile.achievements
            if is_work(achievement)
            for m in achievement.mentions
            if m.stance is Stance.POSITIVE
        }
        for mention in all_mentions(source.profile):
            if (mention.skill, mention.span.start, mention.span.end) not in shown:
                yield source, mention
