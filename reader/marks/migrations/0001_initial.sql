-- What somebody noted on a document. A row without any note is deleted.
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    path BLOB NOT NULL,                 -- bytes of the absolute path
    member BLOB NOT NULL,               -- place inside an archive, UTF-8, or empty
    digest BLOB NOT NULL,               -- SHA-256 of the file when last noted on
    read INTEGER NOT NULL DEFAULT 0,    -- 0 or 1
    starred INTEGER NOT NULL DEFAULT 0, -- 0 or 1
    line INTEGER,                       -- where reading stopped, from 0; null: nowhere
    character INTEGER,                  -- in that line, from 0; null with `line`
    UNIQUE (path, member),
    CHECK (read IN (0, 1) AND starred IN (0, 1) AND (line IS NULL) = (character IS NULL))
) STRICT;

CREATE TABLE tag (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    name TEXT NOT NULL,
    added INTEGER NOT NULL CHECK (added IN (0, 1)), -- 1 put on, 0 taken off
    PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    generation INTEGER NOT NULL -- raised by every commit that changed something
) STRICT;

INSERT INTO meta VALUES (0);
