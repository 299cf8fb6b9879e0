"""The words that every room speaks: frozen pydantic models without input or output."""

from skillgraph.model.base import Frozen, Span
from skillgraph.model.document import Block, BlockKind, Document, Run
from skillgraph.model.graph import Node, PropertyGraph, Relationship, Value
from skillgraph.model.profile import (
    Achievement,
    Contact,
    Education,
    Mention,
    Metric,
    Person,
    Position,
    Profile,
    Section,
    SkillKind,
    Stance,
)

__all__ = [
    "Achievement",
    "Block",
    "BlockKind",
    "Contact",
    "Document",
    "Education",
    "Frozen",
    "Mention",
    "Metric",
    "Node",
    "Person",
    "Position",
    "Profile",
    "PropertyGraph",
    "Relationship",
    "Run",
    "Section",
    "SkillKind",
    "Span",
    "Stance",
    "Value",
]
