MATCH (c:Company)
WHERE c.id = $company OR c.name = $company
MATCH worked = (p:Person)-[:HELD]->(o:Position)-[:AT]->(c)
RETURN worked
ORDER BY p.id, o.id
LIMIT $limit
