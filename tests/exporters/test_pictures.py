"""Pictures of the small graph: their words, their colours, and that hostile texts stay texts."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from skillgraph.errors import ExportError, NotFound
from skillgraph.exporters.pictures import PICTURES, png, write_picture
from skillgraph.exporters.text import clean_text
from skillgraph.model import PropertyGraph
from tests.page.sample import HOSTILE, hostile_graph
from tests.queries.small_graph import small_graph

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """Return the lines that are read, without the years above a timeline and the key below."""
    return ["".join(one.itertext()) for one in ET.fromstring(svg).iter(f"{SVG}text")]


def test_a_person_s_timeline_has_jobs_studies_and_skills() -> None:
    found = texts(PICTURES["timeline"](small_graph(), "person:ana"))
    assert found == [
        "Ana Duarte", "Career, and skills from first to last use", *map(str, range(2014, 2025)),
        "Quayside Systems", "Staff Engineer", "3 yr", "Heliotrope Labs", "Senior Engineer", "2 yr", "Northport University", "Northport University",
        "PostgreSQL", "3 yr", "Dead letter queue", "2 yr", "Apache Kafka", "2 yr", "Retry", "2 yr",
        "position", "study", "skill shown in work",
    ]  # fmt: skip


def test_a_skill_s_timeline_has_its_people() -> None:
    found = texts(PICTURES["timeline"](small_graph(), "skill:kafka"))
    assert found[2:] == ["2019", "2020", "2021", "2022", "Ana Duarte", "2 yr", "Chidi Eze", "2 yr", "skill shown in work"]


def test_coverage_tells_what_one_person_alone_holds() -> None:
    found = texts(PICTURES["coverage"](small_graph(), "person:bram"))
    assert found[2:12] == [
        "Bram Visser",
        "Ana Duarte",
        "people",
        "Go",
        "only one",
        "RabbitMQ",
        "only one",
        "Kubernetes",
        "2",
        "shown in work:",
    ]


def test_a_neighbourhood_tells_what_joins() -> None:
    found = texts(PICTURES["neighbourhood"](small_graph(), "skill:kafka"))
    assert [text.replace("\u00a0 ", " | ") for text in found[2:-2]] == [
        "Message broker | broader", "RabbitMQ | alternative", "Ana Duarte | 2 yr", "Chidi Eze | 2 yr", "Dora Novak | stated",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", sorted(PICTURES))
@pytest.mark.parametrize("label", ["person", "skill"])
def test_hostile_texts_are_shown_as_text(kind: str, label: str) -> None:
    for at, text in enumerate(HOSTILE):
        svg = PICTURES[kind](hostile_graph(), f"{label}:{at}")
        root = ET.fromstring(svg)
        assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {
            "svg",
            "title",
            "text",
            "tspan",
            "rect",
            "line",
            "g",
            "circle",
            "path",
        }
        assert {name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name} == set()
        assert " ".join(clean_text(text).split())[:20] in "".join(root.itertext())


@pytest.mark.parametrize("kind", sorted(PICTURES))
def test_a_picture_is_the_same_each_time_and_becomes_a_png(kind: str, tmp_path: Path) -> None:
    svg = PICTURES[kind](small_graph(), "person:dora")
    assert PICTURES[kind](small_graph(), "person:dora") == svg
    data = write_picture(svg, tmp_path / "p.png").read_bytes()
    root = ET.fromstring(svg)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == tuple(2 * round(float(root.attrib[side])) for side in ("width", "height"))


def test_what_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"^there is no person or skill 'company:quayside'$"):
        PICTURES["timeline"](small_graph(), "company:quayside")
    with pytest.raises(ExportError, match=r"p\.pdf: a picture ends in \.svg or \.png$"):
        write_picture("<svg/>", tmp_path / "p.pdf")
    with pytest.raises(ExportError, match=r"^the picture cannot be made a PNG: "):
        png("no picture")


def test_nothing_known_is_an_empty_picture() -> None:
    alone = PropertyGraph(nodes=tuple(node for node in small_graph().nodes if node.id == "person:dora"))
    assert [texts(PICTURES[kind](alone, "person:dora"))[-1] for kind in ("coverage", "timeline")] == [
        "No skill is known.",
        "No dates are known.",
    ]
    assert texts(PICTURES["neighbourhood"](alone, "person:dora"))[0] == "Dora Novak: work and skills"
