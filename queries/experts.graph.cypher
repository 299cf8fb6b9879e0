MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT s, x
MATCH (p:Person)-[h:HAS_SKILL]->(x)
WHERE h.basis <> 'inferred' AND ($basis IS NULL OR h.basis = $basis)
WITH s, x, p
ORDER BY p.id, x.id
LIMIT $limit
MATCH knows = (p)-[:HAS_SKILL]->(x)
MATCH above = (x)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
RETURN knows, above
ORDER BY p.id, x.id
LIMIT $limit
