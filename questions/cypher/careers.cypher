// The positions of the people, newest first.
MATCH (p:Person)-[:HELD]->(o:Position)-[t:AT]->(c:Company)
WHERE p.id IN $people
RETURN p.id AS person, o.id AS position, o.title AS title, c.name AS company, c.id AS companyId, o.startDate AS startDate, o.endDate AS endDate, o.startMonth AS startMonth, o.endMonth AS endMonth, o.months AS months, o.current AS current, o.location AS location, t.quote AS quote, t.document AS document, t.spanStart AS start, t.spanEnd AS end
ORDER BY person, startMonth DESC, position
