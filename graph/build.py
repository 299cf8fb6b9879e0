"""Profiles → property graph, exactly after schema.yaml, with proof on every fact.

In: profiles with the documents they were read from, the ontology, a user's judgements. Out: a `PropertyGraph` that is
the same, byte for byte, in every order of input.
"""

from __future__ import annotations

from collections.abc import Iterable

from skillgraph.graph.achievements import add_achievements
from skillgraph.graph.careers import add_career, add_names, spellings
from skillgraph.graph.claims import add_claims, add_listed, denied
from skillgraph.graph.dossier import Dossier, dossiers
from skillgraph.graph.draft import Draft
from skillgraph.graph.experience import add_experience
from skillgraph.graph.months import Period, months_in, newest_month, parse_as_of
from skillgraph.graph.skills import Catalogue, all_mentions
from skillgraph.model import Document, Profile, PropertyGraph, Value
from skillgraph.ontology import Ontology
from skillgraph.resolution import Judgement, people


def build(
    read: Iterable[tuple[Profile, Document]],
    ontology: Ontology,
    *,
    judgements: Iterable[Judgement] = (),
    as_of: str | None = None,
    contacts: bool = False,
) -> PropertyGraph:
    """Return the graph of what documents tell.

    Args:
        read: each document with its profile; a document that comes twice counts once.
        ontology: the skills and their relations.
        judgements: what users decided about documents of one person.
        as_of: month (`2024-05`) at which everything still going on stops; by default the newest that a position names.
        contacts: put e-mail addresses, telephone numbers and links on the person's node.

    Raises:
        SkillgraphError: `as_of` is no month.
    """
    by_hash = {profile.sha256: (profile, document) for profile, document in sorted(read, key=lambda r: r[1].path, reverse=True)}
    profiles = [by_hash[sha256][0] for sha256 in sorted(by_hash)]
    limit = newest_month(profiles) if as_of is None else parse_as_of(as_of)
    catalogue = Catalogue(ontology, profiles)
    draft, names = Draft(), spellings()
    for dossier in dossiers(people(profiles, judgements), by_hash):
        periods = add_career(draft, dossier, as_of=limit, names=names)
        uses = [*add_achievements(draft, dossier, catalogue), *add_listed(draft, dossier), *add_claims(draft, dossier)]
        add_experience(draft, dossier.id, uses, periods=periods, catalogue=catalogue, denied=denied(dossier))
        _add_person(draft, dossier, periods.values(), contacts=contacts)
    add_names(draft, names)
    catalogue.add(draft, {mention.skill for profile in profiles for mention in all_mentions(profile)})
    return draft.finish()


def _add_person(draft: Draft, dossier: Dossier, periods: Iterable[Period], *, contacts: bool) -> None:
    said = [source.profile.person for source in dossier.sources]
    facts = {
        "name": dossier.name,
        "title": next((person.title for person in said if person.title), None),
        "location": next((person.location for person in said if person.location), None),
        "totalMonths": months_in(periods),
        **(_contacts(dossier) if contacts else {}),
    }
    draft.node("Person", dossier.id, facts)
    for source in dossier.sources:
        document = source.witness.document
        draft.node("Document", source.witness.id, {"path": document.path, "name": document.name, "mediaType": document.media_type})
        draft.relationship("DESCRIBED_IN", (dossier.id, source.witness.id))


def _contacts(dossier: Dossier) -> dict[str, Value | None]:
    found = [contact for source in dossier.sources for contact in source.profile.contacts]
    values = {kind: tuple(sorted({c.value for c in found if c.kind == kind})) for kind in ("email", "phone", "url")}
    return {f"{kind}s": value or None for kind, value in values.items()}
