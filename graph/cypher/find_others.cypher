// Whether nodes of this label are another workspace's; both halves go through the key's index.
CALL () {
  MATCH (n:LABEL) WHERE n._workspace < $workspace AND n.id IS NOT NULL RETURN n.id AS id LIMIT 1
  UNION
  MATCH (n:LABEL) WHERE n._workspace > $workspace AND n.id IS NOT NULL RETURN n.id AS id LIMIT 1
}
RETURN count(id) > 0 AS found
