"""Triples as Turtle or JSON-LD, sorted; rdflib's own writers take minutes where every node has an address of its own.

In: an rdflib graph without blank nodes. Out: text or JSON that rdflib reads back to an equal graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from rdflib import PROV, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node as Term

from skillgraph.exporters.rdf_terms import PREFIXES

_PREFIXES = MappingProxyType(
    {
        prefix: str(address)
        for prefix, address in (*PREFIXES.items(), ("prov", PROV), ("rdf", RDF), ("rdfs", RDFS), ("skos", SKOS), ("xsd", XSD))
    }
)
_LOCAL = re.compile(r"[A-Za-z]\w*", re.ASCII)
Subjects = dict[Term, dict[Term, list[Term]]]


def turtle(graph: Graph) -> Iterator[bytes]:
    """Yield the lines of a Turtle file."""
    for prefix, address in sorted(_PREFIXES.items()):
        yield f"@prefix {prefix}: <{address}> .\n".encode()
    for subject, facts in _by_subject(graph).items():
        lines = [f"    {_verb(predicate)} {', '.join(map(_term, objects))}" for predicate, objects in facts.items()]
        body = " ;\n".join(lines)
        yield f"\n{_term(subject)}\n{body} .\n".encode()


def jsonld(graph: Graph) -> dict[str, Any]:
    """Return the graph as a JSON-LD document."""
    nodes = [{"@id": str(subject), **_facts(facts)} for subject, facts in _by_subject(graph).items()]
    return {"@context": dict(_PREFIXES), "@graph": nodes}


def _by_subject(graph: Graph) -> Subjects:
    found: Subjects = {}
    for subject, predicate, term in sorted(graph, key=_sort_key):
        found.setdefault(subject, {}).setdefault(predicate, []).append(term)
    return found


def _sort_key(triple: tuple[Term, Term, Term]) -> tuple[str, str, str, str]:
    subject, predicate, term = triple
    return str(subject), str(predicate), str(term), str(getattr(term, "datatype", ""))


@lru_cache(maxsize=4096)
def _short(address: str) -> str | None:
    """Return an address of one of the vocabularies as `prefix:name`."""
    for prefix, start in _PREFIXES.items():
        if address.startswith(start) and _LOCAL.fullmatch(address, len(start)):
            return f"{prefix}:{address[len(start) :]}"
    return None


def _verb(predicate: Term) -> str:
    return "a" if predicate == RDF.type else _term(predicate)


def _term(term: Term) -> str:
    if isinstance(term, Literal):
        return str(term) if term.datatype in (XSD.integer, XSD.boolean) else term.n3()
    return _short(str(term)) or term.n3()


def _facts(facts: dict[Term, list[Term]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for predicate, terms in facts.items():
        if predicate == RDF.type:
            found["@type"] = [_short(str(term)) or str(term) for term in terms]
        else:
            values = [_value(term) for term in terms]
            found[_short(str(predicate)) or str(predicate)] = values[0] if len(values) == 1 else values
    return found


def _value(term: Term) -> Any:
    if isinstance(term, URIRef):
        return {"@id": _short(str(term)) or str(term)}
    if isinstance(term, Literal) and term.datatype is not None:
        plain = {XSD.integer: int, XSD.boolean: bool}.get(term.datatype)
        return plain(term.value) if plain else {"@type": _short(str(term.datatype)) or str(term.datatype), "@value": str(term)}
    return str(term)
