"""Names as keys."""

from __future__ import annotations

import pytest

from skillgraph.resolution.names import company_key, digest, person_words, school_key, slug


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Pinewood", "PINEWOOD, Inc.", "The Pinewood Company", "Pinewood Ltd", "Pinewood GmbH & Co. KG", "pinewood L.L.C."), "pinewood"),
        (("Blåfjell A/S", "blafjell as", "Blåfjell"), "blafjell"),
        (("Ulica Sp. z o.o.", "Ulica sp z o.o.", "Ulica"), "ulica"),
        (("O'Neil Labs", "ONeil Labs"), "oneil-labs"),
        (("Pinewood Labs",), "pinewood-labs"),
        (("The Co",), "co"),
        (("The",), "the"),
        (("株式会社松",), "株式会社松"),
        (("!!!",), f"x{digest('!!!')}"),
    ],
)
def test_company_key(names: tuple[str, ...], key: str) -> None:
    assert {company_key(name) for name in names} == {key}


def test_school_key() -> None:
    assert {school_key(n) for n in ("University of Eastfield", "The University of Eastfield (UE)", "UNIVERSITY OF EASTFIELD")} == {
        "university-of-eastfield"
    }
    assert school_key("(UE)") == "ue"


def test_slug() -> None:
    assert [slug(text) for text in ("José Ñandú", "cv_01.md", "Straße 5", "")] == ["jose-nandu", "cv-01-md", "strasse-5", f"x{digest('')}"]


def test_person_words() -> None:
    assert [person_words(n) for n in ("SMITH, José A.", "J. Smith", "J K", "Madonna")] == [
        ("jose", "smith"),
        ("j", "smith"),
        ("j", "k"),
        ("madonna",),
    ]
