MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH up = (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
MATCH shown = (p)-[:HELD|INCLUDES|ACHIEVED*1..2]->(:Achievement)-[:USED|APPLIED]->(x)
WITH shown, up, [n IN nodes(shown) | n.id] AS ids, [n IN nodes(up) | n.id] AS above
RETURN shown, up
ORDER BY ids, above
LIMIT $limit
