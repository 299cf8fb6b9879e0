// title: Skills that the ontology does not know
// purpose: Skills kept from skill lists under their own names, by the number of people: candidates for the ontology.
// topic: Quality
// param limit: integer = 100 -- Rows at most
// column skill: string -- Name as written
// column id: string -- Id
// column people: integer -- People who name it
// column names: strings -- Their names, up to five
MATCH (s:Skill)
WHERE s.curated = false
OPTIONAL MATCH (p:Person)-[:HAS_SKILL]->(s)
WITH s, p
ORDER BY s.id, p.name, p.id
WITH s, count(p) AS people, collect(p.name) AS names
RETURN s.name AS skill, s.id AS id, people, names[0..5] AS names
ORDER BY people DESC, skill, id
LIMIT $limit
