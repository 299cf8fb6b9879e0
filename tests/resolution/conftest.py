"""Profiles in one line each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest

from skillgraph.model import Contact, Education, Person, Position, Profile, Span

NOWHERE = Span(start=0, end=0)
Job = tuple[str, str | None, str | None]


def _kind(value: str) -> str:
    return "email" if "@" in value else "url" if "/" in value else "phone"


def _profile(
    path: str, name: str | None, *, jobs: Sequence[Job] = (), contacts: Sequence[str] = (), schools: Sequence[str] = ()
) -> Profile:
    return Profile(
        document=path,
        sha256=hashlib.sha256(path.encode()).hexdigest(),
        person=Person(name=name),
        positions=tuple(
            Position(
                company=company, title="Engineer", start_date=start, end_date=None if end == "present" else end, current=end == "present",
                span=NOWHERE, company_span=NOWHERE,
            )
            for company, start, end in jobs
        ),
        education=tuple(Education(institution=school, span=NOWHERE) for school in schools),
        contacts=tuple(Contact(kind=_kind(value), value=value, span=NOWHERE) for value in contacts),
    )  # fmt: skip


@pytest.fixture
def profile() -> Callable[..., Profile]:
    return _profile
