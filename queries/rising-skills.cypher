// title: Skills rising and falling
// purpose: People who used each skill in one year and in a later one, by first and last use, the largest change first.
// topic: Trends
// param since: string -- Earlier year, for instance `2018`
// param until: string -- Later year
// param limit: integer = 50 -- Rows at most
// column skill: string -- Name
// column id: string -- Id
// column before: integer -- People in the earlier year
// column after: integer -- People in the later year
// column change: integer -- Difference
MATCH (p:Person)-[h:HAS_SKILL]->(s:Skill)
WHERE h.basis = 'demonstrated' AND h.firstUsed IS NOT NULL AND h.lastUsed IS NOT NULL
WITH s, sum(CASE WHEN left(h.firstUsed, 4) <= $since AND left(h.lastUsed, 4) >= $since THEN 1 ELSE 0 END) AS before,
  sum(CASE WHEN left(h.firstUsed, 4) <= $until AND left(h.lastUsed, 4) >= $until THEN 1 ELSE 0 END) AS after
WHERE before <> after
RETURN s.name AS skill, s.id AS id, before, after, after - before AS change
ORDER BY abs(change) DESC, change DESC, skill, id
LIMIT $limit
