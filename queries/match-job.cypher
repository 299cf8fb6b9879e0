// title: Match against a job description
// purpose: People by how many of a job's skills they know, with what each match rests on and what is missing.
// topic: Teams
// param skills: skills -- Skills of the job
// param limit: integer = 25 -- Rows at most
// column person: string -- Name
// column id: string -- Id of the person
// column percent: integer -- Share of the skills, rounded down
// column demonstrated: integer -- Skills shown in work
// column matched: strings -- Skill, and in brackets the narrower one that stands for it
// column missing: strings -- Skills not known
MATCH (s:Skill)
WHERE s.id IN $skills OR s.name IN $skills
MATCH (x:Skill)-[:BROADER|IMPLIES|PART_OF*0..6]->(s)
WITH DISTINCT s, x
MATCH (p:Person)-[h:HAS_SKILL]->(x)
// The least of these texts is the best match: how it is known, whether it is the skill itself, and the name.
WITH p, s, min(CASE h.basis WHEN 'demonstrated' THEN '0' WHEN 'stated' THEN '1' ELSE '2' END
  + CASE WHEN x.id = s.id THEN '0' ELSE '1' END + x.name) AS best
WITH p, collect(s.id) AS known, collect([s.name, best]) AS pairs, sum(CASE WHEN left(best, 1) = '0' THEN 1 ELSE 0 END) AS demonstrated
ORDER BY size(known) DESC, demonstrated DESC, p.name, p.id
LIMIT $limit
MATCH (s:Skill)
WHERE s.id IN $skills OR s.name IN $skills
WITH p, known, pairs, demonstrated, s
ORDER BY p.id, s.name, s.id
WITH p, known, pairs, demonstrated, collect(s) AS wanted
RETURN p.name AS person, p.id AS id, 100 * size(known) / size(wanted) AS percent, demonstrated,
  [s IN wanted WHERE s.id IN known | s.name + head([x IN pairs WHERE x[0] = s.name
    | CASE WHEN substring(x[1], 1, 1) = '0' THEN '' ELSE ' (' + substring(x[1], 2) + ')' END])] AS matched,
  [s IN wanted WHERE NOT s.id IN known | s.name] AS missing
ORDER BY percent DESC, demonstrated DESC, person, id
