OPTIONAL MATCH (y:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(t:Skill)
WHERE t.id = $technology OR t.name = $technology
WITH collect(DISTINCT y.id) AS counted
MATCH (s:Skill)
WHERE s.id = $what OR s.name = $what
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT x, counted
MATCH (a:Achievement)-[:USED|APPLIED]->(x)
WITH DISTINCT a, counted
WHERE ($action IS NULL OR a.action = $action) AND ($technology IS NULL OR EXISTS {
  MATCH (a)-[:USED|APPLIED]->(y:Skill)
  WHERE y.id IN counted
})
WITH a
ORDER BY a.id
LIMIT $limit
MATCH (p:Person)-[:ACHIEVED]->(a)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
CALL (p, o, a) {
  MATCH work = (p)-[:ACHIEVED]->(a)-[:USED|APPLIED]->(:Skill)
  RETURN work
  UNION ALL
  MATCH work = (p)-[:HELD]->(o)-[:INCLUDES]->(a)-[:USED|APPLIED]->(:Skill)
  RETURN work
}
WITH work, [n IN nodes(work) | n.id] AS ids
RETURN work
ORDER BY ids
LIMIT $limit
