"""How much of a file from a stranger is read before it is taken for an attack."""

from __future__ import annotations

from pydantic import Field

from skillgraph.model import Frozen


class Limits(Frozen):
    """Bounds for one file; what is beyond them is refused with the bound's name and value."""

    max_bytes: int = Field(20_000_000, ge=1, description="bytes of one file, and of one member of an archive")
    max_pages: int = Field(60, ge=1, description="pages of one PDF or scan")
    max_seconds: float = Field(60.0, gt=0, description="seconds for one file")
    max_ratio: int = Field(200, ge=1, description="how many times its packed size a member of an archive may have")
    max_members: int = Field(20_000, ge=1, description="members of one archive, mailbox or table")
    max_unpacked: int = Field(2_000_000_000, ge=1, description="bytes of all members of one archive together")
    max_nesting: int = Field(2, ge=0, description="archives within archives")


LIMITS = Limits()


def limit_of(name: str, value: float) -> str:
    """Return what a refusal says of the bound that was met: its value, and the setting that raises it.

    >>> limit_of("max_pages", 60)
    'the limit is 60; the setting `max_pages` raises it'
    """
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    return f"the limit is {shown}; the setting `{name}` raises it"
