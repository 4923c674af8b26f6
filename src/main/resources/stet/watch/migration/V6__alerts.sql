-- What people are told: what rules found, when it is due to be told, and the messages that tell it.
-- A message lies here before it is sent and is sent from here, so that none is lost; it keeps its
-- name however often it is tried, so that the other side can tell a second copy where it can at all.

-- Up to which change of the collection rules were asked. One row.
CREATE TABLE alert_progress (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  origin TEXT NOT NULL,     -- what the numbers hold within
  number INTEGER NOT NULL
) STRICT;

-- When a rule was first asked: what was seen before is no news to it.
CREATE TABLE alert_rule (
  name  TEXT NOT NULL PRIMARY KEY,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an article's latest revisions looked like when rules were asked, to pass it over while it is
-- the same.
CREATE TABLE alert_print (
  article_key TEXT NOT NULL PRIMARY KEY,
  print       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alert_finding (
  id          INTEGER PRIMARY KEY,
  rule        TEXT NOT NULL,
  ask         TEXT NOT NULL,  -- digest of what the rule asked for when it fired
  event       TEXT NOT NULL,  -- names what happened: once for each rule
  article_key TEXT NOT NULL,  -- '' where it concerns no article
  alike       TEXT NOT NULL,  -- equal for what is told once for many articles
  found_at    TEXT NOT NULL,
  standing    TEXT NOT NULL,  -- 'stands', 'edited-again', 'judged-otherwise', 'withdrawn'
  note        TEXT NOT NULL,  -- what became of it, for people
  body        TEXT NOT NULL,  -- JSON: all that a message shows of it
  UNIQUE (rule, event)
) STRICT;
CREATE INDEX alert_finding_article ON alert_finding (article_key);
CREATE INDEX alert_finding_alike ON alert_finding (rule, alike, found_at);
CREATE INDEX alert_finding_found ON alert_finding (found_at);

-- What waits to be put into a message.
CREATE TABLE alert_due (
  finding_id INTEGER NOT NULL REFERENCES alert_finding (id) ON DELETE CASCADE,
  channel    TEXT NOT NULL,
  correction INTEGER NOT NULL,  -- 1: what was told does not hold any more
  due_at     TEXT NOT NULL,
  gathered   INTEGER NOT NULL,  -- 1: told together with others
  PRIMARY KEY (finding_id, channel, correction)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_due_at ON alert_due (due_at);

CREATE TABLE alert_message (
  id        TEXT NOT NULL PRIMARY KEY,  -- 32 hexadecimal digits
  rule      TEXT NOT NULL,
  channel   TEXT NOT NULL,
  kind      TEXT NOT NULL,
  thread    TEXT NOT NULL,  -- key of the one article that it concerns, else ''
  body      TEXT NOT NULL,  -- JSON
  made_at   TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
  due_at    TEXT NOT NULL,  -- when it is tried next
  tries     INTEGER NOT NULL,
  detail    TEXT NOT NULL,  -- why the last try failed; '' where none did
  sent_at   TEXT,
  reference TEXT NOT NULL   -- what the channel answers a later message of the thread with
) STRICT;
CREATE INDEX alert_message_due ON alert_message (state, due_at);
CREATE INDEX alert_message_thread ON alert_message (channel, thread, sent_at);
CREATE INDEX alert_message_made ON alert_message (rule, channel, made_at);

-- Which message tells which finding.
CREATE TABLE alert_told (
  finding_id INTEGER NOT NULL REFERENCES alert_finding (id) ON DELETE CASCADE,
  message_id TEXT NOT NULL REFERENCES alert_message (id) ON DELETE CASCADE,
  PRIMARY KEY (finding_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_told_message ON alert_told (message_id);

-- Channels that failed at their last try.
CREATE TABLE alert_channel (
  name       TEXT NOT NULL PRIMARY KEY,
  failures   INTEGER NOT NULL,  -- in a row
  since      TEXT NOT NULL,     -- when the first of them was
  not_before TEXT NOT NULL,     -- when it may be tried again
  detail     TEXT NOT NULL,
  settings   TEXT NOT NULL      -- digest of its settings where it will not take anything with them, else ''
) STRICT, WITHOUT ROWID;

-- How well an outlet can be watched is asked every few minutes.
CREATE INDEX tracked_outlet ON tracked (outlet, paused);

PRAGMA user_version = 6;
