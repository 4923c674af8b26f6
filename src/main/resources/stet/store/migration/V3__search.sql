-- Search over everything a reader ever read here, removed text included. Words are cut and folded
-- by stet (stet.diff.SearchWords) before they are stored, so that the tokenizer only has to keep
-- what lies between spaces together; scripts without spaces are stored character by character. Text
-- itself is not kept twice: a row's number names where it stands, 8 times the number of the block,
-- state or notice plus 0 for a block, 1 headline, 2 dek, 3 caption, 4 notice.
CREATE VIRTUAL TABLE search USING fts5(
  words,
  content = '',
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* P* Co'"
);

-- How often each word of the search occurs.
CREATE VIRTUAL TABLE search_word USING fts5vocab('search', 'row');

CREATE TABLE search_upto (
  kind    TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('block', 'state', 'notice')),
  last_id INTEGER NOT NULL  -- rows of that table up to this number are in the search
) STRICT, WITHOUT ROWID;
INSERT INTO search_upto (kind, last_id) VALUES ('block', 0), ('state', 0), ('notice', 0);

PRAGMA user_version = 3;
