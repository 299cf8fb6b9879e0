// title: Paths between two people
// purpose: How two people are connected: the shortest ways through companies, schools and skills that they showed or stated.
// topic: Paths
// param person: person -- Name or id of the person
// param other: person -- Name or id of the other person
// param limit: integer = 25 -- Rows at most
// column length: integer -- Steps
// column path: strings -- Names along the way
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (q:Person)
WHERE (q.id = $other OR q.name = $other) AND q.id <> p.id
MATCH way = allShortestPaths((p)-[:HELD|AT|STUDIED_AT|USED|APPLIED|INCLUDES|CLAIMS*..8]-(q))
WITH length(way) AS length, [n IN nodes(way) | coalesce(n.name, n.title, n.text, n.company)] AS path, [n IN nodes(way) | n.id] AS ids
RETURN length, path
ORDER BY length, ids
LIMIT $limit
