"""A person with all documents about them, named and ordered for building.

In: profiles with their documents, grouped by person. Out: dossiers, the same whatever the order of input.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from skillgraph.graph.evidence import Witness
from skillgraph.graph.months import month_of
from skillgraph.model import Document, Frozen, Position, Profile
from skillgraph.resolution import company_key, digest, slug


class Source(Frozen):
    """A document and what was read from it."""

    profile: Profile
    witness: Witness

    @property
    def newest(self) -> int:
        """The newest month that a position names; -1 without any."""
        dates = [(p.start_date, False) for p in self.profile.positions] + [(p.end_date, True) for p in self.profile.positions]
        months = [month_of(date or "", last=last) for date, last in dates]
        return max((month for month in months if month is not None), default=-1)


class Dossier(Frozen):
    """One person; sources with the newest work first, so that the first to state a fact is the one to believe."""

    id: str
    name: str
    sources: tuple[Source, ...]

    @cached_property
    def _starts(self) -> frozenset[tuple[str, str, str]]:
        return frozenset(_job(p) for source in self.sources for p in source.profile.positions)

    def position_id(self, position: Position) -> str:
        """Return the id of a position's node, the same from every document that describes the job.

        A start that one document gives as a year and another to the month is the same start.
        """
        company, title, start = _job(position)
        known = (s for c, t, s in self._starts if (c, t) == (company, title) and start and s.startswith(start))
        finer = min((s for s in known if s != start), default=start)
        return f"position:{digest(self.id, company, title, finer or '/' + (position.end_date or ''))}"


def _job(position: Position) -> tuple[str, str, str]:
    return company_key(position.company), slug(position.title or ""), position.start_date or ""


def dossiers(groups: Iterable[tuple[str, ...]], read: Mapping[str, tuple[Profile, Document]]) -> list[Dossier]:
    """Return a dossier for each group of document hashes, sorted by id."""
    sources = [_sources(group, read) for group in groups]
    names = [_name(found) for found in sources]
    shared = Counter(slug(name) for name in names)
    drafts = [(slug(name), name, found) for name, found in zip(names, sources, strict=True)]
    plain = [(key if shared[key] == 1 else f"{key}-{_origin(found)}", name, found) for key, name, found in drafts]
    clashing = Counter(key for key, _, _ in plain)
    keyed = [(key if clashing[key] == 1 else f"{key}-{_oldest(found)[:6]}", name, found) for key, name, found in plain]
    return sorted((Dossier(id=f"person:{key}", name=name, sources=found) for key, name, found in keyed), key=lambda d: d.id)


def _sources(group: tuple[str, ...], read: Mapping[str, tuple[Profile, Document]]) -> tuple[Source, ...]:
    found = [Source(profile=read[sha][0], witness=Witness(document=read[sha][1])) for sha in group]
    return tuple(sorted(found, key=lambda source: (-source.newest, source.profile.sha256)))


def _name(sources: tuple[Source, ...]) -> str:
    names = [source.profile.person.name for source in sources if source.profile.person.name]
    return names[0] if names else f"Unnamed ({min(source.witness.document.name for source in sources)})"


def _origin(sources: tuple[Source, ...]) -> str:
    """Return what tells apart two people of one name: where their careers began, which a newer CV does not change."""
    jobs = [(p.start_date, company_key(p.company)) for source in sources for p in source.profile.positions if p.start_date]
    return digest(*min(jobs))[:6] if jobs else _oldest(sources)[:6]


def _oldest(sources: tuple[Source, ...]) -> str:
    return min(source.profile.sha256 for source in sources)
