// title: Evidence for a person and a skill
// purpose: Every sentence that shows or states that a person knows a skill, or one that is narrower, part of it or implies it.
// topic: People
// param person: person -- Name or id of the person
// param skill: skill -- Id, name or other name of the skill
// param limit: integer = 25 -- Rows at most
// column kind: string -- `achievement`, `position` (a stack line or title) or `claim`
// column skill: string -- Name of the skill that is meant
// column title: string -- Title of the position
// column company: string -- Company
// column startDate: string -- Start of the position
// column endDate: string -- End of the position
// column quote: string -- The sentence
// column document: string -- Path of the document
// column spanStart: integer -- First character of the words that name the skill
// column spanEnd: integer -- First character after them
MATCH (p:Person)
WHERE p.id = $person OR p.name = $person
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT p, x
CALL (p, x) {
  MATCH (p)-[:ACHIEVED]->(a:Achievement)-[u:USED|APPLIED]->(x)
  OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
  RETURN 0 AS rank, 'achievement' AS kind, o.title AS title, o.company AS company, o.startDate AS startDate, o.endDate AS endDate,
    u.quote AS quote, u.document AS document, u.spanStart AS spanStart, u.spanEnd AS spanEnd
  UNION ALL
  MATCH (p)-[:HELD]->(o:Position)-[u:LISTS]->(x)
  RETURN 1 AS rank, 'position' AS kind, o.title AS title, o.company AS company, o.startDate AS startDate, o.endDate AS endDate,
    u.quote AS quote, u.document AS document, u.spanStart AS spanStart, u.spanEnd AS spanEnd
  UNION ALL
  MATCH (p)-[u:CLAIMS]->(x)
  WHERE u.stance = 'positive'
  RETURN 2 AS rank, 'claim' AS kind, null AS title, null AS company, null AS startDate, null AS endDate,
    u.quote AS quote, u.document AS document, u.spanStart AS spanStart, u.spanEnd AS spanEnd
}
RETURN kind, x.name AS skill, title, company, startDate, endDate, quote, document, spanStart, spanEnd
ORDER BY rank, coalesce(startDate, '') DESC, document, spanStart, skill, quote
LIMIT $limit
