// What people did, newest position first.
MATCH (p:Person)-[:ACHIEVED]->(a:Achievement)
WHERE p.id IN $people
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.id AS person, a.id AS achievement, a.action AS action, o.id AS position, o.startMonth AS startMonth, a.document AS document, a.spanStart AS start
ORDER BY person, startMonth DESC, document, start
