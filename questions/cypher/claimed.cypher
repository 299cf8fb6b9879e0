// People who say that they have one of the skills.
MATCH (p:Person)-[c:CLAIMS]->(s:Skill)
WHERE s.id IN $skills AND c.stance = 'positive'
RETURN p.id AS person, s.id AS skill, c.surface AS surface, c.level AS level, c.quote AS quote, c.document AS document, c.spanStart AS start, c.spanEnd AS end
