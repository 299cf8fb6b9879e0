"""The base of every model: frozen, with no unknown fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable record; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """A half-open range of characters in `Document.text`."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Tell whether the span covers anything."""
        return self.end > self.start
