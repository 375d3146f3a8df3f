-- What the volunteers agree on; no class where they agree no longer.
CREATE TABLE consensus_label (
    source_id    text PRIMARY KEY,
    announced_at timestamptz NOT NULL,
    class        text,
    confidence   double precision,
    voters       integer,
    method       text,
    CHECK ((class IS NULL) = (confidence IS NULL))
);
