"""Canned reads: one .cypher file each, run on any store."""

from skillgraph.queries.library import Column, Parameter, Query, find_query, load_queries, run_query

__all__ = ["Column", "Parameter", "Query", "find_query", "load_queries", "run_query"]
