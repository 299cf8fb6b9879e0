"""The command line: parse, call, print – everything else is in the other rooms."""

from skillgraph.cli.program import main

__all__ = ["main"]
