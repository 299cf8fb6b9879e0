"""Written variants reach their skill by rule; names that only look alike stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgraph.ontology import Ontology
from skillgraph.ontology.forms import tokenize, variants


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("systems in C, C++ and C#", ["c", "cpp", "csharp"]),
        ("wrote C++ for years", ["cpp"]),
        ("wrote C# for years", ["csharp"]),
        ("Java and JavaScript", ["java", "javascript"]),
        ("knows JavaScript", ["javascript"]),
        ("knows Java Script and java script", ["javascript", "javascript"]),
        ("knows Java", ["java"]),
        ("React and React Native", ["react", "react-native"]),
        ("React Native apps", ["react-native"]),
        ("React apps", ["react"]),
        ("Next.js, Nuxt.js, NestJS", ["next-js", "nuxt", "nestjs"]),
        ("NextJS, Nuxt and Nest", ["next-js", "nuxt", "nestjs"]),
        ("Ruby, Ruby on Rails", ["ruby", "ruby-on-rails"]),
        ("Ruby on Rails", ["ruby-on-rails"]),
        ("SQS and SNS", ["amazon-sqs", "amazon-sns"]),
        ("services written in Go", ["go"]),
        ("a go-to-market plan", []),
        ("going forward we go on", []),
        ("ready to go live", []),
        ("K8s", ["kubernetes"]),
        ("k8s and Kubernetes", ["kubernetes", "kubernetes"]),
        ("Postgres", ["postgresql"]),
        ("postgres and PostgreSQL", ["postgresql", "postgresql"]),
        ("workflows on Temporal", ["temporal"]),
        ("analysed temporal data of rainfall", ["temporal-data"]),
        ("a playwright at the city theatre", []),
        ("end-to-end tests with Playwright", ["end-to-end-testing", "playwright"]),
        ("ran Kafka at scale", ["apache-kafka"]),
        ("helped find bugs in log entries right now", []),
        ("stored without any logic", []),
    ],
)
def test_look_alikes(text: str, skills: list[str], found: Callable[[str], list[str]]) -> None:
    assert found(text) == skills


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("dead letter queue", ["dead-letter-queue"]),
        ("dead-letter queues", ["dead-letter-queue"]),
        ("deadletter queue", ["dead-letter-queue"]),
        ("sharded the database", ["sharding"]),
        ("containerized services", ["containerization"]),
        ("containerised services", ["containerization"]),
        ("consumers process idempotently", ["idempotency"]),
        ("AWS SQS", ["amazon-sqs"]),
        ("Amazon SQS", ["amazon-sqs"]),
        ("Azure Key Vault", ["azure-key-vault"]),
        ("Microsoft Azure Key Vault", ["azure-key-vault"]),
        ("Python3", ["python"]),
    ],
)
def test_variants_by_rule(text: str, skills: list[str], found: Callable[[str], list[str]]) -> None:
    assert found(text) == skills


def test_variants_of_a_label() -> None:
    assert variants("dead-letter queue", inflected=True, verbs=False) == [
        ("dead", "letter", "queue"), ("deadletterqueue",), ("deadletter", "queue"), ("dead", "letterqueue"),
        ("dead", "letter", "queues"), ("deadletterqueues",), ("deadletter", "queues"), ("dead", "letterqueues"),
    ]  # fmt: skip


def test_words_apart() -> None:
    """A name written as one word is met in two where they are capitals, or where a part can be nothing but a tool."""
    assert variants("FireEye", inflected=False, verbs=False) == [("fireeye",), ("fire", "eye")]


def guarded_words(ontology: Ontology) -> list[tuple[str, str]]:
    """Return (skill, ordinary word or phrase) of every guarded label that is one of words alone and not itself in lower case."""
    return [
        (skill.id, label.lower())
        for skill in ontology.skills
        for label in (*skill.context, *skill.case)
        if label != label.lower() and label.replace(" ", "").isalpha() and not _free(skill.labels, skill.case + skill.context, label)
    ]


def _free(labels: tuple[str, ...], guarded: tuple[str, ...], label: str) -> bool:
    """Tell whether another label of the same skill, in another spelling, may stand in any capitals."""
    joined = "".join(tokenize(label)).rstrip("s")
    return any(
        "".join(token for token in tokenize(other) if token.isalnum()).rstrip("s") == joined for other in labels if other not in guarded
    )


@pytest.mark.parametrize(
    "sentence", ["The report says that we often {} things, and the {} person nods.", "Nobody knew whether {} would do, or {} after all."]
)
def test_every_guarded_word_has_sentences_in_which_it_is_no_skill(
    sentence: str, ontology: Ontology, found: Callable[[str], list[str]]
) -> None:
    pairs = guarded_words(ontology)
    assert len(pairs) > 1500
    wrong = [(skill, word) for skill, word in pairs if skill in found(sentence.format(word, word))]
    assert wrong == []
