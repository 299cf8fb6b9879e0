// title: Overlapping positions
// purpose: Pairs of positions of one person whose dates overlap: side jobs, or dates read wrongly.
// topic: Quality
// param least: integer = 2 -- Months of overlap at least
// param limit: integer = 100 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column first: string -- Company of the earlier position
// column firstDates: string -- Its dates
// column second: string -- Company of the later position
// column secondDates: string -- Its dates
// column months: integer -- Months of overlap
MATCH (a:Position)<-[:HELD]-(p:Person)-[:HELD]->(b:Position)
WHERE (a.startMonth < b.startMonth OR a.startMonth = b.startMonth AND a.id < b.id) AND b.startMonth <= a.endMonth
WITH p, a, b, CASE WHEN a.endMonth < b.endMonth THEN a.endMonth ELSE b.endMonth END - b.startMonth + 1 AS months
WHERE months >= $least
RETURN p.name AS person, p.id AS id, a.company AS first, a.startDate + ' – ' + coalesce(a.endDate, '') AS firstDates,
  b.company AS second, b.startDate + ' – ' + coalesce(b.endDate, '') AS secondDates, months
ORDER BY months DESC, person, id, first, second, a.id, b.id
LIMIT $limit
