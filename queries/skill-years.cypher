// title: Skill years of a person
// purpose: Every skill of a person with months of use, first and last use, and how it is known.
// topic: People
// param person: person -- Name or id of the person
// param basis: string = null -- Only `demonstrated`, `stated` or `inferred`
// param limit: integer = 200 -- Rows at most
// column skill: string -- Name
// column id: string -- Id of the skill
// column basis: string -- demonstrated, stated or inferred
// column months: integer -- Months of use; overlapping positions count once
// column firstUsed: string -- First use
// column lastUsed: string -- Last use
// column level: string -- Level that the person states
// column years: float -- Years that the person states
// column evidence: integer -- Pieces of evidence
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (p)-[h:HAS_SKILL]->(s:Skill)
WHERE $basis IS NULL OR h.basis = $basis
RETURN s.name AS skill, s.id AS id, h.basis AS basis, h.months AS months, h.firstUsed AS firstUsed, h.lastUsed AS lastUsed,
  h.level AS level, h.years AS years, h.evidence AS evidence
ORDER BY CASE basis WHEN 'demonstrated' THEN 0 WHEN 'stated' THEN 1 ELSE 2 END, months DESC, evidence DESC, skill, id
LIMIT $limit
