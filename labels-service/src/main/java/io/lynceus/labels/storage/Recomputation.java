package io.lynceus.labels.storage;

import io.lynceus.labels.Answer;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything from the votes, by the batch.
///
/// It has the turn from beginning to end, so nothing is settled meanwhile, and takes sources only when it writes them:
/// votes go on, and those that it has not read leave their source marked.
final class Recomputation {
    private static final String TURN = "SELECT " + PostgresCrowd.TURN;
    private static final String KNOWN = """
            SELECT known_class, ARRAY(SELECT key FROM jsonb_each(probabilities)) AS classes,
                   ARRAY(SELECT value::float8 FROM jsonb_each(probabilities)) AS shares
            FROM subjects WHERE known_class IS NOT NULL AND NOT retired
            """;

    /// Fewer known sources give no temperature to trust.
    private static final int ENOUGH_KNOWN = 50;

    /// Sources that are read and written at once.
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final CastVotes cast;
    private final VoteMatrix votes;

    private Recomputation(Connection connection) throws SQLException {
        this.connection = connection;
        this.cast = CastVotes.read(connection);
        this.votes = cast.matrix(connection);
    }

    /// Has settlements wait until the transaction ends.
    static void takeTurn(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TURN)) {
            statement.execute();
        }
    }

    static Recomputed run(Connection connection) throws SQLException {
        takeTurn(connection);
        PostgresCorrelatedAccounts.forget(connection);
        Recomputation apart = new Recomputation(connection);
        Estimate estimate = new DawidSkene().estimate(apart.votes);
        if (!PostgresCorrelatedAccounts.find(connection, apart.cast.voters(), apart.votes, estimate)) {
            return apart.run(estimate);
        }
        Recomputation together = new Recomputation(connection);
        return together.run(new DawidSkene().estimate(together.votes));
    }

    private Recomputed run(Estimate estimate) throws SQLException {
        RunningCrowd crowd = RunningCrowd.of(Priors.USUAL, votes, estimate);
        CrowdSlice after = new CrowdSlice(List.of(), cast.voters(), crowd, temperature(crowd), classifierTemperature());
        List<List<Integer>> batches = batches();
        for (List<Integer> batch : batches) {
            SkillTables.count(connection, batch.stream().flatMap(this::fresh).toList());
        }
        SkillTables.write(connection, after);
        RetirementRule rule = PostgresRetirement.activeRule(connection);
        int changed = 0;
        for (List<Integer> batch : batches) {
            changed += settle(batch, estimate.posteriors(), after, rule);
        }
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

    private int settle(List<Integer> batch, Posteriors posteriors, CrowdSlice after, RetirementRule rule)
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
    private Temperature classifierTemperature() throws SQLException {
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
