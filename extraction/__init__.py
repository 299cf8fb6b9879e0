"""Document → Profile by rules; `skillgraph.extraction.pipeline` has the same steps as a spaCy pipeline."""

from skillgraph.extraction.read import prepare, read

__all__ = ["prepare", "read"]
