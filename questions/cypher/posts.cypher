// Positions with one of the words in the title, or at one of the companies, without their proof.
MATCH (p:Person)-[:HELD]->(o:Position)-[:AT]->(c:Company)
WHERE c.id IN $companies OR toLower(coalesce(o.title, '')) =~ $titles
RETURN p.id AS person, o.title AS title, o.current AS current, c.id AS companyId, c.name AS company, o.startMonth AS startMonth
ORDER BY person, startMonth DESC, title
