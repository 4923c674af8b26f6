-- What a person asked to be watched, and where the watch stands. Nothing here can be derived from
-- the WARC files, which is why it lies in a file of its own. All times are UTC, ISO 8601, whole
-- seconds, so that their order as text is their order in time.

CREATE TABLE feed (
  id           INTEGER PRIMARY KEY,
  uri          TEXT NOT NULL UNIQUE,
  parent_id    INTEGER REFERENCES feed (id) ON DELETE CASCADE,  -- the sitemap index that names it
  host         TEXT NOT NULL,     -- host, with its port where that is not the usual one
  kind         TEXT NOT NULL,     -- what it turned out to be: 'rss', 'news-sitemap' and so on; 'unknown' before the first check
  include      TEXT NOT NULL,     -- patterns, one a line
  exclude      TEXT NOT NULL,
  languages    TEXT NOT NULL,
  item_limit   INTEGER NOT NULL,
  added_at     TEXT NOT NULL,
  next_at      TEXT NOT NULL,     -- when it is due
  every        INTEGER NOT NULL,  -- seconds between checks, as its own news suggest
  asked_at     TEXT,              -- the last request
  outcome      TEXT NOT NULL,     -- of the last request: 'never', 'read', 'partly', 'refused', 'not-modified', or a failure
  detail       TEXT NOT NULL,     -- one line for people
  failures     INTEGER NOT NULL,  -- in a row
  candidates   INTEGER NOT NULL,  -- pages named by the last answer that fit the patterns
  answered_by  TEXT NOT NULL,     -- for conditional requests, as 'tracked' has them
  etag         TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  media_type   TEXT NOT NULL,
  payload      TEXT NOT NULL
) STRICT;
CREATE INDEX feed_host_next ON feed (host, next_at);
CREATE INDEX feed_next ON feed (next_at);

CREATE TABLE tracked (
  id           INTEGER PRIMARY KEY,
  uri          TEXT NOT NULL UNIQUE,
  host         TEXT NOT NULL,
  outlet       TEXT NOT NULL,     -- host without www.
  feed_id      INTEGER REFERENCES feed (id) ON DELETE SET NULL,  -- which feed named it; null for a person
  added_at     TEXT NOT NULL,
  paused       INTEGER NOT NULL,  -- 1: a person wants no more checks
  next_at      TEXT NOT NULL,     -- when it is due
  asked_at     TEXT,              -- the last request
  outcome      TEXT NOT NULL,     -- of the last request; 'never' before the first
  detail       TEXT NOT NULL,     -- one line for people
  failures     INTEGER NOT NULL,  -- checks in a row that showed no state of the article
  hinted_at    TEXT,              -- the latest change that a feed or sitemap stated
  born_at      TEXT NOT NULL,     -- what the recheck policy knows: see docs/RECHECK.md
  checked_at   TEXT,              -- the last check that showed a state
  changed_at   TEXT NOT NULL,
  changes      REAL NOT NULL,
  exposure     REAL NOT NULL,
  answered_by  TEXT NOT NULL,     -- for conditional requests: the address that gave the last full answer; empty for none
  etag         TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  media_type   TEXT NOT NULL,
  payload      TEXT NOT NULL      -- SHA-256 of its bytes, which lie in the archive
) STRICT;
CREATE INDEX tracked_host_next ON tracked (paused, host, next_at);
CREATE INDEX tracked_next ON tracked (paused, next_at);
CREATE INDEX tracked_failing ON tracked (asked_at) WHERE failures > 0;

CREATE TABLE outlet (
  name     TEXT NOT NULL PRIMARY KEY,
  changes  REAL NOT NULL,  -- evidence of all its articles together
  exposure REAL NOT NULL,
  rhythm   TEXT NOT NULL   -- changes seen in each hour of the UTC day, 24 numbers
) STRICT, WITHOUT ROWID;

CREATE TABLE host (
  name        TEXT NOT NULL PRIMARY KEY,
  not_before  TEXT NOT NULL,
  failures    INTEGER NOT NULL,
  crawl_delay INTEGER NOT NULL,  -- milliseconds
  day         TEXT NOT NULL,     -- the UTC day that 'asked' counts
  asked       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE robots (
  origin            TEXT NOT NULL PRIMARY KEY,
  checked_at        TEXT NOT NULL,
  kind              TEXT NOT NULL,
  text              TEXT NOT NULL,
  media_type        TEXT NOT NULL,
  unreachable_since TEXT,
  tries             INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
