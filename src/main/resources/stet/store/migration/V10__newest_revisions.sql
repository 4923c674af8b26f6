-- The newest edits across all articles are asked for again and again. Without its Z a time sorts as
-- text whatever its precision.
CREATE INDEX revision_newest ON revision (rtrim(not_after, 'Z'), article_id, number);

PRAGMA user_version = 10;
