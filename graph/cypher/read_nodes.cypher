MATCH (n:LABEL)
WHERE n._workspace = $workspace AND n.id IS NOT NULL
RETURN labels(n) AS labels, properties(n) AS properties
