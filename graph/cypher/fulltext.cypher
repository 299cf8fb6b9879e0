// Finds names by their words: CALL db.index.fulltext.queryNodes('NAME', $text)
CREATE FULLTEXT INDEX NAME IF NOT EXISTS FOR (n:LABEL) ON EACH [PROPERTIES]
