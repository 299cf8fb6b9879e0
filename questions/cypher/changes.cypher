// Figures with a direction, of the thing that was asked for or near to it.
MATCH (a:Achievement)-[:MEASURED_BY]->(m:Metric)
WHERE ($direction = '' OR m.direction = $direction) AND m.direction <> 'none'
  AND (m.unit IN $times OR any(w IN $words WHERE toLower(coalesce(m.of, '')) CONTAINS w OR toLower(a.text) CONTAINS w))
MATCH (p:Person)-[:ACHIEVED]->(a)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.id AS person, a.id AS achievement, o.id AS position, m.of AS of, m.value AS value, m.unit AS unit, m.direction AS direction, m.fromValue AS low, m.toValue AS high, m.text AS figure, a.text AS text
