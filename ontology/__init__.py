"""What is known of the field: skills and their relations, résumé headings, titles, degrees, units, cue words."""

from skillgraph.ontology.matcher import Match, Matcher, Token
from skillgraph.ontology.reader import load_ontology
from skillgraph.ontology.skill import Area, Ontology, Skill

__all__ = ["Area", "Match", "Matcher", "Ontology", "Skill", "Token", "load_ontology"]
