-- Documents are named by the hash of their bytes; a file that lies in several places is one document.
CREATE TABLE documents (
    sha256 TEXT PRIMARY KEY,
    document BLOB NOT NULL,       -- model.Document as JSON, zlib
    profile BLOB NOT NULL,        -- model.Profile as JSON, zlib
    profile_hash TEXT NOT NULL,
    reader TEXT NOT NULL          -- fingerprint of the extractor and ontology that made the profile
) WITHOUT ROWID;
CREATE TABLE places (
    location TEXT PRIMARY KEY,    -- absolute path: what makes a file the same when it is read again
    path TEXT NOT NULL,           -- the path as the user gave it
    sha256 TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX places_by_document ON places (sha256);
CREATE TABLE judgements (
    left_document TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
    right_document TEXT NOT NULL REFERENCES documents (sha256) ON DELETE CASCADE,
    same INTEGER NOT NULL,
    PRIMARY KEY (left_document, right_document)
) WITHOUT ROWID;
-- What could not be read the last time, for another try; made later than the other tables.
CREATE TABLE IF NOT EXISTS failures (
    location TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    reason TEXT NOT NULL
) WITHOUT ROWID;
