// title: Skills that are only inferred
// purpose: Skills that nobody showed or stated but that follow from others, with the chain of reasons.
// topic: Quality
// param person: person = null -- Name or id of a person; everyone when left out
// param limit: integer = 100 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column skill: string -- Name of the skill
// column chain: strings -- Steps from what was shown to the skill
// column months: integer -- Months that support it
MATCH (p:Person)
WHERE ($person IS NULL OR p.id = $person OR p.name = $person) AND EXISTS {
  MATCH (p)-[h:HAS_SKILL]->(:Skill)
  WHERE h.basis = 'inferred'
}
// Each of them gives one row at least, so that more people are never needed.
WITH p
ORDER BY p.name, p.id
LIMIT $limit
MATCH (p)-[h:HAS_SKILL]->(s:Skill)
WHERE h.basis = 'inferred'
RETURN p.name AS person, p.id AS id, s.name AS skill, h.chain AS chain, h.months AS months
ORDER BY person, id, skill, s.id
LIMIT $limit
