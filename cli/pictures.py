"""Pictures of a person or skill beside the printed page.

In: files that were named on the command line. Out: SVG or PNG, named on stderr.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from skillgraph.cli.output import clean

if TYPE_CHECKING:
    from skillgraph.model import PropertyGraph

F = TypeVar("F", bound=Callable[..., Any])
_KINDS = {
    "timeline": "Write a timeline: a career and skills by years, or who used the skill when.",
    "coverage": "Write a table of people × skills around it.",
    "neighbourhood": "Write what it is joined to: work, people, skills.",
}


class Picture(click.Path):
    """A file whose name tells that it is a picture."""

    name = "picture"

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path.

        Raises:
            BadParameter: It ends in neither .svg nor .png.
        """
        path = super().convert(value, param, ctx)
        if Path(str(path)).suffix.lower() not in (".svg", ".png"):
            self.fail(f"{value}: a picture ends in .svg or .png", param, ctx)
        return path


def picture_options(function: F) -> F:
    """Add an option for each picture."""
    for name, meaning in reversed(_KINDS.items()):
        function = click.option(f"--{name}", type=Picture(), metavar="FILE", help=f"{meaning} FILE.svg or FILE.png.")(function)
    return function


def write_pictures(read: Callable[[], PropertyGraph], node: str, files: Mapping[str, Path | None]) -> None:
    """Write the pictures that were asked for; the graph is read only when there is one.

    Raises:
        ExportError: One cannot be written, or the library for PNG is missing.
    """
    wanted = {name: path for name, path in files.items() if path is not None}
    if not wanted:
        return
    from skillgraph.exporters.pictures import PICTURES, write_picture

    graph = read()
    for name, path in wanted.items():
        write_picture(PICTURES[name](graph, node), path)
        click.echo(f"{clean(str(path))}: written", err=True)
