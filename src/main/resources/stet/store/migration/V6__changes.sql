-- Which articles changed last, so that who made something of them need not look at all. Articles that
-- are here already have no row: the identity is new, so nobody can ask since when.
CREATE TABLE article_change (
  key    TEXT NOT NULL PRIMARY KEY,  -- the article's key; an article that is no more keeps its row
  number INTEGER NOT NULL UNIQUE     -- grows with each change of any article
) STRICT, WITHOUT ROWID;

-- One row. Numbers of changes mean something within one identity only.
CREATE TABLE identity (
  value TEXT NOT NULL PRIMARY KEY  -- random
) STRICT, WITHOUT ROWID;
INSERT INTO identity (value) VALUES (lower(hex(randomblob(16))));

PRAGMA user_version = 6;
