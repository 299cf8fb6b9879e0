// Some sentences of work that show each of the skills, to weigh what a description may mean: enough of them tell how work with it is worded.
MATCH (s:Skill) WHERE s.id IN $skills
CALL { WITH s MATCH (a:Achievement)-[:USED|APPLIED]->(s) RETURN DISTINCT a.text AS text ORDER BY text LIMIT 60 }
RETURN s.id AS skill, text
ORDER BY skill, text
