-- What the pages of a site were made from. Only the program reads it; without it all is made anew.

CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Pages about more than one article that belong together.
CREATE TABLE unit (
  name    TEXT NOT NULL PRIMARY KEY,
  inputs  TEXT NOT NULL,
  names   TEXT NOT NULL,
  stat    TEXT NOT NULL,
  content TEXT NOT NULL,
  files   INTEGER NOT NULL,
  bytes   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What orders an article among others and is summed up. Times are UTC without their Z, so that they
-- sort as text whatever their precision.
CREATE TABLE article (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,
  outlet     TEXT NOT NULL,
  headline   TEXT NOT NULL,
  first      TEXT NOT NULL,
  last       TEXT NOT NULL,
  changed    TEXT NOT NULL,     -- '' where no change was seen
  score      INTEGER NOT NULL,  -- -1 where there is no edit
  versions   INTEGER NOT NULL,
  revisions  INTEGER NOT NULL,
  silent     INTEGER NOT NULL,
  checks     INTEGER NOT NULL,
  gone       INTEGER NOT NULL,
  days       INTEGER NOT NULL,
  extractors TEXT NOT NULL,     -- one a line
  place      INTEGER,           -- from 0 among all as first seen; NULL until it is given one
  own        INTEGER,           -- the same among those of its outlet
  mark       TEXT NOT NULL,     -- digest of everything that other pages show of it
  files      INTEGER NOT NULL,
  bytes      INTEGER NOT NULL,
  folder     INTEGER NOT NULL   -- when the folder's list of files last changed, in nanoseconds
) STRICT;
CREATE INDEX article_newest ON article (changed DESC, last DESC, key);
CREATE INDEX article_telling ON article (score DESC, changed DESC, last DESC, key);
CREATE INDEX article_revised ON article (revisions DESC, changed DESC, last DESC, key);
CREATE INDEX article_silent ON article (silent DESC, changed DESC, last DESC, key);
CREATE INDEX article_headline ON article (headline, changed DESC, last DESC, key);
CREATE INDEX article_place ON article (place);
CREATE INDEX article_outlet_newest ON article (outlet, changed DESC, last DESC, key);
CREATE INDEX article_outlet_telling ON article (outlet, score DESC);
CREATE INDEX article_outlet_own ON article (outlet, own);

-- What an article's pages were made from, and what other pages show of it.
CREATE TABLE made (
  id      INTEGER PRIMARY KEY REFERENCES article (id),
  inputs  TEXT NOT NULL,
  names   TEXT NOT NULL,
  stat    TEXT NOT NULL,
  content TEXT NOT NULL,
  note    TEXT NOT NULL,  -- JSON
  html    TEXT NOT NULL   -- its row in tables
) STRICT;

-- An article's object in index.json; apart, so that they lie in the order in which they are written.
CREATE TABLE piece (
  key  TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE label (
  outlet TEXT NOT NULL,
  kind   TEXT NOT NULL,
  id     INTEGER NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (outlet, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_id ON label (id);
