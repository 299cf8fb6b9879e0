// title: People with several skills
// purpose: Who knows all of some skills, any of others, and none of a third list; narrower and implied skills count.
// topic: People
// param all: skills = [] -- Skills that the person must all know
// param any: skills = [] -- Skills of which one is enough
// param none: skills = [] -- Skills that the person must not know
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column title: string -- Headline
// column months: integer -- Work in months
// column matched: strings -- Skills of `all` and `any` that the person knows
MATCH (s:Skill)
WHERE s.id IN $all OR s.name IN $all OR s.id IN $any OR s.name IN $any
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT s, x
MATCH (p:Person)-[:HAS_SKILL]->(x)
WITH DISTINCT p, s
WITH p, collect(s.id) AS known,
  sum(CASE WHEN s.id IN $all OR s.name IN $all THEN 1 ELSE 0 END) AS ofAll,
  sum(CASE WHEN s.id IN $any OR s.name IN $any THEN 1 ELSE 0 END) AS ofAny
WHERE ofAll = size($all) AND (size($any) = 0 OR ofAny > 0) AND (size($none) = 0 OR NOT EXISTS {
  MATCH (p)-[:HAS_SKILL]->(:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(n:Skill)
  WHERE n.id IN $none OR n.name IN $none
})
WITH p, known
ORDER BY size(known) DESC, p.totalMonths DESC, p.name, p.id
LIMIT $limit
MATCH (s:Skill)
WHERE s.id IN known
WITH p, s
ORDER BY p.id, s.name, s.id
WITH p, collect(s.name) AS matched
RETURN p.name AS person, p.id AS id, p.title AS title, p.totalMonths AS months, matched
ORDER BY size(matched) DESC, months DESC, person, id
