package io.lynceus.labels.storage;

import io.lynceus.labels.Consensus;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.storage.CrowdSlice.Announced;
import io.lynceus.labels.storage.CrowdSlice.Source;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source that was just settled.
///
/// @param announcement whether there is a consensus to tell of, or was one before
/// @param changed whether its class or confidence is another than before
/// @param urgency of one more vote
/// @param retired why the active rule retires it now
record Settled(
        Source source,
        double[] posterior,
        Optional<Announced> consensus,
        boolean announcement,
        boolean changed,
        double urgency,
        Optional<String> retired) {
    /// Less is not worth a line [probability].
    private static final double NOTABLE = 0.01;

    /// Votes that count with another are not among those given.
    private static final String SETTLED = """
            UPDATE subjects SET
                unsettled = (subjects.votes, subjects.activation, subjects.revision)
                    IS DISTINCT FROM (given.votes + (
                        SELECT count(*) - count(DISTINCT counts_as) FROM votes JOIN correlated_users USING (voter)
                        WHERE votes.source_id = subjects.source_id), given.activation, given.revision),
                posterior = given.posterior::float8[],
                consensus = given.consensus, confidence = given.confidence, urgency = given.urgency
            FROM unnest(?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[], ?::bigint[], ?::bigint[], ?::bigint[])
                AS given (source_id, posterior, consensus, confidence, urgency, votes, activation, revision)
            WHERE subjects.source_id = given.source_id
            """;
    private static final String LOCK =
            "SELECT FROM subjects WHERE source_id = ANY (?) ORDER BY source_id FOR NO KEY UPDATE";
    private static final String CHANGES = """
            INSERT INTO consensus_changes (source_id, revision)
            SELECT source_id, 1 FROM unnest(?::text[]) AS given (source_id) ORDER BY source_id
            ON CONFLICT (source_id) DO UPDATE SET revision = consensus_changes.revision + 1
            """;
    private static final String RETIRED = """
            WITH finished AS (
                UPDATE subjects SET finished = true
                FROM unnest(?::text[], ?::text[]) AS given (source_id, reason)
                WHERE subjects.source_id = given.source_id AND NOT finished AND NOT decided_by_person
                RETURNING subjects.source_id, reason)
            INSERT INTO retirements (source_id, retired, reason, decided_at)
            SELECT source_id, true, reason, clock_timestamp() FROM finished
            """;

    static Settled of(Source source, double[] posterior, Optional<Consensus> consensus, RetirementRule rule) {
        Optional<Announced> stored = consensus.map(found -> new Announced(found.answer(), found.confidence()));
        Optional<Announced> before = source.announced();
        boolean open = !source.finished()
                && !source.decidedByPerson()
                && source.votes().known() == VoteMatrix.NO_CLASS;
        return new Settled(
                source,
                posterior,
                stored,
                stored.isPresent() || before.isPresent(),
                changed(before, stored),
                source.interest(posterior).urgency(source.sourceId()),
                open ? rule.applies(source.votes().users().length, consensus) : Optional.empty());
    }

    private static boolean changed(Optional<Announced> before, Optional<Announced> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        return before.get().answer() != after.get().answer()
                || Math.abs(before.get().confidence() - after.get().confidence()) > NOTABLE;
    }

    private String sourceId() {
        return source.sourceId();
    }

    private @Nullable String consensusLabel() {
        return consensus.map(Announced::answer).map(Answer::label).orElse(null);
    }

    private @Nullable Double confidence() {
        return consensus.map(Announced::confidence).orElse(null);
    }

    /// Takes the sources, so it comes last: whoever votes for one of them waits from here to the commit.
    static void write(Connection connection, List<Settled> settled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            new BatchColumns(statement).texts(settled, Settled::sourceId);
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(SETTLED)) {
            new BatchColumns(statement)
                    .texts(settled, Settled::sourceId)
                    .texts(settled, source -> CrowdSlice.literal(source.posterior()))
                    .texts(settled, Settled::consensusLabel)
                    .doubles(settled, Settled::confidence)
                    .doubles(settled, Settled::urgency)
                    .longs(settled, row -> (long) row.source().votes().users().length)
                    .longs(settled, row -> row.source().activation())
                    .longs(settled, row -> row.source().revision());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
            new BatchColumns(statement)
                    .texts(settled.stream().filter(Settled::announcement).toList(), Settled::sourceId);
            statement.executeUpdate();
        }
        retire(
                connection,
                settled.stream().filter(source -> source.retired().isPresent()).toList());
    }

    private static void retire(Connection connection, List<Settled> settled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RETIRED)) {
            new BatchColumns(statement).texts(settled, Settled::sourceId).texts(settled, source -> source.retired()
                    .orElse(null));
            statement.executeUpdate();
        }
    }
}
