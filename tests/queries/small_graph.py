"""A small graph whose every answer can be worked out by hand: four invented engineers, two invented companies, twelve skills."""

from __future__ import annotations

from skillgraph.graph.draft import Draft
from skillgraph.model import PropertyGraph

PEOPLE = (
    # id, name, title, totalMonths
    ("ana", "Ana Duarte", "Staff Engineer", 60),
    ("bram", "Bram Visser", "Backend Engineer", 48),
    ("chidi", "Chidi Eze", None, 24),
    ("dora", "Dora Novak", "Data Engineer", 0),
)
POSITIONS = (
    # id, person, company, title, startDate, endDate, startMonth, endMonth, months, current
    ("a1", "ana", "heliotrope", "Senior Engineer", "2019-01", "2020-12", 2019 * 12, 2020 * 12 + 11, 24, False),
    ("a2", "ana", "quayside", "Staff Engineer", "2021-01", None, 2021 * 12, 2023 * 12 + 11, 36, True),
    ("b1", "bram", "quayside", "Backend Engineer", "2020-01", "2023-12", 2020 * 12, 2023 * 12 + 11, 48, False),
    ("b2", "bram", "heliotrope", "Consultant", "2023-01", "2023-06", 2023 * 12, 2023 * 12 + 5, 6, False),
    ("c1", "chidi", "heliotrope", None, "2020", "2021", 2020 * 12, 2021 * 12 + 11, 24, False),
    ("c2", "chidi", "heliotrope", "Intern", None, None, None, None, None, False),
)
COMPANIES = (("heliotrope", "Heliotrope Labs", ("Heliotrope",)), ("quayside", "Quayside Systems", ()))
SKILLS = (
    # id, name, label, area, aliases, curated
    ("dead-letter-queue", "Dead letter queue", "Concept", "messaging-delivery", ("DLQ",), True),
    ("go", "Go", "Technology", "languages", ("Golang",), True),
    ("java", "Java", "Technology", "languages", (), True),
    ("kafka", "Apache Kafka", "Technology", "messaging-streaming", ("Kafka",), True),
    ("kubernetes", "Kubernetes", "Technology", "devops-tools", ("K8s",), True),
    ("message-broker", "Message broker", "Concept", "classes", (), True),
    ("messaging", "Messaging", "Concept", "classes", (), True),
    ("postgresql", "PostgreSQL", "Technology", "databases", ("Postgres",), True),
    ("rabbitmq", "RabbitMQ", "Technology", "messaging-streaming", (), True),
    ("retry", "Retry", "Concept", "resilience-consistency", ("Retries",), True),
    ("spring-boot", "Spring Boot", "Technology", "backend", (), True),
    ("x-zephyrflow", "Zephyrflow", "Technology", None, (), False),
)
RELATIONS = (
    ("BROADER", "kafka", "message-broker"),
    ("BROADER", "rabbitmq", "message-broker"),
    ("BROADER", "message-broker", "messaging"),
    ("PART_OF", "dead-letter-queue", "messaging"),
    ("IMPLIES", "spring-boot", "java"),
    ("ALTERNATIVE_TO", "kafka", "rabbitmq"),
    ("RELATED", "dead-letter-queue", "retry"),
)
ACHIEVEMENTS = (
    # id, position, action, what, text, technologies, concepts
    ("1", "a1", "built", "retry pipeline", "Built a retry pipeline on Kafka with a dead letter queue.", ("kafka",), ("dead-letter-queue", "retry")),
    ("2", "a2", "migrated", "billing", "Migrated billing to PostgreSQL and cut latency by 40%.", ("postgresql",), ()),
    ("3", "b1", "built", "order service", "Built the order service in Go on RabbitMQ.", ("go", "rabbitmq"), ()),
    ("4", "b1", "reduced", "latency", "Reduced latency from 900 ms to 300 ms with Go.", ("go",), ()),
    ("5", "c1", "built", "billing", "Built billing with Spring Boot and Kafka retries.", ("kafka", "spring-boot"), ("retry",)),
)
METRICS = (
    # id, achievement, value, unit, direction, of, from, to, text
    ("1", "2", 40.0, "%", "decrease", "latency", None, None, "by 40%"),
    ("2", "4", 300.0, "ms", "decrease", "latency", 900.0, 300.0, "from 900 ms to 300 ms"),
    ("3", "3", 3.0, "x", "increase", "throughput", None, None, "3x"),
)
CLAIMS = (
    # person, skill, surface, level, years, stance
    ("ana", "kubernetes", "Kubernetes", "expert", 5.0, "positive"),
    ("bram", "java", "Java", None, None, "negated"),
    ("dora", "kafka", "Kafka", None, 2.5, "positive"),
    ("dora", "x-zephyrflow", "Zephyrflow", None, None, "positive"),
)
HAS_SKILL = (
    # person, skill, basis, months, firstUsed, lastUsed, evidence, level, years, chain
    ("ana", "dead-letter-queue", "demonstrated", 24, "2019-01", "2020-12", 1, None, None, ()),
    ("ana", "kafka", "demonstrated", 24, "2019-01", "2020-12", 1, None, None, ()),
    ("ana", "kubernetes", "stated", 0, None, None, 1, "expert", 5.0, ()),
    ("ana", "message-broker", "inferred", 24, "2019-01", "2020-12", 1, None, None, ("kafka -broader-> message-broker",)),
    ("ana", "postgresql", "demonstrated", 36, "2021-01", "2023-12", 1, None, None, ()),
    ("ana", "retry", "demonstrated", 24, "2019-01", "2020-12", 1, None, None, ()),
    ("bram", "go", "demonstrated", 48, "2020-01", "2023-12", 2, None, None, ()),
    ("bram", "kubernetes", "stated", 6, "2023-01", "2023-06", 1, None, None, ()),
    ("bram", "rabbitmq", "demonstrated", 48, "2020-01", "2023-12", 1, None, None, ()),
    ("chidi", "java", "inferred", 24, "2020", "2021", 1, None, None, ("spring-boot -implies-> java",)),
    ("chidi", "kafka", "demonstrated", 24, "2020", "2021", 1, None, None, ()),
    ("chidi", "retry", "demonstrated", 24, "2020", "2021", 1, None, None, ()),
    ("chidi", "spring-boot", "demonstrated", 24, "2020", "2021", 1, None, None, ()),
    ("dora", "kafka", "stated", 0, None, None, 1, None, 2.5, ()),
    ("dora", "x-zephyrflow", "stated", 0, None, None, 1, None, None, ()),
)


def small_graph() -> PropertyGraph:
    """Return the graph; every document's quotes are the achievements' texts."""
    draft = Draft()
    _add_names(draft)
    _add_careers(draft)
    _add_work(draft)
    for person, skill, surface, level, years, stance in CLAIMS:
        facts = {"surface": surface, "level": level, "years": years, "stance": stance}
        draft.relationship("CLAIMS", (f"person:{person}", f"skill:{skill}"), facts | _proof(person, f"Skills: {surface}"), key="claim")
    for person, skill, basis, months, first, last, evidence, level, years, chain in HAS_SKILL:
        dates = {"basis": basis, "months": months, "firstUsed": first, "lastUsed": last, "evidence": evidence}
        draft.relationship("HAS_SKILL", (f"person:{person}", f"skill:{skill}"), dates | {"level": level, "years": years, "chain": chain})
    draft.relationship("LISTS", ("position:b2", "skill:kubernetes"), {"surface": "K8s"} | _proof("bram", "Stack: K8s"))
    return draft.finish()


def _proof(person: str, quote: str) -> dict[str, str | int]:
    return {"document": f"{person}.md", "documentId": f"document:{person}", "spanStart": 10, "spanEnd": 10 + len(quote), "quote": quote}


def _add_names(draft: Draft) -> None:
    for person, name, title, months in PEOPLE:
        draft.node("Person", f"person:{person}", {"name": name, "title": title, "totalMonths": months})
        draft.node("Document", f"document:{person}", {"path": f"{person}.md", "name": f"{person}.md", "mediaType": "text/markdown"})
        draft.relationship("DESCRIBED_IN", (f"person:{person}", f"document:{person}"))
    for company, name, aliases in COMPANIES:
        draft.node("Company", f"company:{company}", {"name": name, "aliases": aliases})
    for skill, name, label, area, aliases, curated in SKILLS:
        facts = {"name": name, "kind": label.lower(), "area": area, "aliases": aliases, "curated": curated}
        draft.node(label, f"skill:{skill}", facts)
    for kind, source, target in RELATIONS:
        draft.relationship(kind, (f"skill:{source}", f"skill:{target}"))


def _add_careers(draft: Draft) -> None:
    names = {company: name for company, name, _ in COMPANIES}
    for position, person, company, title, start, end, start_month, end_month, months, current in POSITIONS:
        facts = {"title": title, "company": names[company], "startDate": start, "endDate": end, "current": current}
        spans = {"startMonth": start_month, "endMonth": end_month, "months": months}
        draft.node("Position", f"position:{position}", facts | spans)
        quote = f"{title or ''} {names[company]}".strip()
        draft.relationship("HELD", (f"person:{person}", f"position:{position}"), _proof(person, quote))
        draft.relationship("AT", (f"position:{position}", f"company:{company}"), _proof(person, quote))
    draft.node("School", "school:northport", {"name": "Northport University"})
    for key, degree in (("1", "BSc"), ("2", "MSc")):
        study = {"degree": degree, "field": "Informatics", "startDate": "2014", "current": False}
        draft.relationship("STUDIED_AT", ("person:ana", "school:northport"), study | _proof("ana", degree), key=key)


def _add_work(draft: Draft) -> None:
    holders = {position[0]: position[1] for position in POSITIONS}
    for name, position, action, what, text, technologies, concepts in ACHIEVEMENTS:
        person, achievement = holders[position], f"achievement:{name}"
        proof = _proof(person, text)
        quote = proof.pop("quote")
        draft.node("Achievement", achievement, {"text": quote, "action": action, "what": what, "section": "experience", "team": False} | proof)
        draft.relationship("INCLUDES", (f"position:{position}", achievement))
        draft.relationship("ACHIEVED", (f"person:{person}", achievement))
        for kind, skills in (("USED", technologies), ("APPLIED", concepts)):
            for skill in skills:
                draft.relationship(kind, (achievement, f"skill:{skill}"), {"surface": skill} | _proof(person, text))
    for name, achievement, value, unit, direction, of, low, high, text in METRICS:
        facts = {"value": value, "unit": unit, "direction": direction, "of": of, "fromValue": low, "toValue": high, "text": text}
        draft.node("Metric", f"metric:{name}", facts | {"spanStart": 10, "spanEnd": 16})
        draft.relationship("MEASURED_BY", (f"achievement:{achievement}", f"metric:{name}"))
