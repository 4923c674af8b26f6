-- What a captured page shows of being cut off. Captures taken in before this have no sign; the program
-- that looks for signs has another extractor version, so it asks for a rebuild.
ALTER TABLE capture ADD COLUMN cut_signs TEXT;  -- ids joined by commas; NULL where there is none
ALTER TABLE capture ADD COLUMN cut_words TEXT;  -- what the page says, for people
ALTER TABLE capture ADD COLUMN stated_words INTEGER;  -- words that the page says its story has, 0 for none

-- 1 where another capture shows that this one is the story's beginning and no more: it is part of no
-- version. It follows from all captures of the article.
ALTER TABLE capture ADD COLUMN cut_off INTEGER NOT NULL DEFAULT 0 CHECK (cut_off IN (0, 1));

PRAGMA user_version = 8;
