"""Every error that a user may see: one line that names the thing, the reason and, where there is one, the remedy."""

from __future__ import annotations


class SkillgraphError(Exception):
    """Root of all errors that the command line turns into one line on stderr and exit code 1."""


class LoadError(SkillgraphError):
    """A file cannot become a document; the message names the file and the reason."""


class OntologyError(SkillgraphError):
    """The ontology's data is at fault; the message names file, line and reason."""


class ExtractionError(SkillgraphError):
    """A document cannot become a profile."""


class SchemaError(SkillgraphError):
    """A graph breaks the rules of schema.yaml."""


class StoreError(SkillgraphError):
    """A store is missing, locked, unreachable, of a newer version, or refuses the statement."""


class QueryError(SkillgraphError):
    """An unknown query or parameter, a value of the wrong type, or Cypher that would write."""


class ExportError(SkillgraphError):
    """An export cannot be written."""


class NotFound(SkillgraphError):
    """A person, skill or document that was asked for is not there."""
