// Where people live, or hold a position today.
MATCH (p:Person)
OPTIONAL MATCH (p)-[:HELD]->(o:Position) WHERE o.current
RETURN p.id AS person, p.location AS home, collect(o.location) AS offices
ORDER BY person
