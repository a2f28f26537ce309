-- What whoever reads the pages chose for herself. Every statement can be repeated.

CREATE TABLE IF NOT EXISTS own_choice (
  name    VARCHAR(32) NOT NULL PRIMARY KEY,
  sealed  VARBINARY(1048576) NOT NULL
);
