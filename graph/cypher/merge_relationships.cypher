// Makes relationships as the rows say, found again by type, both ends and key.
UNWIND $rows AS row
MATCH (a:SOURCE {_workspace: $workspace, id: row.source})
MATCH (b:TARGET {_workspace: $workspace, id: row.target})
MERGE (a)-[r:TYPE {_key: row.key}]->(b)
SET r = row.properties
