"""Exports that name their fields: LinkedIn, Europass, and what web pages say of their person for machines."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from skillgraph.extraction import read
from skillgraph.loaders import find_documents, load, parse
from skillgraph.model import Document

LINKEDIN = {
    "Profile.csv": 'First Name,Last Name,Headline,Summary,Geo Location\nJane,Example,Backend Engineer,"I like queues.\nAnd Go.",Oslo\n',
    "Email Addresses.csv": "Email Address,Confirmed\njane@example.org,Yes\n",
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Quay Ltd,Engineer,"• Built a lock service on Kafka • Cut waiting by 40 %",Oslo,Jan 2020,\nLoom AG,Tester,,Bergen,Mar 2015,Dec 2019\n',
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name\nFjord College,2010,2014,,BSc\n",
    "Skills.csv": "Name\nGo\nPostgreSQL\n",
    "Connections.csv": "Notes:\nx\n\nFirst Name\nNobody\n",
}


def fields(document: Document) -> list[tuple[str, str]]:
    return [(block.field, document.text[block.start : block.end]) for block in document.blocks]


def archive(files: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as found:
        for name, text in files.items():
            found.writestr(f"Basic_LinkedInDataExport/{name}", text)
    return buffer.getvalue()


def test_linkedin_export() -> None:
    document = parse(archive(LINKEDIN), "export.zip")
    assert document.media_type == "application/x-linkedin-export"
    assert fields(document) == [
        ("basics.name", "Jane Example"),
        ("basics.label", "Backend Engineer"),
        ("basics.location", "Oslo"),
        ("basics.email", "jane@example.org"),
        ("basics.summary", "I like queues."),
        ("basics.summary", "And Go."),
        ("work.0.name", "Quay Ltd"),
        ("work.0.position", "Engineer"),
        ("work.0.location", "Oslo"),
        ("work.0.startDate", "Jan 2020"),
        ("work.0.highlights.0", "Built a lock service on Kafka"),
        ("work.0.highlights.1", "Cut waiting by 40 %"),
        ("work.1.name", "Loom AG"),
        ("work.1.position", "Tester"),
        ("work.1.location", "Bergen"),
        ("work.1.startDate", "Mar 2015"),
        ("work.1.endDate", "Dec 2019"),
        ("education.0.institution", "Fjord College"),
        ("education.0.studyType", "BSc"),
        ("education.0.startDate", "2010"),
        ("education.0.endDate", "2014"),
        ("skills.0.name", "Go"),
        ("skills.1.name", "PostgreSQL"),
    ]
    profile = read(document)
    assert [(p.company, p.title, p.start_date, p.end_date, p.current) for p in profile.positions] == [
        ("Quay Ltd", "Engineer", "2020-01", None, True),
        ("Loom AG", "Tester", "2015-03", "2019-12", False),
    ]


def test_a_folder_with_an_export_is_one_document(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "export"
    folder.mkdir(parents=True)
    for name, text in LINKEDIN.items():
        (folder / name).write_text(text, encoding="utf-8")
    assert find_documents([tmp_path]) == find_documents([folder]) == [folder]
    assert load(folder, name="export").text == parse(archive(LINKEDIN), "export").text


EUROPASS = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Jane</FirstName><Surname>Example</Surname></PersonName>
<ContactInfo><Address><Contact><Municipality>Oslo</Municipality><Country><Code>NO</Code><Label>Norway</Label></Country></Contact></Address>
<Email><Contact>jane@example.org</Contact></Email></ContactInfo></Identification>
<Headline><Description><Label>Backend Engineer</Label></Description></Headline>
<WorkExperienceList><WorkExperience><Period><From year="2020" month="--01"/><Current>true</Current></Period>
<Position><Label>Engineer</Label></Position><Activities>&lt;ul&gt;&lt;li&gt;Built a lock &amp;amp; key service&lt;/li&gt;&lt;li&gt;Led two&lt;/li&gt;&lt;/ul&gt;</Activities>
<Employer><Name>Quay Ltd</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2010"/><To year="2014"/></Period><Title>BSc</Title><Organisation><Name>Fjord College</Name></Organisation></Education></EducationList>
<Skills><Computer><Description>Go, PostgreSQL</Description></Computer></Skills>
</LearnerInfo></SkillsPassport>"""
FIELDS = [
    ("basics.name", "Jane Example"),
    ("basics.label", "Backend Engineer"),
    ("basics.location", "Oslo, Norway"),
    ("basics.email", "jane@example.org"),
    ("work.0.name", "Quay Ltd"),
    ("work.0.position", "Engineer"),
    ("work.0.startDate", "2020-01"),
    ("work.0.highlights.0", "Built a lock & key service"),
    ("work.0.highlights.1", "Led two"),
    ("education.0.institution", "Fjord College"),
    ("education.0.studyType", "BSc"),
    ("education.0.startDate", "2010"),
    ("education.0.endDate", "2014"),
    ("skills.0.name", "Go, PostgreSQL"),
]


def test_europass_xml_and_json() -> None:
    assert fields(parse(EUROPASS.encode(), "cv.xml")) == FIELDS
    learner = {
        "Identification": {
            "PersonName": {"FirstName": "Jane", "Surname": "Example"},
            "ContactInfo": {"Address": {"Contact": {"Municipality": "Oslo", "Country": {"Code": "NO", "Label": "Norway"}}}, "Email": {"Contact": "jane@example.org"}},
        },
        "Headline": {"Description": {"Label": "Backend Engineer"}},
        "WorkExperience": [
            {
                "Period": {"From": {"Year": 2020, "Month": 1}, "Current": True},
                "Position": {"Label": "Engineer"},
                "Activities": "<ul><li>Built a lock &amp; key service</li><li>Led two</li></ul>",
                "Employer": {"Name": "Quay Ltd"},
            }
        ],
        "Education": [{"Period": {"From": {"Year": 2010}, "To": {"Year": 2014}}, "Title": "BSc", "Organisation": {"Name": "Fjord College"}}],
        "Skills": {"Computer": {"Description": "Go, PostgreSQL"}},
    }
    assert fields(parse(json.dumps({"SkillsPassport": {"LearnerInfo": learner}}).encode(), "cv.json")) == FIELDS


CANDIDATE = """<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
<CandidatePerson><PersonName><hr:GivenName>Jane</hr:GivenName><hr:FamilyName>Example</hr:FamilyName></PersonName>
<Communication><URI>jane@example.org</URI></Communication></CandidatePerson>
<CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>Quay Ltd</hr:OrganizationName><PositionHistory>
<PositionTitle typeCode="FREETEXT">Engineer</PositionTitle><EmploymentPeriod><hr:StartDate><hr:FormattedDateTime>2020-01</hr:FormattedDateTime></hr:StartDate></EmploymentPeriod>
<hr:Description>&lt;p&gt;Built a lock&lt;/p&gt;</hr:Description></PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>"""


def test_the_new_europass_xml() -> None:
    assert fields(parse(CANDIDATE.encode(), "cv.xml")) == [
        ("basics.name", "Jane Example"),
        ("basics.email", "jane@example.org"),
        ("work.0.name", "Quay Ltd"),
        ("work.0.position", "Engineer"),
        ("work.0.startDate", "2020-01"),
        ("work.0.highlights.0", "Built a lock"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": "Person", "name": "Jane Example", '
        '"jobTitle": "Engineer", "worksFor": {"name": "Quay"}, "address": {"addressLocality": "Oslo"}, "email": "mailto:j@example.org"}]}</script>',
        '<div itemscope itemtype="https://schema.org/Person"><b itemprop="name">Jane Example</b><i itemprop="jobTitle">Engineer</i>'
        '<u itemprop="addressLocality">Oslo</u><a itemprop="email">j@example.org</a></div>',
        '<div class="h-resume"><div class="p-contact h-card"><b class="p-name">Jane Example</b><i class="p-job-title">Engineer</i>'
        '<u class="p-locality">Oslo</u><a class="u-email">j@example.org</a></div></div>',
    ],
)
def test_a_page_names_its_person(page: str) -> None:
    document = parse(f"<html><body>{page}<h1>Hello</h1></body></html>".encode(), "cv.html")
    assert [field for field in fields(document) if field[0]] == [
        ("basics.name", "Jane Example"),
        ("basics.label", "Engineer"),
        ("basics.location", "Oslo"),
        ("basics.email", "j@example.org"),
    ]
    assert document.text.endswith("Hello")


def test_what_a_page_hides_from_people_is_reported() -> None:
    words = "Kubernetes Rust Haskell Erlang Terraform"
    page = f'<html><body><p>Jane Example</p><p style="font-size:1px">{words}</p><p style="color:#fff">{words}</p></body></html>'
    document = parse(page.encode(), "cv.html")
    reason = f"text was left out because it is too small, too faint or too far away to be read: “{words}” (40 characters)"
    assert (document.text, document.warnings) == ("Jane Example", (reason, reason))
    dark = parse(page.replace("<body>", '<body style="background: #123">').encode(), "cv.html")
    assert (dark.text.split("\n"), dark.warnings) == (["Jane Example", "", words], (reason,))
