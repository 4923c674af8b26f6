-- Pictures of pages as a browser showed them, by what was captured of the page with them.
CREATE TABLE picture (
  page_digest  TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of the page's payload, 64 hexadecimal digits
  warc_file_id INTEGER NOT NULL REFERENCES warc_file (id),
  warc_offset  INTEGER NOT NULL,           -- of the picture's record
  warc_length  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 14;
