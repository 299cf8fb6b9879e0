MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (q:Person)
WHERE (q.id = $other OR q.name = $other) AND q.id <> p.id
MATCH way = allShortestPaths((p)-[:HELD|AT|STUDIED_AT|USED|APPLIED|INCLUDES|CLAIMS*..8]-(q))
WITH way, [n IN nodes(way) | n.id] AS ids
RETURN way
ORDER BY ids
LIMIT $limit
