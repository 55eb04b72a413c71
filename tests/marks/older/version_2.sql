-- What a reader of schema version 2 left behind.
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
-- What somebody said of a block of lines: that it is the article's, or is to be set aside.
CREATE TABLE correction (
    number INTEGER PRIMARY KEY AUTOINCREMENT,               -- never used twice
    document INTEGER REFERENCES document ON DELETE CASCADE, -- where it holds, or null
    site TEXT NOT NULL, -- else on all pages of this site: its name, or a folder's absolute path
    keep INTEGER NOT NULL,                                  -- 1 the article's, 0 set aside
    CHECK (keep IN (0, 1) AND (document IS NULL) = (site <> ''))
) STRICT;

CREATE INDEX correction_document ON correction (document) WHERE document IS NOT NULL;
CREATE INDEX correction_site ON correction (site) WHERE site <> '';

CREATE TABLE corrected_line (
    correction INTEGER NOT NULL REFERENCES correction ON DELETE CASCADE,
    key INTEGER NOT NULL, -- what lines like it have in common
    text TEXT NOT NULL,   -- its beginning as it stood, for people
    PRIMARY KEY (correction, key)
) STRICT, WITHOUT ROWID;
INSERT INTO document VALUES
 (1, CAST('/docs/moon.txt' AS BLOB), x'', x'6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d', 1, 0, 3, 14),
 (2, x'2f646f63732f636166e92e747874', x'', x'', 0, 1, NULL, NULL),
 (3, CAST('/docs/a.zip' AS BLOB), CAST('in/b.txt' AS BLOB), x'7373737373737373737373737373737373737373737373737373737373737373', 0, 0, NULL, NULL);
INSERT INTO tag VALUES (1, 'tides', 1), (1, 'old', 0), (3, 'a/b', 1);
UPDATE meta SET generation = 5;
INSERT INTO correction VALUES (1, 1, '', 1), (4, NULL, 'north.example', 0);
INSERT INTO corrected_line VALUES (1, -12, 'Follow us'), (4, 11, 'Share "this"');
PRAGMA application_id = 1380207947;
PRAGMA user_version = 2;
