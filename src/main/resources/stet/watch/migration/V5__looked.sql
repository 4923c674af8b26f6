-- Up to where users of this machine have looked at the edits, so that each is told next time what came since.

CREATE TABLE looked (
  user     TEXT NOT NULL PRIMARY KEY,  -- as the operating system names who looked
  at       TEXT NOT NULL,              -- edits first seen before were shown; UTC, ISO 8601
  identity TEXT NOT NULL,              -- of the collection's database, within which the numbers hold
  change   INTEGER NOT NULL,           -- the number of its latest change then
  capture  INTEGER NOT NULL            -- the number of the capture that had come last
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 5;
