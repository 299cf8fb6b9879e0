"""skillgraph turns résumés into a knowledge graph of people, work and skills, and answers questions from it with proof."""

__version__ = "0.1.0"
