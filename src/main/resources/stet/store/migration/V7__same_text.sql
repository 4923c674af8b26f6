-- Redirects and canonical links between addresses whose names have no likeness. They join two
-- addresses only where both showed nearly the same text, which may be known before or after the link.
CREATE TABLE address_hint (
  capture_id INTEGER PRIMARY KEY REFERENCES capture (id),  -- the capture that says so
  from_uri   TEXT NOT NULL,  -- normalised
  to_uri     TEXT NOT NULL,  -- normalised
  stated_at  TEXT NOT NULL,  -- sort key of the capture
  state_id   INTEGER REFERENCES state (id)  -- what the page at the end showed; NULL where the link alone is known
) STRICT;
CREATE INDEX address_hint_from ON address_hint (from_uri);
CREATE INDEX address_hint_to ON address_hint (to_uri);

PRAGMA user_version = 7;
