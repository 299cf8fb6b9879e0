// title: What was built
// purpose: Achievements by their leading verb and words of what the verb was done to.
// topic: Work
// param action: string = "built" -- Leading verb
// param what: string = null -- Words that the thing contains
// param limit: integer = 25 -- Rows at most
// column what: string -- The thing
// column person: string -- Name
// column id: string -- Id of the person
// column company: string -- Company
// column skills: strings -- Skills shown
// column text: string -- The sentence
MATCH (p:Person)-[:ACHIEVED]->(a:Achievement)
WHERE a.action = $action AND ($what IS NULL OR toLower(a.what) CONTAINS toLower($what))
WITH p, a
ORDER BY coalesce(a.what, ''), p.name, p.id, a.text, a.id
LIMIT $limit
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
OPTIONAL MATCH (a)-[:USED|APPLIED]->(s:Skill)
WITH p, a, o, s
ORDER BY a.id, s.name, s.id
WITH p, a, o, collect(s.name) AS skills
RETURN a.what AS what, p.name AS person, p.id AS id, o.company AS company, skills, a.text AS text
ORDER BY coalesce(what, ''), person, id, text, a.id
