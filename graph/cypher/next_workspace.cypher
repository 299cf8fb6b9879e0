// The key after $last among the nodes of this label; goes through the key's index.
MATCH (n:LABEL)
WHERE n._workspace > $last AND n.id IS NOT NULL
RETURN n._workspace AS key
ORDER BY key
LIMIT 1
