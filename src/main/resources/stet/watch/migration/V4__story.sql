-- The address of what is tracked without parameters that only tell where a reader came from, so that
-- a list which names a story with them and without them tracks it once. Filled in when the file is
-- opened; an address that is asked keeps them.

ALTER TABLE tracked ADD COLUMN story TEXT;
CREATE INDEX tracked_story ON tracked (story);

PRAGMA user_version = 4;
