// title: Claimed and not shown
// purpose: Skills that a person states but no piece of work shows.
// topic: Quality
// param person: person = null -- Name or id of a person; everyone when left out
// param limit: integer = 100 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column skill: string -- Name of the skill
// column level: string -- Level that is stated
// column years: float -- Years that are stated
// column quote: string -- Where it is stated
MATCH (p:Person)-[c:CLAIMS]->(s:Skill)
WHERE c.stance = 'positive' AND ($person IS NULL OR p.id = $person OR p.name = $person)
  AND NOT EXISTS { MATCH (p)-[:ACHIEVED]->(:Achievement)-[:USED|APPLIED]->(s) }
RETURN p.name AS person, p.id AS id, s.name AS skill, c.level AS level, c.years AS years, c.quote AS quote
ORDER BY person, id, skill, s.id, quote
LIMIT $limit
