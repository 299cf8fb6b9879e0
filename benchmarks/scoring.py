"""Score profile records against gold records, as docs/profile-record.md and the evaluation's form define it.

In: gold and profile records, as JSON objects. Out: hits, predictions and gold items of every field, over all documents.
Names are compared without case, punctuation, vendor, a final "js" or plural; every gold item counts once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePath
from typing import Any

Json = dict[str, Any]
Forms = frozenset[str]

FIELDS = (
    "name", "company", "title", "dates", "employment_exact", "education", "technologies", "concepts", "skills",
    "achievements", "achievement_role", "achievement_skills", "metrics", "metric_direction",
)  # fmt: skip
_VENDORS = ("apache ", "amazon ", "aws ", "google cloud ", "google ", "gcp ", "microsoft ", "azure ")
_ALIKE = 0.85
_SCHOOLS_ALIKE = 0.8
_TITLE_WORDS = 0.7
_START = 40


@dataclass
class Count:
    """How many items of a field were found, given and wanted."""

    hit: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, hit: int, given: int, wanted: int) -> None:
        """Add what one document says."""
        self.hit += hit
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Hits among what was given."""
        return self.hit / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Hits among what was wanted."""
        return self.hit / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Scores = dict[str, Count]


def score(gold: Iterable[Json], profiles: Mapping[str, Json]) -> Scores:
    """Return the counts of every field over all gold documents.

    Args:
        gold: Gold records.
        profiles: Profile records by the file name of their document; a missing one misses everything.
    """
    scores = {field: Count() for field in FIELDS}
    for record in gold:
        _score_document(scores, record, profiles.get(PurePath(record["document"]).name, {}))
    return scores


def _score_document(scores: Scores, gold: Json, profile: Json) -> None:
    _score_name(scores["name"], gold["person"], profile.get("person") or {})
    pairs = _score_jobs(scores, gold.get("employment", []), profile.get("employment") or [])
    _score_schools(scores["education"], gold.get("education", []), profile.get("education") or [])
    tools, concepts = gold.get("technologies", []), gold.get("concepts", [])
    spare = [*gold.get("technologies_optional", []), *gold.get("concepts_optional", [])]
    given_tools, given_concepts = profile.get("technologies") or [], profile.get("concepts") or []
    # What is right in the other list is no error in this one.
    scores["technologies"].add(*_match_names(tools, given_tools, [*concepts, *spare]))
    scores["concepts"].add(*_match_names(concepts, given_concepts, [*tools, *spare]))
    scores["skills"].add(*_match_names([*tools, *concepts], [*given_tools, *given_concepts], spare))
    _score_achievements(scores, gold, profile.get("achievements") or [], pairs)


def plain(text: str | None) -> str:
    """Return a text in lower case, its letters, digits, `+` and `#` only, words parted by one space."""
    return " ".join(re.findall(r"[\w+#]+", (text or "").lower().replace("_", " ")))


def forms_of(names: Iterable[str]) -> Forms:
    """Return every form in which one of an item's names may be met."""
    forms = {plain(name) for name in names}
    forms |= {form[len(vendor) :] for form in forms for vendor in _VENDORS if form.startswith(vendor) and len(form) > len(vendor) + 1}
    forms |= {form[:-2].strip() for form in forms if form.endswith("js") and len(form) > 4}
    joined = {form.replace(" ", "") for form in forms}
    return frozenset(forms | joined | {form.rstrip("s") for form in forms if len(form) > 4})


def _item_forms(item: str | Json) -> Forms:
    if isinstance(item, str):
        return forms_of([item])
    return forms_of([item.get("name", ""), *item.get("aliases", []), *item.get("surface", [])])


def alike(left: str | None, right: str | None, least: float = _ALIKE) -> bool:
    """Tell whether two names are nearly the same."""
    one, other = plain(left), plain(right)
    return bool(one and other) and (one == other or SequenceMatcher(None, one, other).ratio() >= least)


def _score_name(count: Count, gold: Json, person: Json) -> None:
    digest = gold.get("name_sha256")
    if digest:
        name = person.get("name")
        found = hashlib.sha256((name or "").strip().lower().encode()).hexdigest()
        count.add(int(bool(name) and found in (digest, *gold.get("name_sha256_alt", []))), int(bool(name)), 1)


def _score_jobs(scores: Scores, gold: Sequence[Json], given: Sequence[Json]) -> dict[int, int]:
    pairs = _pair_jobs(gold, given)
    titles = {g for g, p in pairs.items() if _same_title(gold[g], given[p])}
    dates = {g for g, p in pairs.items() if all(_same_date(gold[g].get(end), given[p].get(end)) for end in ("start", "end"))}
    for field, hits in (("company", pairs), ("title", titles), ("dates", dates), ("employment_exact", titles & dates)):
        scores[field].add(len(hits), len(given), len(gold))
    return pairs


def _pair_jobs(gold: Sequence[Json], given: Sequence[Json]) -> dict[int, int]:
    """Return gold index → given index: of one company, title before start date before order."""
    candidates = [
        (2 * _same_title(job, other) + _same_date(job.get("start"), other.get("start")), -abs(g - p), g, p)
        for g, job in enumerate(gold)
        for p, other in enumerate(given)
        if any(alike(name, other.get("company")) for name in (job["company"], *job.get("company_aliases", [])))
    ]
    pairs: dict[int, int] = {}
    for *_, g, p in sorted(candidates, reverse=True):
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return pairs


def _same_title(job: Json, other: Json) -> bool:
    """Tell whether titles are alike, or share most words once the company's are left out."""
    company = set(plain(job["company"]).split())
    one, two = (set(plain(title).split()) - company for title in (job.get("title"), other.get("title")))
    common = len(one & two)
    return alike(job.get("title"), other.get("title")) or (common > 0 and 2 * common / (len(one) + len(two)) >= _TITLE_WORDS)


def _same_date(gold: str | None, given: str | None) -> bool:
    if not gold:
        return not given
    if str(gold).lower() == "present":
        return str(given).lower() == "present"
    return str(given or "").startswith(str(gold))


def _score_schools(count: Count, gold: Sequence[Json], given: Sequence[Json]) -> None:
    left = list(given)
    for school in gold:
        found = next((other for other in left if alike(school["institution"], other.get("institution"), _SCHOOLS_ALIKE)), None)
        if found is not None:
            left.remove(found)
    count.add(len(given) - len(left), len(given), len(gold))


def _match_names(gold: Sequence[Sequence[str]], given: Sequence[str | Json], optional: Iterable[Iterable[str]]) -> tuple[int, int, int]:
    """Return (hits, what counts as given, wanted); a second name of a found item and optional items count neither way."""
    wanted = [forms_of(names) for names in gold]
    spare: Forms = frozenset().union(*map(forms_of, optional))
    found: set[int] = set()
    wrong = 0
    for item in given:
        forms = _item_forms(item)
        index = next((i for i, names in enumerate(wanted) if names & forms), None)
        if index is not None:
            found.add(index)
        elif not spare & forms:
            wrong += 1
    return len(found), len(found) + wrong, len(gold)


def _score_achievements(scores: Scores, gold: Json, given: Sequence[Json], pairs: Mapping[int, int]) -> None:
    spare = [*gold.get("technologies_optional", []), *gold.get("concepts_optional", [])]
    groups = {plain(names[0]): names for names in [*gold.get("technologies", []), *gold.get("concepts", []), *spare]}
    left = list(given)
    for item in gold.get("achievements", []):
        wanted = [groups.get(plain(name), [name]) for name in _listed(item, "technologies", "concepts")]
        loose = [groups.get(plain(name), [name]) for name in _listed(item, "technologies_optional", "concepts_optional")]
        metrics = [metric for metric in item.get("metrics", []) if metric.get("value") is not None]
        found = _find_achievement(item["quote_start"], left)
        if found is None:
            for field, size in (
                ("achievement_role", 1),
                ("achievement_skills", len(wanted)),
                ("metrics", len(metrics)),
                ("metric_direction", len(metrics)),
            ):
                scores[field].add(0, 0, size)
            continue
        left.remove(found)
        scores["achievement_role"].add(int(_same_role(item.get("employment"), found.get("employment"), pairs)), 1, 1)
        scores["achievement_skills"].add(*_match_names(wanted, [*_listed(found, "technologies", "concepts")], [*loose, *spare]))
        _score_metrics(scores, metrics, [metric for metric in found.get("metrics") or [] if metric.get("value") is not None])
    scores["achievements"].add(len(given) - len(left), len(given), len(gold.get("achievements", [])))


def _listed(item: Json, *fields: str) -> Iterator[Any]:
    for field in fields:
        yield from item.get(field) or []


def _find_achievement(quote: str, given: Sequence[Json]) -> Json | None:
    start = plain(quote)
    begins = (item for item in given if plain(item.get("text")).startswith(start[:_START]))
    holds = (item for item in given if start and start in plain(item.get("text")))
    return next(begins, None) or next(holds, None)


def _same_role(gold: int | None, given: int | None, pairs: Mapping[int, int]) -> bool:
    return given is None if gold is None else gold in pairs and pairs[gold] == given


def _score_metrics(scores: Scores, wanted: Sequence[Json], given: Sequence[Json]) -> None:
    left = list(given)
    hits = directed = 0
    for metric in wanted:
        found = next((other for other in left if _same_metric(metric, other)), None)
        if found is not None:
            left.remove(found)
            hits += 1
            directed += (metric.get("direction") or "none") == (found.get("direction") or "none")
    scores["metrics"].add(hits, len(given), len(wanted))
    scores["metric_direction"].add(directed, len(given), len(wanted))


def _same_metric(gold: Json, given: Json) -> bool:
    """Tell whether two metrics have one value, within 1 %, and one unit where it is per cent or a factor."""
    try:
        one, two = float(gold["value"]), float(given["value"])
    except (TypeError, ValueError):
        return False
    units = {_unit(gold), _unit(given)}
    return abs(one - two) <= 0.01 * abs(one) and (len(units) == 1 or not units & {"%", "x"})


def _unit(metric: Json) -> str:
    unit = plain(str(metric.get("unit") or "count"))
    if not unit:
        return "%" if metric.get("unit") == "%" else "count"
    return {"percent": "%", "times": "x"}.get(unit, unit)
