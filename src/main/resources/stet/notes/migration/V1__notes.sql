-- What people said of revisions. Nothing here can be derived from the WARC files, which is why it
-- lies in a file of its own. A revision is named by its article's address and by when its texts
-- were seen, since numbers of versions change with what is imported later. Times are UTC, ISO 8601.

CREATE TABLE annotation (
  id          TEXT PRIMARY KEY,   -- a UUID, the same in every collection
  article_uri TEXT NOT NULL,
  not_before  TEXT NOT NULL,      -- when the old text was last seen
  seen_at     TEXT NOT NULL,      -- when the new text was first seen
  removed     TEXT NOT NULL,      -- the words that are meant; both empty for the whole revision
  inserted    TEXT NOT NULL,
  prefix      TEXT NOT NULL,
  suffix      TEXT NOT NULL,
  verdict     TEXT NOT NULL,      -- empty for none
  important   INTEGER NOT NULL,
  text        TEXT NOT NULL,
  author      TEXT NOT NULL,
  created_at  TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
