"""Graphs and an answer for the page's tests."""

from __future__ import annotations

from dataclasses import dataclass

from skillgraph.model import Node, PropertyGraph, Relationship, Value

HOSTILE = (
    "</script><script>window.hacked = 1</script>",
    '<img src=x onerror="window.hacked = 2">',
    "\"'><svg onload=window.hacked=3>",
    "{{data}} <!-- <script>",
    "\u202eevil\u202c עברית",
    "bell\u0007 and escape\u001b[31m",
)
"""Names that must be shown as the text that they are."""


def shown(text: str) -> str:
    """Return how the page writes a text: control characters as visible symbols."""
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 32 and c not in "\n\t" else c for c in text)


def hostile_graph() -> PropertyGraph:
    """Return a graph in which every text is hostile."""
    nodes: list[Node] = []
    relationships: list[Relationship] = []
    for at, text in enumerate(HOSTILE):
        proof: dict[str, Value] = {
            "document": text,
            "documentId": f"document:{at}",
            "spanStart": 0,
            "spanEnd": len(text),
            "quote": f"Line: {text}",
        }
        nodes += [
            _node(f"person:{at}", "Person", name=text, title=text, totalMonths=12),
            _node(f"company:{at}", "Company", name=text),
            _node(
                f"position:{at}",
                "Position",
                title=text,
                company=text,
                startDate="2020",
                endDate="2021",
                startMonth=24240,
                endMonth=24263,
                months=24,
                current=False,
            ),
            _node(f"document:{at}", "Document", path=text, name=text, mediaType="text/plain"),
            _node(
                f"achievement:{at}",
                "Achievement",
                text=text,
                section="experience",
                team=False,
                document=text,
                spanStart=0,
                spanEnd=len(text),
            ),
            Node(
                id=f"skill:{at}",
                labels=("Skill", "Technology"),
                properties={"id": f"skill:{at}", "name": text, "area": text, "note": text, "aliases": (text,)},
            ),
        ]
        relationships += [
            Relationship(type="HELD", source=f"person:{at}", target=f"position:{at}", properties=proof),
            Relationship(type="AT", source=f"position:{at}", target=f"company:{at}", properties=proof),
            Relationship(type="ACHIEVED", source=f"person:{at}", target=f"achievement:{at}"),
            Relationship(type="INCLUDES", source=f"position:{at}", target=f"achievement:{at}"),
            Relationship(type="USED", source=f"achievement:{at}", target=f"skill:{at}", properties={"surface": text} | proof),
            Relationship(type="HAS_SKILL", source=f"person:{at}", target=f"skill:{at}", properties={"basis": "demonstrated", "months": 24, "firstUsed": "2020", "lastUsed": "2021", "evidence": 1}),
            Relationship(type="DESCRIBED_IN", source=f"person:{at}", target=f"document:{at}"),
        ]  # fmt: skip
    return PropertyGraph(
        nodes=tuple(sorted(nodes, key=lambda n: n.id)), relationships=tuple(sorted(relationships, key=lambda r: r.identity))
    )


def _node(node_id: str, label: str, **properties: Value) -> Node:
    return Node(id=node_id, labels=(label,), properties={"id": node_id, **properties})


@dataclass(frozen=True)
class Sentence:
    """A proof as the page asks for it."""

    document: str
    start: int
    end: int
    quote: str
    marks: tuple[str, ...]
    shows: tuple[str, ...] = ()
    position: str | None = None
    company: str | None = None
    page: int | None = None


@dataclass(frozen=True)
class Result:
    """A person of an answer as the page asks for it."""

    person: str
    id: str
    full: bool
    reason: str
    paths: tuple[str, ...]
    evidence: tuple[Sentence, ...]


@dataclass(frozen=True)
class Reply:
    """An answer as the page asks for it."""

    question: str
    understood: str
    text: str
    results: tuple[Result, ...]


REPLY = Reply(
    question="Who built retries on Kafka?",
    understood="built Kafka and Retry",
    text="One person does.",
    results=(
        Result(
            person="Ana Duarte",
            id="person:ana",
            full=True,
            reason="",
            paths=("Ana Duarte → Senior Engineer at Heliotrope Labs → Kafka",),
            evidence=(Sentence("ana.md", 10, 68, "Built a retry pipeline on Kafka with a dead letter queue.", ("retry", "Kafka")),),
        ),
        Result(person="Dora <b>Novak</b>", id="person:nobody", full=False, reason="only states Kafka", paths=(), evidence=()),
    ),
)
