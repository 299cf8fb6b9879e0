// title: Technologies used together
// purpose: Pairs of technologies in the same pieces of work, the most frequent first.
// topic: Skills
// param least: integer = 2 -- Pieces of work at least
// param limit: integer = 50 -- Rows at most
// column first: string -- Name of one
// column second: string -- Name of the other
// column together: integer -- Pieces of work that show both
MATCH (s:Technology)<-[:USED]-(a:Achievement)-[:USED]->(t:Technology)
WHERE s.id < t.id
WITH s, t, count(a) AS together
WHERE together >= $least
RETURN s.name AS first, t.name AS second, together
ORDER BY together DESC, first, second, s.id, t.id
LIMIT $limit
