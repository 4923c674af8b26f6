-- Whether stet told the language from the text. States that are here already say that they did not:
-- they were made by another reader, which asks for a rebuild anyway.
ALTER TABLE state ADD COLUMN language_guessed INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 13;
