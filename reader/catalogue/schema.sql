-- One collection, made from its files alone: a new version is a new file, nothing is migrated.

-- What lists show of each document, kept small so that all of them are read fast.
CREATE TABLE document (
    row INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice
    id TEXT NOT NULL,
    name BLOB NOT NULL,                    -- bytes of the path in the collection
    member BLOB NOT NULL,                  -- place inside an archive, UTF-8, or empty
    size INTEGER NOT NULL,                 -- bytes of the file
    mtime_ns INTEGER NOT NULL,
    digest BLOB NOT NULL,                  -- SHA-256 of the file, or empty
    site INTEGER REFERENCES site,          -- where its lines are counted
    home INTEGER REFERENCES site,          -- what it declares, or its folder: there corrections hold
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    site_name TEXT NOT NULL,
    date TEXT,
    lang TEXT NOT NULL,
    words INTEGER NOT NULL,                -- of the article
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    guessed INTEGER NOT NULL,
    skipped TEXT,                          -- why it cannot be read
    broken TEXT NOT NULL,                  -- what stands in the place of an article, or empty
    judged INTEGER NOT NULL,               -- 0 no, 1 yes, 2 yes but while the counts were moving,
                                           -- -1 yes but by other corrections than hold now,
                                           -- 3 it was not even read
    pending INTEGER NOT NULL,              -- 1 while its file waits to be read
    tags TEXT NOT NULL,                    -- one a line: those that the file declares
    url TEXT NOT NULL,
    own TEXT NOT NULL,                     -- what else its front matter says: a name, a space and
                                           -- a value, one a line
    junk INTEGER NOT NULL,                 -- words that were set aside, in thousandths of all
    sure INTEGER NOT NULL,                 -- how sure judging was, 0 to 1000
    image INTEGER NOT NULL,                -- 1 where the article has a caption or a picture
    story INTEGER NOT NULL DEFAULT 0,      -- of those that are near-copies of each other, the row of
                                           -- the one to read; 0 where there are none
    UNIQUE (name, member)                  -- order, stamps, named
) STRICT;

CREATE INDEX document_id ON document (id);                                  -- with_id
CREATE INDEX document_digest ON document (substr(digest, 1, 6));            -- with_digests
CREATE INDEX document_site ON document (site, judged);                      -- refresh_levels
CREATE INDEX document_home ON document (home);                              -- holding, site_keys
CREATE INDEX document_unjudged ON document (row) WHERE judged < 1;          -- unjudged
CREATE INDEX document_pending ON document (name, member) WHERE pending = 1; -- pending
CREATE INDEX document_skipped ON document (row) WHERE skipped IS NOT NULL;  -- order, skipped

CREATE TABLE content (
    row INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    declared TEXT NOT NULL, -- JSON object: what the file says of itself, if anything
    notes TEXT NOT NULL,    -- sentences, one a line
    count INTEGER NOT NULL, -- of lines
    shelf INTEGER NOT NULL, -- where its lines lie, deflated UTF-8, a line end after each, and then
                            -- its markup, deflated JSON, empty where it tells nothing; not a
                            -- reference, for which every shelf that goes would be looked for here
    lines INTEGER NOT NULL, -- bytes of its lines
    dictionary INTEGER NOT NULL -- 1 where they were deflated with that of the collection
) STRICT;

-- By what near-copies of a document are found, until it is compared with all others and after.
CREATE TABLE signature (
    row INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    bytes BLOB NOT NULL,     -- empty where the text is too short for one
    compared INTEGER NOT NULL -- 1 once it is known which documents it is a copy of
) STRICT;

CREATE INDEX signature_new ON signature (row) WHERE compared = 0; -- waiting
CREATE INDEX document_story ON document (story) WHERE story > 0;  -- part, of

-- What documents hold, many in a row: one in each would leave a sixth of the pages empty.
CREATE TABLE shelf (
    number INTEGER PRIMARY KEY,
    items BLOB NOT NULL, -- for each the row of its document and how many bytes it has, 4 bytes each
    bytes BLOB NOT NULL  -- of all of them, one after another
) STRICT;

-- Text like that of the documents: deflated with it, short ones are a quarter smaller.
CREATE TABLE dictionary (bytes BLOB NOT NULL) STRICT; -- one row, or none yet

-- Apart from the content, which would have to make room for it: it comes later, and often anew.
CREATE TABLE judgement (
    row INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    found TEXT NOT NULL,  -- JSON object: what judging found
    labels BLOB NOT NULL  -- deflated: reasons as JSON, then of each line label, score, reason
) STRICT;

-- Apart from the content: all of a site's are read when its counts have changed.
CREATE TABLE fingerprint (
    row INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    counted INTEGER NOT NULL, -- 1 once it is in the counts of `line`
    numbers BLOB NOT NULL     -- of its distinct lines, 8 bytes each
) STRICT;

CREATE INDEX fingerprint_uncounted ON fingerprint (row) WHERE counted = 0;

-- Lines of documents that are gone, still in the counts of `line`.
CREATE TABLE departed (
    site INTEGER NOT NULL,
    numbers BLOB NOT NULL -- 8 bytes each
) STRICT;

-- By what the site of a page is known, where it declares none or others may be of the one it does.
CREATE TABLE sketch (
    row INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    seal INTEGER NOT NULL,   -- equal for equal pages; below 0 where the page declares its site
    leader INTEGER NOT NULL, -- seal of the page it goes with, none with a larger one, or its own
    root INTEGER NOT NULL,   -- seal of the page to which following leaders leads
    placed INTEGER NOT NULL, -- 1 once it is in `clutter`
    clutter BLOB NOT NULL,   -- which of its numbers in `fingerprint` are of short lines, a bit each
    prose BLOB NOT NULL      -- and which of long ones
) STRICT;

CREATE INDEX sketch_seal ON sketch (seal);
CREATE INDEX sketch_leader ON sketch (leader);
CREATE INDEX sketch_root ON sketch (root);
CREATE INDEX sketch_new ON sketch (row) WHERE placed = 0;

-- Pages that are gone, still in `clutter`.
CREATE TABLE departed_sketch (
    row INTEGER NOT NULL,
    seal INTEGER NOT NULL,
    root INTEGER NOT NULL,
    clutter BLOB NOT NULL -- fingerprints, 8 bytes each
) STRICT;

-- Every short line of the sketches, and of the pages that hold it that with the smallest seal.
CREATE TABLE clutter (
    bucket INTEGER PRIMARY KEY, -- the last 12 bits of fingerprints
    once BLOB NOT NULL, -- that one page holds: all these, 8 bytes each, then the rows, 4 bytes each
    often BLOB NOT NULL -- that several hold: the same, then how many pages, 4 bytes each
) STRICT;

CREATE TABLE site (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE, -- a line end and a seal where no page declares it
    pages INTEGER NOT NULL,   -- that count here
    moved INTEGER NOT NULL -- 1 when counts changed after the levels were set
) STRICT;

-- On how many pages of its site a line stands that stands on several, `fingerprint` and `departed`
-- left to be counted: in the order of this table, thousands at a time, where one by one each would
-- dirty a page. Lines of one document are not here, unless they have a level still.
CREATE TABLE line (
    site INTEGER NOT NULL, -- its number; not a reference, which would be checked at each line
    fingerprint INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    level INTEGER NOT NULL, -- when levels were last set
    PRIMARY KEY (site, fingerprint)
) STRICT, WITHOUT ROWID;

-- What people said of lines, as documents were judged by it or wait to be.
CREATE TABLE correction (
    site TEXT NOT NULL,    -- key of the site on whose pages it holds, or empty
    row INTEGER NOT NULL,  -- else the document, or 0
    key INTEGER NOT NULL,  -- a fingerprint
    keep INTEGER NOT NULL, -- 1 the article's, 0 set aside
    PRIMARY KEY (site, row, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    generation INTEGER NOT NULL,
    birth INTEGER NOT NULL, -- tells this file from the ones it replaced
    documents INTEGER NOT NULL
) STRICT;

-- At random, so that nothing derived from another file is taken for current; below 2^52.
INSERT INTO meta
SELECT start, start, 0 FROM (SELECT (random() & 0xFFFFFFFFFFFFF) AS start);

CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    UPDATE meta SET documents = documents + 1;
END;

CREATE TRIGGER document_removed AFTER DELETE ON document BEGIN
    UPDATE meta SET documents = documents - 1;
END;
