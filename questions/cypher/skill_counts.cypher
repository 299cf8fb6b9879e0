// How many people showed or stated each of the skills.
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
WHERE s.id IN $skills AND h.basis <> 'inferred'
RETURN s.name AS name, count(DISTINCT p) AS people
ORDER BY people DESC, name
