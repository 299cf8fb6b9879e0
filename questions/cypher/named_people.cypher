// People whom a question may name: by the whole name, or by a part of it.
MATCH (p:Person)
WHERE toLower(p.name) IN $grams OR any(part IN split(toLower(p.name), ' ') WHERE part IN $parts)
RETURN p.id AS id, p.name AS name
ORDER BY id
