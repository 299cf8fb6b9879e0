MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH near = (s)-[:BROADER|IMPLIES|PART_OF|ALTERNATIVE_TO|RELATED]-(t:Skill)
RETURN near
ORDER BY t.id
