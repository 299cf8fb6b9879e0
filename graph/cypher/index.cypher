// Finds nodes without naming the workspace, as analysts do.
CREATE INDEX NAME IF NOT EXISTS FOR (n:LABEL) ON (n.PROPERTY)
