// title: Career of a person
// purpose: Positions in order of time, with company, months and the number of achievements told.
// topic: People
// param person: person -- Name or id of the person
// param limit: integer = 100 -- Rows at most
// column startDate: string -- Start
// column endDate: string -- End
// column current: boolean -- Still held
// column months: integer -- Length in months
// column title: string -- Title
// column company: string -- Company
// column location: string -- Place
// column achievements: integer -- Achievements told
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (p)-[:HELD]->(o:Position)
OPTIONAL MATCH (o)-[:INCLUDES]->(a:Achievement)
WITH o, count(a) AS achievements
RETURN o.startDate AS startDate, o.endDate AS endDate, o.current AS current, o.months AS months, o.title AS title,
  o.company AS company, o.location AS location, achievements
ORDER BY coalesce(o.startMonth, 0), coalesce(o.endMonth, 0), company, coalesce(title, ''), o.id
LIMIT $limit
