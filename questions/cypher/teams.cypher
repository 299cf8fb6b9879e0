// Figures that count people, large enough for the team that was asked for.
MATCH (p:Person)-[:ACHIEVED]->(a:Achievement)-[:MEASURED_BY]->(m:Metric)
WHERE m.unit = 'count' AND m.value >= $size AND any(word IN $words WHERE toLower(m.text) CONTAINS word OR toLower(coalesce(m.of, '')) CONTAINS word)
RETURN p.id AS person, a.id AS achievement, a.action AS action, a.text AS text, m.value AS value
