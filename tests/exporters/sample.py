"""Graphs for exporters: three invented engineers, and one whose every text is hostile. Both hold to schema.yaml."""

from __future__ import annotations

from skillgraph.graph.draft import Draft
from skillgraph.graph.schema import validate
from skillgraph.model import PropertyGraph, Value

HOSTILE = (
    "</script><script>alert(1)</script>",
    "\"double\" 'single' `back` \\ back\\slash \\u0027 \\\\u0022",
    "=cmd()|'/c calc'!A0",
    "line one\nline two\ttab",
    "🚀 emoji 👩‍💻 שלום مرحبا \u202eevil",
    "]]> <!-- & &amp; &lt; %s {x} $y #{z} // /* */ ;",
)
PEOPLE = (
    # id, name, title, location, gendered achievement
    ("iker-ortuzar", "Iker Ortúzar", "Staff Engineer", "Bilbao, Spain"),
    ("marguerite-o-dell", "Marguerite O'Dell", None, None),
    ("zoe-haverkamp", "Zoë van Haverkamp", "Data Engineer", "Utrecht, Netherlands"),
)
SKILLS = (
    ("dead-letter-queue", "Dead letter queue", "Concept", "messaging", ("DLQ",), True),
    ("kafka", "Apache Kafka", "Technology", "messaging", ("Kafka",), True),
    ("messaging", "Messaging", "Concept", "classes", (), True),
    ("rabbitmq", "RabbitMQ", "Technology", "messaging", (), True),
    ("x-zephyrflow", "Zephyrflow", "Technology", None, (), False),
)
JOBS = (
    # id, person, company, title, start, end, months
    ("p1", "iker-ortuzar", "Tidewater Labs", "Backend Engineer", "2019-03", "2021-02", (24230, 24253)),
    ("p2", "iker-ortuzar", "Ortúzar Consulting", "Staff Engineer", "2021-03", None, (24254, 24290)),
    ("p3", "zoe-haverkamp", "Tidewater Labs", "Data Engineer", "2020", "2022", (24240, 24275)),
)
WORK = (
    # id, job, text, technology, concept
    ("w1", "p1", "Built a DLQ on Kafka; Iker cut retries by 40% for his team in Bilbao.", "kafka", "dead-letter-queue"),
    ("w2", "p2", "Moved billing from RabbitMQ to Kafka, mail iker@ortuzar.example.", "rabbitmq", None),
    ("w3", "p3", "She was thanked when Haverkamp, Zoe shipped Kafka streams after leaving Northport University in 2015.", "kafka", None),
)


def sample() -> PropertyGraph:
    """Return three people, two employers, a school, and what they did."""
    draft = Draft()
    _add_skills(draft)
    _add_people(draft)
    companies = {"Tidewater Labs": "tidewater-labs", "Ortúzar Consulting": "ortuzar-consulting"}
    for name, key in companies.items():
        draft.node("Company", f"company:{key}", {"name": name, "aliases": ("TWL", "Tide; water") if key == "tidewater-labs" else ()})
    for job, person, company, title, start, end, (first, last) in JOBS:
        dates = {
            "startDate": start,
            "endDate": end,
            "startMonth": first,
            "endMonth": last,
            "months": last - first + 1,
            "current": end is None,
        }
        draft.node("Position", f"position:{job}", {"title": title, "company": company, "location": "Bilbao", **dates})
        proof = _proof(person, f"{title}, {company}, Bilbao")
        draft.relationship("HELD", (f"person:{person}", f"position:{job}"), proof)
        draft.relationship("AT", (f"position:{job}", f"company:{companies[company]}"), proof)
    _add_work(draft)
    _add_knowledge(draft)
    return _checked(draft)


def hostile() -> PropertyGraph:
    """Return one person for each hostile text, which stands in every property and in ids."""
    draft = Draft()
    for number, text in enumerate(HOSTILE):
        person, skill = f"person:{number} {text}", f"skill:x-{number}"
        draft.node("Person", person, {"name": text, "title": text, "totalMonths": number, "urls": (text, "")})
        draft.node("Technology", skill, {"name": text, "kind": "technology", "aliases": (text,), "curated": False})
        facts = {"surface": text, "stance": "positive", "level": text}
        draft.relationship("CLAIMS", (person, skill), facts | _proof(text, text), key=text)
    return _checked(draft)


def _checked(draft: Draft) -> PropertyGraph:
    graph = draft.finish()
    validate(graph)
    return graph


def _proof(person: str, quote: str) -> dict[str, Value | None]:
    return {"document": f"cv/{person}.md", "documentId": f"document:{person}", "spanStart": 10, "spanEnd": 10 + len(quote), "quote": quote}


def _add_people(draft: Draft) -> None:
    for person, name, title, location in PEOPLE:
        contacts = {"emails": (f"{person}@mail.example",), "urls": (f"github.com/{person}",)} if title else {}
        draft.node("Person", f"person:{person}", {"name": name, "title": title, "location": location, "totalMonths": 36, **contacts})
        draft.node("Document", f"document:{person}", {"path": f"cv/{person}.md", "name": f"{person}.md", "mediaType": "text/markdown"})
        draft.relationship("DESCRIBED_IN", (f"person:{person}", f"document:{person}"))
    draft.node("School", "school:northport-university", {"name": "Northport University"})
    study = {"degree": "MSc", "field": "Informatics", "startDate": "2013", "endDate": "2015-06", "current": False}
    proof = _proof("zoe-haverkamp", "MSc Informatics, Northport University, 2013 - 2015")
    draft.relationship("STUDIED_AT", ("person:zoe-haverkamp", "school:northport-university"), study | proof, key="msc-informatics")


def _add_skills(draft: Draft) -> None:
    for skill, name, label, area, aliases, curated in SKILLS:
        facts = {"name": name, "kind": label.lower(), "area": area, "aliases": aliases, "curated": curated}
        draft.node(label, f"skill:{skill}", facts)
    for kind, source, target in (
        ("BROADER", "kafka", "messaging"),
        ("ALTERNATIVE_TO", "kafka", "rabbitmq"),
        ("RELATED", "dead-letter-queue", "kafka"),
    ):
        draft.relationship(kind, (f"skill:{source}", f"skill:{target}"))


def _add_work(draft: Draft) -> None:
    for work, job, text, technology, concept in WORK:
        person = next(p for j, p, *_ in JOBS if j == job)
        proof = _proof(person, text)
        place = {name: value for name, value in proof.items() if name != "quote"}
        facts = {"text": text, "action": text.split()[0].lower(), "section": "experience", "team": False}
        draft.node("Achievement", f"achievement:{work}", facts | place)
        draft.relationship("INCLUDES", (f"position:{job}", f"achievement:{work}"))
        draft.relationship("ACHIEVED", (f"person:{person}", f"achievement:{work}"))
        draft.relationship("USED", (f"achievement:{work}", f"skill:{technology}"), {"surface": technology, **proof})
        if concept:
            draft.relationship("APPLIED", (f"achievement:{work}", f"skill:{concept}"), {"surface": "DLQ", **proof})
    metric = {"value": 40.0, "unit": "%", "direction": "decrease", "of": "retries", "text": "by 40%", "spanStart": 40, "spanEnd": 46}
    draft.node("Metric", "metric:m1", metric)
    draft.relationship("MEASURED_BY", ("achievement:w1", "metric:m1"))


def _add_knowledge(draft: Draft) -> None:
    for person, skill, basis, months, years, chain in (
        ("iker-ortuzar", "dead-letter-queue", "demonstrated", 24, None, ()),
        ("iker-ortuzar", "kafka", "demonstrated", 24, 6.5, ()),
        ("iker-ortuzar", "messaging", "inferred", 24, None, ("kafka -broader-> messaging",)),
        ("iker-ortuzar", "rabbitmq", "demonstrated", 36, None, ()),
        ("marguerite-o-dell", "x-zephyrflow", "stated", 0, 2.0, ()),
        ("zoe-haverkamp", "kafka", "demonstrated", 36, None, ()),
    ):
        dates = {"firstUsed": "2019-03", "lastUsed": "2021-02"} if months else {}
        facts = {"basis": basis, "months": months, "evidence": 1, "years": years, "chain": chain, **dates}
        draft.relationship("HAS_SKILL", (f"person:{person}", f"skill:{skill}"), facts)
    claim = {"surface": "Zephyrflow", "stance": "positive", "years": 2.0}
    ends = ("person:marguerite-o-dell", "skill:x-zephyrflow")
    draft.relationship("CLAIMS", ends, claim | _proof("marguerite-o-dell", "Skills: Zephyrflow (Marguerite O'Dell)"), key="positive")
    draft.relationship(
        "CLAIMS", ends, {"surface": "Zephyrflow", "stance": "aspired"} | _proof("marguerite-o-dell", "wants Zephyrflow"), key="aspired"
    )
