// title: People without shown skills
// purpose: People of whom no piece of work shows a skill, with what is known of them.
// topic: Quality
// param limit: integer = 100 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column positions: integer -- Positions
// column achievements: integer -- Achievements
// column claims: integer -- Skills stated
// column documents: strings -- Documents about the person
MATCH (p:Person)
WHERE NOT EXISTS { MATCH (p)-[:ACHIEVED]->(:Achievement)-[:USED|APPLIED]->(:Skill) }
OPTIONAL MATCH (p)-[:HELD]->(o:Position)
WITH p, count(o) AS positions
OPTIONAL MATCH (p)-[:ACHIEVED]->(a:Achievement)
WITH p, positions, count(a) AS achievements
OPTIONAL MATCH (p)-[:CLAIMS]->(s:Skill)
WITH p, positions, achievements, count(DISTINCT s) AS claims
OPTIONAL MATCH (p)-[:DESCRIBED_IN]->(d:Document)
WITH p, positions, achievements, claims, d
ORDER BY p.id, d.path
RETURN p.name AS person, p.id AS id, positions, achievements, claims, collect(d.path) AS documents
ORDER BY person, id
LIMIT $limit
