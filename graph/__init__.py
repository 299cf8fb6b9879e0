"""Profiles become a property graph, and stores keep it: embedded kglite or Neo4j behind one protocol."""
