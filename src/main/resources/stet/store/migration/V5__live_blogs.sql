-- Which states are live blogs, and their posts. A state read before this says that it is none; the
-- program that reads posts has another extractor version, so it asks for a rebuild.
ALTER TABLE state ADD COLUMN live INTEGER NOT NULL DEFAULT 0 CHECK (live IN (0, 1));

-- The posts of a live blog. The columns of a time are NULL where the post states none.
CREATE TABLE post (
  state_id       INTEGER NOT NULL REFERENCES state (id),
  position       INTEGER NOT NULL,  -- from 0, in page order
  headline       TEXT NOT NULL,     -- the post's subhead, '' where it has none
  first_block    INTEGER NOT NULL,  -- position of its first block in state_block
  blocks         INTEGER NOT NULL,  -- how many blocks it has
  printed        TEXT,
  iso            TEXT,
  local          TEXT,
  offset_seconds INTEGER,
  precision      TEXT,
  evidence       TEXT,
  zone_reason    TEXT,
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 5;
