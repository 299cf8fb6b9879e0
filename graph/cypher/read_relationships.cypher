MATCH (a:SOURCE)-[r:TYPE]->(b:TARGET)
WHERE a._workspace = $workspace AND a.id IS NOT NULL
RETURN a.id AS source, b.id AS target, properties(r) AS properties
