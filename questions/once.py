"""What is computed once for an ontology and then kept beside it: the same object is the key, for comparing two is slow."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from skillgraph.ontology import Ontology

_T = TypeVar("_T")
_KEPT = 2


def per_ontology(compute: Callable[[Ontology], _T]) -> Callable[[Ontology], _T]:
    """Return the function with its results for the last few ontologies kept."""
    kept: dict[int, tuple[Ontology, _T]] = {}

    @wraps(compute)
    def cached(ontology: Ontology) -> _T:
        found = kept.get(id(ontology))
        # The ontology is kept with the result, so that its number cannot be that of another one.
        if found is None or found[0] is not ontology:
            while len(kept) >= _KEPT:
                del kept[next(iter(kept))]
            found = kept[id(ontology)] = (ontology, compute(ontology))
        return found[1]

    return cached
