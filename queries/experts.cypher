// title: Experts in a skill
// purpose: Who knows a skill, or one that is narrower, part of it or implies it; those who showed it in work come first.
// topic: Skills
// param skill: skill -- Id, name or other name of the skill
// param basis: string = null -- Only `demonstrated`, `stated` or `inferred`
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column basis: string -- The strongest: demonstrated, stated or inferred
// column months: integer -- Longest use of one of the skills
// column lastUsed: string -- Last use of any of them
// column evidence: integer -- Pieces of evidence
// column skills: strings -- The skills that count, by name
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT x
MATCH (p:Person)-[h:HAS_SKILL]->(x)
WHERE $basis IS NULL OR h.basis = $basis
WITH p, x, h, CASE h.basis WHEN 'demonstrated' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END AS rank
ORDER BY p.id, x.name, x.id
WITH p, min(rank) AS rank, max(h.months) AS months, max(h.lastUsed) AS lastUsed,
  sum(CASE WHEN h.basis = 'inferred' THEN 0 ELSE h.evidence END) AS evidence, collect(x.name) AS skills
RETURN p.name AS person, p.id AS id, ['demonstrated', 'stated', 'inferred'][rank] AS basis, months, lastUsed, evidence, skills
ORDER BY rank, months DESC, evidence DESC, person, id
LIMIT $limit
