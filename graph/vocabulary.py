"""The labels and relationship types of schema.yaml, for stores: the only names that ever stand in a statement."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from skillgraph.errors import SchemaError
from skillgraph.graph.schema import schema
from skillgraph.model import Node


@cache
def primary_labels() -> tuple[str, ...]:
    """Return the labels that extend no other, sorted; each node has exactly one of them."""
    return tuple(sorted(name for name, label in schema().labels.items() if label.extends is None))


@cache
def special_labels() -> frozenset[str]:
    """Return the labels that stand beside the one that they extend."""
    return frozenset(schema().labels).difference(primary_labels())


@cache
def label_properties(label: str) -> frozenset[str]:
    """Return the names of the properties that nodes of a label may have."""
    return frozenset(schema().labels[label].properties)


def ordered_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels from the general to the special.

    >>> ordered_labels(["Technology", "Skill"])
    ('Skill', 'Technology')
    """
    special = special_labels()
    return tuple(sorted(labels, key=lambda label: (label in special, label)))


def primary_label(node: Node) -> str:
    """Return the label that owns the node's key.

    Raises:
        SchemaError: The node has labels that schema.yaml does not know, or none.
    """
    own = [label for label in node.labels if label in primary_labels()]
    strange = [label for label in node.labels if label not in special_labels() and label not in own]
    if strange or len(own) != 1:
        raise SchemaError(f"node {node.id!r} has the labels {list(node.labels)}; schema.yaml knows {', '.join(primary_labels())}")
    return own[0]


def check_type(kind: str) -> str:
    """Return a relationship type that schema.yaml knows.

    Raises:
        SchemaError: It does not.
    """
    if kind not in schema().relationships:
        raise SchemaError(f"relationship type {kind!r} is not in schema.yaml; known: {', '.join(sorted(schema().relationships))}")
    return kind
