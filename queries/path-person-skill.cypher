// title: Paths from a person to a skill
// purpose: What a person did, where and when, that leads to a skill or to one that is narrower, part of it or implies it.
// topic: Paths
// param person: person -- Name or id of the person
// param skill: skill -- Id, name or other name of the skill
// param limit: integer = 25 -- Rows at most
// column company: string -- Company
// column title: string -- Title of the position
// column startDate: string -- Start
// column endDate: string -- End
// column text: string -- The work
// column skills: strings -- From the skill shown to the skill asked for
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH up = (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
MATCH (p)-[:ACHIEVED]->(a:Achievement)-[:USED|APPLIED]->(x)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN o.company AS company, o.title AS title, o.startDate AS startDate, o.endDate AS endDate, a.text AS text, [n IN nodes(up) | n.name] AS skills
ORDER BY size(skills), coalesce(startDate, '') DESC, company, text, skills, a.id
LIMIT $limit
