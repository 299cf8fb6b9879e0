// title: Alumni of a company
// purpose: People who left a company, and where they went next.
// topic: Companies
// param company: company -- Name or id of the company
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column title: string -- Last title there
// column left: string -- End of the last position there
// column nextCompany: string -- Company of the next position elsewhere
// column nextTitle: string -- Title of it
// column nextStart: string -- Start of it
MATCH (c:Company)
WHERE c.id = $company OR c.name = $company
MATCH (p:Person)-[:HELD]->(o:Position)-[:AT]->(c)
WITH c, p, o
ORDER BY p.id, coalesce(o.endMonth, 0) DESC, coalesce(o.startMonth, 0) DESC, o.id
WITH c, p, collect(o) AS positions, max(CASE WHEN o.current THEN 1 ELSE 0 END) AS here
WHERE here = 0
WITH c, p, positions[0] AS last
OPTIONAL MATCH (p)-[:HELD]->(n:Position)-[:AT]->(d:Company)
WHERE d.id <> c.id AND n.startMonth >= last.startMonth
WITH p, last, n
ORDER BY p.id, coalesce(n.startMonth, 0), n.id
WITH p, last, collect(n) AS later
WITH p, last, head(later) AS next
RETURN p.name AS person, p.id AS id, last.title AS title, last.endDate AS left,
  next.company AS nextCompany, next.title AS nextTitle, next.startDate AS nextStart
ORDER BY coalesce(left, '') DESC, person, id
LIMIT $limit
