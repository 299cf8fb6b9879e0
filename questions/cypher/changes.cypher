// Figures with a direction: of the thing that was asked for, of what is near to it, or in a sentence that names it.
MATCH (m:Metric) WHERE m.direction IN $directions
WITH m
MATCH (a:Achievement)-[:MEASURED_BY]->(m)
WHERE m.unit IN $times OR toLower(coalesce(m.of, '')) =~ $of OR toLower(a.text) =~ $named
WITH a, m
MATCH (p:Person)-[:ACHIEVED]->(a)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.id AS person, a.id AS achievement, o.id AS position, m.of AS of, m.value AS value, m.unit AS unit, m.direction AS direction, m.fromValue AS low, m.toValue AS high, m.text AS figure, a.text AS text
ORDER BY person, achievement, m.spanStart
