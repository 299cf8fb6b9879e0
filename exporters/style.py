"""How each label looks: graph.grass, the file that the Neo4j Browser takes, is the only place that says so.

In: graph.grass. Out: a `Look` for every label.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from skillgraph.errors import ExportError
from skillgraph.model import Frozen, Node

GRASS = Path(__file__).with_name("graph.grass")
_RULE = re.compile(r'(?P<selector>[\w.]+)\s*\{(?P<body>(?:[^"{}]|"[^"]*")*)\}')
_SETTING = re.compile(r"(?P<name>[\w-]+):\s*(?P<value>\"[^\"]*\"|[^;]+);")
_SHAPES = MappingProxyType(
    {"Company": "box", "School": "house", "Achievement": "note", "Metric": "diamond", "Concept": "hexagon", "Document": "folder"}
)


class Look(Frozen):
    """The looks of a node or relationship."""

    color: str = Field(description="#RRGGBB")
    border: str = Field(default="#000000", description="#RRGGBB")
    text: str = Field(default="#000000", description="colour of the text inside")
    diameter: float = Field(default=1.0, description="pixels in the Neo4j Browser")
    caption: str = ""
    shape: str = Field(default="ellipse", description="name of a Graphviz shape")

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue from 0 to 255."""
        return (int(self.color[1:3], 16), int(self.color[3:5], 16), int(self.color[5:7], 16))


@cache
def looks(path: Path = GRASS) -> MappingProxyType[str, Look]:
    """Return the looks by selector: `node`, `relationship`, and each label by its name.

    Raises:
        ExportError: The file is missing or at fault.
    """
    try:
        text = path.read_text(encoding="utf-8")
        rules = {rule["selector"]: dict(_settings(rule["body"])) for rule in _RULE.finditer(text)}
        base = rules["node"]
        named = {
            selector.removeprefix("node."): _look(selector, base | own) for selector, own in rules.items() if selector.startswith("node")
        }
        return MappingProxyType(named | {"relationship": _look("relationship", rules["relationship"])})
    except (OSError, KeyError, ValueError) as error:
        raise ExportError(f"{path}: cannot be read as a GraSS style: {error}") from error


def look_of(node: Node) -> Look:
    """Return the looks of a node: those of its most special label that has any."""
    known = looks()
    return next((known[label] for label in reversed(node.labels) if label in known), known["node"])


def _settings(body: str) -> list[tuple[str, str]]:
    return [(found["name"], found["value"].strip().strip('"')) for found in _SETTING.finditer(body)]


def _look(selector: str, settings: dict[str, str]) -> Look:
    return Look(
        color=settings["color"].upper(),
        border=settings.get("border-color", settings["color"]).upper(),
        text=settings["text-color-internal"].upper(),
        diameter=float(settings.get("diameter", "1px").removesuffix("px")),
        caption=settings.get("caption", ""),
        shape=_SHAPES.get(selector.removeprefix("node."), "ellipse"),
    )
