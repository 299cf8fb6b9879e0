// The sentences that prove it.
MATCH (a:Achievement) WHERE a.id IN $achievements
RETURN a.id AS achievement, a.text AS text, a.document AS document, a.spanStart AS start, a.spanEnd AS end, a.page AS page
ORDER BY achievement
