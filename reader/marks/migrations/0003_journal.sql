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
