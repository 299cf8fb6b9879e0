// title: Nearest substitutes for a person
// purpose: Who showed most of the skills that a person showed, and what they lack.
// topic: Teams
// param person: person -- Name or id of the person
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the substitute
// column percent: integer -- Share of the skills, rounded down
// column shared: strings -- Skills that both showed
// column missing: strings -- Skills that the substitute did not show
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (p)-[h:HAS_SKILL]->(s:Skill)
WHERE h.basis = 'demonstrated'
MATCH (q:Person)-[g:HAS_SKILL]->(s)
WHERE g.basis = 'demonstrated'
WITH p, q, count(s) AS number
WHERE q.id <> p.id
WITH p, q, number
ORDER BY number DESC, q.name, q.id
LIMIT $limit
MATCH (q)-[g:HAS_SKILL]->(t:Skill)
WHERE g.basis = 'demonstrated'
WITH p, q, number, collect(t.id) AS known
MATCH (p)-[h:HAS_SKILL]->(s:Skill)
WHERE h.basis = 'demonstrated'
WITH q, number, known, s
ORDER BY q.id, s.name, s.id
WITH q, number, known, collect(s) AS skills
RETURN q.name AS person, q.id AS id, 100 * number / size(skills) AS percent,
  [s IN skills WHERE s.id IN known | s.name] AS shared, [s IN skills WHERE NOT s.id IN known | s.name] AS missing
ORDER BY percent DESC, person, id
