-- Up to where users of this machine have looked at the edits, so that each is told next time what came since.

CREATE TABLE looked (
  user     TEXT NOT NULL PRIMARY KEY,  -- as the operating system names who looked
  at       TEXT NOT NULL,              -- edits first seen before were shown; UTC, ISO 8601
  identity TEXT NOT NULL,              -- of the collection's database, within which the numbers hold
  change   INTEGER NOT NULL,           -- the number of its latest change then
  capture  INTEGER NOT NULL            -- the number of the capture that had come last
) STRICT, WITHOUT ROWID;

-- What a host wished for itself holds where somebody says that the cause of its failures is mended.
ALTER TABLE host ADD COLUMN wished TEXT;  -- until when its Retry-After asked to be left alone; null where it did not
ALTER TABLE host ADD COLUMN forgiven INTEGER NOT NULL DEFAULT 0;  -- 1: somebody says so, and whoever fetches does not know yet
CREATE INDEX host_forgiven ON host (forgiven) WHERE forgiven = 1;

-- When anything was asked last is asked again and again, by who looks whether the watch is alive.
CREATE INDEX tracked_asked ON tracked (asked_at);

PRAGMA user_version = 5;
