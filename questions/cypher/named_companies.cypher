// Companies that a question may name: by a name of theirs, or by its beginning (`Ledgerlynx` for `Ledgerlynx GmbH`).
MATCH (c:Company)
WHERE toLower(c.name) IN $grams OR any(alias IN c.aliases WHERE toLower(alias) IN $grams) OR any(gram IN $beginnings WHERE toLower(c.name) STARTS WITH gram)
RETURN c.id AS id, c.name AS name, c.aliases AS aliases
ORDER BY id
