// title: Paths between two people
// purpose: How two people are connected: the shortest ways through companies, schools and skills shown in work, and those through skills that either of them states.
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
CALL (p, q) {
  MATCH way = allShortestPaths((p)-[:HELD|AT|STUDIED_AT|USED|APPLIED|INCLUDES*..8]-(q))
  RETURN way
  UNION ALL
  MATCH way = (p)-[c:CLAIMS]->(:Skill)<-[d:CLAIMS]-(q)
  WHERE c.stance = 'positive' AND d.stance = 'positive'
  RETURN way
  UNION ALL
  MATCH way = (p)-[c:CLAIMS]->(:Skill)<-[:USED|APPLIED]-(:Achievement)<-[:INCLUDES]-(:Position)<-[:HELD]-(q)
  WHERE c.stance = 'positive'
  RETURN way
  UNION ALL
  MATCH way = (p)-[:HELD]->(:Position)-[:INCLUDES]->(:Achievement)-[:USED|APPLIED]->(:Skill)<-[c:CLAIMS]-(q)
  WHERE c.stance = 'positive'
  RETURN way
}
WITH length(way) AS length, [n IN nodes(way) | coalesce(n.name, n.title, n.text, n.company)] AS path, [n IN nodes(way) | n.id] AS ids
RETURN length, path
ORDER BY length, ids
LIMIT $limit
