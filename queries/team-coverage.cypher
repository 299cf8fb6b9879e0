// title: Coverage and gaps of a team
// purpose: For each skill of a list, how many people of a team know it and who; nobody means a gap.
// topic: Teams
// param skills: skills -- Skills that are needed
// param people: people = [] -- The team; everyone when empty
// column skill: string -- Name
// column id: string -- Id of the skill
// column demonstrated: integer -- People who showed it in work
// column known: integer -- People who know it in any way
// column names: strings -- Their names, up to ten
MATCH (s:Skill)
WHERE s.id IN $skills OR s.name IN $skills
OPTIONAL MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT s, x
OPTIONAL MATCH (p:Person)-[h:HAS_SKILL]->(x)
WHERE size($people) = 0 OR p.id IN $people OR p.name IN $people
WITH s, p, max(CASE WHEN h.basis = 'demonstrated' THEN 1 ELSE 0 END) AS shown
ORDER BY s.id, shown DESC, p.name, p.id
WITH s, sum(shown) AS demonstrated, count(p) AS known, collect(p.name) AS names
RETURN s.name AS skill, s.id AS id, demonstrated, known, names[0..10] AS names
ORDER BY demonstrated, known, skill, id
