// title: Achievements by figure
// purpose: Work with a measured result, the largest figures first: by unit, direction, least value and words of what was measured.
// topic: Work
// param unit: string = null -- `%`, `ms`, `s`, `x`, `count`, a byte unit or a currency code
// param direction: string = null -- `increase` or `decrease`
// param minimum: float = null -- Least value
// param of: string = null -- Words that what was measured contains, for instance `latency`
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column value: float -- The figure
// column unit: string -- Its unit
// column direction: string -- Increase, decrease or none
// column of: string -- What was measured
// column fromValue: float -- Value before
// column toValue: float -- Value after
// column company: string -- Company
// column text: string -- The sentence
// column document: string -- Path of the document
MATCH (m:Metric)
WHERE m.value IS NOT NULL AND ($unit IS NULL OR m.unit = $unit) AND ($direction IS NULL OR m.direction = $direction)
  AND ($minimum IS NULL OR m.value >= $minimum) AND ($of IS NULL OR toLower(m.of) CONTAINS toLower($of))
MATCH (p:Person)-[:ACHIEVED]->(a:Achievement)-[:MEASURED_BY]->(m)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.name AS person, p.id AS id, m.value AS value, m.unit AS unit, m.direction AS direction, m.of AS of,
  m.fromValue AS fromValue, m.toValue AS toValue, o.company AS company, a.text AS text, a.document AS document
ORDER BY unit, value DESC, person, id, document, text, m.id
LIMIT $limit
