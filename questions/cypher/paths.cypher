// The shortest ways between two people, through what they did; what one says of oneself connects nobody.
MATCH (p:Person), (q:Person)
WHERE p.id = $one AND q.id = $other
MATCH way = allShortestPaths((p)-[:HELD|AT|STUDIED_AT|USED|APPLIED|ACHIEVED*..8]-(q))
RETURN [n IN nodes(way) | coalesce(n.name, n.title, n.text, n.company)] AS names, [n IN nodes(way) | n.id] AS ids
ORDER BY ids
LIMIT 3
