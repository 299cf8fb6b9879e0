"""What keeps the workspaces of one server database apart: a key of its own for each workspace folder.

In: a workspace folder. Out: the key, made when the workspace is first pushed and kept in the folder from then on.
"""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from skillgraph.errors import StoreError

FILE = "workspace-key"
_KEY = re.compile(r"[\w.-]{1,80}")


def known_key(folder: Path) -> str | None:
    """Return the key of a workspace that was pushed before, or None.

    Raises:
        StoreError: Its file is at fault.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be read: {error}") from error
    if not _KEY.fullmatch(text):
        raise StoreError(f"{path} holds no key: write 1 to 80 letters, digits, '-', '_' or '.' into it, or remove it")
    return text


def own_key(folder: Path) -> str:
    """Return the workspace's key; it is made when there is none, and no two workspaces get the same.

    Raises:
        StoreError: Its file cannot be read or written.
    """
    if found := known_key(folder):
        return found
    path, place = folder / FILE, folder.resolve()
    name = place.parent.name if place.name.startswith(".") else place.name
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40] or "workspace"
    made = f"{readable}-{secrets.token_hex(4)}"
    part = folder / f"{FILE}.{made}"
    try:
        part.write_text(f"{made}\n", encoding="utf-8")
        # Two first pushes at once: the second finds the whole file of the first.
        with suppress(FileExistsError):
            os.link(part, path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)
    return known_key(folder) or made
