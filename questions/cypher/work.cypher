// Achievements that show one of the skills, with the position they belong to.
MATCH (p:Person)-[:ACHIEVED]->(a:Achievement)-[u:USED|APPLIED]->(s:Skill)
WHERE s.id IN $skills
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.id AS person, s.id AS skill, a.id AS achievement, o.id AS position, a.action AS action, a.what AS what, u.surface AS surface, a.section AS section, a.team AS team
