MATCH (s:Skill)
WHERE s.id IN $skills OR s.name IN $skills
MATCH above = (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
MATCH knows = (p:Person)-[h:HAS_SKILL]->(x)
WHERE h.basis <> 'inferred'
RETURN knows, above
ORDER BY p.id, x.id, s.id
LIMIT $limit
