// All people and their months of work, for questions that ask for conditions only.
MATCH (p:Person)
RETURN p.id AS person, p.totalMonths AS months
