"""Document → Profile by rules, as a spaCy pipeline."""

from skillgraph.extraction.pipeline import annotate, pipeline, read

__all__ = ["annotate", "pipeline", "read"]
