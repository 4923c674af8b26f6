-- Captures know the exchange they came from, and one article may have several addresses. All rows
-- are derived, so the old ones are dropped: the next opening for writing takes every capture in anew
-- from the WARC files.

DROP TABLE label;
DROP TABLE revision;
DROP TABLE version;
DROP TABLE capture;
DROP TABLE state_notice;
DROP TABLE notice;
DROP TABLE stated_date;
DROP TABLE image;
DROP TABLE caption;
DROP TABLE state_block;
DROP TABLE state;
DROP TABLE article;
DROP TABLE payload;
DELETE FROM block;
DELETE FROM warc_file;
DELETE FROM setting;

CREATE TABLE payload (
  digest       TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of the bytes, 64 hexadecimal digits
  size         INTEGER NOT NULL,           -- bytes
  encoding     TEXT NOT NULL,              -- content codings as the response stated them, else ''
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

-- Addresses under which articles were captured, and which address each of them stands for.
CREATE TABLE address (
  uri        TEXT NOT NULL PRIMARY KEY,  -- normalised
  article_id INTEGER REFERENCES article (id),  -- NULL while nothing was captured under it
  points_to  TEXT,  -- address that it stands for by its latest redirect or canonical link that a rule accepts
  rule       TEXT,  -- which rule: 'variant', 'same-number', 'same-slug', …
  stated_at  TEXT   -- sort key of the capture that says so
) STRICT, WITHOUT ROWID;
CREATE INDEX address_points_to ON address (points_to);
CREATE INDEX address_article ON address (article_id);

-- One distinct state of an article, as extracted. A version is a state at its place in time.
CREATE TABLE state (
  id            INTEGER PRIMARY KEY,
  digest        BLOB NOT NULL UNIQUE,  -- first 16 bytes of the SHA-256 of all that is stored
  compared      BLOB NOT NULL,  -- the same of what is compared: equal means the same version
  headline      TEXT NOT NULL,
  dek           TEXT NOT NULL,
  byline        TEXT NOT NULL,  -- as printed
  authors       TEXT NOT NULL,  -- JSON array of names
  dateline      TEXT NOT NULL,
  section       TEXT NOT NULL,
  language      TEXT NOT NULL,  -- BCP 47
  canonical_url TEXT NOT NULL,
  extractor     TEXT NOT NULL
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
  address        TEXT NOT NULL REFERENCES address (uri),
  uri            TEXT NOT NULL,     -- asked for; may differ from the article's
  captured_at    TEXT NOT NULL,
  ordinal        INTEGER NOT NULL,  -- place among captures of the same instant, as the source numbers them
  media_type     TEXT NOT NULL,
  source_kind    TEXT NOT NULL CHECK (source_kind IN ('file', 'live', 'warc', 'memento')),
  source_name    TEXT NOT NULL,
  http_status    INTEGER,           -- NULL where no response is known
  payload_digest TEXT NOT NULL,
  payload_size   INTEGER NOT NULL,
  warc_file_id   INTEGER NOT NULL REFERENCES warc_file (id),
  warc_offset    INTEGER NOT NULL,
  warc_length    INTEGER NOT NULL,
  state_id       INTEGER REFERENCES state (id),  -- NULL where the page is not an article
  not_article    TEXT,                           -- why not: 'not-found', 'blocked', 'redirect', 'timeout', …
  detail         TEXT,
  UNIQUE (uri, captured_at, ordinal, payload_digest),
  CHECK ((state_id IS NULL) <> (not_article IS NULL))
) STRICT;
CREATE INDEX capture_article ON capture (article_id, captured_at);
CREATE INDEX capture_address ON capture (address);
CREATE INDEX capture_state ON capture (state_id);

CREATE TABLE version (
  article_id       INTEGER NOT NULL REFERENCES article (id),
  number           INTEGER NOT NULL,  -- from 1, in the order of time
  state_id         INTEGER NOT NULL REFERENCES state (id),
  first_capture_id INTEGER NOT NULL REFERENCES capture (id),
  last_capture_id  INTEGER NOT NULL REFERENCES capture (id),
  checks           INTEGER NOT NULL,  -- captures that show it
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_state ON version (state_id);

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

PRAGMA user_version = 2;
