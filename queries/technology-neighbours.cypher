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
MATCH (a)-[:USED|APPLIED]->(t:Skill)
WHERE t.id <> s.id
MATCH (p:Person)-[:ACHIEVED]->(a)
WITH t, count(DISTINCT a) AS together, count(DISTINCT p) AS people
RETURN t.name AS skill, t.id AS id, t.kind AS kind, together, people
ORDER BY together DESC, people DESC, skill, id
LIMIT $limit
