// Statements as an analyst writes them who knows the documented model only; each gives the same rows on every store.
MATCH (p:Person)-[:HELD]->(o:Position)-[:AT]->(c:Company)
WHERE o.current RETURN p.name AS person, o.title AS title, c.name AS company
;
MATCH (p:Person)
OPTIONAL MATCH (p)-[:HELD]->(o:Position)-[:AT]->(c:Company {name: 'Quayside Systems'})
RETURN p.name AS person, c.name AS company, count(o) AS positions ORDER BY person, company
;
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
RETURN h.basis AS basis, count(*) AS n, count(DISTINCT s) AS skills, avg(h.months) AS mean, min(h.months) AS low, max(h.months) AS high, sum(h.months) AS total
ORDER BY basis
;
MATCH (p:Person)-[:HAS_SKILL]->(s:Technology)
WITH p, s ORDER BY s.name
WITH p, collect(s.name) AS technologies WHERE size(technologies) > 2
RETURN p.name AS person, technologies, technologies[0] AS first, technologies[..2] AS two ORDER BY person
;
UNWIND ['Apache Kafka', 'Go', 'Cobol'] AS wanted
OPTIONAL MATCH (s:Skill {name: wanted})<-[:HAS_SKILL]-(p:Person)
RETURN wanted, count(p) AS people ORDER BY wanted
;
MATCH (c:Company {name: 'Heliotrope Labs'})<-[:AT]-(:Position)<-[:HELD]-(p:Person)-[:ACHIEVED]->(a:Achievement)-[:USED|APPLIED]->(s:Skill)
RETURN DISTINCT p.name AS person, s.name AS skill ORDER BY person, skill
;
MATCH (s:Skill {name: 'Messaging'})<-[:BROADER|PART_OF*1..3]-(below:Skill)
RETURN below.name AS skill, labels(below) AS labels ORDER BY skill
;
MATCH path = (below:Skill)-[:BROADER*1..2]->(s:Skill {name: 'Messaging'})
RETURN [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | type(r)] AS types, length(path) AS steps ORDER BY names
;
MATCH path = shortestPath((a:Person {name: 'Ana Duarte'})-[:HELD|AT*..6]-(b:Person {name: 'Chidi Eze'}))
RETURN length(path) AS steps, [n IN nodes(path) WHERE n:Company | n.name] AS companies
;
MATCH (o:Position)
RETURN o.id AS id, CASE WHEN o.current THEN 'now' WHEN o.endDate IS NULL THEN 'unknown' ELSE o.endDate END AS until ORDER BY id
;
MATCH (p:Person)
RETURN p.name AS person, [x IN split(p.name, ' ') WHERE x STARTS WITH 'D' | toUpper(x)] AS parts ORDER BY person
;
MATCH (p:Person)
WHERE EXISTS { MATCH (p)-[:ACHIEVED]->(a:Achievement)-[:MEASURED_BY]->(m:Metric) WHERE m.direction = 'decrease' }
  AND NOT EXISTS { (p)-[:STUDIED_AT]->(:School) }
RETURN p.name AS person
;
MATCH (p:Person)-[:HELD]->(o:Position)
WHERE o.startDate >= '2020' AND o.startDate < '2022'
RETURN p.name AS person, o.startDate AS start, toInteger(left(o.startDate, 4)) AS year ORDER BY start, person
;
MATCH (o:Position)
WHERE size(o.startDate) = 7 AND date(o.startDate + '-01') >= date('2020-06-01')
RETURN o.company AS company, toString(date(o.startDate + '-01')) AS since ORDER BY since
;
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
WITH s, count(p) AS people WHERE people < 3
RETURN people ORDER BY people DESC LIMIT 1
;
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
WITH p, s, h ORDER BY h.months DESC, s.name
WITH p, collect(s.name)[0] AS longest
RETURN p.name AS person, longest ORDER BY person SKIP 1 LIMIT 2
;
MATCH (p:Person)
CALL (p) { MATCH (p)-[h:HAS_SKILL]->(s:Skill) RETURN s.name AS skill ORDER BY h.months DESC, s.name LIMIT 2 }
RETURN p.name AS person, skill ORDER BY person, skill
;
MATCH (p:Person) RETURN p.name AS person, COUNT { (p)-[:HELD]->(:Position) } AS positions, size([(p)-[:CLAIMS]->(s) | s.name]) AS claims ORDER BY person
;
MATCH (a:Achievement)
WHERE toLower(a.text) CONTAINS 'kafka' OR a.text =~ '.*[0-9]+ ms.*'
RETURN replace(a.text, '.', '') AS text, substring(a.text, 0, 5) AS start, size(a.text) AS length ORDER BY text
;
MATCH (p:Person {id: 'person:ana'})-[:HAS_SKILL]->(s:Skill)<-[:HAS_SKILL]-(q:Person)
RETURN q.name AS person, count(s) AS shared, min(s.name) AS first ORDER BY shared DESC, person
;
MATCH (a:Achievement)-[:USED]->(t:Technology), (a)-[:APPLIED]->(c:Concept) RETURN t.name AS technology, c.name AS concept ORDER BY technology, concept
;
UNWIND range(2019, 2023) AS year
OPTIONAL MATCH (o:Position) WHERE o.startMonth <= year * 12 + 11 AND o.endMonth >= year * 12
RETURN year, count(o) AS positions ORDER BY year
;
MATCH (p:Person) RETURN p {.name, .title, jobs: COUNT { (p)-[:HELD]->() }} AS person ORDER BY p.name
;
MATCH (c:Company) RETURN 'company' AS kind, c.name AS name UNION MATCH (s:School) RETURN 'school' AS kind, s.name AS name
;
/* counts in one line */ MATCH (n:Company) RETURN labels(n)[0] AS label, count(*) AS nodes ORDER BY label
;
MATCH (p:Person)-[c:CLAIMS]->(s:Skill) WHERE c.stance <> 'positive' OR c.years > 3 RETURN p.name AS person, s.name AS skill, c.quote AS quote ORDER BY person
;
