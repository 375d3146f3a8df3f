-- Which models classify; a later activation replaces the results of an earlier one.
CREATE TABLE activation (
    number       bigint PRIMARY KEY,
    models       text[] NOT NULL,
    configured   boolean NOT NULL,
    activated_at timestamptz NOT NULL DEFAULT now()
);

-- Every detection's classification by every model that classified it.
CREATE TABLE classification (
    detection_id    text NOT NULL,
    model_name      text NOT NULL,
    model_version   text NOT NULL,
    source_id       text NOT NULL,
    mission         text NOT NULL,
    class           text NOT NULL,
    probabilities   jsonb NOT NULL,
    outlier_measure double precision NOT NULL,
    activation      bigint NOT NULL,
    revision        bigint NOT NULL,
    featured_digest bigint NOT NULL,
    classified_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (detection_id, model_name, model_version)
);

CREATE INDEX classification_by_source ON classification (source_id, mission);

-- The latest classification of every source, by (activation, revision).
CREATE TABLE source (
    source_id       text PRIMARY KEY,
    name            text NOT NULL,
    ra_deg          double precision NOT NULL,
    dec_deg         double precision NOT NULL,
    cell            bigint NOT NULL, -- HEALPix nested cell, order 29
    detection_id    text NOT NULL,
    mission         text NOT NULL,
    model_name      text NOT NULL,
    model_version   text NOT NULL,
    class           text NOT NULL,
    probability     double precision NOT NULL,
    probabilities   jsonb NOT NULL,
    outlier_measure double precision NOT NULL,
    activation      bigint NOT NULL,
    revision        bigint NOT NULL,
    published       bytea NOT NULL,
    classified_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX source_by_cell ON source (cell);
CREATE INDEX source_by_class ON source (class, source_id);
