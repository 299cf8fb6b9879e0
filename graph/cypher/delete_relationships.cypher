UNWIND $rows AS row
MATCH (a:SOURCE {_workspace: $workspace, id: row.source})-[r:TYPE {_key: row.key}]->(b:TARGET {_workspace: $workspace, id: row.target})
DELETE r
