-- A row per source, to be locked while its epochs change.
CREATE TABLE sources (
    id text PRIMARY KEY
);

-- Every epoch of a source. No foreign key: both rows are written by one transaction, and its check would cost as much
-- as the insert.
CREATE TABLE epochs (
    detection_id text PRIMARY KEY,
    source_id text NOT NULL,
    revision bigint NOT NULL CHECK (revision >= 1),
    -- What the features need of the detection, as EpochJson writes it.
    epoch json NOT NULL,
    -- SHA-256 of the enhanced detection as received.
    digest bytea NOT NULL,
    -- What was added to the detection when it came, sent again to the byte when it comes again.
    features bytea NOT NULL,
    UNIQUE (source_id, revision)
);
