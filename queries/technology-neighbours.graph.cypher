MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH together = (s)<-[:USED|APPLIED]-(a:Achievement)-[:USED|APPLIED]->(t:Skill)
RETURN together
ORDER BY a.id, t.id
LIMIT $limit
