-- What she labelled is found without a walk through all that is kept. Every statement can be repeated.

CREATE INDEX IF NOT EXISTS hit_labelled ON hit (labelled_at);
