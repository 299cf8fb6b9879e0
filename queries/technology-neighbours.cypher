// title: What stands near a skill in work
// purpose: Skills that appear in the same pieces of work as a skill, the most frequent first.
// topic: Skills
// param skill: skill -- Id, name or other name of the skill
// param limit: integer = 25 -- Rows at most
// column skill: string -- Name
// column id: string -- Id
// column kind: string -- technology or concept
// column together: integer -- Pieces of work that show both
// column people: integer -- People who did them
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (a:Achievement)-[:USED|APPLIED]->(s)
MATCH (p:Person)-[:ACHIEVED]->(a)
MATCH (a)-[:USED|APPLIED]->(t:Skill)
WITH s.id AS own, t.id AS id, t.name AS skill, t.kind AS kind, count(*) AS together, count(DISTINCT p.id) AS people
WHERE id <> own
RETURN skill, id, kind, together, people
ORDER BY together DESC, people DESC, skill, id
LIMIT $limit
