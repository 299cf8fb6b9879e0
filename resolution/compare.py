"""Comparisons of two profiles, each a plain function that gives a score and a sentence, or nothing.

In: two profiles. Out: reasons; positive scores speak for one person, negative ones for two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from skillgraph.model import Frozen, Position, Profile
from skillgraph.resolution.contacts import emails, links, phones
from skillgraph.resolution.names import company_key, person_words, school_key, words_of

Comparison = Callable[[Profile, Profile], "Reason | None"]

SAME_FROM = 5


class Reason(Frozen):
    """Why two documents may or may not be about one person."""

    score: int
    sentence: str


def same_name(left: Profile, right: Profile) -> Reason | None:
    """Both documents name the same person."""
    if left.person.name and right.person.name and person_words(left.person.name) == person_words(right.person.name):
        return Reason(score=2, sentence=f"both name {min(left.person.name, right.person.name)}")
    return None


def different_first_name(left: Profile, right: Profile) -> Reason | None:
    """The first names exclude each other, as of a couple who share everything else."""
    if not (left.person.name and right.person.name) or same_name(left, right):
        return None
    first, second = words_of(left.person.name)[:1], words_of(right.person.name)[:1]
    if first and second and not (first[0].startswith(second[0]) or second[0].startswith(first[0])):
        names = sorted((left.person.name, right.person.name))
        return Reason(score=-20, sentence=f"{names[0]} and {names[1]} have different first names")
    return None


def no_name(left: Profile, right: Profile) -> Reason | None:
    """A document without a name needs more than one address to belong to somebody."""
    if not (left.person.name and right.person.name):
        return Reason(score=-2, sentence="a document has no name")
    return None


def shared_email(left: Profile, right: Profile) -> Reason | None:
    """Both documents give the same e-mail address."""
    shared = sorted(emails(left) & emails(right))
    return Reason(score=5, sentence=f"both give {shared[0]}") if shared else None


def shared_phone(left: Profile, right: Profile) -> Reason | None:
    """Both documents give the same telephone number."""
    return Reason(score=4, sentence="both give the same telephone number") if phones(left) & phones(right) else None


def shared_link(left: Profile, right: Profile) -> Reason | None:
    """Both documents link to the same profile page."""
    shared = sorted(links(left) & links(right))
    return Reason(score=5, sentence=f"both link to {shared[0]}") if shared else None


def shared_position(left: Profile, right: Profile) -> Reason | None:
    """Both documents have a job in the same company from the same date."""
    shared = sorted(
        (company_key(one.company), one.company, one.start_date or "")
        for one in left.positions
        for other in right.positions
        if _same_job(one, other)
    )
    return Reason(score=4, sentence=f"both started at {shared[0][1]} in {shared[0][2]}") if shared else None


def shared_school(left: Profile, right: Profile) -> Reason | None:
    """Both documents name the same school."""
    schools = {school_key(e.institution): e.institution for e in (*right.education, *left.education)}
    shared = sorted({school_key(e.institution) for e in left.education} & {school_key(e.institution) for e in right.education})
    return Reason(score=1, sentence=f"both studied at {schools[shared[0]]}") if shared else None


def different_emails(left: Profile, right: Profile) -> Reason | None:
    """Each document gives another e-mail address."""
    if emails(left) and emails(right) and not emails(left) & emails(right):
        return Reason(score=-1, sentence="they give different e-mail addresses")
    return None


def jobs_at_once(left: Profile, right: Profile) -> Reason | None:
    """The documents have jobs in different companies at the same time, and no company in common."""
    companies = {company_key(p.company) for p in left.positions} & {company_key(p.company) for p in right.positions}
    if companies:
        return None
    for one in left.positions:
        for other in right.positions:
            if _overlap(one, other):
                first, second = sorted((one.company, other.company))
                return Reason(score=-3, sentence=f"they worked at {first} and {second} at the same time")
    return None


COMPARISONS: tuple[Comparison, ...] = (
    same_name,
    different_first_name,
    no_name,
    shared_email,
    shared_phone,
    shared_link,
    shared_position,
    shared_school,
    different_emails,
    jobs_at_once,
)


def reasons(left: Profile, right: Profile) -> Iterator[Reason]:
    """Yield what every comparison finds, in the order of the list."""
    for comparison in COMPARISONS:
        reason = comparison(left, right)
        if reason is not None:
            yield reason


def _same_job(one: Position, other: Position) -> bool:
    """Tell whether two positions are one: company and start agree, as exactly as the vaguer date says."""
    if not (one.start_date and other.start_date) or company_key(one.company) != company_key(other.company):
        return False
    shorter = min(len(one.start_date), len(other.start_date), 7)
    return one.start_date[:shorter] == other.start_date[:shorter]


def _overlap(one: Position, other: Position) -> bool:
    return bool(one.start_date and other.start_date and one.start_date < _end(other) and other.start_date < _end(one))


def _end(position: Position) -> str:
    return "9999" if position.current else position.end_date or ""
