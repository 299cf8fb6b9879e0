"""The vocabularies of the RDF export, and how ids and dates become terms of them."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from rdflib import Literal, URIRef

OWN = "urn:skillgraph:terms:"
BASE = "urn:skillgraph:data:"
ESCO = "http://data.europa.eu/esco/model#"
SCHEMA = "https://schema.org/"
PREFIXES = MappingProxyType({"sg": OWN, "esco": ESCO, "schema": SCHEMA})
_DATES = ((re.compile(r"\d{4}-\d\d-\d\d"), "date"), (re.compile(r"\d{4}-\d\d"), "gYearMonth"), (re.compile(r"\d{4}"), "gYear"))


def resource(base: str, *parts: str) -> URIRef:
    """Return the address of a node or fact; whatever an id holds, the address is a legal one."""
    from rdflib import URIRef

    return URIRef(base + "/".join(quote(part, safe="-._~:") for part in parts))


def date_literal(text: str) -> Literal:
    """Return an ISO prefix as a literal that carries its precision; anything else as text."""
    from rdflib import XSD, Literal

    kind = next((name for pattern, name in _DATES if pattern.fullmatch(text)), None)
    # Normalising would cut `2021-09` to what Python has a type for.
    return Literal(text, datatype=XSD[kind], normalize=False) if kind else Literal(text)
