-- Baselines of feeds that serve many watches. Every statement can be repeated.

-- for whom feeds were looked through: the keyed fingerprints of all terms, 32 bytes each, in order;
-- `digest` is theirs, so that the same people are one row
CREATE TABLE IF NOT EXISTS audience (
  digest  VARBINARY(32) PRIMARY KEY,
  terms   VARBINARY(67108864) NOT NULL
);

-- which feed was looked through completely for whom
CREATE TABLE IF NOT EXISTS audience_heard (
  source_id  VARCHAR(64) NOT NULL,
  digest     VARBINARY(32) NOT NULL,
  PRIMARY KEY (source_id, digest)
);

-- a single pair may be left over from an audience
ALTER TABLE baseline ALTER COLUMN watch_id SET NULL;

-- one person's watches may be many
ALTER TABLE watched_case ALTER COLUMN sealed VARBINARY(67108864) NOT NULL;

-- whoever groups what is new in a case takes its row first: a small one, since to take a row is to
-- write it
CREATE TABLE IF NOT EXISTS case_turn (
  case_id  VARCHAR(64) PRIMARY KEY
);

MERGE INTO case_turn (case_id) SELECT id FROM watched_case;
