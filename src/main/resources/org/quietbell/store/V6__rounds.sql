-- How rounds go. Every statement can be repeated.

-- `REQUESTS/SECONDS`, with blanks between; null in a row that an earlier version wrote
ALTER TABLE source ADD COLUMN IF NOT EXISTS budgets VARCHAR(256);

-- how each question of a search does; `question` is a keyed fingerprint
CREATE TABLE IF NOT EXISTS question_state (
  source_id   VARCHAR(64) NOT NULL,
  question    VARBINARY(32) NOT NULL,
  fault_kind  VARCHAR(32),
  since       BIGINT,
  asked       BIGINT,
  answered    BIGINT,
  faults      INTEGER NOT NULL,
  not_before  BIGINT,
  sealed      VARBINARY(1048576),
  PRIMARY KEY (source_id, question)
);

-- when requests were made that a budget counts: `source ID`, or `shared` and the keyed fingerprint
-- of a service's key; `made` is a list of MICROSECONDS*REQUESTS
CREATE TABLE IF NOT EXISTS spent (
  purse  VARCHAR(80) PRIMARY KEY,
  made   VARCHAR(65536) NOT NULL
);

-- what an earlier version had counted is taken as spent just now
MERGE INTO spent (purse, made) SELECT 'source ' || source_id, CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) AS BIGINT) || '000000*' || requests FROM source_spent WHERE requests > 0;
DELETE FROM source_spent;
