// title: Gap of one person against a job
// purpose: Each skill of a job: how the person knows it, through which skill, and what near it they know when they do not.
// topic: Teams
// param person: person -- Name or id of the person
// param skills: skills -- Skills of the job
// column skill: string -- Name
// column id: string -- Id of the skill
// column basis: string -- demonstrated, stated, inferred, or empty for a gap
// column through: strings -- Skills that count for it
// column near: strings -- Alternatives, related skills and siblings that the person knows
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (s:Skill)
WHERE s.id IN $skills OR s.name IN $skills
OPTIONAL MATCH (p)-[h:HAS_SKILL]->(x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH p, s, x, min(CASE h.basis WHEN 'demonstrated' THEN 0 WHEN 'stated' THEN 1 WHEN 'inferred' THEN 2 ELSE 3 END) AS rank
ORDER BY s.id, rank, x.name, x.id
WITH p, s, min(rank) AS rank, collect(x.name) AS through
OPTIONAL MATCH (s)-[:BROADER]->(c:Skill)
WITH p, s, rank, through, collect(c.id) AS classes
OPTIONAL MATCH (s)-[:ALTERNATIVE_TO|RELATED]-(n:Skill)
WITH p, s, rank, through, classes, collect(n.id) AS beside
OPTIONAL MATCH (p)-[:HAS_SKILL]->(y:Skill)
WHERE rank = 3 AND (y.id IN beside OR EXISTS {
  MATCH (y)-[:BROADER]->(c:Skill)
  WHERE c.id IN classes
})
WITH s, rank, through, y
ORDER BY s.id, y.name, y.id
WITH s, rank, through, collect(y.name) AS near
RETURN s.name AS skill, s.id AS id, ['demonstrated', 'stated', 'inferred', null][rank] AS basis, through, near
ORDER BY rank, skill, id
