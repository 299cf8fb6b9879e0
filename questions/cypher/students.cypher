// Who studied at one of the schools; without schools, what everybody studied.
MATCH (p:Person)-[s:STUDIED_AT]->(c:School)
WHERE size($schools) = 0 OR c.id IN $schools
RETURN p.id AS person, s.degree AS degree, s.field AS field
