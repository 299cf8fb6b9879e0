// Skills that a question may name and the ontology does not know.
MATCH (s:Skill)
WHERE s.curated = false AND toLower(s.name) IN $grams
RETURN s.id AS id, s.name AS name
ORDER BY id
