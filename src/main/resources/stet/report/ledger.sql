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

-- What orders an article among others and is summed up, and nothing long: runs go through all of these
-- rows. Times are UTC without their Z, so that they sort as text whatever their precision.
CREATE TABLE article (
  id         INTEGER PRIMARY KEY,
  key        TEXT NOT NULL UNIQUE,
  uri        TEXT NOT NULL,
  outlet     TEXT NOT NULL,
  headline   TEXT NOT NULL,
  first      TEXT NOT NULL,
  last       TEXT NOT NULL,
  changed    TEXT NOT NULL,     -- '' where no change was seen
  score      INTEGER NOT NULL,  -- of its most telling edit; -1 where there is none
  best       INTEGER NOT NULL,  -- the version that edit led to; 0 where there is none
  versions   INTEGER NOT NULL,
  revisions  INTEGER NOT NULL,
  silent     INTEGER NOT NULL,
  cut        INTEGER NOT NULL,  -- checks that showed a page cut off by a wall
  wide       INTEGER NOT NULL,  -- revisions between checks far apart
  checks     INTEGER NOT NULL,
  gone       INTEGER NOT NULL,
  watched    INTEGER NOT NULL,  -- seconds from the first check to the last
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
CREATE INDEX article_outlet_telling ON article (outlet, score DESC, changed DESC, last DESC, key);
CREATE INDEX article_outlet_own ON article (outlet, own);

-- What an article's pages were made from.
CREATE TABLE made (
  id      INTEGER PRIMARY KEY REFERENCES article (id),
  inputs  TEXT NOT NULL,
  names   TEXT NOT NULL,
  stat    TEXT NOT NULL,
  content TEXT NOT NULL,
  note    TEXT NOT NULL   -- JSON: what other pages need of it
) STRICT;

-- An article's rows on other pages; apart, as each of the next two, since pages of many articles read
-- one of them and nothing else.
CREATE TABLE shown (
  id    INTEGER PRIMARY KEY REFERENCES article (id),
  kinds TEXT NOT NULL,  -- labels that its row in tables can be filtered by
  html  TEXT NOT NULL,  -- its row in tables
  entry TEXT NOT NULL   -- its row in lists of headlines
) STRICT;

-- An article's object for programs.
CREATE TABLE piece (
  id   INTEGER PRIMARY KEY REFERENCES article (id),
  json TEXT NOT NULL
) STRICT;

-- What an article adds to its outlet's figures; no row for nothing.
CREATE TABLE observed (
  id   INTEGER PRIMARY KEY REFERENCES article (id),
  json TEXT NOT NULL
) STRICT;

-- From which blocks an article may learn, by their names. Kept before its pages are made.
CREATE TABLE lesson (
  block TEXT NOT NULL,
  key   TEXT NOT NULL,
  PRIMARY KEY (block, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_key ON lesson (key);

CREATE TABLE label (
  outlet TEXT NOT NULL,
  kind   TEXT NOT NULL,
  id     INTEGER NOT NULL,
  count  INTEGER NOT NULL,  -- revisions
  silent INTEGER NOT NULL,  -- of them
  PRIMARY KEY (outlet, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_id ON label (id);

-- The newest edits of an article that nothing newer outweighs.
CREATE TABLE peak (
  id      INTEGER NOT NULL REFERENCES article (id),
  outlet  TEXT NOT NULL,
  at      TEXT NOT NULL,     -- when it was first seen
  score   INTEGER NOT NULL,
  version INTEGER NOT NULL   -- that it led to
) STRICT;
CREATE INDEX peak_id ON peak (id);
CREATE INDEX peak_at ON peak (at);
CREATE INDEX peak_outlet ON peak (outlet, at);

-- An edit as the page of its day lists it.
CREATE TABLE edit (
  id      INTEGER NOT NULL REFERENCES article (id),
  day     TEXT NOT NULL,     -- in the report's zone, ISO 8601
  slight  INTEGER NOT NULL,  -- 1 where a reader of the story would have read the same
  at      TEXT NOT NULL,     -- when it was first seen
  version INTEGER NOT NULL,
  said    TEXT NOT NULL,     -- id of the label that says whether it was said
  html    TEXT NOT NULL      -- its row
) STRICT;
CREATE INDEX edit_id ON edit (id);
-- Days are counted by it alone.
CREATE INDEX edit_day ON edit (day, slight, at DESC, id, version DESC, said);
