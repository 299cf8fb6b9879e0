"""What the ontology's tests share: the whole ontology, a matcher, a short notation for what is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillgraph.extraction.skills import with_context
from skillgraph.ontology import Matcher, Ontology, Skill, load_ontology
from skillgraph.ontology.skill import Area

Found = Callable[[str], list[str]]
FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="session")
def matcher(ontology: Ontology) -> Matcher:
    return Matcher(ontology)


@pytest.fixture(scope="session")
def found(matcher: Matcher) -> Found:
    """Return a function from a sentence to the ids of the skills that it names, in text order."""

    def ids(text: str) -> list[str]:
        tokens = matcher.tokens(text)
        return [match.skill for match in with_context(text, 0, tokens, matcher.find(text, tokens), listed=False)]

    return ids


@pytest.fixture
def small() -> Ontology:
    """Return an ontology of four skills."""
    return Ontology(
        areas=(Area(name="tools", title="Tools"),),
        skills=(
            Skill(id="broker", label="message broker", kind="concept", area="tools", text=False, note="Passes messages."),
            Skill(id="dlq", label="dead-letter queue", kind="concept", area="tools", alt=("DLQ",), broader=("failure-handling",), case=("DLQ",),
                  implies=("broker",), note="Takes failed messages.", asked=("failed messages are set aside",)),
            Skill(id="failure-handling", label="failure handling", kind="concept", area="tools", note="What is done when something fails."),
            Skill(id="zmq", label="ZetaMQ", kind="technology", area="tools", alt=("Zeta",), broader=("broker",), case=("Zeta",), related=("dlq",)),
        ),
    )  # fmt: skip
