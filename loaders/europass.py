"""Europass: the CV as XML or JSON of the old editor, and the XML that is in the new one's PDF files.

In: the file's bytes. Out: an extract whose rows name their JSON Resume fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple
from xml.etree.ElementTree import Element

from skillgraph.errors import LoadError
from skillgraph.loaders.edits import joined
from skillgraph.loaders.extract import Extract, Row, extract_of
from skillgraph.loaders.html import read_html
from skillgraph.loaders.limits import Limits
from skillgraph.loaders.packed import parse_xml
from skillgraph.model import BlockKind

Tree = str | list["Tree"] | dict[str, "Tree"]


class _Words(NamedTuple):
    """What the two forms call the same things; a path's parts are parted by slashes."""

    first: str
    last: str
    label: str
    city: str
    country: str
    email: str
    work: str
    education: str
    fields: Mapping[str, Sequence[str]]
    school: Mapping[str, Sequence[str]]
    skills: Sequence[str]


_OLD = _Words(
    first="Identification/PersonName/FirstName",
    last="Identification/PersonName/Surname",
    label="Headline/Description/Label",
    city="Identification/ContactInfo/Address/Contact/Municipality",
    country="Identification/ContactInfo/Address/Contact/Country/Label",
    email="Identification/ContactInfo/Email/Contact",
    work="WorkExperienceList/WorkExperience|WorkExperience",
    education="EducationList/Education|Education",
    fields={
        "name": ("Employer/Name",),
        "position": ("Position/Label",),
        "location": ("Employer/ContactInfo/Address/Contact/Municipality",),
        "startDate": ("Period/From",),
        "endDate": ("Period/To",),
        "summary": ("Activities",),
    },
    school={
        "institution": ("Organisation/Name",),
        "studyType": ("Title",),
        "area": ("Field/Label",),
        "startDate": ("Period/From",),
        "endDate": ("Period/To",),
        "description": ("Activities",),
    },
    skills=("Skills/Computer/Description", "Skills/JobRelated/Description", "Skills/Organisational/Description", "Skills/Other/Description"),
)
_NEW = _Words(
    first="CandidatePerson/PersonName/GivenName",
    last="CandidatePerson/PersonName/FamilyName",
    label="CandidateProfile/ExecutiveSummary/Headline",
    city="CandidatePerson/Communication/Address/CityName",
    country="CandidatePerson/Communication/Address/CountryCode",
    email="CandidatePerson/Communication/URI",
    work="CandidateProfile/EmploymentHistory/EmployerHistory",
    education="CandidateProfile/EducationHistory/EducationOrganizationAttendance",
    fields={
        "name": ("OrganizationName",),
        "position": ("PositionHistory/PositionTitle",),
        "location": ("PositionHistory/City", "OrganizationContact/Communication/Address/CityName"),
        "startDate": ("PositionHistory/EmploymentPeriod/StartDate/FormattedDateTime", "EmploymentPeriod/StartDate/FormattedDateTime"),
        "endDate": ("PositionHistory/EmploymentPeriod/EndDate/FormattedDateTime", "EmploymentPeriod/EndDate/FormattedDateTime"),
        "summary": ("PositionHistory/Description",),
    },
    school={
        "institution": ("OrganizationName",),
        "studyType": ("EducationDegree/DegreeName", "DegreeName"),
        "area": ("MajorProgramName",),
        "startDate": ("AttendancePeriod/StartDate/FormattedDateTime",),
        "endDate": ("AttendancePeriod/EndDate/FormattedDateTime",),
        "description": ("OccupationalSkillsCovered",),
    },
    skills=("CandidateProfile/PersonQualifications/PersonCompetency/CompetencyName", "CandidateProfile/Skills/Description"),
)


def read_europass(data: bytes, limits: Limits) -> Extract:
    """Return the facts of a Europass CV.

    Raises:
        LoadError: It is damaged, or holds no person.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        root = parse_xml(data)
        tree, name = _tree(root), _local(root.tag)
    else:
        try:
            tree, name = json.loads(data.decode("utf-8-sig"))["SkillsPassport"], "SkillsPassport"
        except (ValueError, KeyError, TypeError, RecursionError):
            raise LoadError("this Europass JSON is damaged") from None
    words = _NEW if name == "Candidate" else _OLD
    learner = tree if name == "Candidate" else next(iter(_all(tree, "LearnerInfo")), "")
    rows = list(_rows(learner, words))
    if not rows:
        raise LoadError("there is nobody in this Europass CV")
    return extract_of(rows)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _tree(element: Element) -> Tree:
    """Return an XML element as JSON would have it: attributes and children by their names without a namespace."""
    if not len(element) and not element.attrib:
        return element.text or ""
    found: dict[str, list[Tree]] = {}
    for name, value in sorted(element.attrib.items()):
        found.setdefault(_local(name).capitalize(), []).append(value.lstrip("-"))
    for child in element:
        found.setdefault(_local(child.tag), []).append(_tree(child))
    if (element.text or "").strip():
        found.setdefault("Label", []).append(element.text or "")
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _all(tree: Tree, path: str) -> list[Tree]:
    """Return everything at the first of the paths that leads somewhere."""
    for way in path.split("|"):
        level = [tree]
        for step in way.split("/"):
            level = [item for node in level if isinstance(node, dict) and step in node for item in _listed(node[step])]
        if level:
            return level
    return []


def _listed(tree: Tree) -> list[Tree]:
    return [part for item in tree for part in _listed(item)] if isinstance(tree, list) else [tree]


def _words(tree: Tree, paths: Sequence[str]) -> str:
    return next((text for path in paths for found in _all(tree, path) if (text := _value(found))), "")


def _value(tree: Tree) -> str:
    """Return the text of a value; a date consists of year and month."""
    if isinstance(tree, dict):
        if "Year" in tree:
            year, month = str(tree["Year"]), str(tree.get("Month", "")).lstrip("-")
            return f"{year}-{int(month):02d}" if month.isdigit() else year
        return _value(tree.get("Label", ""))
    return " ".join(str(tree).split()) if not isinstance(tree, list) else ""


def _rows(learner: Tree, words: _Words) -> Iterator[Row]:
    name = " ".join(filter(None, (_words(learner, [words.first]), _words(learner, [words.last]))))
    place = ", ".join(filter(None, (_words(learner, [words.city]), _words(learner, [words.country]))))
    email = next((text for found in _all(learner, words.email) if "@" in (text := _value(found))), "")
    for field, text in (("name", name), ("label", _words(learner, [words.label])), ("location", place), ("email", email)):
        if text:
            yield Row([text], field=f"basics.{field}")
    for number, entry in enumerate(_all(learner, words.work)):
        yield from _entry(entry, f"work.{number}", words.fields)
    for number, entry in enumerate(_all(learner, words.education)):
        yield from _entry(entry, f"education.{number}", words.school)
    lines = [line for path in words.skills for found in _all(learner, path) for line in _lines(found if isinstance(found, str) else _value(found))]
    for number, line in enumerate(lines):
        yield Row([line.cells[0]], BlockKind.ITEM, field=f"skills.{number}.name", gap=number == 0)


def _entry(entry: Tree, path: str, fields: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    gap = True
    for field, paths in fields.items():
        if field in ("summary", "description"):
            long = next((str(found) for way in paths for found in _all(entry, way) if isinstance(found, str) and found.strip()), "")
            name = f"{path}.highlights.{{}}" if field == "summary" else f"{path}.description"
            for number, row in enumerate(_lines(long)):
                yield row._replace(field=name.format(number), gap=gap)
                gap = False
            continue
        text = unescape(_words(entry, paths))
        if text:
            yield Row([text], field=f"{path}.{field}", gap=gap)
            gap = False


def _lines(text: str) -> list[Row]:
    """Return the lines of a text that may hold HTML."""
    found = [Row([joined(piece for cell in draft.cells for piece in cell)], draft.kind, draft.level) for draft in read_html(text.replace("\n", "<br>"))]
    return [row for row in found if row.cells[0].strip()]
