-- Whether a server's word that nothing changed is believed: see docs/RECHECK.md.

ALTER TABLE tracked ADD COLUMN full_at TEXT;        -- the last answer that brought the page; null when none did since this was noted
ALTER TABLE tracked ADD COLUMN confirmations INTEGER NOT NULL DEFAULT 0;  -- answers 304 in a row since then
ALTER TABLE tracked ADD COLUMN distrusted_at TEXT;  -- when its validators last stayed the same over another text; null for never
CREATE INDEX tracked_distrusted ON tracked (host, distrusted_at) WHERE distrusted_at IS NOT NULL;

ALTER TABLE feed ADD COLUMN full_at TEXT;
ALTER TABLE feed ADD COLUMN confirmations INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN distrusted_at TEXT;

PRAGMA user_version = 3;
