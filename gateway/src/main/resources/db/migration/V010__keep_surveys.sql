-- Catalogues to classify. done_at_start: rows that were done when it was started last, for its rate.
-- They go with their owner's account, so that whoever takes the name next does not find them.
ALTER TABLE accounts ADD UNIQUE (name);
CREATE TABLE surveys (
    id            text PRIMARY KEY,
    owner         text REFERENCES accounts (name) ON DELETE CASCADE ON UPDATE CASCADE,
    name          text NOT NULL,
    state         text NOT NULL DEFAULT 'LOADING'
        CHECK (state IN ('LOADING', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    columns       jsonb NOT NULL DEFAULT '[]',
    mapping       text,
    history       boolean NOT NULL DEFAULT false,
    rows          bigint NOT NULL DEFAULT 0,
    classified    bigint NOT NULL DEFAULT 0,
    refused       bigint NOT NULL DEFAULT 0,
    done_at_start bigint NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now(),
    started_at    timestamptz,
    ended_at      timestamptz,
    failure       text
);
CREATE INDEX surveys_of_owner ON surveys (owner, created_at DESC);
CREATE INDEX surveys_running ON surveys (classified) WHERE state = 'RUNNING';

-- A portion of a survey's rows in their order, as JSON: each row its line and its cells; and what became of each.
CREATE TABLE survey_portions (
    survey  text NOT NULL REFERENCES surveys ON DELETE CASCADE,
    number  integer NOT NULL,
    rows    bytea NOT NULL,
    results bytea,
    refused integer NOT NULL DEFAULT 0,
    PRIMARY KEY (survey, number)
);
CREATE INDEX survey_portions_to_do ON survey_portions (survey, number) WHERE results IS NULL;
