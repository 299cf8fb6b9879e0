MATCH (s:Skill)
WHERE s.id = $what OR s.name = $what
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT x
MATCH (a:Achievement)-[:USED|APPLIED]->(x)
WITH DISTINCT a
WHERE ($action IS NULL OR a.action = $action) AND ($technology IS NULL OR EXISTS {
  MATCH (a)-[:USED|APPLIED]->(:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(t:Skill)
  WHERE t.id = $technology OR t.name = $technology
})
MATCH work = (:Person)-[:HELD|INCLUDES|ACHIEVED*1..2]->(a)-[:USED|APPLIED]->(:Skill)
WITH work, [n IN nodes(work) | n.id] AS ids
RETURN work
ORDER BY ids
LIMIT $limit
