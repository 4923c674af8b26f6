-- Hubs that tell when a list has changed (WebSub, W3C Recommendation of 23 January 2018). A list
-- that names one has a row here whether or not the hub is asked.

CREATE TABLE subscription (
  id          INTEGER PRIMARY KEY,
  feed_id     INTEGER REFERENCES feed (id) ON DELETE SET NULL,  -- null: the list is watched no longer
  topic       TEXT NOT NULL,  -- the address by which the hub knows the list
  hub         TEXT NOT NULL,
  key         TEXT NOT NULL,  -- last part of the address that the hub calls: 32 random hexadecimal digits
  key_digest  TEXT NOT NULL UNIQUE,  -- SHA-256 of the key, by which it is looked up
  secret      TEXT NOT NULL,  -- with which the hub signs; '' where it cannot be told in private
  base        TEXT NOT NULL,  -- what comes before the key in the address that the hub was told; '' before
  state       TEXT NOT NULL CHECK (state IN ('wanted', 'active', 'denied', 'leaving', 'ended')),
  asked       TEXT NOT NULL CHECK (asked IN ('nothing', 'subscribe', 'unsubscribe')),  -- not confirmed yet
  act_at      TEXT NOT NULL,  -- when something is to be done next
  since       TEXT NOT NULL,  -- when it came into its state
  lease_until TEXT,           -- the hub tells of changes until then
  heard_at    TEXT,           -- the last push that counted; null where hub and list do not agree
  failures    INTEGER NOT NULL,  -- requests to the hub in a row that came to nothing
  detail      TEXT NOT NULL   -- one line for people; '' where there is nothing to say
) STRICT;
CREATE UNIQUE INDEX subscription_feed ON subscription (feed_id)
  WHERE state IN ('wanted', 'active', 'denied');
CREATE INDEX subscription_act ON subscription (act_at);

-- What was pushed, so that it counts once.
CREATE TABLE push (
  subscription_id INTEGER NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
  digest          TEXT NOT NULL,  -- SHA-256 of its bytes
  at              TEXT NOT NULL,
  PRIMARY KEY (subscription_id, digest)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 7;
