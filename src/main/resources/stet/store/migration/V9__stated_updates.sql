-- Every update time that a page states, since silence is told by all of them. States that are here
-- already have none: they were made by another reader, which asks for a rebuild anyway.
CREATE TABLE stated_update (
  state_id       INTEGER NOT NULL REFERENCES state (id),
  position       INTEGER NOT NULL,  -- place in order, from 0: the chosen one first
  printed        TEXT NOT NULL,     -- as in stated_date, like all that follows
  iso            TEXT NOT NULL,
  local          TEXT NOT NULL,
  offset_seconds INTEGER,
  precision      TEXT NOT NULL,
  evidence       TEXT NOT NULL,
  zone_reason    TEXT NOT NULL,
  PRIMARY KEY (state_id, position)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 9;
