UNWIND $rows AS row
MATCH (n:LABEL {_workspace: $workspace, id: row.id})
DETACH DELETE n
