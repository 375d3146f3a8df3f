-- What every volunteer has answered in all, in a week (from its Monday) and on a day, UTC: answers, those for sources of
-- known class that name a class, and how many of these name the right one. Triggers keep it, so that no writer of votes
-- can forget to; the row of all time comes first, and is the lock of the voter for whoever erases the name.
CREATE TABLE tallies (
    voter     text NOT NULL,
    span      text NOT NULL CHECK (span IN ('all', 'day', 'week')),
    begins    date NOT NULL,
    answers   integer NOT NULL,
    named     integer NOT NULL,
    successes integer NOT NULL,
    PRIMARY KEY (voter, span, begins)
);
CREATE INDEX tallies_ranking ON tallies (span, begins, answers DESC, voter);

-- Who does not want to be in the ranking.
CREATE TABLE unranked (voter text PRIMARY KEY);

CREATE INDEX votes_for_rare_classes ON votes (voter, source_id) INCLUDE (answer, cast_at) WHERE answer IN ('XRB', 'CV');
CREATE INDEX retirements_by_people ON retirements (decided_by) WHERE decided_by IS NOT NULL;

CREATE FUNCTION spans(cast_at timestamptz) RETURNS TABLE (span text, begins date) LANGUAGE sql IMMUTABLE AS $$
    SELECT 'all', date '-infinity'
    UNION ALL SELECT 'day', (cast_at AT TIME ZONE 'UTC')::date
    UNION ALL SELECT 'week', date_trunc('week', cast_at AT TIME ZONE 'UTC')::date
$$;

CREATE FUNCTION tally_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tallies (voter, span, begins, answers, named, successes)
    SELECT voter, span, begins, count(*),
           count(*) FILTER (WHERE known_class IS NOT NULL AND answer <> 'Unsure'),
           count(*) FILTER (WHERE answer = known_class)
    FROM new_votes JOIN subjects USING (source_id), spans(cast_at)
    GROUP BY voter, span, begins ORDER BY voter, span, begins
    ON CONFLICT (voter, span, begins) DO UPDATE
    SET answers = tallies.answers + excluded.answers, named = tallies.named + excluded.named,
        successes = tallies.successes + excluded.successes;
    RETURN NULL;
END $$;
CREATE TRIGGER votes_tallied AFTER INSERT ON votes REFERENCING NEW TABLE AS new_votes
    FOR EACH STATEMENT EXECUTE FUNCTION tally_votes();

-- Catalogues can learn of a source after it was voted on.
CREATE FUNCTION tally_known_class() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tallies
    SET named = tallies.named + (NEW.known_class IS NOT NULL)::integer - (OLD.known_class IS NOT NULL)::integer,
        successes = tallies.successes + (answer IS NOT DISTINCT FROM NEW.known_class)::integer
                    - (answer IS NOT DISTINCT FROM OLD.known_class)::integer
    FROM votes, spans(cast_at)
    WHERE source_id = NEW.source_id AND answer <> 'Unsure'
        AND (tallies.voter, tallies.span, tallies.begins) = (votes.voter, spans.span, spans.begins);
    RETURN NULL;
END $$;
CREATE TRIGGER known_class_tallied AFTER UPDATE OF known_class ON subjects
    FOR EACH ROW WHEN (NEW.votes > 0 AND OLD.known_class IS DISTINCT FROM NEW.known_class)
    EXECUTE FUNCTION tally_known_class();

INSERT INTO tallies
SELECT voter, span, begins, count(*), count(*) FILTER (WHERE known_class IS NOT NULL AND answer <> 'Unsure'),
       count(*) FILTER (WHERE answer = known_class)
FROM votes JOIN subjects USING (source_id), spans(cast_at) GROUP BY voter, span, begins;
