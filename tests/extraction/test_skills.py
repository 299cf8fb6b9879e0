"""Skills: the traps that others fall into, guards, stances, levels, unknown names and glued words."""

from __future__ import annotations

import pytest

from skillgraph.model import Stance
from tests.extraction.reading import profile, skills

JOB = "# Mira Solberg\n\n## Experience\n\n### Fjordlight AS\n**Engineer**, 2021 – 2023\n\n- {}\n"


def stated(sentence: str) -> list[str]:
    return skills(profile(JOB.format(sentence)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wrote drivers in C, C++ and C#.", ["C", "C++", "C#"]),
        ("Moved from Java to JavaScript.", ["Java", "JavaScript"]),
        ("Wrote apps in React Native and React.", ["React Native", "React"]),
        ("Wrote pages with Next.js, Nuxt and NestJS.", ["Next.js", "Nuxt", "NestJS"]),
        ("Used Ruby on Rails and plain Ruby.", ["Ruby on Rails", "Ruby"]),
        ("Connected SQS and SNS.", ["Amazon SQS", "Amazon SNS"]),
        ("Ran K8s next to Postgres.", ["Kubernetes", "PostgreSQL"]),
        ("Took a product to market and will go on going forward.", []),
        ("Shaped the go-to-market plan.", []),
        ("Wrote services in Go.", ["Go"]),
        ("Modelled temporal data.", ["temporal data"]),
        ("Ran workflows on Temporal.", ["Temporal"]),
        ("Tested the booking pages with Playwright.", ["Playwright"]),
        ("Raised R$ 2 million for a theatre.", []),
        ("Used Java Spring Boot on AWS Lambda.", ["Java", "Spring Boot", "AWS", "AWS Lambda"]),
    ],
)
def test_traps(sentence: str, expected: list[str]) -> None:
    found = [
        name for name in stated(sentence) if name not in ("system migration", "workflow orchestration", "software testing", "data modeling")
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Put a Redis cache in front of the price service", ["Redis", "caching"]),
        ("Moved the load balancer to Elastic Load Balancing at peak hours", ["load balancer", "Elastic Load Balancing"]),
        ("Built a Kinesis and Lambda pipeline for the clicks of the shop", ["data pipeline", "Amazon Kinesis", "AWS Lambda"]),
        ("Looked after the pipeline of sales leads from three fairs", []),
        ("Every bad release is rolled back automatically within a minute", ["automated rollback"]),
        ("The import can be re-run any number of times without harm", ["idempotency"]),
        ("Wrote a driver for the SPI flash chip of a water meter", ["device drivers", "SPI"]),
        ("Built a portal in which truck drivers upload their delivery notes", []),
        ("Moved the order database from Oracle to PostgreSQL over one weekend", ["database migration", "Oracle Database", "PostgreSQL"]),
        ("Operators in the plant look at the screens all day long", []),
        ("Wrote an operator for Kubernetes that looks after the clusters", ["Kubernetes operator development", "Kubernetes"]),
        ("The passwords of all the devices are rotated every 30 days", ["secrets rotation"]),
        ("Kept the team in sync across three time zones and two offices", []),
        ("Scaled the encoders by queue-based autoscaling to save money", ["queue-based autoscaling", "autoscaling", "message queue"]),
    ],
)
def test_concepts_in_everyday_words(sentence: str, expected: list[str]) -> None:
    found = profile(f"Ann Archer\n\nExperience\nEngineer, Acme Ltd\n2019 - 2021\n- {sentence}\n")
    assert sorted(skills(found)) == sorted(expected)


def test_a_head_shared_with_a_longer_name_names_all() -> None:
    found = profile("Ann Archer\n\nExperience\nEngineer, Acme Ltd\n2019 - 2021\n- Wrote unit, integration and end-to-end tests\n")
    assert sorted(skills(found)) == ["end-to-end testing", "integration testing", "unit testing"]


def test_a_shared_head_names_both() -> None:
    assert [n for n in stated("Wrote unit and integration tests.") if "testing" in n] == ["unit testing", "integration testing"]


@pytest.mark.parametrize(
    ("line", "name", "stance"),
    [
        ("No experience with Kubernetes.", "Kubernetes", Stance.NEGATED),
        ("No production experience with Kubernetes.", "Kubernetes", Stance.NEGATED),
        ("Currently learning Rust.", "Rust", Stance.ASPIRED),
        ("Interested in Haskell.", "Haskell", Stance.ASPIRED),
        ("Knows Python well.", "Python", Stance.POSITIVE),
    ],
)
def test_stance(line: str, name: str, stance: Stance) -> None:
    found = profile(f"# Mira Solberg\n\n## Summary\n\nAn engineer from Bergen. {line}\n")
    assert [m.stance for m in found.mentions if m.name == name] == [stance]


@pytest.mark.parametrize(
    ("line", "level", "years"),
    [
        ("- Python (expert)", "expert", None),
        ("- Expert: Python", "expert", None),
        ("- familiar with Python", "beginner", None),
        ("- 5+ years of Python", None, 5.0),
        ("- Python (7 years)", None, 7.0),
        ("- Python", None, None),
    ],
)
def test_levels_are_those_that_are_stated(line: str, level: str | None, years: float | None) -> None:
    (mention,) = [m for m in profile(f"# Mira Solberg\n\n## Skills\n\n{line}\n").mentions if m.name == "Python"]
    assert (mention.level, mention.years) == (level, years)


def test_an_unknown_item_of_a_skill_list_is_kept_as_uncurated() -> None:
    found = profile("# Mira Solberg\n\n## Skills\n\n- Tools: Kafka, Brimstonix, teamwork, English\n")
    assert [(m.name, m.curated, m.skill) for m in found.mentions] == [
        ("Apache Kafka", True, "apache-kafka"),
        ("Brimstonix", False, "x-brimstonix"),
    ]


def test_glued_words_come_apart_with_their_offsets() -> None:
    text = "Mira Solberg\n\nSkills\n\nAlgorithmsBullMQRedisPlaywrightTemporalSQSPostgreSQL\n"
    found = profile(text, "profile.txt")
    assert [m.surface for m in found.mentions if m.kind == "technology"] == [
        "BullMQ",
        "Redis",
        "Playwright",
        "Temporal",
        "SQS",
        "PostgreSQL",
    ]


def test_a_job_title_and_a_course_of_study_state_no_concept() -> None:
    text = "# Mira Solberg\n\nSite Reliability Engineer\n\n## Education\n\nBSc Computer Science, Solvik University, 2012 – 2015\n"
    assert [m.name for m in profile(text).mentions] == []
