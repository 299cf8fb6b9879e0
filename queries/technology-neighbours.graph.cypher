MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (a:Achievement)-[:USED|APPLIED]->(s)
WITH s, a
ORDER BY a.id
LIMIT $limit
MATCH (a)-[:USED|APPLIED]->(t:Skill)
WHERE t.id <> s.id
MATCH together = (t)<-[:USED|APPLIED]-(a)-[:USED|APPLIED]->(s)
RETURN together
ORDER BY a.id, t.id
LIMIT $limit
