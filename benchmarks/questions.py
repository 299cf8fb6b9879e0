"""Answers to questions: `ask` against full-text ranking and word vectors, on the same questions and documents, and its speed.

    python -m benchmarks.questions [--people 40 10000] [--json FILE]

Prints a table and writes JSON when asked. Scores as in shared/evaluation: grade 2 answers a question, 1 partly; nDCG@10 and
MAP judge the order, F1 the set. A ranking without a bound returns everything it ranks, so its set is cut at its best K.
The embedding baseline is left out where its model is not installed; benchmarks/minilm.py says how.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import minilm
from skillgraph.graph.store import GraphStore, open_store
from skillgraph.loaders import load
from skillgraph.model import Node, PropertyGraph, Relationship
from skillgraph.ontology import Ontology, load_ontology
from skillgraph.pipeline import graph_of, ingest
from skillgraph.questions import ask

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "evaluation"
OWN = {"project": "questions", "plain": "plain"}
"""Sets of questions over the sample résumés, and the files in tests/corpus that hold them; `plain` is in a manager's words."""
MEASURES = ("ndcg@10", "map", "precision", "recall", "f1")
_CUTS = (1, 2, 3, 5, 8)
SHARED_LABELS = ("Skill", "Company", "School")
_WORD = re.compile(r"[a-z0-9+#]+")
Ranking = list[list[str]]
Asker = Callable[[str], Ranking]


def score(questions: Sequence[Mapping[str, Any]], asker: Asker) -> dict[str, float]:
    """Return the measures of an asker, averaged over questions."""
    scores = [_score_one({Path(a["document"]).name: int(a["relevance"]) for a in q["answers"]}, asker(q["question"])) for q in questions]
    return {name: statistics.fmean(row[i] for row in scores) for i, name in enumerate(MEASURES)}


def _score_one(grade: Mapping[str, int], returned: Ranking) -> tuple[float, ...]:
    if not any(value == 2 for value in grade.values()):
        # Nobody answers the question: an empty answer is right, anything else is wrong.
        return (float(not returned),) * len(MEASURES)
    gains = [max((grade.get(document, 0) for document in documents), default=0) for documents in returned]
    wanted = sum(value == 2 for value in grade.values())
    found = [i for i, gain in enumerate(gains) if gain == 2]
    judged = sum(gain != 1 for gain in gains)
    precision, recall = len(found) / judged if judged else 0.0, len(found) / wanted
    best = _dcg(sorted(grade.values(), reverse=True))
    average = sum((n + 1) / (i + 1) for n, i in enumerate(found)) / wanted
    return _dcg(gains) / best, average, precision, recall, 2 * precision * recall / (precision + recall) if found else 0.0


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(i + 2) for i, gain in enumerate(gains[:10]))


def by_graph(store: GraphStore, ontology: Ontology) -> Asker:
    """Return `ask` as an asker."""
    return lambda question: [[Path(path).name for path in result.documents] for result in ask(question, store, ontology).results]


def by_words(texts: Mapping[str, str]) -> Asker:
    """Return BM25 (k1 1.5, b 0.75) over the documents' texts."""
    counts = {name: Counter(_WORD.findall(text.lower())) for name, text in texts.items()}
    lengths = {name: sum(count.values()) for name, count in counts.items()}
    mean = statistics.fmean(lengths.values())
    spread = Counter(word for count in counts.values() for word in count)

    def weigh(name: str, words: Sequence[str]) -> float:
        norm = 1.5 * (0.25 + 0.75 * lengths[name] / mean)
        rarity = {w: math.log(1 + (len(counts) - spread[w] + 0.5) / (spread[w] + 0.5)) for w in words}
        return sum(rarity[w] * counts[name][w] * 2.5 / (counts[name][w] + norm) for w in words)

    def rank(question: str) -> Ranking:
        words = _WORD.findall(question.lower())
        scores = {name: weigh(name, words) for name in counts}
        return [[name] for name in sorted(scores, key=lambda n: (-scores[n], n)) if scores[name] > 0]

    return rank


def by_vectors(texts: Mapping[str, str]) -> Asker | None:
    """Return the documents with the nearest lines by sentence vectors; None where the model is not installed."""
    if not minilm.installed():
        return None
    model = minilm.MiniLm()
    sentences = [(name, line) for name, text in texts.items() for line in text.split("\n") if len(line) > 20]
    vectors = model.encode([line for _, line in sentences])

    def rank(question: str) -> Ranking:
        near = vectors @ model.encode([question])[0]
        best: dict[str, float] = {}
        for (name, _), value in zip(sentences, near, strict=True):
            best[name] = max(best.get(name, -1.0), float(value))
        return [[name] for name in sorted(best, key=lambda n: (-best[n], n))]

    return rank


def cut(asker: Asker, most: int) -> Asker:
    """Return an asker that gives no more than so many."""
    return lambda question: asker(question)[:most]


def compare(documents: Path, questions: Path, ontology: Ontology) -> dict[str, dict[str, float]]:
    """Return the measures of each asker on one set."""
    asked = json.loads(questions.read_text(encoding="utf-8"))
    files = sorted(path for path in documents.iterdir() if path.suffix in (".md", ".txt", ".json", ".html", ".tex", ".pdf"))
    texts = {path.name: load(path).text for path in files}
    with tempfile.TemporaryDirectory() as folder, open_store("kglite:") as store:
        ingest(files, Path(folder), workers=1)
        store.write(graph_of(Path(folder)))
        found = {
            "ask": score(asked, by_graph(store, ontology)) | {"median ms": median_time(store, ontology, [q["question"] for q in asked])}
        }
    for name, make in (("BM25", by_words), ("embedding", by_vectors)):
        ranked = make(texts)
        if ranked is not None:
            # The order is judged over the whole ranking, the set at the cut that suits the peer best.
            best = max((score(asked, cut(ranked, most)) for most in _CUTS), key=lambda row: row["f1"])
            found[name] = best | {key: score(asked, ranked)[key] for key in ("ndcg@10", "map")}
    return found


def median_time(store: GraphStore, ontology: Ontology, questions: Sequence[str]) -> float:
    """Return the median of the times that questions take, in milliseconds; the first round is not counted."""
    ask(questions[0], store, ontology)
    times = []
    for question in questions:
        started = time.perf_counter()
        ask(question, store, ontology)
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)


def crowd(graph: PropertyGraph, people: int) -> PropertyGraph:
    """Return a graph of so many people, each a copy of one of a graph's with all that is theirs; skills, companies and schools are shared."""
    shared = {node.id for node in graph.nodes if node.labels[0] in SHARED_LABELS}
    leaving: dict[str, list[Relationship]] = {}
    for link in graph.relationships:
        leaving.setdefault(link.source, []).append(link)
    originals = [node.id for node in graph.nodes if node.labels[0] == "Person"]
    owned = {person: _owned(person, leaving, shared) for person in originals}
    nodes = [node for node in graph.nodes if node.id in shared]
    links = [link for link in graph.relationships if link.source in shared]
    for number in range(people):
        person = originals[number % len(originals)]
        mark = f"~{number}"
        nodes += [_renamed(graph.by_id[i], mark) for i in owned[person]]
        links += [
            Relationship.model_construct(type=link.type, source=i + mark, target=link.target if link.target in shared else link.target + mark, key=link.key, properties=link.properties)
            for i in owned[person] for link in leaving.get(i, ())
        ]  # fmt: skip
    return PropertyGraph.model_construct(
        nodes=tuple(sorted(nodes, key=lambda n: n.id)), relationships=tuple(sorted(links, key=lambda r: r.identity))
    )


def _owned(person: str, leaving: Mapping[str, Sequence[Relationship]], shared: set[str]) -> list[str]:
    found, frontier = {person}, [person]
    while frontier:
        following = {link.target for i in frontier for link in leaving.get(i, ())} - shared - found
        found |= following
        frontier = sorted(following)
    return sorted(found)


def _renamed(node: Node, mark: str) -> Node:
    named = {"name": f"{node.properties['name']} {mark[1:]}"} if node.labels[0] == "Person" else {}
    return Node.model_construct(id=node.id + mark, labels=node.labels, properties={**node.properties, **named, "id": node.id + mark})


def crowd_time(people: int, ontology: Ontology) -> float:
    """Return the median time of the project's questions on a graph of so many people, in milliseconds."""
    asked = json.loads((ROOT / "tests" / "corpus" / "questions.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, open_store("kglite:") as store:
        ingest(sorted((ROOT / "samples").glob("*.*")), Path(folder), workers=1)
        store.write(crowd(graph_of(Path(folder)), people))
        return median_time(store, ontology, [q["question"] for q in asked])


def main() -> None:
    """Run, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--people", type=int, nargs="*", default=[], help="also time `ask` on graphs of so many people")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    given = parser.parse_args()
    ontology = load_ontology()
    sets = {name: (ROOT / "samples", ROOT / "tests" / "corpus" / f"{file}.json") for name, file in OWN.items()}
    if (SHARED / "questions.json").is_file():
        sets["shared"] = (SHARED / "documents", SHARED / "questions.json")
    figures: dict[str, Any] = {name: compare(*paths, ontology) for name, paths in sets.items()}
    columns = (*MEASURES, "median ms")
    print(f"{'set':<10}{'asker':<12}" + "".join(f"{column:>11}" for column in columns))
    for name, askers in figures.items():
        for asker, row in askers.items():
            print(f"{name:<10}{asker:<12}" + "".join(f"{row[c]:>11.3f}" if c in row else f"{'–':>11}" for c in columns))
    for people in given.people:
        figures[f"median ms at {people} people"] = median = crowd_time(people, ontology)
        print(f"median at {people} people: {median:.0f} ms")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
