"""What a statement returns, as cells of a table or as JSON.

In: rows from a store. Out: printed rows.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from skillgraph.cli.output import print_rows

if TYPE_CHECKING:
    from skillgraph.graph.rows import Rows
    from skillgraph.model import Node


def print_answer(rows: Rows, form: str, *, title: str = "") -> None:
    """Print the rows of a statement."""
    shape = plain if form in ("json", "jsonl") else brief
    found = [[shape(cell) for cell in row] for row in rows.rows]
    if form == "table" and sys.stdout.isatty() and rows.columns[1:2] == ("id",):
        # A screen has room for the name alone; what asks for an id takes the name too.
        print_rows([rows.columns[0], *rows.columns[2:]], [[row[0], *row[2:]] for row in found], form, title=title)
        return
    print_rows(rows.columns, found, form, title=title)


def plain(value: Any) -> Any:
    """Return a value as JSON has it: nodes, relationships and paths become objects."""
    from skillgraph.graph.rows import Path
    from skillgraph.model import Node, Relationship

    if isinstance(value, Node):
        return {"id": value.id, "labels": list(value.labels), "properties": plain(value.properties)}
    if isinstance(value, Relationship):
        return {"type": value.type, "source": value.source, "target": value.target, "properties": plain(value.properties)}
    if isinstance(value, Path):
        return {"nodes": [plain(node) for node in value.nodes], "relationships": [plain(link) for link in value.relationships]}
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def brief(value: Any) -> Any:
    """Return a value as a cell of a table."""
    from skillgraph.graph.rows import Path
    from skillgraph.model import Node, Relationship

    if isinstance(value, Node):
        return f"({value.labels[-1] if value.labels else ''} {caption(value)})"
    if isinstance(value, Relationship):
        return f"{value.source} -[{value.type}]-> {value.target}"
    if isinstance(value, Path):
        return _walk(value)
    if isinstance(value, dict):
        return json.dumps(plain(value), ensure_ascii=False)
    return [brief(part) for part in value] if isinstance(value, list | tuple) else value


def caption(node: Node) -> str:
    """Return the property that tells a reader what a node is."""
    return next((str(node.properties[name]) for name in ("name", "title", "text", "company", "path") if name in node.properties), node.id)


def _walk(path: Any) -> str:
    words = [caption(path.nodes[0])] if path.nodes else []
    for before, link, node in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        words.append(f"-[{link.type}]->" if link.source == before.id else f"<-[{link.type}]-")
        words.append(caption(node))
    return " ".join(words)
