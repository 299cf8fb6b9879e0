// How long and how recently the people used the skills.
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
WHERE p.id IN $people AND s.id IN $skills
RETURN p.id AS person, s.id AS skill, s.name AS name, h.basis AS basis, h.months AS months, h.firstUsed AS firstUsed, h.lastUsed AS lastUsed, h.years AS years, h.chain AS chain
ORDER BY person, skill
