"""Documents of one person brought together.

In: profiles and a user's judgements. Out: groups of documents, one a person, the same in every order of input.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from skillgraph.model import Frozen, Profile
from skillgraph.resolution.compare import SAME_FROM, Reason, reasons
from skillgraph.resolution.contacts import emails, links, phones
from skillgraph.resolution.judgement import Judgement
from skillgraph.resolution.names import person_words

# A block this large is an agency's address or a placeholder, no person: its pairs are compared under other keys only.
_LARGEST_BLOCK = 200


class Comparison(Frozen):
    """Two documents compared: what speaks for and against one person, and what a user said."""

    left: str
    right: str
    reasons: tuple[Reason, ...]
    judged: bool | None = None

    @property
    def score(self) -> int:
        """The sum of the reasons' scores."""
        return sum(reason.score for reason in self.reasons)

    @property
    def same(self) -> bool:
        """Whether the documents are about one person."""
        return self.score >= SAME_FROM if self.judged is None else self.judged


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield the pairs that share a name, an e-mail address, a telephone number or a profile link, each once."""
    blocks: dict[tuple[str, ...], list[Profile]] = {}
    for profile in sorted(profiles, key=lambda p: p.sha256):
        for key in _keys(profile):
            blocks.setdefault(key, []).append(profile)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        if key[0] != "name" and len(blocks[key]) > _LARGEST_BLOCK:
            continue
        for left, right in combinations(blocks[key], 2):
            if (left.sha256, right.sha256) not in seen:
                seen.add((left.sha256, right.sha256))
                yield left, right


def compare(profiles: Sequence[Profile], judgements: Iterable[Judgement] = ()) -> list[Comparison]:
    """Return every candidate pair and every judged pair with the reasons for its decision, sorted."""
    judged = {judgement.pair: judgement.same for judgement in judgements}
    by_id = {profile.sha256: profile for profile in profiles}
    pairs = {(left.sha256, right.sha256) for left, right in candidates(profiles)}
    pairs |= {pair for pair in judged if pair[0] in by_id and pair[1] in by_id and pair[0] != pair[1]}
    return [
        Comparison(left=left, right=right, reasons=tuple(reasons(by_id[left], by_id[right])), judged=judged.get((left, right)))
        for left, right in sorted(pairs)
    ]


def people(profiles: Sequence[Profile], judgements: Iterable[Judgement] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the documents of each person.

    Pairs are joined from the surest down; a join that would bring together two documents which a user judged to be
    about different people is left out.

    Args:
        profiles: one a document; their `sha256` names the document.
        judgements: what users decided.

    Returns:
        Sorted groups of sorted document hashes.
    """
    comparisons = compare(profiles, judgements)
    apart = [{c.left, c.right} for c in comparisons if c.judged is False]
    group = {profile.sha256: {profile.sha256} for profile in profiles}
    for found in sorted((c for c in comparisons if c.same), key=lambda c: (not c.judged, -c.score, c.left, c.right)):
        joined = group[found.left] | group[found.right]
        if found.judged or not any(pair <= joined for pair in apart):
            group.update(dict.fromkeys(joined, joined))
    return tuple(sorted({tuple(sorted(members)) for members in group.values()}))


def _keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    if profile.person.name and (words := person_words(profile.person.name)):
        yield ("name", *words)
    for kind, values in (("email", emails(profile)), ("phone", phones(profile)), ("link", links(profile))):
        for value in sorted(values):
            yield kind, value
