// title: A skill by year
// purpose: How many people used a skill, or one below it, in each year, by the dates of the positions where they showed it.
// topic: Trends
// param skill: skill -- Id, name or other name of the skill
// param since: integer = 2010 -- First year
// param until: integer = 2030 -- Last year
// column year: integer -- Year
// column people: integer -- People who used it
MATCH (s:Skill)
WHERE s.id = $skill OR s.name = $skill
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT x
MATCH (p:Person)-[:HELD]->(o:Position)-[:INCLUDES]->(:Achievement)-[:USED|APPLIED]->(x)
WHERE o.startMonth IS NOT NULL AND o.endMonth IS NOT NULL
WITH DISTINCT p, o.startMonth / 12 AS first, o.endMonth / 12 AS last
UNWIND range(CASE WHEN first < $since THEN $since ELSE first END, CASE WHEN last > $until THEN $until ELSE last END) AS year
RETURN year, count(DISTINCT p) AS people
ORDER BY year
