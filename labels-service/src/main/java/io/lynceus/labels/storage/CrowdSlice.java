package io.lynceus.labels.storage;

import io.lynceus.labels.Consensus;
import io.lynceus.labels.Witnesses;
import io.lynceus.labels.asking.Interest;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.BatchColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Some sources with all votes for them, and what is known of everyone who cast one.
///
/// @param sources in the order of their ids
/// @param voters by their number in the crowd; of accounts that count together the one they count as
/// @param temperature of the crowd's posteriors
/// @param classifierTemperature of the classifier's
record CrowdSlice(
        List<Source> sources,
        List<String> voters,
        RunningCrowd crowd,
        Temperature temperature,
        Temperature classifierTemperature) {
    static final int CLASSES = Answer.classes().size();

    private static final String SOURCES = """
            SELECT source_id, known_class, posterior, consensus, confidence, finished, decided_by_person, false_alarm,
                   activation, revision,
                   ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares
            FROM subjects WHERE source_id = ANY (?) ORDER BY source_id
            """;
    private static final String VOTES = """
            SELECT source_id, person, answer, counted FROM votes_of_people WHERE source_id = ANY (?)
            ORDER BY source_id, counted DESC, cast_at, person
            """;
    private static final String VOLUNTEERS = "SELECT voter, counts FROM volunteers WHERE voter = ANY (?)";
    private static final String CROWD = "SELECT sources_of_class, temperature, classifier_temperature FROM crowd";

    /// A source as it was last settled, and its votes, those that count by its posterior first.
    ///
    /// @param announced class and confidence of the consensus that was last stored
    /// @param finished whether nobody is asked about it any more
    /// @param classifier probabilities by class, as of (activation, revision)
    record Source(
            String sourceId,
            SourceVotes votes,
            Optional<Announced> announced,
            boolean finished,
            boolean decidedByPerson,
            Map<String, Double> classifier,
            OptionalDouble falseAlarm,
            long activation,
            long revision) {
        Interest interest(double[] posterior) {
            return votes.users().length == 0
                    ? Interest.of(classifier, falseAlarm)
                    : Interest.of(classifier, falseAlarm, posterior);
        }

        /// Nobody bears witness to what is known.
        Optional<Witnesses> witnesses(CrowdSlice slice, double[] posterior) {
            return votes.known() == VoteMatrix.NO_CLASS
                    ? Witnesses.of(
                            classifier,
                            posterior,
                            slice.crowd.classShares(),
                            slice.temperature,
                            slice.classifierTemperature)
                    : Optional.empty();
        }

        Optional<Consensus> consensus(CrowdSlice slice, double[] posterior) {
            return votes.known() == VoteMatrix.NO_CLASS
                    ? Consensus.of(slice.crowd, votes, posterior, slice.temperature)
                    : Optional.empty();
        }
    }

    /// A stored consensus.
    record Announced(Answer answer, double confidence) {}

    private record Ballot(String voter, byte answer, boolean counted) {}

    /// Votes for one source.
    ///
    /// @param users by their number in the crowd
    /// @param counted the first so many count by the posterior that is stored
    record Cast(int[] users, byte[] answers, int counted) {}

    static CrowdSlice read(Connection connection, Collection<String> sourceIds) throws SQLException {
        Map<String, List<Ballot>> ballots = ballots(connection, sourceIds);
        List<String> voters = ballots.values().stream()
                .flatMap(List::stream)
                .map(Ballot::voter)
                .distinct()
                .toList();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        voters.forEach(voter -> numbers.put(voter, numbers.size()));
        List<Source> sources = sources(connection, sourceIds, id -> cast(ballots.getOrDefault(id, List.of()), numbers));
        double[] counts = counts(connection, numbers);
        try (PreparedStatement statement = connection.prepareStatement(CROWD);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new CrowdSlice(
                    sources,
                    voters,
                    new RunningCrowd(Priors.USUAL, counts, numbers(row, "sources_of_class")),
                    new Temperature(row.getDouble("temperature")),
                    new Temperature(row.getDouble("classifier_temperature")));
        }
    }

    /// The sources as they are stored, in the order of their ids.
    static List<Source> sources(Connection connection, Collection<String> sourceIds, Function<String, Cast> votes)
            throws SQLException {
        List<Source> sources = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SOURCES)) {
            new BatchColumns(statement).texts(sourceIds);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sources.add(source(row, votes.apply(row.getString("source_id"))));
                }
            }
        }
        return sources;
    }

    private static Map<String, List<Ballot>> ballots(Connection connection, Collection<String> sourceIds)
            throws SQLException {
        Map<String, List<Ballot>> ballots = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(VOTES)) {
            new BatchColumns(statement).texts(sourceIds);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ballots.computeIfAbsent(row.getString(1), source -> new ArrayList<>())
                            .add(new Ballot(
                                    row.getString(2),
                                    PostgresBallots.answer(row.getString(3)).code(),
                                    row.getBoolean(4)));
                }
            }
        }
        return ballots;
    }

    private static Cast cast(List<Ballot> ballots, Map<String, Integer> numbers) {
        int[] users = ballots.stream()
                .mapToInt(ballot -> number(numbers, ballot.voter()))
                .toArray();
        byte[] answers = new byte[users.length];
        int counted = 0;
        for (int vote = 0; vote < answers.length; vote++) {
            answers[vote] = ballots.get(vote).answer();
            counted += ballots.get(vote).counted() ? 1 : 0;
        }
        return new Cast(users, answers, counted);
    }

    private static Source source(ResultSet row, Cast cast) throws SQLException {
        String consensus = row.getString("consensus");
        return new Source(
                row.getString("source_id"),
                new SourceVotes(cast.users(), cast.answers(), cast.counted(), numbers(row, "posterior"), known(row)),
                consensus == null
                        ? Optional.empty()
                        : Optional.of(new Announced(PostgresBallots.answer(consensus), row.getDouble("confidence"))),
                row.getBoolean("finished"),
                row.getBoolean("decided_by_person"),
                PostgresSubjects.numbers(row, "classes", "shares"),
                PostgresSubjects.falseAlarm(row),
                row.getLong("activation"),
                row.getLong("revision"));
    }

    private static int number(Map<String, Integer> numbers, String voter) {
        return Objects.requireNonNull(numbers.get(voter), voter);
    }

    private static int known(ResultSet row) throws SQLException {
        String known = row.getString("known_class");
        return known == null
                ? VoteMatrix.NO_CLASS
                : PostgresBallots.answer(known).code();
    }

    private static double[] counts(Connection connection, Map<String, Integer> numbers) throws SQLException {
        int cells = CLASSES * CLASSES;
        double[] counts = new double[numbers.size() * cells];
        try (PreparedStatement statement = connection.prepareStatement(VOLUNTEERS)) {
            new BatchColumns(statement).texts(numbers.keySet());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    System.arraycopy(
                            numbers(row, "counts"), 0, counts, number(numbers, row.getString("voter")) * cells, cells);
                }
            }
        }
        return counts;
    }

    /// Counts of a voter of this slice, as [#literal] writes them.
    double[] countsOf(int voter) {
        double[] counts = new double[CLASSES * CLASSES];
        for (int answer = 0; answer < CLASSES; answer++) {
            for (int truth = 0; truth < CLASSES; truth++) {
                counts[answer * CLASSES + truth] = crowd.confusions().count(voter, truth, answer);
            }
        }
        return counts;
    }

    static double[] numbers(ResultSet row, String column) throws SQLException {
        Double[] values = (Double[]) row.getArray(column).getArray();
        return Arrays.stream(values).mapToDouble(Double::doubleValue).toArray();
    }

    /// An array as text, for `unnest` would flatten arrays of arrays.
    static String literal(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
