// All names that a question may mention, for completion.
MATCH (n) WHERE n:Person OR n:Company OR n:School
RETURN labels(n) AS labels, n.id AS id, n.name AS name
ORDER BY id
