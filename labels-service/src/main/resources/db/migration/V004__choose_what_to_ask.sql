-- How much a vote would tell, and who is looking at what just now.
ALTER TABLE subjects
    ADD COLUMN false_alarm double precision,
    ADD COLUMN interest    double precision NOT NULL DEFAULT 0;

-- Until their next classification or vote: the entropy of the classifier's posterior alone.
UPDATE subjects SET interest = coalesce(
    (SELECT -sum(p * ln(p)) / ln(5) / 4 FROM (SELECT value::float8 AS p FROM jsonb_each(probabilities)) AS shares
     WHERE p > 0), 0);

CREATE INDEX subjects_interest ON subjects (interest DESC, source_id)
    WHERE NOT retired AND NOT finished AND known_class IS NULL;
CREATE INDEX subjects_anywhere ON subjects (md5(source_id))
    WHERE NOT retired AND NOT finished AND known_class IS NULL;
CREATE INDEX subjects_training ON subjects (known_class, votes, source_id)
    WHERE NOT retired AND known_class IS NOT NULL;
DROP INDEX subjects_least_voted;

CREATE TABLE assignments (
    source_id  text NOT NULL REFERENCES subjects,
    voter      text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (source_id, voter)
);
CREATE INDEX assignments_of_voter ON assignments (voter);
CREATE INDEX assignments_expiry ON assignments (expires_at);
