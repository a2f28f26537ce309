-- From when on whoever hears first may see what is found. Every statement can be repeated.

ALTER TABLE helper ADD COLUMN IF NOT EXISTS shown_from BIGINT;
ALTER TABLE helper ADD COLUMN IF NOT EXISTS stand_in_from BIGINT;
