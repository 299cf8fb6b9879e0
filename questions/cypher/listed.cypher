// Positions that list one of the skills: a stack line, a title.
MATCH (p:Person)-[:HELD]->(o:Position)-[l:LISTS]->(s:Skill)
WHERE s.id IN $skills
RETURN p.id AS person, s.id AS skill, o.id AS position, l.surface AS surface, l.quote AS quote, l.document AS document, l.spanStart AS start, l.spanEnd AS end
