// title: Smallest team for a list of skills
// purpose: Teams of one, two or three people who together know all skills of a list; people with the same skills of it stand for each other.
// topic: Teams
// param skills: skills -- Skills that are needed
// param basis: string = null -- Only `demonstrated`, `stated` or `inferred`
// param limit: integer = 10 -- Teams at most
// column size: integer -- People in the team
// column team: strings -- Names; where several people would do, the one with most months
MATCH (s:Skill)
WHERE s.id IN $skills OR s.name IN $skills
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT s, x
MATCH (p:Person)-[h:HAS_SKILL]->(x)
WHERE $basis IS NULL OR h.basis = $basis
WITH p, s, max(h.months) AS months
ORDER BY p.id, s.id
WITH p, collect(s.id) AS covered, sum(months) AS months
ORDER BY months DESC, p.name, p.id
WITH covered, collect(p.name)[0] AS name
ORDER BY name, covered
WITH collect({name: name, covered: covered}) AS members
UNWIND range(0, size(members) - 1) AS i
UNWIND range(i, size(members) - 1) AS j
UNWIND CASE WHEN i = j THEN [j] ELSE range(j, size(members) - 1) END AS k
WITH members[i] AS a, members[j] AS b, members[k] AS c, i, j, k
WITH a, b, c, CASE WHEN i = j THEN 1 WHEN j = k THEN 2 ELSE 3 END AS size,
  size([id IN a.covered WHERE true | id]) + size([id IN b.covered WHERE NOT id IN a.covered | id])
  + size([id IN c.covered WHERE NOT id IN a.covered AND NOT id IN b.covered | id]) AS number
WHERE number = size($skills)
WITH size, [a.name, b.name, c.name][0..size] AS team
ORDER BY size, team
WITH collect({size: size, team: team}) AS teams
UNWIND [t IN teams WHERE t.size = teams[0].size | t] AS found
RETURN found.size AS size, found.team AS team
ORDER BY size, team
LIMIT $limit
