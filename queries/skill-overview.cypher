// title: Overview of a skill
// purpose: What a skill is, what stands above and below it, and how many people and pieces of work show it.
// topic: Skills
// param skill: skill -- Id, name or other name of the skill
// column skill: string -- Name
// column id: string -- Id
// column kind: string -- technology or concept
// column area: string -- Area of the ontology
// column note: string -- Definition
// column aliases: strings -- Other names
// column broader: strings -- Skills above: broader, whole or implied
// column narrower: strings -- Skills below
// column demonstrated: integer -- People who showed it in work
// column stated: integer -- People who state it
// column inferred: integer -- People of whom it can be inferred
// column achievements: integer -- Pieces of work that show it
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
OPTIONAL MATCH (s)-[:BROADER|IMPLIES|PART_OF]->(up:Skill)
WITH s, up
ORDER BY up.name, up.id
WITH s, collect(DISTINCT up.name) AS broader
OPTIONAL MATCH (s)<-[:BROADER|IMPLIES|PART_OF]-(down:Skill)
WITH s, broader, down
ORDER BY down.name, down.id
WITH s, broader, collect(DISTINCT down.name) AS narrower
OPTIONAL MATCH (:Person)-[h:HAS_SKILL]->(s)
WITH s, broader, narrower, sum(CASE WHEN h.basis = 'demonstrated' THEN 1 ELSE 0 END) AS demonstrated,
  sum(CASE WHEN h.basis = 'stated' THEN 1 ELSE 0 END) AS stated, sum(CASE WHEN h.basis = 'inferred' THEN 1 ELSE 0 END) AS inferred
OPTIONAL MATCH (a:Achievement)-[:USED|APPLIED]->(s)
WITH s, broader, narrower, demonstrated, stated, inferred, count(a) AS achievements
RETURN s.name AS skill, s.id AS id, s.kind AS kind, s.area AS area, s.note AS note, s.aliases AS aliases, broader, narrower,
  demonstrated, stated, inferred, achievements
ORDER BY id
