// title: Who worked at a company
// purpose: Everyone who held a position at a company, the latest first.
// topic: Companies
// param company: company -- Name or id of the company
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column title: string -- Title
// column startDate: string -- Start
// column endDate: string -- End
// column current: boolean -- Still there
// column months: integer -- Length in months
MATCH (c:Company)
WHERE c.id = $company OR c.name = $company
MATCH (p:Person)-[:HELD]->(o:Position)-[:AT]->(c)
RETURN p.name AS person, p.id AS id, o.title AS title, o.startDate AS startDate, o.endDate AS endDate, o.current AS current, o.months AS months
ORDER BY coalesce(o.endMonth, 0) DESC, coalesce(o.startMonth, 0) DESC, person, id, coalesce(title, ''), o.id
LIMIT $limit
