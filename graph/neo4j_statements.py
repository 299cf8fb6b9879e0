"""The statements that write and read a whole graph in Neo4j: texts of graph/cypher with names of schema.yaml put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from skillgraph.graph.schema import schema
from skillgraph.graph.vocabulary import label_properties, primary_labels, special_labels

FOLDER = Path(__file__).with_name("cypher")
_SEARCHED = {"Person": ("name",), "Skill": ("name", "aliases"), "Company": ("name", "aliases")}
_PLACE = re.compile(r"\b(?:LABELS|LABEL|SPECIAL|TYPE|SOURCE|TARGET|NAME|PROPERTIES|PROPERTY)\b")


@cache
def _text(name: str) -> str:
    lines = FOLDER.joinpath(f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("//")).strip()


def statement(file: str, /, **names: str) -> str:
    """Return the text of a file with its capital placeholders replaced.

    Args:
        file: the file's name without its ending.
        names: labels, types and properties of schema.yaml, by placeholder in lower case.
    """
    return _PLACE.sub(lambda match: names[match.group().lower()], _text(file))


def schema_statements() -> Iterator[str]:
    """Yield the statements that create constraints and indexes where they are missing."""
    for label in primary_labels():
        low = label.lower()
        yield statement("constraint", name=f"skillgraph_{low}_key", label=label)
        for name in sorted({"id", "name"} & label_properties(label)):
            yield statement("index", name=f"skillgraph_{low}_{name}", label=label, property=name)
    for label, names in sorted(_SEARCHED.items()):
        properties = ", ".join(f"n.{name}" for name in names)
        yield statement("fulltext", name=f"skillgraph_{label.lower()}_names", label=label, properties=properties)


def merge_nodes(labels: tuple[str, ...]) -> str:
    """Return the statement that makes nodes of these labels, the first of which owns the key, as its rows say."""
    special = ":".join(sorted(label for label in special_labels() if schema().labels[label].extends == labels[0]))
    name = "merge_special_nodes" if special else "merge_nodes"
    return statement(name, label=labels[0], labels=":".join(labels), special=special)
