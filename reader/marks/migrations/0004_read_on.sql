ALTER TABLE document ADD COLUMN read_on INTEGER -- seconds since 1970; null where nobody knows
    CHECK (read_on IS NULL OR read = 1);
