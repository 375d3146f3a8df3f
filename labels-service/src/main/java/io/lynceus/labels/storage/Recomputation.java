package io.lynceus.labels.storage;

import io.lynceus.labels.Crowd.Recomputed;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.Witnesses;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.storage.CrowdSlice.Source;
import io.lynceus.labels.storage.SkillTables.Counted;
import io.lynceus.labels.voting.Answer;
import io.lynceus.runtime.storage.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything from the votes, by the batch.
///
/// It has the turn from beginning to end, so nothing is settled meanwhile, and writes sources a few at a time, each
/// time
/// in a transaction of its own: votes go on, wait for a few sources at most, and those that it has not read leave their
/// source marked. Between the first of these transactions and the last, posteriors and skill are not in step. The table
/// `crowd` says so: whoever has the turn next computes everything again before settling.
public final class Recomputation {
    private static final String TURN = "SELECT " + PostgresCrowd.TURN;
    private static final String BEGIN = "UPDATE crowd SET recomputation = ?";
    private static final String GOES_ON = "SELECT FROM crowd WHERE recomputation = ? FOR SHARE";
    private static final String END = "UPDATE crowd SET recomputation = NULL WHERE recomputation = ?";
    private static final String INTERRUPTED = "SELECT FROM crowd WHERE recomputation IS NOT NULL";
    private static final String KNOWN = """
            SELECT known_class, ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares
            FROM subjects WHERE known_class IS NOT NULL AND NOT retired
            """;

    /// Fewer known sources give no temperature to trust.
    private static final int ENOUGH_KNOWN = 50;

    /// Sources that are read and written at once, in some tenths of a second: who votes for one of them waits so long.
    private static final int BATCH = 500;

    private final Transactions transactions;
    private final UUID id;
    private final CastVotes cast;
    private final VoteMatrix votes;

    /// @param reading has the turn
    private Recomputation(Transactions transactions, UUID id, Connection reading) throws SQLException {
        this.transactions = transactions;
        this.id = id;
        this.cast = CastVotes.read(reading);
        this.votes = cast.matrix(reading);
    }

    /// Has settlements wait until the transaction ends.
    public static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURN)) {
            statement.execute();
        }
    }

    /// Whether one was demanded, or not done to its end, so that posteriors and skill are not in step. For whoever has
    /// the turn.
    static boolean wasInterrupted(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INTERRUPTED);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /// Has everything computed anew by whoever has the turn next. For whoever has it now.
    public static void demand(Connection connection) throws SQLException {
        execute(connection, BEGIN, UUID.randomUUID());
    }

    /// Waits for the turn and does what was demanded, or what another has not done to its end.
    public static void finish(Transactions transactions, Connection connection) throws SQLException {
        takeTurn(connection);
        if (wasInterrupted(connection)) {
            run(transactions, connection);
        }
    }

    /// @param turn has the turn, and keeps it until its transaction ends
    static Recomputed run(Transactions transactions, Connection turn) throws SQLException {
        UUID id = UUID.randomUUID();
        transactions.run(connection -> {
            execute(connection, BEGIN, id);
            PostgresCorrelatedAccounts.forget(connection);
            return id;
        });
        Recomputation apart = new Recomputation(transactions, id, turn);
        Estimate estimate = new DawidSkene().estimate(apart.votes);
        if (!apart.write(connection -> apart.findCorrelated(connection, estimate))) {
            return apart.run(turn, estimate);
        }
        Recomputation together = new Recomputation(transactions, id, turn);
        return together.run(turn, new DawidSkene().estimate(together.votes));
    }

    /// Finds the accounts that would count together, and leaves the rest as it was. For a transaction that has the turn
    /// and is to be rolled back.
    public static void findCorrelated(Transactions transactions, Connection turn) throws SQLException {
        PostgresCorrelatedAccounts.forget(turn);
        Recomputation apart = new Recomputation(transactions, UUID.randomUUID(), turn);
        apart.findCorrelated(turn, new DawidSkene().estimate(apart.votes));
    }

    private boolean findCorrelated(Connection connection, Estimate estimate) throws SQLException {
        return PostgresCorrelatedAccounts.find(connection, cast.voters(), votes, estimate);
    }

    private static int execute(Connection connection, String update, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setObject(1, id);
            return statement.executeUpdate();
        }
    }

    /// A transaction of this recomputation, if no other has begun since: one that has lost its connection has lost the
    /// turn with it.
    private <T> T write(Transactions.Work<T> work) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(GOES_ON)) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("another recomputation has taken over");
                    }
                }
            }
            return work.run(connection);
        });
    }

    private Recomputed run(Connection turn, Estimate estimate) throws SQLException {
        RunningCrowd crowd = RunningCrowd.of(Priors.USUAL, votes, estimate);
        CrowdSlice after =
                new CrowdSlice(List.of(), cast.voters(), crowd, temperature(crowd), classifierTemperature(turn));
        RetirementRule rule = PostgresRetirement.activeRule(turn);
        int changed = 0;
        for (List<Integer> batch : batches()) {
            changed += write(connection -> {
                SkillTables.count(
                        connection, batch.stream().flatMap(this::fresh).toList());
                return settle(connection, batch, estimate.posteriors(), after, rule);
            });
        }
        transactions.run(connection -> {
            if (execute(connection, END, id) == 0) {
                throw new IllegalStateException("another recomputation has taken over");
            }
            SkillTables.write(connection, after);
            return id;
        });
        return new Recomputed(
                votes.votes(),
                votes.sources(),
                votes.users(),
                estimate.iterations(),
                after.temperature().value(),
                after.classifierTemperature().value(),
                changed);
    }

    /// Sources by their number, in the order of their ids.
    private List<List<Integer>> batches() {
        List<Integer> ordered = IntStream.range(0, votes.sources())
                .boxed()
                .sorted(Comparator.comparing(cast.sources()::get))
                .toList();
        List<List<Integer>> batches = new ArrayList<>();
        for (int begin = 0; begin < ordered.size(); begin += BATCH) {
            batches.add(ordered.subList(begin, Math.min(ordered.size(), begin + BATCH)));
        }
        return batches;
    }

    private Stream<Counted> fresh(int source) {
        return Counted.of(cast.sources().get(source), users(source), cast.counted()[source], cast.voters());
    }

    private int[] users(int source) {
        return IntStream.range(votes.begin(source), votes.end(source))
                .map(votes::user)
                .toArray();
    }

    private byte[] answers(int source) {
        byte[] answers = new byte[votes.end(source) - votes.begin(source)];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = (byte) votes.answer(votes.begin(source) + i);
        }
        return answers;
    }

    private int settle(
            Connection connection, List<Integer> batch, Posteriors posteriors, CrowdSlice after, RetirementRule rule)
            throws SQLException {
        List<String> ids = batch.stream().map(cast.sources()::get).toList();
        List<Settled> settled = new ArrayList<>();
        List<Source> sources = CrowdSlice.sources(connection, ids, id -> {
            int source = cast.number(id);
            return new CrowdSlice.Cast(users(source), answers(source), cast.counted()[source]);
        });
        for (Source source : sources) {
            double[] posterior = posteriors.row(cast.number(source.sourceId()));
            settled.add(Settled.of(source, posterior, source.consensus(after, posterior), rule));
        }
        Settled.write(connection, settled);
        return (int) settled.stream().filter(Settled::changed).count();
    }

    private Temperature temperature(RunningCrowd crowd) {
        int[] known = IntStream.range(0, votes.sources())
                .filter(source -> votes.known(source) >= 0)
                .toArray();
        byte[] truth = new byte[known.length];
        List<double[]> guessed = new ArrayList<>();
        for (int s = 0; s < known.length; s++) {
            truth[s] = (byte) votes.known(known[s]);
            guessed.add(crowd.posterior(
                    new SourceVotes(users(known[s]), answers(known[s]), 0, new double[0], VoteMatrix.NO_CLASS)));
        }
        return truth.length < ENOUGH_KNOWN ? Temperature.NONE : Temperature.fit(Posteriors.of(guessed), truth);
    }

    /// From the known sources whose class the classifier can name. It may have learned from them, which makes it look
    /// surer of itself than it should be and never the other way, so it is not made surer still.
    private static Temperature classifierTemperature(Connection connection) throws SQLException {
        List<Byte> truth = new ArrayList<>();
        List<double[]> said = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(KNOWN);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Answer known = PostgresBallots.answer(row.getString("known_class"));
                double[] posterior = Witnesses.byClass(PostgresSubjects.numbers(row, "classes", "shares"));
                if (!Double.isNaN(posterior[known.code()])) {
                    truth.add(known.code());
                    said.add(posterior);
                }
            }
        }
        if (truth.size() < ENOUGH_KNOWN) {
            return Temperature.NONE;
        }
        byte[] classes = new byte[truth.size()];
        for (int source = 0; source < classes.length; source++) {
            classes[source] = truth.get(source);
        }
        return Temperature.fit(Posteriors.of(said), classes).atLeastOne();
    }
}
