-- Sources that can be labelled, with the classifier's latest word on them.
CREATE TABLE subjects (
    source_id     text PRIMARY KEY,
    name          text NOT NULL,
    ra_deg        double precision NOT NULL,
    dec_deg       double precision NOT NULL,
    class         text NOT NULL,
    probabilities jsonb NOT NULL,
    activation    bigint NOT NULL,
    revision      bigint NOT NULL,
    votes         integer NOT NULL DEFAULT 0
);
CREATE INDEX subjects_least_voted ON subjects (votes, source_id);

CREATE TABLE votes (
    source_id text NOT NULL REFERENCES subjects,
    voter     text NOT NULL,
    answer    text NOT NULL,
    comment   text,
    cast_at   timestamptz NOT NULL,
    PRIMARY KEY (source_id, voter)
);
CREATE INDEX votes_of_voter ON votes (voter, source_id);

-- Outbox: sources whose consensus changed. What has announced < revision is still to be sent.
CREATE TABLE consensus_changes (
    source_id text PRIMARY KEY REFERENCES subjects,
    revision  bigint NOT NULL,
    announced bigint NOT NULL DEFAULT 0
);
CREATE INDEX consensus_changes_unannounced ON consensus_changes (source_id) WHERE announced < revision;
