-- What she wants to hear at once. Every statement can be repeated.

-- what a hit says beyond her name, as bits; what was kept before says nothing
ALTER TABLE hit ADD COLUMN IF NOT EXISTS matters INTEGER DEFAULT 0 NOT NULL;

CREATE INDEX IF NOT EXISTS hit_matters ON hit (case_id, matters);

ALTER TABLE notice ADD COLUMN IF NOT EXISTS at_once BOOLEAN DEFAULT FALSE NOT NULL;

-- what each source brought of late is found without a walk through all that is kept
CREATE INDEX IF NOT EXISTS hit_first_seen ON hit (first_seen, baseline, source_id);
