"""The graph's vocabulary: schema.yaml read into types, and a graph checked against it.

In: schema.yaml, a `PropertyGraph`. Out: a `Schema`, or an error that names the first violation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import Field, ValidationError, field_validator

from skillgraph.errors import SchemaError
from skillgraph.model import Frozen, Node, PropertyGraph, Relationship, Value

SCHEMA = Path(__file__).with_name("schema.yaml")
_T = TypeVar("_T", bound=Hashable)
_CLASSES: Mapping[str, type] = {"string": str, "integer": int, "float": float, "boolean": bool, "strings": tuple}


class Property(Frozen):
    """The type of a property's values, and whether one must be there."""

    type: str = Field(pattern="^(string|integer|float|boolean|strings)$")
    required: bool

    def accepts(self, value: Value) -> bool:
        """Tell whether a value has the type, exactly: a boolean is no integer here."""
        return type(value) is _CLASSES[self.type]


Properties = dict[str, Property]


def _properties(written: object) -> object:
    """Return the short form of schema.yaml (`string?`) in the fields of `Property`."""
    if not isinstance(written, dict):
        return written
    return {name: {"type": text.removesuffix("?"), "required": not text.endswith("?")} for name, text in written.items()}


class Label(Frozen):
    """A node label; one that extends another has its key and properties too."""

    doc: str
    key: str
    properties: Properties
    extends: str | None = None

    _short = field_validator("properties", mode="before")(_properties)


class RelationshipType(Frozen):
    """A relationship type between two labels; `properties` hold those of evidence where it has them."""

    doc: str = ""
    source: str = Field(alias="from")
    target: str = Field(alias="to")
    evidence: bool = False
    properties: Properties

    _short = field_validator("properties", mode="before")(_properties)


class Schema(Frozen):
    """All labels and relationship types by name."""

    version: int
    labels: dict[str, Label]
    relationships: dict[str, RelationshipType]

    def lineage(self, label: str) -> tuple[str, ...]:
        """Return the labels of a node from the most general to the given one."""
        parent = self.labels[label].extends
        return (*(self.lineage(parent) if parent else ()), label)


@cache
def schema(path: Path = SCHEMA) -> Schema:
    """Return the graph's schema.

    Raises:
        SchemaError: The file is missing or at fault.
    """
    try:
        return Schema.model_validate(_expanded(yaml.safe_load(path.read_text(encoding="utf-8"))))
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise SchemaError(f"{path}: cannot be read: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise SchemaError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _expanded(data: dict[str, Any]) -> dict[str, Any]:
    """Return the file's data with inherited keys and properties, and evidence written out where it is due."""
    labels = {name: _inherited(name, data["labels"]) for name in data["labels"]}
    relationships = {
        name: {**entry, "properties": {**entry["properties"], **(data["evidence"] if entry.get("evidence") else {})}}
        for name, entry in data["relationships"].items()
    }
    return {"version": data["version"], "labels": labels, "relationships": relationships}


def _inherited(name: str, labels: dict[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = labels[name]
    if "extends" not in own:
        return own
    parent = _inherited(own["extends"], labels)
    return {"key": parent["key"], **own, "properties": {**parent["properties"], **own.get("properties", {})}}


def validate(graph: PropertyGraph) -> None:
    """Check a graph against the schema.

    Raises:
        SchemaError: Names the first violation: an unknown label, type or property, a value of the wrong type, a missing
            property, an endpoint that is missing or of the wrong label, or an id that stands twice.
    """
    rules = schema()
    for node in graph.nodes:
        _check_node(node, rules)
    if len(graph.by_id) != len(graph.nodes):
        raise SchemaError(f"node {_first_twice([node.id for node in graph.nodes])}: the id stands twice")
    for relationship in graph.relationships:
        _check_relationship(relationship, graph.by_id, rules)
    identities = [relationship.identity for relationship in graph.relationships]
    if len(set(identities)) != len(identities):
        raise SchemaError(f"relationship {_shown(_first_twice(identities))}: it stands twice")


def _check_node(node: Node, rules: Schema) -> None:
    place = f"node {node.id}"
    for label in node.labels:
        if label not in rules.labels:
            raise SchemaError(f"{place}: unknown label {label}")
    if not node.labels or node.labels != rules.lineage(node.labels[-1]):
        raise SchemaError(f"{place}: the labels {', '.join(node.labels) or '(none)'} do not stand together")
    special = rules.labels[node.labels[-1]]
    _check_properties(node.properties, special.properties, place)
    if node.properties[special.key] != node.id:
        raise SchemaError(f"{place}: its property {special.key} is {node.properties[special.key]}")


def _check_relationship(relationship: Relationship, nodes: Mapping[str, Node], rules: Schema) -> None:
    place = f"relationship {_shown(relationship.identity)}"
    kind = rules.relationships.get(relationship.type)
    if kind is None:
        raise SchemaError(f"{place}: unknown type {relationship.type}")
    for end, label in ((relationship.source, kind.source), (relationship.target, kind.target)):
        if end not in nodes:
            raise SchemaError(f"{place}: there is no node {end}")
        if label not in nodes[end].labels:
            raise SchemaError(f"{place}: {end} must be a {label}")
    _check_properties(relationship.properties, kind.properties, place)


def _check_properties(values: Mapping[str, Value], rules: Properties, place: str) -> None:
    for name, value in values.items():
        if name not in rules:
            raise SchemaError(f"{place}: unknown property {name}")
        if not rules[name].accepts(value):
            raise SchemaError(f"{place}: property {name} must be of type {rules[name].type}, not {type(value).__name__}")
    for name, rule in rules.items():
        if rule.required and name not in values:
            raise SchemaError(f"{place}: property {name} is missing")


def _first_twice(values: Sequence[_T]) -> _T:
    return next(value for value, count in Counter(values).items() if count > 1)


def _shown(identity: tuple[str, str, str, str]) -> str:
    kind, source, target, key = identity
    return f"({source})-[{kind}{' ' + key if key else ''}]->({target})"
