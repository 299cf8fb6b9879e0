"""What each label and relationship type becomes in RDF; imported only when rdflib is there."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from rdflib import PROV, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node as Term

from skillgraph.exporters.rdf_terms import ESCO, OWN, SCHEMA, date_literal, resource
from skillgraph.model import Node, PropertyGraph, Relationship, Value

SG, SDO, EM = Namespace(OWN), Namespace(SCHEMA), Namespace(ESCO)
Triple = tuple[Term, Term, Term]

_CLASSES = MappingProxyType(
    {
        "Person": (SDO.Person,),
        "Position": (SDO.EmployeeRole, SG.Position),
        "Company": (SDO.Organization,),
        "School": (SDO.EducationalOrganization,),
        "Achievement": (SG.Achievement,),
        "Metric": (SDO.QuantitativeValue, SG.Metric),
        "Skill": (SKOS.Concept, EM.Skill),
        "Technology": (SG.Technology,),
        "Concept": (SG.EngineeringConcept,),
        "Document": (SDO.DigitalDocument, PROV.Entity),
    }
)
_NAMED = MappingProxyType(
    {
        ("Person", "name"): SDO.name, ("Person", "title"): SDO.jobTitle, ("Person", "location"): SDO.homeLocation,
        ("Person", "emails"): SDO.email, ("Person", "phones"): SDO.telephone, ("Person", "urls"): SDO.url,
        ("Position", "title"): SDO.roleName, ("Position", "startDate"): SDO.startDate, ("Position", "endDate"): SDO.endDate,
        ("Position", "location"): SDO.jobLocation,
        ("Company", "name"): SDO.name, ("Company", "aliases"): SDO.alternateName, ("School", "name"): SDO.name,
        ("Achievement", "text"): SDO.description,
        ("Metric", "value"): SDO.value, ("Metric", "valueMax"): SDO.maxValue, ("Metric", "unit"): SDO.unitText, ("Metric", "text"): SDO.description,
        ("Skill", "name"): SKOS.prefLabel, ("Skill", "aliases"): SKOS.altLabel, ("Skill", "note"): SKOS.scopeNote,
        ("Document", "name"): SDO.name, ("Document", "path"): SDO.identifier, ("Document", "mediaType"): SDO.encodingFormat,
    }
)  # fmt: skip
_LINKS = MappingProxyType(
    {
        "HELD": SDO.hasOccupation, "AT": SDO.worksFor, "STUDIED_AT": SDO.alumniOf, "DESCRIBED_IN": SDO.subjectOf,
        "BROADER": SKOS.broader, "RELATED": SKOS.related, "HAS_SKILL": SDO.knowsAbout,
    }
)  # fmt: skip
_OWN_KIND = MappingProxyType({"HAS_SKILL": SG.SkillExperience, "STUDIED_AT": SDO.EducationalOccupationalCredential})
_DATES = frozenset({"startDate", "endDate", "firstUsed", "lastUsed"})
SCHEME = "skills"


def triples(graph: PropertyGraph, base: str) -> Graph:
    """Return the triples of a graph, its addresses beginning with `base`."""
    found = Graph(bind_namespaces="none")
    found.add((resource(base, SCHEME), RDF.type, SKOS.ConceptScheme))
    found.add((resource(base, SCHEME), RDFS.label, Literal("Skills of a skillgraph")))
    for node in graph.nodes:
        for triple in _of_node(node, base):
            found.add(triple)
    for link in graph.relationships:
        for triple in _of_link(link, base):
            found.add(triple)
    return found


def _of_node(node: Node, base: str) -> Iterator[Triple]:
    subject = resource(base, node.id)
    for label in node.labels:
        for kind in _CLASSES.get(label, (SG[label],)):
            yield subject, RDF.type, kind
    for name, value in node.properties.items():
        if name != "id":
            predicate = _NAMED.get((node.labels[0], name), SG[name])
            yield from ((subject, predicate, term) for term in _literals(name, value))
    if "Skill" in node.labels:
        yield subject, SKOS.inScheme, resource(base, SCHEME)
    if "Position" in node.labels and node.properties.get("title"):
        occupation = resource(base, node.id, "occupation")
        yield subject, SDO.hasOccupation, occupation
        yield occupation, RDF.type, SDO.Occupation
        yield occupation, SDO.name, Literal(node.properties["title"])


def _of_link(link: Relationship, base: str) -> Iterator[Triple]:
    source, target = resource(base, link.source), resource(base, link.target)
    predicate = _LINKS.get(link.type, SG[_camel(link.type)])
    yield source, predicate, target
    if not link.properties:
        return
    fact = resource(base, "fact", link.type, link.source, link.target, *([link.key] if link.key else []))
    yield fact, RDF.type, RDF.Statement
    yield fact, RDF.subject, source
    yield fact, RDF.predicate, predicate
    yield fact, RDF.object, target
    yield from _own(link, fact, source, target)
    for name, value in link.properties.items():
        if name == "documentId":
            yield fact, PROV.wasDerivedFrom, resource(base, str(value))
        elif name == "quote":
            yield fact, PROV.value, Literal(value)
        else:
            yield from ((fact, SG[name], term) for term in _literals(name, value))


def _own(link: Relationship, fact: URIRef, source: URIRef, target: URIRef) -> Iterator[Triple]:
    """Yield what makes a fact a thing of its own: a person's experience in a skill, a degree."""
    if link.type not in _OWN_KIND:
        return
    yield fact, RDF.type, _OWN_KIND[link.type]
    if link.type == "STUDIED_AT":
        yield source, SDO.hasCredential, fact
        yield fact, SDO.recognizedBy, target
        for name, predicate in (("degree", SDO.credentialCategory), ("field", SDO.about)):
            if name in link.properties:
                yield fact, predicate, Literal(link.properties[name])
    else:
        yield source, SG.skillExperience, fact


def _literals(name: str, value: Value) -> Iterator[Literal]:
    if isinstance(value, tuple):
        yield from map(Literal, value)
    elif name in _DATES and isinstance(value, str):
        yield date_literal(value)
    else:
        yield Literal(value)


def _camel(kind: str) -> str:
    """Return a relationship type as a predicate: `PART_OF` is `partOf`."""
    first, *rest = kind.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)
