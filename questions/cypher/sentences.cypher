// Achievements whose sentence holds all the words, for what no skill is known for.
MATCH (p:Person)-[:ACHIEVED]->(a:Achievement)
WHERE all(word IN $words WHERE toLower(a.text) CONTAINS word)
OPTIONAL MATCH (o:Position)-[:INCLUDES]->(a)
RETURN p.id AS person, a.id AS achievement, o.id AS position, a.action AS action, a.section AS section, a.team AS team
