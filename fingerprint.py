"""A hash of what a result depends on besides its input: code, data files, options."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from skillgraph.errors import OntologyError

_ROOT = Path(__file__).parent


def fingerprint(rooms: Iterable[str], *, overlays: Iterable[Path] = (), options: Iterable[object] = ()) -> str:
    """Return a hash of the rooms' code and data, the overlays' contents and the options.

    Raises:
        OntologyError: An overlay cannot be read.
    """
    found = hashlib.sha256(repr([str(option) for option in options]).encode())
    for room in rooms:
        for file in sorted(f for f in (_ROOT / room).rglob("*") if f.suffix in (".py", ".yaml")):
            found.update(f"\0{file.relative_to(_ROOT).as_posix()}\0".encode() + file.read_bytes())
    for overlay in overlays:
        try:
            found.update(f"\0{overlay.name}\0".encode() + overlay.read_bytes())
        except OSError as error:
            raise OntologyError(f"{overlay}: cannot be read: {error.strerror}") from error
    return found.hexdigest()[:32]
