"""Taxonomies that users license themselves → overlay files: ESCO, O*NET technology skills, a flat CSV, SKOS.

Each importer turns its files into terms; `reconcile` fits terms into the ontology, whatever they came from.
"""

from collections.abc import Callable
from pathlib import Path

from skillgraph.ontology.importers.esco import read_esco
from skillgraph.ontology.importers.flat import read_flat
from skillgraph.ontology.importers.onet import read_onet
from skillgraph.ontology.importers.reconcile import Finding, Import, reconcile
from skillgraph.ontology.importers.skos import read_skos
from skillgraph.ontology.importers.terms import Taxonomy, Term

IMPORTERS: dict[str, Callable[[Path], Taxonomy]] = {
    "csv": read_flat,
    "esco": read_esco,
    "onet": read_onet,
    "skos": read_skos,
}

__all__ = ["IMPORTERS", "Finding", "Import", "Taxonomy", "Term", "read_esco", "read_flat", "read_onet", "read_skos", "reconcile"]
