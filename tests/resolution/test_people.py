"""Who is the same: the cases that others get wrong, judgements, and independence of order."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pytest

from skillgraph.model import Profile
from skillgraph.resolution import Judgement, candidates, compare, people

P = Callable[..., Profile]


def groups(profiles: Sequence[Profile], judgements: Sequence[Judgement] = ()) -> set[frozenset[str]]:
    """Return the people as sets of paths, the same for every order of input."""
    paths = {profile.sha256: profile.document for profile in profiles}
    found = {people(order, judgements) for order in itertools.islice(itertools.permutations(profiles), 24)}
    assert len(found) == 1
    return {frozenset(paths[sha256] for sha256 in group) for group in found.pop()}


ONE, TWO = {frozenset({"a", "b"})}, {frozenset({"a"}), frozenset({"b"})}


def test_two_people_called_john_smith_stay_two(profile: P) -> None:
    a = profile("a", "John Smith", jobs=[("Pinewood", "2018-01", "present")], contacts=["js@example.org"])
    b = profile("b", "John Smith", jobs=[("Nordlicht", "2019-01", "present")], contacts=["john@example.net"])
    assert groups([a, b]) == TWO


def test_the_same_name_alone_is_no_proof(profile: P) -> None:
    assert groups([profile("a", "John Smith"), profile("b", "John Smith")]) == TWO
    assert groups([profile(path, "John Smith", schools=["University of Eastfield"]) for path in "ab"]) == TWO


def test_john_and_joan_smith_stay_two_whatever_they_share(profile: P) -> None:
    shared = {
        "jobs": [("Pinewood", "2018-01", "present")],
        "contacts": ["smiths@example.org", "+44 20 7946 0000"],
        "schools": ["Eastfield"],
    }
    assert groups([profile("a", "John Smith", **shared), profile("b", "Joan Smith", **shared)]) == TWO


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"contacts": ["Ada@Example.org"]}, {"contacts": ["ada@example.org"]}),
        ({"contacts": ["+44 (0)20 7946 0001"]}, {"contacts": ["020 7946 0001"]}),
        ({"contacts": ["https://www.linkedin.com/in/ada-example/"]}, {"contacts": ["linkedin.com/in/Ada-Example?trk=x"]}),
        ({"contacts": ["https://github.com/ada"]}, {"contacts": ["github.com/ada"]}),
        ({"jobs": [("Pinewood Ltd", "2018-01", "2019-01")]}, {"jobs": [("The Pinewood", "2018", "present")]}),
        (
            {"jobs": [("Pinewood", "2018-01", "2019-01")], "contacts": ["old@example.org"]},
            {"jobs": [("Pinewood", "2018-01", "2019-01")], "contacts": ["new@example.org"]},
        ),
    ],
)
def test_two_documents_of_one_person_are_one(profile: P, left: dict[str, object], right: dict[str, object]) -> None:
    assert groups([profile("a", "Ada Example", **left), profile("b", "Ada Example", **right)]) == ONE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"contacts": ["github.com/pinewood/website"]}, {"contacts": ["github.com/pinewood/website"]}),
        ({"contacts": ["https://pinewood.example/team"]}, {"contacts": ["https://pinewood.example/team"]}),
        ({"jobs": [("Pinewood", "2018-01", "2019-01")]}, {"jobs": [("Pinewood", "2018-02", "2019-01")]}),
        ({"jobs": [("Pinewood", None, None)]}, {"jobs": [("Pinewood", None, None)]}),
    ],
)
def test_what_colleagues_may_share_is_no_proof(profile: P, left: dict[str, object], right: dict[str, object]) -> None:
    assert groups([profile("a", "Ada Example", **left), profile("b", "Ada Example", **right)]) == TWO


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("José Álvarez", "ALVAREZ, Jose", ONE),
        ("John Smith", "John A. Smith", ONE),
        ("Ada Example", "Ada Married", ONE),
        ("Chris Example", "Christopher Example", ONE),
        ("J. Smith", "John Smith", ONE),
        ("Bea Example", "Ada Example", TWO),
        ("Łukasz Nowak", "Lukasz Nowak", ONE),
    ],
)
def test_names_beside_a_shared_address(profile: P, left: str, right: str, expected: set[frozenset[str]]) -> None:
    assert groups([profile("a", left, contacts=["x@example.org"]), profile("b", right, contacts=["x@example.org"])]) == expected


def test_a_document_without_a_name_is_a_person_of_its_own(profile: P) -> None:
    address = ["office@agency.example"]
    assert groups([profile("a", None), profile("b", None)]) == TWO
    assert groups([profile("a", None, contacts=address), profile("b", "Ada Example", contacts=address)]) == TWO
    job = [("Pinewood", "2018-01", "2019-01")]
    assert groups([profile("a", None, contacts=address, jobs=job), profile("b", "Ada Example", contacts=address, jobs=job)]) == ONE


def test_a_user_has_the_last_word(profile: P) -> None:
    same = [profile(path, "Ada Example", contacts=["ada@example.org"]) for path in "ab"]
    other = [profile("a", "Bob Example"), profile("b", "Robert Example")]
    assert groups(same, [Judgement(left=same[1].sha256, right=same[0].sha256, same=False)]) == TWO
    assert groups(other, [Judgement(left=other[0].sha256, right=other[1].sha256, same=True)]) == ONE


def test_a_judgement_holds_against_a_chain_of_others(profile: P) -> None:
    a = profile("a", "Ada Example", contacts=["ada@example.org"])
    b = profile("b", "Ada Example", contacts=["ada@example.org", "ada@example.net"])
    c = profile("c", "Ada Example", contacts=["ada@example.net"])
    assert groups([a, b, c]) == {frozenset("abc")}
    split = groups([a, b, c], [Judgement(left=a.sha256, right=c.sha256, same=False)])
    assert sorted(map(len, split)) == [1, 2]
    assert not any({"a", "c"} <= group for group in split)


def test_reasons_are_sentences(profile: P) -> None:
    a = profile("a", "John Smith", jobs=[("Pinewood", "2018-01", "present")], contacts=["js@example.org"])
    b = profile("b", "John Smith", jobs=[("Nordlicht", "2019-01", "present")], contacts=["john@example.net"])
    c = profile("c", "John Smith", jobs=[("Pinewood", "2018-01", "2018-12")], contacts=["js@example.org"], schools=["Eastfield"])
    said = {frozenset((x.left, x.right)): {(r.score, r.sentence) for r in x.reasons} for x in compare([a, b, c])}
    assert said[frozenset((a.sha256, b.sha256))] == {
        (2, "both name John Smith"),
        (-1, "they give different e-mail addresses"),
        (-3, "they worked at Nordlicht and Pinewood at the same time"),
    }
    assert said[frozenset((a.sha256, c.sha256))] == {
        (2, "both name John Smith"),
        (5, "both give js@example.org"),
        (4, "both started at Pinewood in 2018-01"),
    }


def test_only_what_shares_a_key_is_compared(profile: P) -> None:
    found = [
        profile("a", "Ada Example"),
        profile("b", "EXAMPLE Ada"),
        profile("c", "Bea Example", contacts=["x@example.org"]),
        profile("d", None, contacts=["x@example.org"]),
    ]
    assert {frozenset((left.document, right.document)) for left, right in candidates(found)} == {frozenset("ab"), frozenset("cd")}


def test_an_agencys_address_on_hundreds_of_documents_is_no_key(profile: P) -> None:
    many = [profile(f"{n}", f"Ada Example{chr(97 + n % 26)}{chr(97 + n // 26)}", contacts=["cv@agency.example"]) for n in range(201)]
    assert list(candidates(many)) == []
