// What the people studied.
MATCH (p:Person)-[s:STUDIED_AT]->(c:School)
WHERE p.id IN $people
RETURN p.id AS person, c.id AS school, c.name AS name, s.degree AS degree, s.field AS field, s.startDate AS startDate, s.endDate AS endDate, s.quote AS quote, s.document AS document, s.spanStart AS start, s.spanEnd AS end
ORDER BY person, school
