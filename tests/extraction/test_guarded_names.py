"""A guarded name counts where the words around it make it a name, and stays an everyday word elsewhere."""

import pytest

from skillgraph.extraction.skills import with_context
from skillgraph.ontology import Matcher, Ontology, load_ontology


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_ontology())


def labels(matcher: Matcher, text: str) -> list[str]:
    tokens = matcher.tokens(text)
    ontology: Ontology = matcher.ontology
    found = with_context(text, 0, tokens, matcher.find(text, tokens), listed=False)
    return [ontology.by_id[match.skill].label for match in found if match.needs_context]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Built the store (Feast on Redis and BigQuery)", ["Feast"]),
        ("Moved the code from RCS to CVS", ["RCS", "CVS"]),
        ("Rewrote the service from Perl to Go", ["Go"]),
        ("Wrote drivers in C and a little Ada", ["C", "Ada"]),
        ("App with Dart, Bloc, Drift", ["Drift"]),
        ("Ported the firmware to Zephyr on nRF52", ["Zephyr RTOS"]),
        ("Feast of ideas with colleagues", []),
        ("Go for tools that last", []),
        ("Drift between teams was common", []),
        ("From Shortcut to success: the story of our release", []),
        ("Worked at Segment on Kafka topics", []),
    ],
)
def test_a_guarded_name_in_its_sentence(matcher: Matcher, text: str, expected: list[str]) -> None:
    assert labels(matcher, text) == expected
