-- A detection that is associated anew is classified anew, under its new source; the old entry stays in the history.
ALTER TABLE classification ADD COLUMN association_revision integer NOT NULL DEFAULT 1;
ALTER TABLE classification DROP CONSTRAINT classification_pkey;
ALTER TABLE classification ADD PRIMARY KEY (detection_id, association_revision, model_name, model_version);

ALTER TABLE source ADD COLUMN association_revision integer NOT NULL DEFAULT 1;

-- Sources whose detections belong to others; a record of one that comes late brings it not back.
CREATE TABLE retired_source (
    source_id  text PRIMARY KEY,
    retired_at timestamptz NOT NULL DEFAULT now()
);
