"""Graphs into files, by the exporters' table.

In: a graph, a path (`-` for stdout), a format. Out: files, named on stderr.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from skillgraph.cli.output import clean

if TYPE_CHECKING:
    from skillgraph.model import PropertyGraph
    from skillgraph.questions import Answer

STDOUT = Path("-")
ANSWERING = frozenset({"html"})
"""Formats that show answers."""


def format_of(path: Path) -> str:
    """Return the format that a file's name asks for.

    Raises:
        UsageError: No format has such an ending.
    """
    from skillgraph.exporters import EXPORTERS

    # A format of several files is never meant by a name such as graph.json.
    for exporter in sorted(EXPORTERS.values(), key=lambda exporter: (exporter.folder, exporter.name)):
        if exporter.extension and path.name.endswith(exporter.extension):
            return exporter.name
    endings = sorted({exporter.extension for exporter in EXPORTERS.values() if exporter.extension})
    raise click.UsageError(f"the name {path} tells no format: end it in {', '.join(endings)}, or say --format")


def write_graph(
    graph: PropertyGraph, path: Path, form: str, *, options: Mapping[str, str] = MappingProxyType({}), answers: Sequence[Answer] = ()
) -> None:
    """Write a graph and say on stderr where it is; a format that shows answers gets them too.

    Raises:
        ExportError: It cannot be written so.
    """
    from skillgraph.exporters import export, export_to_stream

    if path == STDOUT:
        export_to_stream(graph, sys.stdout.buffer, format=form, options=options, answers=answers)
        return
    files = export(graph, path, format=form, options=options, answers=answers)
    size = f"{len(graph.nodes)} nodes, {len(graph.relationships)} relationships"
    click.echo(f"{clean(str(path))}: {size}{f' in {len(files)} files' if len(files) > 1 else ''}", err=True)
