MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT p, x
MATCH shown = (p)-[:HELD|INCLUDES|ACHIEVED|LISTS|CLAIMS|USED|APPLIED*1..3]->(x)
WHERE all(r IN relationships(shown) WHERE coalesce(r.stance, 'positive') = 'positive')
WITH shown, [n IN nodes(shown) | n.id] AS ids
RETURN shown
ORDER BY ids
LIMIT $limit
