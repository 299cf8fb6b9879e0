// What people showed or said that they know, shown in work first, longest first.
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
WHERE p.id IN $people AND h.basis <> 'inferred' AND (size($skills) = 0 OR s.id IN $skills)
RETURN p.id AS person, s.id AS skill, s.name AS name, h.basis AS basis, h.months AS months, h.firstUsed AS firstUsed, h.lastUsed AS lastUsed, h.years AS years, h.evidence AS evidence
ORDER BY basis, months DESC, evidence DESC, name
