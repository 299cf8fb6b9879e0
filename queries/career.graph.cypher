MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH held = (p)-[:HELD]->(o:Position)-[:AT]->(:Company)
RETURN held
ORDER BY o.id
LIMIT $limit
