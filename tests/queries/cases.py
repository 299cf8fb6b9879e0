"""What every canned query must answer on the small graph: the whole rows."""

from __future__ import annotations

from typing import Any, NamedTuple


class Case(NamedTuple):
    """A query, its parameters and all rows of its answer."""

    query: str
    parameters: dict[str, Any]
    rows: tuple[tuple[Any, ...], ...]


CASES = (
    Case(
        "achievements-by-metric",
        {},
        (
            (
                "Ana Duarte",
                "person:ana",
                40.0,
                "%",
                "decrease",
                "latency",
                None,
                None,
                "Quayside Systems",
                "Migrated billing to PostgreSQL and cut latency by 40%.",
                "ana.md",
            ),
            (
                "Bram Visser",
                "person:bram",
                300.0,
                "ms",
                "decrease",
                "latency",
                900.0,
                300.0,
                "Quayside Systems",
                "Reduced latency from 900 ms to 300 ms with Go.",
                "bram.md",
            ),
            (
                "Bram Visser",
                "person:bram",
                3.0,
                "x",
                "increase",
                "throughput",
                None,
                None,
                "Quayside Systems",
                "Built the order service in Go on RabbitMQ.",
                "bram.md",
            ),
        ),
    ),
    Case(
        "achievements-by-metric",
        {"unit": "ms", "direction": "decrease", "minimum": "100", "of": "Latency"},
        (
            (
                "Bram Visser",
                "person:bram",
                300.0,
                "ms",
                "decrease",
                "latency",
                900.0,
                300.0,
                "Quayside Systems",
                "Reduced latency from 900 ms to 300 ms with Go.",
                "bram.md",
            ),
        ),
    ),
    Case(
        "alternatives",
        {"skill": "RabbitMQ"},
        (("Apache Kafka", "skill:kafka", "alternative", 2),),
    ),
    Case(
        "built",
        {},
        (
            (
                "billing",
                "Chidi Eze",
                "person:chidi",
                "Heliotrope Labs",
                ("Apache Kafka", "Retry", "Spring Boot"),
                "Built billing with Spring Boot and Kafka retries.",
            ),
            ("order service", "Bram Visser", "person:bram", "Quayside Systems", ("Go", "RabbitMQ"), "Built the order service in Go on RabbitMQ."),
            (
                "retry pipeline",
                "Ana Duarte",
                "person:ana",
                "Heliotrope Labs",
                ("Apache Kafka", "Dead letter queue", "Retry"),
                "Built a retry pipeline on Kafka with a dead letter queue.",
            ),
        ),
    ),
    Case(
        "built",
        {"action": "migrated", "what": "BILL"},
        (("billing", "Ana Duarte", "person:ana", "Quayside Systems", ("PostgreSQL",), "Migrated billing to PostgreSQL and cut latency by 40%."),),
    ),
    Case(
        "bus-factor",
        {},
        (
            ("Go", "skill:go", 1, ("Bram Visser",), 48),
            ("RabbitMQ", "skill:rabbitmq", 1, ("Bram Visser",), 48),
            ("PostgreSQL", "skill:postgresql", 1, ("Ana Duarte",), 36),
            ("Dead letter queue", "skill:dead-letter-queue", 1, ("Ana Duarte",), 24),
            ("Spring Boot", "skill:spring-boot", 1, ("Chidi Eze",), 24),
        ),
    ),
    Case(
        "bus-factor",
        {"most": 2, "people": ["ana", "chidi"]},
        (
            ("PostgreSQL", "skill:postgresql", 1, ("Ana Duarte",), 36),
            ("Dead letter queue", "skill:dead-letter-queue", 1, ("Ana Duarte",), 24),
            ("Spring Boot", "skill:spring-boot", 1, ("Chidi Eze",), 24),
            ("Apache Kafka", "skill:kafka", 2, ("Ana Duarte", "Chidi Eze"), 24),
            ("Retry", "skill:retry", 2, ("Ana Duarte", "Chidi Eze"), 24),
        ),
    ),
    Case(
        "career",
        {"person": "chidi"},
        (
            (None, None, False, None, "Intern", "Heliotrope Labs", None, 0),
            ("2020", "2021", False, 24, None, "Heliotrope Labs", None, 1),
        ),
    ),
    Case(
        "claims-without-work",
        {"person": "Dora Novak"},
        (
            ("Dora Novak", "person:dora", "Apache Kafka", None, 2.5, "Skills: Kafka"),
            ("Dora Novak", "person:dora", "Zephyrflow", None, None, "Skills: Zephyrflow"),
        ),
    ),
    Case(
        "company-alumni",
        {"company": "heliotrope"},
        (
            ("Bram Visser", "person:bram", "Consultant", "2023-06", None, None, None),
            ("Chidi Eze", "person:chidi", None, "2021", None, None, None),
            ("Ana Duarte", "person:ana", "Senior Engineer", "2020-12", "Quayside Systems", "Staff Engineer", "2021-01"),
        ),
    ),
    Case(
        "documents",
        {"limit": 2},
        (
            ("ana.md", "Ana Duarte", "person:ana", "text/markdown"),
            ("bram.md", "Bram Visser", "person:bram", "text/markdown"),
        ),
    ),
    Case(
        "evidence",
        {"person": "bram visser", "skill": "K8s"},
        (("position", "Kubernetes", "Consultant", "Heliotrope Labs", "2023-01", "2023-06", "Stack: K8s", "bram.md", 10, 20),),
    ),
    Case(
        "evidence",
        {"person": "ana", "skill": "messaging"},
        (
            (
                "achievement",
                "Apache Kafka",
                "Senior Engineer",
                "Heliotrope Labs",
                "2019-01",
                "2020-12",
                "Built a retry pipeline on Kafka with a dead letter queue.",
                "ana.md",
                10,
                67,
            ),
            (
                "achievement",
                "Dead letter queue",
                "Senior Engineer",
                "Heliotrope Labs",
                "2019-01",
                "2020-12",
                "Built a retry pipeline on Kafka with a dead letter queue.",
                "ana.md",
                10,
                67,
            ),
        ),
    ),
    Case(
        "experts",
        {"skill": "message broker"},
        (
            ("Bram Visser", "person:bram", "demonstrated", 48, "2023-12", 1, ("RabbitMQ",)),
            ("Ana Duarte", "person:ana", "demonstrated", 24, "2020-12", 1, ("Apache Kafka", "Message broker")),
            ("Chidi Eze", "person:chidi", "demonstrated", 24, "2021", 1, ("Apache Kafka",)),
            ("Dora Novak", "person:dora", "stated", 0, None, 1, ("Apache Kafka",)),
        ),
    ),
    Case(
        "experts",
        {"skill": "java", "basis": "inferred"},
        (("Chidi Eze", "person:chidi", "inferred", 24, "2021", 0, ("Java",)),),
    ),
    Case(
        "inferred-skills",
        {},
        (
            ("Ana Duarte", "person:ana", "Message broker", ("kafka -broader-> message-broker",), 24),
            ("Chidi Eze", "person:chidi", "Java", ("spring-boot -implies-> java",), 24),
        ),
    ),
    Case(
        "job-gap",
        {"person": "bram", "skills": "kafka, java, kubernetes, message-broker"},
        (
            ("Message broker", "skill:message-broker", "demonstrated", ("RabbitMQ",), ()),
            ("Kubernetes", "skill:kubernetes", "stated", ("Kubernetes",), ()),
            ("Apache Kafka", "skill:kafka", None, (), ("RabbitMQ",)),
            ("Java", "skill:java", None, (), ()),
        ),
    ),
    Case(
        "match-job",
        {"skills": ["messaging", "java", "go"]},
        (
            ("Bram Visser", "person:bram", 66, 2, ("Go", "Messaging (RabbitMQ)"), ("Java",)),
            ("Chidi Eze", "person:chidi", 66, 2, ("Java (Spring Boot)", "Messaging (Apache Kafka)"), ("Go",)),
            ("Ana Duarte", "person:ana", 33, 1, ("Messaging (Apache Kafka)",), ("Go", "Java")),
            ("Dora Novak", "person:dora", 33, 0, ("Messaging (Apache Kafka)",), ("Go", "Java")),
        ),
    ),
    Case(
        "overlapping-positions",
        {},
        (("Bram Visser", "person:bram", "Quayside Systems", "2020-01 – 2023-12", "Heliotrope Labs", "2023-01 – 2023-06", 6),),
    ),
    Case(
        "path-between-people",
        {"person": "ana", "other": "bram"},
        (
            (4, ("Ana Duarte", "Senior Engineer", "Heliotrope Labs", "Consultant", "Bram Visser")),
            (4, ("Ana Duarte", "Staff Engineer", "Quayside Systems", "Backend Engineer", "Bram Visser")),
        ),
    ),
    Case(
        "path-between-people",
        {"person": "chidi", "other": "dora"},
        ((4, ("Chidi Eze", "Heliotrope Labs", "Built billing with Spring Boot and Kafka retries.", "Apache Kafka", "Dora Novak")),),
    ),
    Case(
        "path-between-skills",
        {"skill": "DLQ", "other": "RabbitMQ"},
        ((3, ("Dead letter queue", "PART_OF", "Messaging", "BROADER", "Message broker", "BROADER", "RabbitMQ")),),
    ),
    Case(
        "path-person-skill",
        {"person": "ana", "skill": "messaging"},
        (
            (
                "Heliotrope Labs",
                "Senior Engineer",
                "2019-01",
                "2020-12",
                "Built a retry pipeline on Kafka with a dead letter queue.",
                ("Dead letter queue", "Messaging"),
            ),
            (
                "Heliotrope Labs",
                "Senior Engineer",
                "2019-01",
                "2020-12",
                "Built a retry pipeline on Kafka with a dead letter queue.",
                ("Apache Kafka", "Message broker", "Messaging"),
            ),
        ),
    ),
    Case(
        "people-with",
        {"all": ["message-broker", "retry"]},
        (
            ("Ana Duarte", "person:ana", "Staff Engineer", 60, ("Message broker", "Retry")),
            ("Chidi Eze", "person:chidi", None, 24, ("Message broker", "Retry")),
        ),
    ),
    Case(
        "people-with",
        {"any": "go,java", "none": "kafka"},
        (("Bram Visser", "person:bram", "Backend Engineer", 48, ("Go",)),),
    ),
    Case(
        "people-without-evidence",
        {},
        (("Dora Novak", "person:dora", 0, 0, 2, ("dora.md",)),),
    ),
    Case(
        "positions-without-dates",
        {},
        (("Chidi Eze", "person:chidi", "Intern", "Heliotrope Labs", "Intern Heliotrope Labs", "chidi.md"),),
    ),
    Case(
        "rising-skills",
        {"since": "2019", "until": "2021"},
        (
            ("Go", "skill:go", 0, 1, 1),
            ("PostgreSQL", "skill:postgresql", 0, 1, 1),
            ("RabbitMQ", "skill:rabbitmq", 0, 1, 1),
            ("Spring Boot", "skill:spring-boot", 0, 1, 1),
            ("Dead letter queue", "skill:dead-letter-queue", 1, 0, -1),
        ),
    ),
    Case(
        "similar-people",
        {"person": "ana"},
        (
            ("Chidi Eze", "person:chidi", 33, 2, ("Apache Kafka", "Retry")),
            ("Dora Novak", "person:dora", 16, 1, ("Apache Kafka",)),
            ("Bram Visser", "person:bram", 14, 1, ("Kubernetes",)),
        ),
    ),
    Case(
        "skill-overview",
        {"skill": "message-broker"},
        (("Message broker", "skill:message-broker", "concept", "classes", None, (), ("Messaging",), ("Apache Kafka", "RabbitMQ"), 0, 0, 1, 0),),
    ),
    Case(
        "skill-overview",
        {"skill": "skill:kafka"},
        (("Apache Kafka", "skill:kafka", "technology", "messaging-streaming", None, ("Kafka",), ("Message broker",), (), 2, 1, 0, 2),),
    ),
    Case(
        "skill-trend",
        {"skill": "message-broker", "until": 2022},
        (
            (2019, 1),
            (2020, 3),
            (2021, 2),
            (2022, 1),
        ),
    ),
    Case(
        "skill-years",
        {"person": "ana"},
        (
            ("PostgreSQL", "skill:postgresql", "demonstrated", 36, "2021-01", "2023-12", None, None, 1),
            ("Apache Kafka", "skill:kafka", "demonstrated", 24, "2019-01", "2020-12", None, None, 1),
            ("Dead letter queue", "skill:dead-letter-queue", "demonstrated", 24, "2019-01", "2020-12", None, None, 1),
            ("Retry", "skill:retry", "demonstrated", 24, "2019-01", "2020-12", None, None, 1),
            ("Kubernetes", "skill:kubernetes", "stated", 0, None, None, "expert", 5.0, 1),
            ("Message broker", "skill:message-broker", "inferred", 24, "2019-01", "2020-12", None, None, 1),
        ),
    ),
    Case(
        "smallest-team",
        {"skills": "kafka,retry"},
        ((1, ("Ana Duarte",)),),
    ),
    Case(
        "smallest-team",
        {"skills": ["go", "kubernetes", "spring-boot", "postgresql"]},
        ((3, ("Ana Duarte", "Bram Visser", "Chidi Eze")),),
    ),
    Case(
        "smallest-team",
        {"skills": "x-zephyrflow,go,java,postgresql"},
        (),
    ),
    Case(
        "substitutes",
        {"person": "ana"},
        (("Chidi Eze", "person:chidi", 50, ("Apache Kafka", "Retry"), ("Dead letter queue", "PostgreSQL")),),
    ),
    Case(
        "team-coverage",
        {"skills": ["retry", "x-zephyrflow", "message-broker"], "people": ["ana", "bram"]},
        (
            ("Zephyrflow", "skill:x-zephyrflow", 0, 0, ()),
            ("Retry", "skill:retry", 1, 1, ("Ana Duarte",)),
            ("Message broker", "skill:message-broker", 2, 2, ("Ana Duarte", "Bram Visser")),
        ),
    ),
    Case(
        "technology-neighbours",
        {"skill": "kafka"},
        (
            ("Retry", "skill:retry", "concept", 2, 2),
            ("Dead letter queue", "skill:dead-letter-queue", "concept", 1, 1),
            ("Spring Boot", "skill:spring-boot", "technology", 1, 1),
        ),
    ),
    Case(
        "uncurated-skills",
        {},
        (("Zephyrflow", "skill:x-zephyrflow", 1, ("Dora Novak",)),),
    ),
    Case(
        "used-together",
        {"least": 1},
        (
            ("Apache Kafka", "Spring Boot", 1),
            ("Go", "RabbitMQ", 1),
        ),
    ),
    Case(
        "who-built",
        {"what": "retry", "technology": "kafka", "action": "built"},
        (
            ("Chidi Eze", "person:chidi", None, "Heliotrope Labs", "2020", "Built billing with Spring Boot and Kafka retries.", "chidi.md", 10, 59),
            (
                "Ana Duarte",
                "person:ana",
                "Senior Engineer",
                "Heliotrope Labs",
                "2019-01",
                "Built a retry pipeline on Kafka with a dead letter queue.",
                "ana.md",
                10,
                67,
            ),
        ),
    ),
    Case(
        "who-built",
        {"what": "message-broker", "technology": "java"},
        (("Chidi Eze", "person:chidi", None, "Heliotrope Labs", "2020", "Built billing with Spring Boot and Kafka retries.", "chidi.md", 10, 59),),
    ),
    Case(
        "worked-at",
        {"company": "Quayside Systems"},
        (
            ("Ana Duarte", "person:ana", "Staff Engineer", "2021-01", None, True, 36),
            ("Bram Visser", "person:bram", "Backend Engineer", "2020-01", "2023-12", False, 48),
        ),
    ),
)

DRAWN = (
    Case(
        "career",
        {"person": "chidi"},
        (
            ("person:chidi position:c1 company:heliotrope",),
            ("person:chidi position:c2 company:heliotrope",),
        ),
    ),
    Case(
        "evidence",
        {"person": "bram visser", "skill": "K8s"},
        (("person:bram position:b2 skill:kubernetes",),),
    ),
    Case(
        "experts",
        {"skill": "message broker"},
        (
            ("person:ana skill:kafka", "skill:kafka skill:message-broker"),
            ("person:bram skill:rabbitmq", "skill:rabbitmq skill:message-broker"),
            ("person:chidi skill:kafka", "skill:kafka skill:message-broker"),
            ("person:dora skill:kafka", "skill:kafka skill:message-broker"),
        ),
    ),
    Case(
        "match-job",
        {"skills": ["messaging", "java", "go"]},
        (
            ("person:ana skill:dead-letter-queue", "skill:dead-letter-queue skill:messaging"),
            ("person:ana skill:kafka", "skill:kafka skill:message-broker skill:messaging"),
            ("person:bram skill:go", "skill:go"),
            ("person:bram skill:rabbitmq", "skill:rabbitmq skill:message-broker skill:messaging"),
            ("person:chidi skill:kafka", "skill:kafka skill:message-broker skill:messaging"),
            ("person:chidi skill:spring-boot", "skill:spring-boot skill:java"),
            ("person:dora skill:kafka", "skill:kafka skill:message-broker skill:messaging"),
        ),
    ),
    Case(
        "path-between-people",
        {"person": "ana", "other": "bram"},
        (
            ("person:ana position:a1 company:heliotrope position:b2 person:bram",),
            ("person:ana position:a2 company:quayside position:b1 person:bram",),
        ),
    ),
    Case(
        "path-between-skills",
        {"skill": "DLQ", "other": "RabbitMQ"},
        (("skill:dead-letter-queue skill:messaging skill:message-broker skill:rabbitmq",),),
    ),
    Case(
        "path-person-skill",
        {"person": "ana", "skill": "messaging"},
        (
            ("person:ana achievement:1 skill:dead-letter-queue", "skill:dead-letter-queue skill:messaging"),
            ("person:ana achievement:1 skill:kafka", "skill:kafka skill:message-broker skill:messaging"),
            ("person:ana position:a1 achievement:1 skill:dead-letter-queue", "skill:dead-letter-queue skill:messaging"),
            ("person:ana position:a1 achievement:1 skill:kafka", "skill:kafka skill:message-broker skill:messaging"),
        ),
    ),
    Case(
        "skill-overview",
        {"skill": "message-broker"},
        (
            ("skill:message-broker skill:kafka",),
            ("skill:message-broker skill:messaging",),
            ("skill:message-broker skill:rabbitmq",),
        ),
    ),
    Case(
        "technology-neighbours",
        {"skill": "kafka"},
        (
            ("skill:dead-letter-queue achievement:1 skill:kafka",),
            ("skill:retry achievement:1 skill:kafka",),
            ("skill:retry achievement:5 skill:kafka",),
            ("skill:spring-boot achievement:5 skill:kafka",),
        ),
    ),
    Case(
        "who-built",
        {"what": "retry", "technology": "kafka", "action": "built"},
        (
            ("person:ana achievement:1 skill:dead-letter-queue",),
            ("person:ana achievement:1 skill:kafka",),
            ("person:ana achievement:1 skill:retry",),
            ("person:ana position:a1 achievement:1 skill:dead-letter-queue",),
            ("person:ana position:a1 achievement:1 skill:kafka",),
            ("person:ana position:a1 achievement:1 skill:retry",),
            ("person:chidi achievement:5 skill:kafka",),
            ("person:chidi achievement:5 skill:retry",),
            ("person:chidi achievement:5 skill:spring-boot",),
            ("person:chidi position:c1 achievement:5 skill:kafka",),
            ("person:chidi position:c1 achievement:5 skill:retry",),
            ("person:chidi position:c1 achievement:5 skill:spring-boot",),
        ),
    ),
    Case(
        "worked-at",
        {"company": "Quayside Systems"},
        (
            ("person:ana position:a2 company:quayside",),
            ("person:bram position:b1 company:quayside",),
        ),
    ),
)
