// Achievements whose sentence holds enough of some words, for what no skill is known for; the patterns are of beginnings of words, `any` of all of them.
MATCH (a:Achievement) WHERE toLower(a.text) =~ $any
WITH a, size([word IN $each WHERE toLower(a.text) =~ word]) AS held
WHERE held >= $least
MATCH (p:Person)-[:ACHIEVED]->(a)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.id AS person, a.id AS achievement, o.id AS position, a.action AS action, a.section AS section, a.team AS team, a.text AS text
ORDER BY person, achievement
