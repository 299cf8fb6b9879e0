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
WITH way, length(way) AS length, [n IN nodes(way) | n.id] AS ids
RETURN way
ORDER BY length, ids
LIMIT $limit
