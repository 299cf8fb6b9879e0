// A node's id is unique among the nodes of its label in its workspace.
CREATE CONSTRAINT NAME IF NOT EXISTS FOR (n:LABEL) REQUIRE (n._workspace, n.id) IS UNIQUE
