"""The table of labels: what is found, and that the cache changes nothing but the time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from skillgraph.loaders import load
from skillgraph.ontology import Match, Matcher, Ontology, Skill, cache, load_ontology
from skillgraph.ontology.labels import build_table, label_table

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.mark.parametrize("questions", [False, True])
def test_cached_and_fresh_tables_are_equal(ontology: Ontology, own_cache: Path, questions: bool) -> None:
    fresh = build_table(ontology, questions=questions)
    first, second = (label_table(ontology, questions=questions) for _ in range(2))
    assert [path.name for path in own_cache.iterdir()] == [f"matcher-{ontology.fingerprint}-{'questions' if questions else 'text'}"]
    assert first.entries == second.entries == fresh.entries
    assert first.vocabulary == second.vocabulary == fresh.vocabulary


def test_cached_and_fresh_matchers_find_the_same(ontology: Ontology) -> None:
    cached = Matcher(ontology)
    fresh = Matcher(ontology.model_copy(update={"fingerprint": ""}))
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in (".md", ".txt", ".html", ".tex", ".json"):
            text = load(path).text
            tokens = cached.tokens(text)
            assert tokens == fresh.tokens(text)
            matches = cached.find(text, tokens)
            assert matches == fresh.find(text, tokens)
            assert cached.nested(text, tokens, matches) == fresh.nested(text, tokens, matches)


@pytest.mark.parametrize("damage", [b"", b"00000000", b"\xff\xfe\x00 nonsense", b"12345678[]"])
def test_a_damaged_cache_is_made_anew(small: Ontology, own_cache: Path, damage: bytes) -> None:
    read = small.model_copy(update={"fingerprint": "small"})
    fresh = label_table(read, questions=False).entries
    (kept,) = own_cache.iterdir()
    whole = kept.read_bytes()
    for broken in (damage, whole[:-1], whole.replace(b"Zeta", b"zetA", 1)):
        kept.write_bytes(broken)
        assert label_table(read, questions=False).entries == fresh
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_error(small: Ontology, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "file" / "below")
    read = small.model_copy(update={"fingerprint": "small"})
    assert label_table(read, questions=False).entries == build_table(small, questions=False).entries


def test_old_caches_go(own_cache: Path) -> None:
    for number in range(20):
        cache.keep(f"ontology-{number:02}", b"")
    assert len(list(own_cache.iterdir())) == 12


def test_an_ontology_made_in_memory_is_not_cached(small: Ontology, own_cache: Path) -> None:
    matcher = Matcher(small)
    assert not own_cache.exists()
    text = "ZetaMQ with a DLQ, not zeta but Zeta"
    assert [match.skill for match in matcher.find(text, matcher.tokens(text)) if not match.needs_context] == ["zmq", "dlq", "zmq"]


def test_questions_find_product_classes_too(small: Ontology) -> None:
    def ids(matcher: Matcher) -> list[str]:
        text = "which message brokers"
        return [match.skill for match in matcher.find(text, matcher.tokens(text))]

    assert (ids(Matcher(small)), ids(Matcher(small, questions=True))) == ([], ["broker"])


def test_an_excepted_phrase_inside_a_longer_label_ends_the_search() -> None:
    """It used to raise KeyError."""
    skills = (
        Skill(id="go", label="Go", kind="technology", area="a", context=("Go",), except_phrases=("go to market",)),
        Skill(id="plan", label="go to market plan", kind="concept", area="a"),
    )
    matcher = Matcher(Ontology(areas=(), skills=skills))
    text = "a go to market plan"
    tokens = matcher.tokens(text)
    matches = matcher.find(text, tokens)
    assert matcher.nested(text, tokens, matches) == matches == [Match("plan", 2, 19, 1, 5, False)]


def test_ontology_and_matcher_are_ready_fast() -> None:
    """A command starts in under a second: from the cache the two take a fifth of one; other processes' time does not count."""
    Matcher(load_ontology())
    assert min(_ready() for _ in range(3)) < 0.8


def _ready() -> float:
    from skillgraph.ontology import reader

    reader._load.cache_clear()
    began = time.process_time()
    Matcher(load_ontology())
    return time.process_time() - began
