"""Read a résumé given as text in a test, and show the parts that the test is about."""

from __future__ import annotations

from skillgraph.extraction import read
from skillgraph.loaders import parse
from skillgraph.model import Profile

Job = tuple[str, str | None, str | None, str | None]


def profile(text: str, name: str = "cv.md") -> Profile:
    return read(parse(text.encode(), name))


def jobs(found: Profile) -> list[Job]:
    return [(p.company, p.title, p.start_date, "present" if p.current else p.end_date) for p in found.positions]


def work(found: Profile) -> list[tuple[int | None, str]]:
    return [(a.position, a.text) for a in found.achievements]


def skills(found: Profile) -> list[str]:
    return list(dict.fromkeys(m.name for m in found.mentions))
