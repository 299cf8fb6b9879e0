// title: Who built X with Y
// purpose: Pieces of work that show one skill together with another, with the sentence.
// topic: Work
// param what: skill -- What was built or applied, for instance a dead letter queue
// param technology: skill = null -- What it was done with
// param action: string = null -- Leading verb, for instance `built`
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column title: string -- Title of the position
// column company: string -- Company
// column startDate: string -- Start of the position
// column text: string -- The sentence
// column document: string -- Path of the document
// column spanStart: integer -- First character of the sentence
// column spanEnd: integer -- First character after it
OPTIONAL MATCH (y:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(t:Skill)
WHERE t.id = $technology OR t.name = $technology
WITH collect(DISTINCT y.id) AS counted
MATCH (s:Skill)
WHERE s.id = $what OR s.name = $what
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT x, counted
MATCH (a:Achievement)-[:USED|APPLIED]->(x)
WITH DISTINCT a, counted
WHERE ($action IS NULL OR a.action = $action) AND ($technology IS NULL OR EXISTS {
  MATCH (a)-[:USED|APPLIED]->(y:Skill)
  WHERE y.id IN counted
})
MATCH (p:Person)-[:ACHIEVED]->(a)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.name AS person, p.id AS id, o.title AS title, o.company AS company, o.startDate AS startDate,
  a.text AS text, a.document AS document, a.spanStart AS spanStart, a.spanEnd AS spanEnd
ORDER BY coalesce(startDate, '') DESC, person, id, document, spanStart, text
LIMIT $limit
