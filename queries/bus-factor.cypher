// title: Skills held by few people
// purpose: Skills that only one person, or few, showed in work.
// topic: Teams
// param most: integer = 1 -- People at most
// param people: people = [] -- The team; everyone when empty
// param limit: integer = 50 -- Rows at most
// column skill: string -- Name
// column id: string -- Id of the skill
// column people: integer -- How many people showed it
// column names: strings -- Their names
// column months: integer -- Longest use
MATCH (s:Skill)<-[h:HAS_SKILL]-(p:Person)
WHERE h.basis = 'demonstrated' AND (size($people) = 0 OR p.id IN $people OR p.name IN $people)
WITH s.id AS id, count(*) AS people
WHERE people <= $most
MATCH (s:Skill {id: id})<-[h:HAS_SKILL]-(p:Person)
WHERE h.basis = 'demonstrated' AND (size($people) = 0 OR p.id IN $people OR p.name IN $people)
WITH s, people, h, p
ORDER BY s.id, p.name, p.id
WITH s, people, max(h.months) AS months, collect(p.name) AS names
RETURN s.name AS skill, s.id AS id, people, names, months
ORDER BY people, months DESC, skill, id
LIMIT $limit
