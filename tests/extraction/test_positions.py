"""Positions in the layouts that people use, each as a small résumé of its own."""

from __future__ import annotations

import pytest

from tests.extraction.reading import Job, jobs, profile, work

HEAD = "# Mira Solberg\n\n## Experience\n\n"
BULLET = "\n- Built a billing service with Kafka and PostgreSQL.\n"

LAYOUTS: dict[str, tuple[str, list[Job]]] = {
    "company heading, title and dates below": (
        HEAD + "### Fjordlight AS\n\n**Backend Engineer**\n*Mar 2020 – Present*\n" + BULLET,
        [("Fjordlight AS", "Backend Engineer", "2020-03", "present")],
    ),
    "one line with dashes": (HEAD + "**Backend Engineer** — Fjordlight AS, Bergen — 03/2020–11/2022\n" + BULLET, [("Fjordlight AS", "Backend Engineer", "2020-03", "2022-11")]),
    "bars": (HEAD + "Fjordlight AS | Backend Engineer | Bergen, Norway | 2020 - 2022\n" + BULLET, [("Fjordlight AS", "Backend Engineer", "2020", "2022")]),
    "title at company": (HEAD + "### Backend Engineer at Fjordlight (2020–2022)\n" + BULLET, [("Fjordlight", "Backend Engineer", "2020", "2022")]),
    "dates first": (HEAD + "2020-03 – 2022-11\nFjordlight AS -- Backend Engineer\n" + BULLET, [("Fjordlight AS", "Backend Engineer", "2020-03", "2022-11")]),
    "two roles under one company": (
        HEAD + "### Fjordlight AS, Bergen\n\n#### Senior Engineer, Billing\n*Jan 2022 – Present*\n" + BULLET + "\n#### Engineer, Ledger\n*Mar 2020 – Dec 2021*\n" + BULLET,
        [("Fjordlight AS", "Senior Engineer, Billing", "2022-01", "present"), ("Fjordlight AS", "Engineer, Ledger", "2020-03", "2021-12")],
    ),
    "a table of jobs": (
        HEAD + "| When | Where | What |\n| --- | --- | --- |\n| since 2021 | Fjordlight AS, Bergen | Lead Engineer |\n| 2018 – 2021 | Nattlys Media | Web Developer |\n",
        [("Fjordlight AS", "Lead Engineer", "2021", "present"), ("Nattlys Media", "Web Developer", "2018", "2021")],
    ),
    "a title of two halves": (HEAD + "Senior Associate - Platform Developer, Oslo, Norway\nFjordlight AS\n2019 – 2020\n" + BULLET, [("Fjordlight AS", "Senior Associate - Platform Developer", "2019", "2020")]),
    "freelance": (HEAD + "### Freelance Web Developer\n*2017 – 2019*\n" + BULLET, [("Freelance", "Freelance Web Developer", "2017", "2019")]),
    "a break is no job": (
        HEAD + "### Fjordlight AS\n**Engineer**, 2021 – 2023\n" + BULLET + "\n### Parental leave\n2020 – 2021\n\n### Nattlys Media\n**Developer**, 2018 – 2020\n" + BULLET,
        [("Fjordlight AS", "Engineer", "2021", "2023"), ("Nattlys Media", "Developer", "2018", "2020")],
    ),
    "a table of jobs, told below": (
        HEAD
        + "| When | Where | What |\n| --- | --- | --- |\n| since 2021 | Fjordlight AS (energy, remote) | Lead Engineer |\n| ’18–’21 | Nattlys Media | Web Developer |\n\n"
        + "**Fjordlight**\n"
        + BULLET
        + "\n**Nattlys Media, as Web Developer**\n"
        + BULLET,
        [("Fjordlight AS", "Lead Engineer", "2021", "present"), ("Nattlys Media", "Web Developer", "2018", "2021")],
    ),
    "clients of a consultant": (
        HEAD
        + "### 2019 – today | Solberg Consulting | Freelance architect\n\nSelected projects:\n\n**Ferry operator, Bergen (2021 – 2022) – Architect**\n"
        + BULLET
        + "\n### 2015 – 2018 | Nattlys Media | Developer\n"
        + BULLET,
        [("Solberg Consulting", "Freelance architect", "2019", "present"), ("Nattlys Media", "Developer", "2015", "2018")],
    ),
    "a team in brackets": (
        HEAD + "**Engineer (lead of squad \"Tide\"), Fjordlight AS, Bergen**\n\n:   *since March 2021*\n" + BULLET,
        [("Fjordlight AS", "Engineer (lead of squad \"Tide\")", "2021-03", "present")],
    ),
    "company with town and dates above the title with its team": (
        "Mira Solberg\n\nEXPERIENCE\nLarkspur Market, Seattle, WA Oct 2021 – Present\nSenior Engineer, Ranking Infrastructure\n• Built retries with Kafka.\n",
        [("Larkspur Market", "Senior Engineer, Ranking Infrastructure", "2021-10", "present")],
    ),
    "what a company does, below its name": (
        HEAD
        + "### Frachtlotse, Hamburg\nDigital freight forwarder, 450 employees.\n\n#### Director of Engineering (April 2023 – present)\n"
        + BULLET
        + "\n### Nattlys Media GmbH, Kiel\n\n#### Team Lead Backend (2017/01 – 2020/08)\n"
        + BULLET
        + "\n### Tidewatch (marine weather app, 2M users)\nDeveloper, 2015 – 2016\n"
        + BULLET,
        [
            ("Frachtlotse", "Director of Engineering", "2023-04", "present"),
            ("Nattlys Media GmbH", "Team Lead Backend", "2017-01", "2020-08"),
            ("Tidewatch", "Developer", "2015", "2016"),
        ],
    ),
    "a sentence with since is no job": (
        HEAD + "### Fjordlight AS\n**Engineer**, 2021 – 2023\n\nBuilt the prepaid charging system in Java for millions.\n\nTeam lead of 5 engineers since 2022.\n",
        [("Fjordlight AS", "Engineer", "2021", "2023")],
    ),
    "freelance after a job": (
        HEAD + "**Engineer**, Fjordlight AS, 2015 – 2019\n" + BULLET + "\n**Web developer** | Freelance | 2012 – 2014\n" + BULLET,
        [("Fjordlight AS", "Engineer", "2015", "2019"), ("Freelance", "Web developer", "2012", "2014")],
    ),
    "told in a sentence": (
        "Mira Solberg\n\nFrom 2016 to 2019 I worked for Nattlys Media as Web Developer.\n\nFrom June 2019 until today I work for Fjordlight Group in Bergen as Lead Engineer.\n",
        [("Nattlys Media", "Web Developer", "2016", "2019"), ("Fjordlight Group", "Lead Engineer", "2019-06", "present")],
    ),
}  # fmt: skip


# One heading each, as engineers write them: company first or last, dates before, behind or below; dates to the year here.
HEADINGS: list[tuple[str, tuple[str, str, str, str]]] = [
    ('**Senior Software Engineer** | Norrvik Corp | Remote\\\n*January 2020 - Present*\n', ('Norrvik Corp', 'Senior Software Engineer', '2020-01', 'present')),
    ('### Norrvik Corp — Senior Software Engineer\nJan 2020 – Mar 2022 | London, UK\n', ('Norrvik Corp', 'Senior Software Engineer', '2020-01', '2022-03')),
    ('### Senior Software Engineer\n#### Norrvik Corp\n##### 2020 - 2022\n', ('Norrvik Corp', 'Senior Software Engineer', '2020', '2022')),
    ('**Norrvik Corp**, *London, UK* \n**Senior Software Engineer** (01/2020 - 03/2022)\n', ('Norrvik Corp', 'Senior Software Engineer', '2020-01', '2022-03')),
    ('**Norrvik Corp via TechStaff** — DevOps Engineer, Contract — 2019–2020\n', ('Norrvik Corp', 'DevOps Engineer', '2019', '2020')),
    ('Norrvik (acquired by Globex), San Francisco, CA\nStaff Engineer, Platform Infrastructure, May 2018 to August 2021\n', ('Norrvik', 'Staff Engineer, Platform Infrastructure', '2018-05', '2021-08')),
    ('1. **Norrvik GmbH** - Softwareentwickler (2015 - 2018)\n', ('Norrvik GmbH', 'Softwareentwickler', '2015', '2018')),
    ('### 2018–2020: Backend Developer, Norrvik Ltd\n', ('Norrvik Ltd', 'Backend Developer', '2018', '2020')),
    ('### Backend Developer, Norrvik Ltd (June 2018 – Dec 2020, 2 years 7 months)\n', ('Norrvik Ltd', 'Backend Developer', '2018-06', '2020-12')),
    ('### [Norrvik](https://acme.example) · Full Stack Developer\n_Feb 2021 → now_\n', ('Norrvik', 'Full Stack Developer', '2021-02', 'present')),
    ('**Full Stack Developer** @ **Norrvik** <span style="float:right">2021 - 2023</span>\n', ('Norrvik', 'Full Stack Developer', '2021', '2023')),
    ('| **Norrvik Corp** | **Oct. 2019 – Present** |\n|:--|--:|\n| *Site Reliability Engineer* | *Dublin* |\n', ('Norrvik Corp', 'Site Reliability Engineer', '2019-10', 'present')),
    ('**Data Engineer II, Norrvik Analytics**\n\n_New York, NY — Summer 2019 – Winter 2021_\n', ('Norrvik Analytics', 'Data Engineer II', '2019', '2021')),
    ('#### Norrvik, Inc.\n_Lead iOS Engineer (Contract)_\n_2016-04 — 2017-02_\n', ('Norrvik, Inc.', 'Lead iOS Engineer', '2016-04', '2017-02')),
    ("### Norrvik Corporation (Contractor)\n**QA Lead** · Jul '17 – Feb '19\n", ('Norrvik Corporation', 'QA Lead', '2017-07', '2019-02')),
    ('**CTO & Co-founder, Norrvik** (2014-2017)\n', ('Norrvik', 'CTO & Co-founder', '2014', '2017')),
    ('### Member of Technical Staff — Norrvik Labs (Bangalore) — Aug 2011 to Oct 2012\n', ('Norrvik Labs', 'Member of Technical Staff', '2011-08', '2012-10')),
    ('#### Software Engineer (Backend) – The Norrvik Company – Berlin – 02.2019–heute\n', ('The Norrvik Company', 'Software Engineer (Backend)', '2019-02', 'present')),
    ('**Norrvik**  \n*Software Engineer → Senior Software Engineer*  \nMarch 2016 – May 2020\n', ('Norrvik', 'Software Engineer → Senior Software Engineer', '2016-03', '2020-05')),
    ('- **Norrvik** (2019 - 2021) - *Frontend Engineer*\n', ('Norrvik', 'Frontend Engineer', '2019', '2021')),
    ('### Machine Learning Engineer\n**Norrvik AI** | Toronto, Canada | *Sept 2020 – Present*\n', ('Norrvik AI', 'Machine Learning Engineer', '2020-09', 'present')),
    ('### Norrvik University\n**Research Assistant** — 2013/09-2015/06\n', ('Norrvik University', 'Research Assistant', '2013-09', '2015-06')),
    ('### Freelance Consultant\n2010 - 2012\n', ('Freelance', 'Freelance Consultant', '2010', '2012')),
    ('**Jan 2020 – Present**  \n**Norrvik Health** – *Engineering Manager, Data Platform*\n', ('Norrvik Health', 'Engineering Manager, Data Platform', '2020-01', 'present')),
    ('### Tech Lead Payments, Norrvik Pay\n_Apr 2019 - Oct 2022, Amsterdam_\n', ('Norrvik Pay', 'Tech Lead Payments', '2019-04', '2022-10')),
    ('### Head of Engineering, Norrvik\n2019 – 2022\n', ('Norrvik', 'Head of Engineering', '2019', '2022')),
    ('**Norrvik Robotics | Robotics Software Engineer**  \nPittsburgh, PA | 08/2017 – 12/2019\n', ('Norrvik Robotics', 'Robotics Software Engineer', '2017-08', '2019-12')),
    ('### Werkstudent Softwareentwicklung bei Norrvik AG\n10/2014 – 03/2016\n', ('Norrvik AG', 'Werkstudent Softwareentwicklung', '2014-10', '2016-03')),
    ('**Oracle** — *Principal Member of Technical Staff* (2010–2014)\n', ('Oracle', 'Principal Member of Technical Staff', '2010', '2014')),
    ('### Amazon Web Services\n*SDE II*, Seattle — June 2018 - present\n', ('Amazon Web Services', 'SDE II', '2018-06', 'present')),
    ('### MongoDB | Solutions Architect | 2019-2021\n', ('MongoDB', 'Solutions Architect', '2019', '2021')),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_heading(heading: str, expected: tuple[str, str, str, str]) -> None:
    company, title, first, last = expected
    (found,) = jobs(profile(HEAD + heading + BULLET))
    assert (found[:2], (found[2] or "")[: len(first)], (found[3] or "")[: len(last)]) == ((company, title), first, last)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_layout(layout: str) -> None:
    text, expected = LAYOUTS[layout]
    assert jobs(profile(text)) == expected


def test_pasted_web_profile_with_glued_words() -> None:
    text = (
        "Mira Solberg\nBackend Engineer\nBergen, Vestland, Norway3 yrs experience\n\nExperience\n\n3 yrs\nTotal Experience\n\nFjordlight\n\nBackend Engineer\n\n"
        "Jan 2022Present · 3 yrs · Bergen, Norway · Hybrid\n\n  • Built retries.\nKafkaRedisPostgreSQL\n\nNattlys\n\nIntern\n\nJun 2021Dec 2021 · 6 mos\n\n  • Tested forms.\n"
    )
    found = profile(text, "profile.txt")
    assert jobs(found) == [("Fjordlight", "Backend Engineer", "2022-01", "present"), ("Nattlys", "Intern", "2021-06", "2021-12")]
    assert work(found) == [(0, "Built retries."), (1, "Tested forms.")]
    assert [m.name for m in found.mentions if m.position == 0 and m.kind == "technology"] == ["Apache Kafka", "Redis", "PostgreSQL"]


def test_a_page_of_a_profile_site_as_copied() -> None:
    text = (
        "Mira Solberg\nShe/Her\n · 2nd\nStaff Engineer at Fjordlight | Kotlin\nBergen, Vestland, Norway · Contact info\n500+ connections\n\nExperience\nExperience\n"
        "Fjordlight logo\nFjordlight\nFull-time · 6 yrs 3 mos\nStaff Engineer\nStaff Engineer\n"
        "Apr 2022 - Present · 2 yrs 8 mosApr 2022 to Present · 2 yrs 8 mos\nHybrid\n• Rebuilt retries with Kafka.\nKotlin, Redis and +6 skills\n"
        "Engineer\nEngineer\nSep 2018 - Apr 2022 · 3 yrs 8 mosSep 2018 to Apr 2022 · 3 yrs 8 mos\n• Built the ledger in Kotlin.\nShow more\n"
    )
    found = profile(text, "profile.txt")
    assert jobs(found) == [("Fjordlight", "Staff Engineer", "2022-04", "present"), ("Fjordlight", "Engineer", "2018-09", "2022-04")]
    assert work(found) == [(0, "Rebuilt retries with Kafka."), (1, "Built the ledger in Kotlin.")]
    assert (found.person.name, found.person.location) == ("Mira Solberg", "Bergen, Vestland, Norway")


def test_projects_that_name_their_employer_or_its_years_count_for_that_job() -> None:
    found = profile(
        "Mira Solberg\n\nEmployment\nLead Engineer\nFjordlight Pvt Ltd\nJun 2022 to Present\n\nDeveloper\nNattlys Solutions\nMay 2018 to May 2022\n\n"
        "Projects\nProject #1\nCompany : Fjordlight\nRole : Lead\n• Split the monolith into services.\n\n"
        "Project #2\nDuration : Aug 2019 - Jun 2020\n• Added Redis caching for master data.\n\nProject #3\n• Wrote a tide table in Rust.\n",
        "cv.txt",
    )
    assert work(found) == [(0, "Split the monolith into services."), (1, "Added Redis caching for master data."), (None, "Wrote a tide table in Rust.")]


def test_parts_of_a_job_with_the_names_of_sections_stay_in_it() -> None:
    found = profile(
        "Mira Solberg\n\nWork Experience\n\nEngineer\nFjordlight AS - Bergen\nJanuary 2020 to July 2022\nResponsibilities\nDesigned a pipeline on Kafka.\n"
        "Accomplishments\nEmployee of the quarter Q3 2021\nSkills Used\nPython, SQL, AWS\n\nAnalyst\nNattlys Media - Oslo\n2018-03 to 2019-06\n• Wrote reports in SQL.\n\nEducation\n",
        "cv.txt",
    )
    assert jobs(found) == [("Fjordlight AS", "Engineer", "2020-01", "2022-07"), ("Nattlys Media", "Analyst", "2018-03", "2019-06")]
    assert [m.position for m in found.mentions if m.name == "Python"] == [0]


def test_achievements_outside_jobs_belong_to_none() -> None:
    found = profile(
        HEAD
        + "### Fjordlight AS\n**Engineer**, 2021 – 2023\n"
        + BULLET
        + "\n## Projects\n\n### Tidewatch\n\n- Wrote a tide table in Rust.\n"
    )
    assert work(found) == [(0, "Built a billing service with Kafka and PostgreSQL."), (None, "Wrote a tide table in Rust.")]
