-- What several watches share: what is tracked, where its checks stand, what is remembered of hosts,
-- and who may ask which host. The first five tables are those of watch.db (stet/watch/migration), so
-- that the same statements serve both: times are UTC, ISO 8601, whole seconds, as text whose order
-- is their order in time. Times of leases are the database's own.

CREATE TABLE schema_version (version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (1);

CREATE TABLE feed (
  id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uri           TEXT COLLATE "C" NOT NULL UNIQUE,
  parent_id     BIGINT REFERENCES feed (id) ON DELETE CASCADE,
  host          TEXT COLLATE "C" NOT NULL,
  kind          TEXT NOT NULL,
  include       TEXT NOT NULL,
  exclude       TEXT NOT NULL,
  languages     TEXT NOT NULL,
  item_limit    INTEGER NOT NULL,
  added_at      TEXT COLLATE "C" NOT NULL,
  next_at       TEXT COLLATE "C" NOT NULL,
  every         BIGINT NOT NULL,
  asked_at      TEXT COLLATE "C",
  outcome       TEXT NOT NULL,
  detail        TEXT NOT NULL,
  failures      INTEGER NOT NULL,
  candidates    INTEGER NOT NULL,
  answered_by   TEXT NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  media_type    TEXT NOT NULL,
  payload       TEXT NOT NULL,
  full_at       TEXT COLLATE "C",
  confirmations INTEGER NOT NULL DEFAULT 0,
  distrusted_at TEXT COLLATE "C"
);
CREATE INDEX feed_host_next ON feed (host, next_at);
CREATE INDEX feed_next ON feed (next_at);
CREATE INDEX feed_parent ON feed (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE tracked (
  id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uri           TEXT COLLATE "C" NOT NULL UNIQUE,
  story         TEXT COLLATE "C" NOT NULL UNIQUE,  -- two workers may read it from two lists at once
  host          TEXT COLLATE "C" NOT NULL,
  outlet        TEXT COLLATE "C" NOT NULL,
  feed_id       BIGINT REFERENCES feed (id) ON DELETE SET NULL,
  added_at      TEXT COLLATE "C" NOT NULL,
  paused        INTEGER NOT NULL,
  next_at       TEXT COLLATE "C" NOT NULL,
  asked_at      TEXT COLLATE "C",
  outcome       TEXT COLLATE "C" NOT NULL,
  detail        TEXT NOT NULL,
  failures      INTEGER NOT NULL,
  hinted_at     TEXT COLLATE "C",
  born_at       TEXT COLLATE "C" NOT NULL,
  checked_at    TEXT COLLATE "C",
  changed_at    TEXT COLLATE "C" NOT NULL,
  changes       DOUBLE PRECISION NOT NULL,
  exposure      DOUBLE PRECISION NOT NULL,
  answered_by   TEXT NOT NULL,
  etag          TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  media_type    TEXT NOT NULL,
  payload       TEXT NOT NULL,
  full_at       TEXT COLLATE "C",
  confirmations INTEGER NOT NULL DEFAULT 0,
  distrusted_at TEXT COLLATE "C"
);
CREATE INDEX tracked_host_next ON tracked (paused, host, next_at);
CREATE INDEX tracked_next ON tracked (paused, next_at);
CREATE INDEX tracked_failing ON tracked (asked_at) WHERE failures > 0;
CREATE INDEX tracked_asked ON tracked (asked_at);
CREATE INDEX tracked_outlet ON tracked (outlet, paused);
CREATE INDEX tracked_feed ON tracked (feed_id) WHERE feed_id IS NOT NULL;
CREATE INDEX tracked_distrusted ON tracked (host, distrusted_at) WHERE distrusted_at IS NOT NULL;

CREATE TABLE outlet (
  name     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  changes  DOUBLE PRECISION NOT NULL,
  exposure DOUBLE PRECISION NOT NULL,
  rhythm   TEXT NOT NULL
);

CREATE TABLE host (
  name        TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  not_before  TEXT COLLATE "C" NOT NULL,
  failures    INTEGER NOT NULL,
  crawl_delay BIGINT NOT NULL,
  day         TEXT NOT NULL,
  asked       INTEGER NOT NULL,
  wished      TEXT,
  forgiven    INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE robots (
  origin            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  checked_at        TEXT COLLATE "C" NOT NULL,
  kind              TEXT NOT NULL,
  text              TEXT NOT NULL,
  media_type        TEXT NOT NULL,
  unreachable_since TEXT,
  tries             INTEGER NOT NULL
);

-- Who works on it.
CREATE TABLE worker (
  id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,  -- of its folder, for good
  session    TEXT NOT NULL,         -- of its present run
  name       TEXT NOT NULL,         -- machine and folder, for people
  started_at TIMESTAMPTZ NOT NULL,
  heard_at   TIMESTAMPTZ NOT NULL,  -- the last time it renewed its leases
  ended_at   TIMESTAMPTZ            -- when it ended by itself; null while it runs, and where it did not
);

-- Who may ask which host. A row for each host of which anything is tracked or was asked.
CREATE TABLE lease (
  host         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  session      TEXT COLLATE "C" NOT NULL DEFAULT '',  -- of who has it; '' for nobody
  worker       TEXT COLLATE "C" NOT NULL DEFAULT '',  -- who has it, or had it last and will find its answers at home
  until        TIMESTAMPTZ NOT NULL DEFAULT '-infinity',
  clean        BOOLEAN NOT NULL DEFAULT TRUE,    -- whether all that was asked is noted: given back rather than run out
  wanted_by    TEXT COLLATE "C" NOT NULL DEFAULT '',  -- a redirect leads another worker there
  wanted_until TIMESTAMPTZ NOT NULL DEFAULT '-infinity'
);
CREATE INDEX lease_session ON lease (session);
CREATE INDEX lease_until ON lease (until);

CREATE FUNCTION lease_of_host() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lease (host) VALUES (NEW.host) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tracked_lease AFTER INSERT ON tracked FOR EACH ROW EXECUTE FUNCTION lease_of_host();
CREATE TRIGGER feed_lease AFTER INSERT ON feed FOR EACH ROW EXECUTE FUNCTION lease_of_host();

-- The last text that a check of an address showed, wherever that was indexed.
CREATE TABLE last_text (
  uri    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  digest TEXT NOT NULL,  -- of what is compared between two versions
  worker TEXT NOT NULL   -- who saw it
);
