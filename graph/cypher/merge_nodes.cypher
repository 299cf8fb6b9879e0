// Makes nodes as the rows say; properties that a row does not have are removed.
UNWIND $rows AS row
MERGE (n:LABEL {_workspace: $workspace, id: row.id})
SET n = row.properties
