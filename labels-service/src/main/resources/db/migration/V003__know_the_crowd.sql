-- The class that catalogues know a source as (volunteers train on it), what speaks for the classifier's class, the
-- posterior by which its counted votes count, the consensus as it was last announced, and whether it is asked about.
ALTER TABLE subjects
    ADD COLUMN known_class        text,
    ADD COLUMN ln_odds            jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN unsettled          boolean NOT NULL DEFAULT false,
    ADD COLUMN posterior          double precision[] NOT NULL DEFAULT '{0,0,0,0,0}',
    ADD COLUMN consensus          text,
    ADD COLUMN confidence         double precision,
    ADD COLUMN finished           boolean NOT NULL DEFAULT false,
    ADD COLUMN decided_by_person  boolean NOT NULL DEFAULT false;
CREATE INDEX subjects_unsettled ON subjects (source_id) WHERE unsettled;

-- Whether the vote counts for its voter by the posterior of its source.
ALTER TABLE votes ADD COLUMN counted boolean NOT NULL DEFAULT false;
UPDATE subjects SET unsettled = true WHERE votes > 0;

-- Expected number of votes by answer and true class, five classes each: AGN, Star, XRB, CV, Other.
CREATE TABLE volunteers (
    voter  text PRIMARY KEY,
    counts double precision[] NOT NULL
);

-- One row: expected number of sources of each class, and the temperature of the confidence.
CREATE TABLE crowd (
    one              boolean PRIMARY KEY DEFAULT true CHECK (one),
    sources_of_class double precision[] NOT NULL DEFAULT '{0,0,0,0,0}',
    temperature      double precision NOT NULL DEFAULT 1
);
INSERT INTO crowd DEFAULT VALUES;

CREATE TABLE retirement_rules (
    name           text PRIMARY KEY,
    min_voters     integer NOT NULL,
    min_confidence double precision NOT NULL,
    min_agreement  double precision NOT NULL,
    max_voters     integer NOT NULL,
    active         boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX retirement_rules_active ON retirement_rules (active) WHERE active;
INSERT INTO retirement_rules VALUES ('usual', 5, 0.9, 0.6, 40, true);

CREATE TABLE retirements (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id  text NOT NULL REFERENCES subjects,
    retired    boolean NOT NULL,
    decided_by text,
    reason     text NOT NULL,
    decided_at timestamptz NOT NULL
);
CREATE INDEX retirements_of_source ON retirements (source_id, id);
