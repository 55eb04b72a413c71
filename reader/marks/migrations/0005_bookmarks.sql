-- A place in a document under a letter.
CREATE TABLE bookmark (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: the newest is the largest
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    letter TEXT NOT NULL CHECK (length(letter) = 1),
    line INTEGER NOT NULL,                    -- from 0
    character INTEGER NOT NULL,               -- in that line, from 0
    UNIQUE (document, letter)
) STRICT;
