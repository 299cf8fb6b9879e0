// title: Documents and people
// purpose: Which document is about whom, and how much was found in it.
// topic: Quality
// param limit: integer = 1000 -- Rows at most
// column document: string -- Path
// column person: string -- Name
// column id: string -- Id of the person
// column mediaType: string -- Format
MATCH (p:Person)-[:DESCRIBED_IN]->(d:Document)
RETURN d.path AS document, p.name AS person, p.id AS id, d.mediaType AS mediaType
ORDER BY document, id
LIMIT $limit
