-- The evidence log. Every statement can be repeated.

-- an entry; `seq` counts within the case, `hit_id` is set in the entry of a found page, `about` names
-- the entry that this one speaks of, `report_id` the report that it belongs to
CREATE TABLE IF NOT EXISTS evidence (
  case_id  VARCHAR(64) NOT NULL,
  seq      BIGINT NOT NULL,
  id       VARCHAR(64) NOT NULL,
  hit_id   VARCHAR(64),
  about    VARCHAR(64),
  report_id VARCHAR(64),
  sealed   VARBINARY(8388608) NOT NULL,
  PRIMARY KEY (case_id, seq)
);
CREATE UNIQUE INDEX IF NOT EXISTS evidence_id ON evidence (id);
CREATE UNIQUE INDEX IF NOT EXISTS evidence_hit ON evidence (hit_id);
CREATE INDEX IF NOT EXISTS evidence_about ON evidence (about);
CREATE INDEX IF NOT EXISTS evidence_report ON evidence (report_id);
