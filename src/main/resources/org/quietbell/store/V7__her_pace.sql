-- Her pace. Every statement can be repeated.

-- `scope` may be a channel or a source, too: `channel:post`, `source:news`
ALTER TABLE pause ALTER COLUMN scope SET DATA TYPE VARCHAR(96);

-- how far somebody who hears first has come
CREATE TABLE IF NOT EXISTS helper (
  case_id  VARCHAR(64) PRIMARY KEY,
  ready    BIGINT,
  away     BIGINT
);

-- what besides hits was told, e.g. of a source that does not answer
CREATE TABLE IF NOT EXISTS occasion (
  case_id    VARCHAR(64) NOT NULL,
  recipient  VARCHAR(32) NOT NULL,
  what       VARCHAR(128) NOT NULL,
  notice_id  VARCHAR(64) NOT NULL,
  stands     BOOLEAN NOT NULL,
  PRIMARY KEY (case_id, recipient, what, notice_id)
);
