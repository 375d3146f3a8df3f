package io.lynceus.labels.storage;

import io.lynceus.labels.CountedVote;
import io.lynceus.labels.CrowdState;
import io.lynceus.labels.SettledSource;
import io.lynceus.labels.Settlement;
import io.lynceus.labels.StoredConsensus;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.BatchColumns;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Writes what a settlement changed. Only the holder of the turn [Turn#CROWD] does.
final class CrowdWriter {
    private static final String COUNTED = """
            UPDATE votes SET counted = true
            FROM unnest($1::text[], $2::text[]) AS given (source_id, person)
            LEFT JOIN correlated_users AS account ON account.counts_as = given.person
            WHERE votes.source_id = given.source_id AND votes.voter = coalesce(account.voter, given.person)
                AND NOT EXISTS (
                    SELECT FROM correlated_users AS other JOIN votes AS earlier USING (voter)
                    WHERE other.counts_as = account.counts_as AND earlier.source_id = votes.source_id
                        AND (NOT earlier.counted, earlier.cast_at, earlier.voter)
                            < (NOT votes.counted, votes.cast_at, votes.voter))
            """;
    private static final String VOLUNTEERS = """
            INSERT INTO volunteers (voter, counts)
            SELECT voter, counts::float8[] FROM unnest($1::text[], $2::text[]) AS given (voter, counts)
            ON CONFLICT (voter) DO UPDATE SET counts = excluded.counts
            """;
    private static final String CROWD =
            "UPDATE crowd_states SET sources_of_class = $1, temperature = $2, classifier_temperature = $3";
    private static final String LOCK =
            "SELECT FROM subjects WHERE source_id = ANY ($1) ORDER BY source_id FOR NO KEY UPDATE";

    /// Votes that count with another are not among those given.
    private static final String SETTLED = """
            UPDATE subjects SET
                unsettled = (subjects.votes, subjects.activation, subjects.revision)
                    IS DISTINCT FROM (given.votes + (
                        SELECT count(*) - count(DISTINCT counts_as) FROM votes JOIN correlated_users USING (voter)
                        WHERE votes.source_id = subjects.source_id), given.activation, given.revision),
                posterior = given.posterior::float8[],
                consensus = given.consensus, confidence = given.confidence, urgency = given.urgency
            FROM unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::bigint[], $7::bigint[],
                        $8::bigint[])
                AS given (source_id, posterior, consensus, confidence, urgency, votes, activation, revision)
            WHERE subjects.source_id = given.source_id
            """;
    private static final String CHANGES = """
            INSERT INTO consensus_changes (source_id, revision)
            SELECT source_id, 1 FROM unnest($1::text[]) AS given (source_id) ORDER BY source_id
            ON CONFLICT (source_id) DO UPDATE SET revision = consensus_changes.revision + 1
            """;
    private static final String RETIRED = """
            WITH finished AS (
                UPDATE subjects SET finished = true
                FROM unnest($1::text[], $2::text[]) AS given (source_id, reason)
                WHERE subjects.source_id = given.source_id AND NOT finished AND NOT decided_by_person
                RETURNING subjects.source_id, reason)
            INSERT INTO retirements (source_id, retired, reason, decided_at)
            SELECT source_id, true, reason, clock_timestamp() FROM finished
            """;

    private CrowdWriter() {}

    /// Marks votes as counted, then writes sources.
    ///
    /// Sources come last: a vote for one of them waits from here to the commit.
    static void sources(SqlConnection connection, Settlement settlement) {
        count(connection, settlement.counted());
        List<SettledSource> settled = settlement.sources();
        connection
                .preparedQuery(LOCK)
                .executeAndAwait(new BatchColumns()
                        .texts(settled, SettledSource::sourceId)
                        .tuple());
        connection
                .preparedQuery(SETTLED)
                .executeAndAwait(new BatchColumns()
                        .texts(settled, SettledSource::sourceId)
                        .texts(settled, source -> StoredValues.literal(source.posterior()))
                        .texts(settled, source -> source.consensus()
                                .map(StoredConsensus::answer)
                                .map(Answer::label)
                                .orElse(null))
                        .doubles(settled, source -> source.consensus()
                                .map(StoredConsensus::confidence)
                                .orElse(null))
                        .doubles(settled, SettledSource::urgency)
                        .longs(settled, row -> (long) row.source().voters())
                        .longs(settled, row -> row.source().stored().activation())
                        .longs(settled, row -> row.source().stored().revision())
                        .tuple());
        connection
                .preparedQuery(CHANGES)
                .executeAndAwait(new BatchColumns()
                        .texts(settled.stream().filter(SettledSource::announced).toList(), SettledSource::sourceId)
                        .tuple());
        List<SettledSource> retired =
                settled.stream().filter(source -> source.retired().isPresent()).toList();
        connection
                .preparedQuery(RETIRED)
                .executeAndAwait(new BatchColumns()
                        .texts(retired, SettledSource::sourceId)
                        .texts(retired, source -> source.retired().orElse(null))
                        .tuple());
    }

    private static void count(SqlConnection connection, List<CountedVote> votes) {
        connection
                .preparedQuery(COUNTED)
                .executeAndAwait(new BatchColumns()
                        .texts(votes, CountedVote::sourceId)
                        .texts(votes, CountedVote::voter)
                        .tuple());
    }

    /// Writes the skill of the voters and the proportions of the classes.
    static void state(SqlConnection connection, CrowdState state) {
        List<Integer> numbers =
                IntStream.range(0, state.voters().size()).boxed().toList();
        connection
                .preparedQuery(VOLUNTEERS)
                .executeAndAwait(new BatchColumns()
                        .texts(state.voters())
                        .texts(numbers, number -> StoredValues.literal(state.countsOf(number)))
                        .tuple());
        Double[] sourcesOfClass =
                Arrays.stream(state.crowd().sourcesOfClass()).boxed().toArray(Double[]::new);
        connection
                .preparedQuery(CROWD)
                .executeAndAwait(Tuple.of(
                        sourcesOfClass,
                        state.temperature().value(),
                        state.classifierTemperature().value()));
    }
}
