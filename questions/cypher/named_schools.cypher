// Schools that a question may name.
MATCH (s:School)
WHERE toLower(s.name) IN $grams
RETURN s.id AS id, s.name AS name
ORDER BY id
