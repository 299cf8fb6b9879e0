"""How fast documents become profiles, beside spaCy's own tokenizer in the same run, and how long a start takes.

    python -m benchmarks.speed [--seconds 5] [--json FILE]

Documents are loaded before the clock runs; each rate is that of the best of several rounds on one core, in processor
time, since what slows a round down is never the code alone. A start is a whole process, as a person waits for it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from benchmarks.accuracy import OWN, ROOT, documents_of
from skillgraph.extraction import read
from skillgraph.loaders import parse

STARTS = {
    "python alone": "pass",
    "import spacy": "import spacy",
    "ontology and matcher": "from skillgraph.ontology import Matcher, load_ontology; Matcher(load_ontology())",
    "ready to extract": "from skillgraph.extraction import prepare; prepare()",
}


def rate(work: Callable[[], None], items: int, *, seconds: float) -> float:
    """Return items a second of the best round.

    Args:
        work: One round.
        items: How many it does.
        seconds: How long to go on; three rounds at least.
    """
    best, rounds, until = float("inf"), 0, time.perf_counter() + seconds
    while rounds < 3 or time.perf_counter() < until:
        began = time.process_time()
        work()
        best, rounds = min(best, time.process_time() - began), rounds + 1
    return items / best


def start_seconds(code: str, *, rounds: int = 5) -> float:
    """Return how long a Python process takes that runs some code; the best of several."""
    best = float("inf")
    for _ in range(rounds + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, env=dict(os.environ), cwd=ROOT.parent)
        best = min(best, time.perf_counter() - began)
    return best


def measure(seconds: float) -> dict[str, float]:
    """Return all figures."""
    documents = documents_of(OWN)
    texts = [document.text for document in documents]
    contents = [((OWN.documents / document.name).read_bytes(), document.name) for document in documents]
    tokenizer = spacy.blank("en").tokenizer

    def extract() -> None:
        for document in documents:
            read(document)

    def tokenize() -> None:
        for text in texts:
            tokenizer(text)

    def load_all() -> None:
        for content, name in contents:
            parse(content, name)

    extract()
    profiles, tokenized = rate(extract, len(documents), seconds=seconds), rate(tokenize, len(texts), seconds=seconds)
    found = {
        "documents a second: loaded text to profile": profiles,
        "documents a second: spaCy's tokenizer alone": tokenized,
        "profiles for each text tokenized by spaCy": profiles / tokenized,
        "documents a second: bytes to loaded text": rate(load_all, len(contents), seconds=seconds),
    }
    return found | {f"seconds to start: {name}": start_seconds(code) for name, code in STARTS.items()}


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long to measure each rate")
    parser.add_argument("--json", type=Path, help="write the figures here")
    given = parser.parse_args()
    figures = measure(given.seconds)
    for name, value in figures.items():
        print(f"{name:50} {value:10.3f}")
    if given.json:
        given.json.write_text(json.dumps({name: round(value, 4) for name, value in figures.items()}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
