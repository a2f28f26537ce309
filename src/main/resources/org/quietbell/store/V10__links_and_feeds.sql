-- Links that pause, and feeds of one's own. Every statement can be repeated.

-- a link that was used; `since` is that of the pause it made, if it made one
CREATE TABLE IF NOT EXISTS pause_link (
  id       VARCHAR(64) PRIMARY KEY,
  expires  BIGINT NOT NULL,
  scope    VARCHAR(96) NOT NULL,
  since    BIGINT
);

-- what stands in a private feed
CREATE TABLE IF NOT EXISTS feed_entry (
  channel_id  VARCHAR(64) NOT NULL,
  notice_id   VARCHAR(64) NOT NULL,
  case_id     VARCHAR(64) NOT NULL,
  at          BIGINT NOT NULL,
  sealed      VARBINARY(1048576) NOT NULL,
  PRIMARY KEY (channel_id, notice_id)
);
