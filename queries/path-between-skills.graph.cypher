MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (t:Skill)
WHERE (t.id = $other OR t.name = $other) AND t.id <> s.id
MATCH way = allShortestPaths((s)-[:BROADER|IMPLIES|PART_OF|ALTERNATIVE_TO|RELATED*..8]-(t))
WITH way, [n IN nodes(way) | n.id] AS ids
RETURN way
ORDER BY ids
LIMIT $limit
