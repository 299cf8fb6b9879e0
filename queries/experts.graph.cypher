MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH above = (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
MATCH knows = (p:Person)-[h:HAS_SKILL]->(x)
WHERE h.basis <> 'inferred' AND ($basis IS NULL OR h.basis = $basis)
RETURN knows, above
ORDER BY p.id, x.id
LIMIT $limit
