"""What a user has decided about two documents; it wins over every comparison."""

from __future__ import annotations

from skillgraph.model import Frozen


class Judgement(Frozen):
    """Whether two documents are about the same person; documents are named by the SHA-256 of their bytes."""

    left: str
    right: str
    same: bool

    @property
    def pair(self) -> tuple[str, str]:
        """The two documents in order."""
        return (min(self.left, self.right), max(self.left, self.right))
