// Where people say that they have the skills.
MATCH (p:Person)-[c:CLAIMS]->(s:Skill)
WHERE p.id IN $people AND s.id IN $skills AND c.stance = 'positive'
RETURN p.id AS person, s.id AS skill, s.name AS name, c.surface AS surface, c.quote AS quote, c.document AS document, c.spanStart AS start, c.spanEnd AS end
ORDER BY person, document, start, skill
