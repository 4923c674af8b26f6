-- What takedowns take from captures. The words themselves never come into this database.
CREATE TABLE withheld (
  capture_id     INTEGER PRIMARY KEY REFERENCES capture (id),
  payload_digest TEXT NOT NULL,     -- SHA-256 of the bytes that are withheld
  warc_file_id   INTEGER NOT NULL REFERENCES warc_file (id),
  warc_offset    INTEGER NOT NULL,
  mark           INTEGER NOT NULL,  -- number of the takedown
  reason         TEXT NOT NULL,     -- 'court-order', 'privacy', …
  since          TEXT NOT NULL,
  canonical      TEXT NOT NULL      -- address that the page gave for itself, else ''
) STRICT;
CREATE INDEX withheld_place ON withheld (warc_file_id, warc_offset);
CREATE INDEX withheld_payload ON withheld (payload_digest);

PRAGMA user_version = 12;
