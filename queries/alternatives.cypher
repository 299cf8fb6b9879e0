// title: Alternatives to a skill
// purpose: What could stand in for a skill: stated alternatives first, then others of the same class, with the people who know them.
// topic: Skills
// param skill: skill -- Id, name or other name of the skill
// param limit: integer = 25 -- Rows at most
// column skill: string -- Name
// column id: string -- Id
// column why: string -- `alternative`, or the class that both belong to
// column demonstrated: integer -- People who showed it in work
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
CALL (s) {
  MATCH (s)-[:ALTERNATIVE_TO]-(t:Skill)
  RETURN t, 0 AS rank, 'alternative' AS why
  UNION
  MATCH (s)-[:BROADER]->(c:Skill)<-[:BROADER]-(t:Skill)
  WHERE t.id <> s.id AND NOT EXISTS { MATCH (s)-[:ALTERNATIVE_TO]-(t) }
  RETURN t, 1 AS rank, c.name AS why
}
OPTIONAL MATCH (p:Person)-[h:HAS_SKILL]->(t)
WHERE h.basis = 'demonstrated'
WITH t, rank, why, count(DISTINCT p) AS demonstrated
RETURN t.name AS skill, t.id AS id, why, demonstrated
ORDER BY rank, demonstrated DESC, skill, id, why
LIMIT $limit
