// Which of the achievements show which of the skills.
MATCH (a:Achievement)-[u:USED|APPLIED]->(s:Skill)
WHERE a.id IN $achievements AND s.id IN $skills
RETURN a.id AS achievement, s.id AS skill, u.surface AS surface
ORDER BY achievement, skill
