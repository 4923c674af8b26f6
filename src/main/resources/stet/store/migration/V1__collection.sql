-- The index of a collection. Everything here is derived from the WARC files under snapshots/:
-- `stet rebuild` makes the same rows again from them alone. All times are UTC, ISO 8601.

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,  -- 'extractor', 'differ': what made the derived rows
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE warc_file (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL UNIQUE,  -- file name under snapshots/
  indexed_length INTEGER NOT NULL       -- bytes whose records are indexed here; the rest is taken in at the next opening
) STRICT;

CREATE TABLE payload (
  digest       TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of the bytes, 64 hexadecimal digits
  size         INTEGER NOT NULL,           -- bytes
  warc_file_id INTEGER NOT NULL REFERENCES warc_file (id),
  warc_offset  INTEGER NOT NULL,           -- of the record that holds the bytes in full
  warc_length  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id     INTEGER PRIMARY KEY,
  key    TEXT NOT NULL UNIQUE,  -- short name derived from the address alone; used in file names
  uri    TEXT NOT NULL UNIQUE,  -- http(s) URL, or urn:stet: name of a saved file whose address is not known
  outlet TEXT NOT NULL          -- host without www., or the folder imported from
) STRICT;
CREATE INDEX article_outlet ON article (outlet);

CREATE TABLE block (
  id      INTEGER PRIMARY KEY,
  digest  BLOB NOT NULL UNIQUE,  -- first 16 bytes of the SHA-256 of kind, level, lang and text
  kind    TEXT NOT NULL CHECK (kind IN ('paragraph', 'subhead', 'quote', 'list-item', 'numbered-item')),
  level   INTEGER NOT NULL,      -- subhead: 2 to 6; list item: depth from 1; else 0
  lang    TEXT NOT NULL,         -- BCP 47 where it differs from the article's, else ''
  text    TEXT NOT NULL
) STRICT;

-- One distinct state of one article, as extracted. A version is a state at its place in time.
CREATE TABLE state (
  id            INTEGER PRIMARY KEY,
  article_id    INTEGER NOT NULL REFERENCES article (id),
  digest        BLOB NOT NULL,  -- first 16 bytes of the SHA-256 of all that is stored
  compared      BLOB NOT NULL,  -- the same of what is compared: equal means the same version
  headline      TEXT NOT NULL,
  dek           TEXT NOT NULL,
  byline        TEXT NOT NULL,  -- as printed
  authors       TEXT NOT NULL,  -- JSON array of names
  dateline      TEXT NOT NULL,
  section       TEXT NOT NULL,
  language      TEXT NOT NULL,  -- BCP 47
  canonical_url TEXT NOT NULL,
  extractor     TEXT NOT NULL,
  UNIQUE (article_id, digest)
) STRICT;

CREATE TABLE state_block (
  state_id INTEGER NOT NULL REFERENCES state (id),
  position INTEGER NOT NULL,  -- from 0
  block_id INTEGER NOT NULL REFERENCES block (id),
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX state_block_block ON state_block (block_id);

CREATE TABLE caption (
  state_id INTEGER NOT NULL REFERENCES state (id),
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  credit   TEXT NOT NULL,
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE image (
  state_id INTEGER NOT NULL REFERENCES state (id),
  position INTEGER NOT NULL,
  url      TEXT NOT NULL,
  alt      TEXT NOT NULL,
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;

-- What the publisher states of the article's own dates.
CREATE TABLE stated_date (
  state_id       INTEGER NOT NULL REFERENCES state (id),
  role           TEXT NOT NULL CHECK (role IN ('published', 'updated', 'reviewed')),
  printed        TEXT NOT NULL,  -- as the page has it
  iso            TEXT NOT NULL,  -- ISO 8601 to the stated precision, with the offset where known
  local          TEXT NOT NULL,  -- wall-clock time, ISO 8601
  offset_seconds INTEGER,        -- from UTC; NULL where nothing tells it
  precision      TEXT NOT NULL CHECK (precision IN ('year', 'month', 'day', 'minute', 'second')),
  evidence       TEXT NOT NULL,
  zone_reason    TEXT NOT NULL,
  PRIMARY KEY (state_id, role)
) STRICT, WITHOUT ROWID;

-- Distinct notices as printed. The columns of a date are NULL where the notice prints none.
CREATE TABLE notice (
  id             INTEGER PRIMARY KEY,
  digest         BLOB NOT NULL UNIQUE,  -- first 16 bytes of the SHA-256 of kind, text and date
  kind           TEXT NOT NULL CHECK (kind IN ('retraction', 'correction', 'clarification', 'editors-note', 'update')),
  text           TEXT NOT NULL,
  printed        TEXT,  -- the notice's own date, as the page has it
  iso            TEXT,
  local          TEXT,
  offset_seconds INTEGER,
  precision      TEXT,
  evidence       TEXT,
  zone_reason    TEXT
) STRICT;

CREATE TABLE state_notice (
  state_id  INTEGER NOT NULL REFERENCES state (id),
  position  INTEGER NOT NULL,
  notice_id INTEGER NOT NULL REFERENCES notice (id),
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE capture (
  id             INTEGER PRIMARY KEY,
  article_id     INTEGER NOT NULL REFERENCES article (id),
  uri            TEXT NOT NULL,     -- asked for; may differ from the article's
  captured_at    TEXT NOT NULL,
  ordinal        INTEGER NOT NULL,  -- place among captures of the same instant, as the source numbers them
  media_type     TEXT NOT NULL,
  source_kind    TEXT NOT NULL,
  source_name    TEXT NOT NULL,
  payload_digest TEXT NOT NULL,
  payload_size   INTEGER NOT NULL,
  warc_file_id   INTEGER NOT NULL REFERENCES warc_file (id),
  warc_offset    INTEGER NOT NULL,
  warc_length    INTEGER NOT NULL,
  state_id       INTEGER REFERENCES state (id),  -- NULL where the page is not an article
  not_article    TEXT,                           -- why not: 'not-found', 'blocked', 'empty', …
  detail         TEXT,
  UNIQUE (uri, captured_at, ordinal, payload_digest),
  CHECK ((state_id IS NULL) <> (not_article IS NULL))
) STRICT;
CREATE INDEX capture_article ON capture (article_id, captured_at);

CREATE TABLE version (
  article_id       INTEGER NOT NULL REFERENCES article (id),
  number           INTEGER NOT NULL,  -- from 1, in the order of time
  state_id         INTEGER NOT NULL REFERENCES state (id),
  first_capture_id INTEGER NOT NULL REFERENCES capture (id),
  last_capture_id  INTEGER NOT NULL REFERENCES capture (id),
  checks           INTEGER NOT NULL,  -- captures that show it
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  article_id INTEGER NOT NULL REFERENCES article (id),
  number     INTEGER NOT NULL,  -- of the version it led to
  not_before TEXT NOT NULL,     -- last capture of the old version
  not_after  TEXT NOT NULL,     -- first capture of the new one
  inserted   INTEGER NOT NULL,  -- words
  deleted    INTEGER NOT NULL,
  moved      INTEGER NOT NULL,
  kept       INTEGER NOT NULL,
  changes    TEXT NOT NULL,     -- JSON, see docs/SCHEMA.md
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
  article_id INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  position   INTEGER NOT NULL,  -- 0 is the disclosure label
  kind       TEXT NOT NULL,
  detail     TEXT NOT NULL,
  PRIMARY KEY (article_id, number, position),
  FOREIGN KEY (article_id, number) REFERENCES revision (article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_kind ON label (kind);

PRAGMA user_version = 1;
