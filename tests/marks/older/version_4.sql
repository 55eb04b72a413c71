-- What a reader of schema version 3 left behind.
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

ALTER TABLE document ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
ALTER TABLE document ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1));

CREATE INDEX document_digest ON document (digest);
CREATE INDEX document_hidden ON document (path) WHERE hidden = 1; -- mostly empty, so asked at once

-- A passage that somebody highlighted, so described that it is found again in an edited page.
CREATE TABLE highlight (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    exact TEXT NOT NULL,        -- the passage as it stood, line ends included
    before TEXT NOT NULL,       -- some characters in front of it
    after TEXT NOT NULL,        -- some behind it
    line INTEGER NOT NULL,      -- where it began, from 0
    character INTEGER NOT NULL, -- in that line, from 0
    note TEXT NOT NULL          -- what was said of it, or empty
) STRICT;

CREATE INDEX highlight_document ON highlight (document);

CREATE TABLE search (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal: what somebody changed, so that it can be taken back, and made again.
CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice
    place TEXT NOT NULL,    -- key of the collection it was made in
    made INTEGER NOT NULL,  -- seconds since 1970
    said TEXT NOT NULL,     -- what it was, in words
    gone BLOB NOT NULL,     -- the facts that went, deflated lines of a dump
    come BLOB NOT NULL,     -- the facts that came
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX change_place ON change (place, undone, number);

-- Where documents went whose old places changes name.
CREATE TABLE moved (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    since INTEGER NOT NULL, -- the newest change of before
    path BLOB NOT NULL,
    member BLOB NOT NULL,
    new_path BLOB NOT NULL,
    new_member BLOB NOT NULL
) STRICT;

ALTER TABLE document ADD COLUMN read_on INTEGER -- seconds since 1970; null where nobody knows
    CHECK (read_on IS NULL OR read = 1);

INSERT INTO document VALUES
 (1, CAST('/docs/moon.txt' AS BLOB), x'', x'6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d', 1, 0, 3, 14, 1, 0, 1609459200),
 (2, x'2f646f63732f636166e92e747874', x'', x'', 0, 1, NULL, NULL, 0, 0, NULL),
 (3, CAST('/docs/a.zip' AS BLOB), CAST('in/b.txt' AS BLOB), x'7373737373737373737373737373737373737373737373737373737373737373', 0, 0, NULL, NULL, 0, 1, NULL);
INSERT INTO tag VALUES (1, 'tides', 1), (1, 'old', 0), (3, 'a/b', 1);
UPDATE meta SET generation = 5;
INSERT INTO correction VALUES (1, 1, '', 1), (4, NULL, 'north.example', 0);
INSERT INTO corrected_line VALUES (1, -12, 'Follow us'), (4, 11, 'Share "this"');
INSERT INTO highlight VALUES (2, 1, 'the tide', 'at ', ' turns', 3, 4, 'why twice?');
INSERT INTO search VALUES ('sea', '#tides date:2021');
PRAGMA application_id = 1380207947;
PRAGMA user_version = 4;
