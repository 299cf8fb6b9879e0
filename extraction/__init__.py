"""Document → Profile by rules, as a spaCy pipeline."""

from skillgraph.extraction.pipeline import pipeline, read

__all__ = ["pipeline", "read"]
