"""Who and what is the same: documents of one person, and names of one company or school."""

from skillgraph.resolution.judgement import Judgement
from skillgraph.resolution.names import company_key, digest, school_key, slug
from skillgraph.resolution.people import Comparison, candidates, compare, people

__all__ = ["Comparison", "Judgement", "candidates", "company_key", "compare", "digest", "people", "school_key", "slug"]
