-- What was learnt of outlets whose pages a browser may have to show, and what showing them cost.
CREATE TABLE browser (
  outlet    TEXT NOT NULL PRIMARY KEY,
  verdict   TEXT NOT NULL CHECK (verdict IN ('unknown', 'plain', 'needed')),
  tested_at TEXT,              -- when a page as sent was last held against what a browser showed; UTC, ISO 8601
  sufficed  INTEGER NOT NULL,  -- tests in a row in which the page as sent lacked nothing
  shown     INTEGER NOT NULL,  -- pages that a browser showed
  failed    INTEGER NOT NULL,  -- pages that it could not show
  millis    INTEGER NOT NULL,  -- how long it took for those that it showed, all together
  bytes     INTEGER NOT NULL,  -- of what they asked for beside themselves, decoded
  shown_at  TEXT,              -- the last of them
  failed_at TEXT,              -- the last that failed
  failure   TEXT NOT NULL      -- why, one line; '' where none did
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 8;
