package io.lynceus.labels.storage;

import io.lynceus.labels.AllVotes;
import io.lynceus.labels.CrowdState;
import io.lynceus.labels.Recomputation.KnownSource;
import io.lynceus.labels.StoredConsensus;
import io.lynceus.labels.StoredSource;
import io.lynceus.labels.VotedSources;
import io.lynceus.labels.VotedSources.StoredVote;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.voting.Answer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads sources, their votes and the state of the crowd.
public final class CrowdReader {
    private static final String SOURCES = """
            SELECT source_id, known_class, posterior, consensus, confidence, finished, decided_by_person, false_alarm,
                   activation, revision,
                   ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares
            FROM subjects WHERE source_id = ANY ($1) ORDER BY source_id
            """;
    private static final String VOTES = """
            SELECT source_id, person, answer, counted FROM votes_of_people WHERE source_id = ANY ($1)
            ORDER BY source_id, counted DESC, cast_at, person
            """;
    private static final String VOLUNTEERS = "SELECT voter, counts FROM volunteers WHERE voter = ANY ($1)";
    private static final String CROWD =
            "SELECT sources_of_class, temperature, classifier_temperature FROM crowd_states";
    private static final String ALL_VOTES =
            "SELECT source_id, person, answer, counted FROM votes_of_people ORDER BY counted DESC";
    private static final String KNOWN = "SELECT source_id, known_class FROM subjects WHERE known_class IS NOT NULL";
    private static final String KNOWN_SOURCES = """
            SELECT known_class, ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares
            FROM subjects WHERE known_class IS NOT NULL AND NOT retired
            """;

    /// Votes held in memory as rows at once.
    private static final int FETCHED = 5_000;

    private CrowdReader() {}

    /// Sources with their votes, and the state of the voters.
    static VotedSources votedSources(SqlConnection connection, Collection<String> sourceIds) {
        Map<String, List<StoredVote>> votes = votes(connection, sourceIds);
        List<String> voters = votes.values().stream()
                .flatMap(List::stream)
                .map(StoredVote::person)
                .distinct()
                .toList();
        return VotedSources.of(sources(connection, sourceIds), votes, state(connection, voters));
    }

    /// Sources as they are stored, in the order of their ids.
    static List<StoredSource> sources(SqlConnection connection, Collection<String> sourceIds) {
        List<StoredSource> sources = new ArrayList<>();
        for (Row row : connection.preparedQuery(SOURCES).executeAndAwait(texts(sourceIds))) {
            sources.add(source(row));
        }
        return sources;
    }

    private static StoredSource source(Row row) {
        return new StoredSource(
                row.getString("source_id"),
                StoredValues.answerOrEmpty(row.getString("known_class")),
                StoredValues.array(row, "posterior"),
                StoredValues.answerOrEmpty(row.getString("consensus"))
                        .map(answer -> new StoredConsensus(answer, row.getDouble("confidence"))),
                row.getBoolean("finished"),
                row.getBoolean("decided_by_person"),
                StoredValues.numbers(row, "classes", "shares"),
                StoredValues.optional(row, "false_alarm"),
                row.getLong("activation"),
                row.getLong("revision"));
    }

    private static Map<String, List<StoredVote>> votes(SqlConnection connection, Collection<String> sourceIds) {
        Map<String, List<StoredVote>> votes = new LinkedHashMap<>();
        for (Row row : connection.preparedQuery(VOTES).executeAndAwait(texts(sourceIds))) {
            votes.computeIfAbsent(row.getString("source_id"), source -> new ArrayList<>())
                    .add(new StoredVote(
                            row.getString("person"),
                            StoredValues.answer(row.getString("answer")).code(),
                            row.getBoolean("counted")));
        }
        return votes;
    }

    private static CrowdState state(SqlConnection connection, List<String> voters) {
        int cells = CrowdState.CLASSES * CrowdState.CLASSES;
        Map<String, Integer> numbers = new HashMap<>();
        voters.forEach(voter -> numbers.put(voter, numbers.size()));
        double[] counts = new double[voters.size() * cells];
        for (Row row : connection.preparedQuery(VOLUNTEERS).executeAndAwait(texts(voters))) {
            int first = numbers.getOrDefault(row.getString("voter"), 0) * cells;
            System.arraycopy(StoredValues.array(row, "counts"), 0, counts, first, cells);
        }
        Row crowd = connection.preparedQuery(CROWD).executeAndAwait().iterator().next();
        return new CrowdState(
                voters,
                new RunningCrowd(Priors.USUAL, counts, StoredValues.array(crowd, "sources_of_class")),
                new Temperature(crowd.getDouble("temperature")),
                new Temperature(crowd.getDouble("classifier_temperature")));
    }

    /// All votes there are, by a cursor: a million votes are never a million objects at once.
    public static AllVotes allVotes(SqlConnection connection) {
        AllVotes votes = new AllVotes();
        try (RowCursor cursor = RowCursor.in(connection, ALL_VOTES, FETCHED)) {
            for (List<Row> rows = cursor.next(); !rows.isEmpty(); rows = cursor.next()) {
                for (Row row : rows) {
                    votes.add(
                            row.getString("source_id"),
                            row.getString("person"),
                            StoredValues.answer(row.getString("answer")),
                            row.getBoolean("counted"));
                }
            }
        }
        return votes;
    }

    /// Classes of the sources that catalogues know, by id.
    public static Map<String, Answer> knownClasses(SqlConnection connection) {
        Map<String, Answer> known = new HashMap<>();
        for (Row row : connection.preparedQuery(KNOWN).executeAndAwait()) {
            known.put(row.getString("source_id"), StoredValues.answer(row.getString("known_class")));
        }
        return known;
    }

    /// Sources of known class as the classifier sees them.
    static List<KnownSource> knownSources(SqlConnection connection) {
        List<KnownSource> known = new ArrayList<>();
        for (Row row : connection.preparedQuery(KNOWN_SOURCES).executeAndAwait()) {
            known.add(new KnownSource(
                    StoredValues.answer(row.getString("known_class")), StoredValues.numbers(row, "classes", "shares")));
        }
        return known;
    }

    private static Tuple texts(Collection<String> values) {
        return Tuple.of(values.toArray(String[]::new));
    }
}
