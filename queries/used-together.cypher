// title: Technologies used together
// purpose: Pairs of technologies in the same pieces of work, the most frequent first.
// topic: Skills
// param least: integer = 2 -- Pieces of work at least
// param limit: integer = 50 -- Rows at most
// column first: string -- Name of one
// column second: string -- Name of the other
// column together: integer -- Pieces of work that show both
MATCH (s:Technology)<-[:USED]-(a:Achievement)-[:USED]->(t:Technology)
WITH s.id AS i, t.id AS j, s.name AS first, t.name AS second, count(*) AS together
WHERE together >= $least AND i < j
RETURN first, second, together
ORDER BY together DESC, first, second, i, j
LIMIT $limit
