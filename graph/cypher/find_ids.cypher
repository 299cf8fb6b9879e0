MATCH (n)
WHERE elementId(n) IN $ids
RETURN elementId(n) AS element, n.id AS id
