-- Revisions that look like a new page template and not like edits, and what a person made of them.

CREATE TABLE drift (
  id       INTEGER PRIMARY KEY,
  outlet   TEXT NOT NULL,
  from_at  TEXT NOT NULL,     -- when the first of its revisions was seen, UTC
  to_at    TEXT NOT NULL,     -- when the last of them was seen
  articles INTEGER NOT NULL,  -- how many articles changed alike
  checked  INTEGER NOT NULL,  -- of so many that were looked at in that time
  sample   TEXT NOT NULL,     -- a text that they share, with - or + before it
  verdict  TEXT NOT NULL CHECK (verdict IN ('held', 'released', 'dismissed'))
) STRICT;

CREATE TABLE drift_revision (
  article_key TEXT NOT NULL,
  seen_at     TEXT NOT NULL,  -- when the new text was first seen
  drift_id    INTEGER NOT NULL REFERENCES drift (id),
  PRIMARY KEY (article_key, seen_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX drift_revision_drift ON drift_revision (drift_id);

PRAGMA user_version = 2;
