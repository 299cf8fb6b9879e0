// Which of the skills stand in the graph at all.
MATCH (s:Skill) WHERE s.id IN $skills
RETURN s.id AS skill
