-- A search asks which states show a notice, and looked at every version for each.
CREATE INDEX state_notice_notice ON state_notice (notice_id);

PRAGMA user_version = 11;
