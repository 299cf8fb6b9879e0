// title: Similar people
// purpose: People whose skills, shown or stated, overlap most with those of a person: shared of all that either has, among the 500 who share most.
// topic: People
// param person: person -- Name or id of the person
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id
// column percent: integer -- Shared skills of all skills of both, rounded down
// column shared: integer -- Number of shared skills
// column skills: strings -- Shared skills, up to ten
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (p)-[h:HAS_SKILL]->(:Skill)
WHERE h.basis <> 'inferred'
WITH p, count(h) AS own
MATCH (p)-[h:HAS_SKILL]->(s:Skill)<-[g:HAS_SKILL]-(q:Person)
WHERE h.basis <> 'inferred' AND g.basis <> 'inferred'
WITH p, own, q, count(s) AS shared
WHERE q.id <> p.id
WITH p, own, q, shared
ORDER BY shared DESC, q.name, q.id
LIMIT 500
MATCH (q)-[g:HAS_SKILL]->(:Skill)
WHERE g.basis <> 'inferred'
WITH p, own, q, shared, count(g) AS known
WITH p, q, shared, 100 * shared / (own + known - shared) AS percent
ORDER BY percent DESC, shared DESC, q.name, q.id
LIMIT $limit
MATCH (q)-[g:HAS_SKILL]->(t:Skill)
WHERE g.basis <> 'inferred'
WITH p, q, shared, percent, collect(t.id) AS known
MATCH (p)-[h:HAS_SKILL]->(s:Skill)
WHERE h.basis <> 'inferred' AND s.id IN known
WITH q, shared, percent, s
ORDER BY q.id, s.name, s.id
WITH q, shared, percent, collect(s.name) AS skills
RETURN q.name AS person, q.id AS id, percent, shared, skills[0..10] AS skills
ORDER BY percent DESC, shared DESC, person, id
