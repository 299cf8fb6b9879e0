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
// A date of that year, with or without a month, is not above `2018-99`.
WHERE h.basis = 'demonstrated' AND (h.firstUsed <= $since + '-99' AND h.lastUsed >= $since OR h.firstUsed <= $until + '-99' AND h.lastUsed >= $until)
WITH s.id AS id, s.name AS skill, sum(CASE WHEN h.firstUsed <= $since + '-99' AND h.lastUsed >= $since THEN 1 ELSE 0 END) AS before,
  sum(CASE WHEN h.firstUsed <= $until + '-99' AND h.lastUsed >= $until THEN 1 ELSE 0 END) AS after
WHERE before <> after
RETURN skill, id, before, after, after - before AS change
ORDER BY abs(change) DESC, change DESC, skill, id
LIMIT $limit
