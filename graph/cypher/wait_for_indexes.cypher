// An index that is still being filled would make MERGE scan.
CALL db.awaitIndexes(300)
