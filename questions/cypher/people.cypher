// The people themselves, with the documents that tell of them.
MATCH (p:Person)-[:DESCRIBED_IN]->(d:Document)
WHERE p.id IN $people
RETURN p.id AS person, p.name AS name, p.title AS title, p.location AS location, p.totalMonths AS months, d.path AS document
ORDER BY person, document
