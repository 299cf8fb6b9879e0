"""Pictures for reports: a timeline, a coverage table and a neighbourhood, as SVG, or as PNG through resvg.

In: a graph and the id of a person or skill. Out: the text of an SVG file, the same for equal graphs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from skillgraph.errors import ExportError
from skillgraph.exporters.exporter import File, needs
from skillgraph.exporters.pictures.coverage import coverage
from skillgraph.exporters.pictures.neighbourhood import neighbourhood
from skillgraph.exporters.pictures.timeline import timeline
from skillgraph.exporters.write import write_file
from skillgraph.model import PropertyGraph

__all__ = ["ENDINGS", "PICTURES", "png", "write_picture"]

ENDINGS = (".svg", ".png")
PICTURES: Mapping[str, Callable[[PropertyGraph, str], str]] = MappingProxyType(
    {"timeline": timeline, "coverage": coverage, "neighbourhood": neighbourhood}
)
# Sharp on paper at the picture's own size.
_ZOOM = 2


def write_picture(svg: str, path: Path) -> Path:
    """Write a picture; the file's name tells whether as SVG or PNG.

    Raises:
        ExportError: The name tells neither, the library for PNG is missing, or the path cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ExportError(f"{path}: a picture ends in {' or '.join(ENDINGS)}")
    return write_file(File(path.name, [svg.encode() if ending == ".svg" else png(svg)]), path)


def png(svg: str) -> bytes:
    """Return an SVG as PNG.

    Raises:
        ExportError: The library is missing, or refuses the picture.
    """
    try:
        import resvg_py
    except ImportError as error:
        raise needs("pictures", "png", error) from error
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=_ZOOM))
    except ValueError as error:
        raise ExportError(f"the picture cannot be made a PNG: {error}") from error
