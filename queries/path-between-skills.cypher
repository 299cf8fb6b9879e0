// title: Paths between two skills
// purpose: How two skills hang together in the ontology: the shortest ways along broader, implies, part of, alternative and related.
// topic: Paths
// param skill: skill -- Id, name or other name of the skill
// param other: skill -- Id, name or other name of the other skill
// param limit: integer = 25 -- Rows at most
// column length: integer -- Steps
// column path: strings -- Skills and relations along the way
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (t:Skill)
WHERE (t.id = $other OR t.name = $other) AND t.id <> s.id
MATCH way = allShortestPaths((s)-[:BROADER|IMPLIES|PART_OF|ALTERNATIVE_TO|RELATED*..8]-(t))
WITH length(way) AS length, [n IN nodes(way) | n.name] AS names, [r IN relationships(way) | type(r)] AS types, [n IN nodes(way) | n.id] AS ids
RETURN length, [names[0]] + reduce(steps = [], i IN range(1, length) | steps + [types[i - 1], names[i]]) AS path
ORDER BY length, ids, types
LIMIT $limit
