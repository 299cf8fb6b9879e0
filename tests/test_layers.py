"""The rooms import each other in one direction only, and heavy libraries stay in the room that needs them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "model": set(),
    "ontology": {"model"},
    "loaders": {"model"},
    "extraction": {"model", "ontology"},
    "resolution": {"model"},
    "graph": {"model", "ontology", "resolution"},
    "queries": {"model", "ontology", "graph"},
    "questions": {"model", "ontology", "graph"},
    "exporters": {"model", "ontology"},
    "server": {"model", "ontology", "graph", "queries", "questions", "exporters"},
}
ONLY_IN = {"spacy": {"extraction"}, "neo4j": {"graph"}, "kglite": {"graph"}, "click": {"cli"}, "networkx": {"exporters"}, "resvg_py": {"exporters"}}


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names that a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def files(room: str) -> list[Path]:
    return [path for path in sorted((ROOT / room).rglob("*.py")) if "node_modules" not in path.parts]


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    found = {
        (path.relative_to(ROOT).as_posix(), parts[1])
        for path in files(room)
        for parts in (name.split(".") for name in imports(path))
        if parts[0] == "skillgraph" and len(parts) > 1 and parts[1] not in {room, "errors"} | MAY_IMPORT[room]
    }
    assert found == set()


@pytest.mark.parametrize("library", sorted(ONLY_IN))
def test_a_heavy_library_stays_in_its_room(library: str) -> None:
    rooms = [path for path in sorted(ROOT.iterdir()) if path.is_dir() and (path / "__init__.py").exists() and path.name not in ("tests", "benchmarks")]
    found = {room.name for room in rooms for path in files(room.name) if any(name.split(".")[0] == library for name in imports(path))}
    assert found == ONLY_IN[library]
