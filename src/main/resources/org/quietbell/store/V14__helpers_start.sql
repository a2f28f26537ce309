-- From when on whoever hears first may see what is found. Every statement can be repeated.

ALTER TABLE helper ADD COLUMN IF NOT EXISTS shown_from BIGINT;
ALTER TABLE helper ADD COLUMN IF NOT EXISTS stand_in_from BIGINT;

-- All that a telling reads of what is owed: the rows themselves are ten times as wide, and the file
-- is encrypted.
DROP INDEX IF EXISTS hit_owed;
CREATE INDEX IF NOT EXISTS hit_to_tell
  ON hit (case_id, baseline, seq, quiet, label, band, id, watch_id, source_id, first_seen, group_id);
