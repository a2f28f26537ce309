-- Whoever stands in for a helper. Every statement can be repeated.

ALTER TABLE helper ADD COLUMN IF NOT EXISTS stand_in_ready BIGINT;
ALTER TABLE helper ADD COLUMN IF NOT EXISTS stand_in_away BIGINT;
