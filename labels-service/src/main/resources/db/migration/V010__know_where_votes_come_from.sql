-- What a vote came with, and where it came from: a number for every vote, and for imported ones the import and the id
-- that the vote has there.
ALTER TABLE votes
    ADD COLUMN vote_id      bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN time_spent_s double precision CHECK (time_spent_s BETWEEN 0 AND 86400),
    ADD COLUMN hints        text[] NOT NULL DEFAULT '{}',
    ADD COLUMN import_name  text,
    ADD COLUMN imported_id  text,
    ADD COLUMN imported_at  timestamptz;
CREATE UNIQUE INDEX votes_in_order ON votes (vote_id);
CREATE UNIQUE INDEX votes_imported ON votes (import_name, imported_id) WHERE import_name IS NOT NULL;

-- How the answers of an export read: its mapping.
CREATE TABLE imports (
    name    text PRIMARY KEY,
    mapping jsonb NOT NULL
);

-- Accounts that err together: each counts as one user with all others that count as the same.
CREATE TABLE correlated_users (
    voter       text PRIMARY KEY,
    counts_as   text NOT NULL,
    ln_evidence double precision NOT NULL
);
CREATE INDEX correlated_users_together ON correlated_users (counts_as);

-- Of each person one vote for a source: of accounts that count together the one that counts already, else the first.
CREATE VIEW votes_of_people AS
SELECT votes.source_id, coalesce(account.counts_as, votes.voter) AS person, votes.answer, votes.counted, votes.cast_at
FROM votes LEFT JOIN correlated_users AS account USING (voter)
WHERE NOT EXISTS (
    SELECT FROM correlated_users AS other JOIN votes AS earlier USING (voter)
    WHERE other.counts_as = account.counts_as AND earlier.source_id = votes.source_id
        AND (NOT earlier.counted, earlier.cast_at, earlier.voter) < (NOT votes.counted, votes.cast_at, votes.voter));
