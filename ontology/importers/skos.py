"""A SKOS vocabulary in any RDF form that rdflib reads without the network; needs the extra `rdf`.

In: a Turtle, RDF/XML, N-Triples or JSON-LD file with `skos:Concept`s. Out: a taxonomy whose keys are their URIs.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from skillgraph.errors import OntologyError
from skillgraph.model import SkillKind
from skillgraph.ontology.entry import skill_id
from skillgraph.ontology.files import read_text
from skillgraph.ontology.importers.terms import Taxonomy, Term, told

if TYPE_CHECKING:
    from rdflib import Graph, URIRef
    from rdflib.term import Node

_FORMATS = {
    ".ttl": "turtle", ".n3": "n3", ".nt": "nt", ".rdf": "xml", ".xml": "xml", ".owl": "xml", ".jsonld": "json-ld", ".json": "json-ld"
}  # fmt: skip


def read_skos(path: Path, *, language: str = "en") -> Taxonomy:
    """Read the concepts of a SKOS file.

    Args:
        path: The file; its suffix tells the form.
        language: Of the labels; those without a language are taken too.

    Raises:
        OntologyError: rdflib is not installed, the suffix is none of RDF, or the file does not parse.
    """
    graph = _parsed(path)
    from rdflib import DCTERMS, RDF, SKOS

    up: dict[Node, set[str]] = {}
    for source, target in [*graph.subject_objects(SKOS.broader), *((o, s) for s, o in graph.subject_objects(SKOS.narrower))]:
        up.setdefault(source, set()).add(str(target))
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    keys = {str(concept) for concept in concepts}
    terms = []
    for concept in concepts:
        labels = _texts(graph, concept, SKOS.prefLabel, language)
        others = [text for name in (SKOS.altLabel, SKOS.hiddenLabel) for text in _texts(graph, concept, name, language)]
        notes = [text for name in (SKOS.definition, SKOS.scopeNote) for text in _texts(graph, concept, name, language)]
        terms.append(Term(
            key=str(concept), label=labels[0] if labels else "", kind=SkillKind.CONCEPT,
            alt=tuple(dict.fromkeys([*labels[1:], *others])),
            broader=tuple(sorted(up.get(concept, set()) & keys)), note=" ".join((notes or labels or [""])[0].split()),
            related=tuple(sorted({str(other) for other in graph.objects(concept, SKOS.related)} & keys)),
        ))  # fmt: skip
    schemes = sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str)
    titles = [text for scheme in schemes for name in (DCTERMS.title, SKOS.prefLabel) for text in _texts(graph, scheme, name, language)]
    licences = sorted(
        str(found) for scheme in schemes for name in (DCTERMS.license, DCTERMS.rights) for found in graph.objects(scheme, name)
    )
    return Taxonomy(
        name=skill_id(path.stem), title=titles[0] if titles else path.stem, source=told("SKOS", path), licence="; ".join(licences),
        terms=tuple(sorted(terms, key=lambda term: term.key)),
    )  # fmt: skip


def _texts(graph: Graph, subject: Node, predicate: URIRef, language: str) -> list[str]:
    """Return the texts of a property in a language or without one, those of the language first, sorted."""
    from rdflib import Literal

    found = [text for text in graph.objects(subject, predicate) if isinstance(text, Literal)]
    fitting = [text for text in found if not text.language or text.language.split("-")[0].lower() == language]
    return [str(text) for text in sorted(fitting, key=lambda text: (not text.language, str(text)))]


def _parsed(path: Path) -> Graph:
    try:
        from rdflib import Graph
        from rdflib.exceptions import ParserError
    except ModuleNotFoundError as error:
        raise OntologyError("SKOS needs rdflib; install the extra: pip install 'skillgraph[rdf]'") from error
    form = _FORMATS.get(path.suffix.lower())
    if form is None:
        raise OntologyError(f"{path}: no RDF suffix; known: {', '.join(sorted(_FORMATS))}")
    text = read_text(path)
    if form == "json-ld":
        _refuse_remote(text, path)
    try:
        return Graph().parse(data=text, format=form)
    except (ParserError, SyntaxError, ValueError, AssertionError) as error:
        raise OntologyError(f"{path}: is no {form}: {_first_line(error)}") from error
    except Exception as error:
        # rdflib lets the errors of the SAX and JSON parsers it uses through.
        raise OntologyError(f"{path}: is no {form}: {type(error).__name__}: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), "cannot be parsed")


def _refuse_remote(text: str, path: Path) -> None:
    """Refuse contexts that rdflib would fetch from the network.

    Raises:
        OntologyError: A context is a link, or the text is no JSON.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OntologyError(f"{path}: is no JSON: {_first_line(error)}") from error
    stack: list[object] = [data]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            contexts = value.get("@context", [])
            listed = contexts if isinstance(contexts, list) else [contexts]
            if any(isinstance(context, str) or (isinstance(context, dict) and "@import" in context) for context in listed):
                raise OntologyError(f"{path}: its @context is a link to the network; put the context itself in its place")
            stack += value.values()
        elif isinstance(value, list):
            stack += value
