// Removes some nodes of the workspace; repeated until none is left, so that no transaction grows too large.
MATCH (n:LABEL)
WHERE n._workspace = $workspace AND n.id IS NOT NULL
WITH n LIMIT $size
DETACH DELETE n
RETURN count(*) AS removed
