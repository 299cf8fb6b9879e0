// Makes nodes that have a second label as the rows say; the second label may have changed.
UNWIND $rows AS row
MERGE (n:LABEL {_workspace: $workspace, id: row.id})
REMOVE n:SPECIAL
SET n:LABELS
SET n = row.properties
