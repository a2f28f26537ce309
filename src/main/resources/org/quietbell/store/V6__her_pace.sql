-- Her pace. Every statement can be repeated.

-- `scope` may be a channel or a source, too: `channel:post`, `source:news`
ALTER TABLE pause ALTER COLUMN scope SET DATA TYPE VARCHAR(96);

-- how far somebody who hears first has come
CREATE TABLE IF NOT EXISTS helper (
  case_id  VARCHAR(64) PRIMARY KEY,
  ready    BIGINT,
  away     BIGINT
);
