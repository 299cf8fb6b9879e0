// title: Positions without dates
// purpose: Positions that count no months because a date is missing or could not be read.
// topic: Quality
// param limit: integer = 100 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column title: string -- Title
// column company: string -- Company
// column quote: string -- Its heading in the document
// column document: string -- Path of the document
MATCH (p:Person)-[h:HELD]->(o:Position)
WHERE o.startMonth IS NULL OR o.endMonth IS NULL
RETURN p.name AS person, p.id AS id, o.title AS title, o.company AS company, h.quote AS quote, h.document AS document
ORDER BY person, id, company, coalesce(title, ''), o.id
LIMIT $limit
