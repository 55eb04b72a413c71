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
