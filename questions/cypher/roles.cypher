// Positions whose title holds one of the words.
MATCH (p:Person)-[:HELD]->(o:Position)
WHERE any(w IN $words WHERE toLower(coalesce(o.title, '')) CONTAINS w)
RETURN p.id AS person, o.id AS position, o.title AS title, o.current AS current, o.startMonth AS startMonth
ORDER BY person, startMonth DESC, position
