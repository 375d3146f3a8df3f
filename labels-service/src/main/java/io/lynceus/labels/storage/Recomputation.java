package io.lynceus.labels.storage;

import io.lynceus.labels.Crowd.Recomputed;
import io.lynceus.labels.RetirementRule;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.storage.CrowdSlice.Source;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Everything from the votes, by the batch.
final class Recomputation {
    /// Voters hold a row of `subjects` before anything else, so nobody who waits for this lock holds what we need.
    private static final String NO_VOTES_MEANWHILE =
            "SELECT " + PostgresCrowd.TURN + "; LOCK TABLE subjects IN EXCLUSIVE MODE";
    private static final String VOTED = "SELECT source_id FROM subjects WHERE votes > 0 ORDER BY source_id";

    /// Fewer known sources give no temperature to trust.
    private static final int ENOUGH_KNOWN = 50;

    private static final int BATCH = 5_000;

    private Recomputation() {}

    static Recomputed run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NO_VOTES_MEANWHILE)) {
            statement.execute();
        }
        CrowdSlice before = CrowdSlice.read(connection, voted(connection));
        VoteMatrix votes = votes(before);
        Estimate estimate = new DawidSkene().estimate(votes);
        RunningCrowd crowd = RunningCrowd.of(Priors.USUAL, votes, estimate);
        CrowdSlice after = new CrowdSlice(before.sources(), before.voters(), crowd, temperature(before, crowd));
        RetirementRule rule = PostgresRetirement.activeRule(connection);
        List<Settled> settled = new ArrayList<>();
        for (int s = 0; s < after.sources().size(); s++) {
            Source source = after.sources().get(s);
            double[] posterior = row(estimate.posteriors(), s);
            settled.add(Settled.of(source, posterior, source.consensus(after, posterior), rule));
        }
        for (int begin = 0; begin < settled.size(); begin += BATCH) {
            Settled.write(connection, settled.subList(begin, Math.min(settled.size(), begin + BATCH)), after.voters());
        }
        SkillTables.write(connection, after);
        return new Recomputed(
                votes.votes(),
                votes.sources(),
                votes.users(),
                estimate.iterations(),
                after.temperature().value(),
                (int) settled.stream().filter(Settled::changed).count());
    }

    private static List<String> voted(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(VOTED);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static VoteMatrix votes(CrowdSlice slice) {
        int count = slice.sources().stream()
                .mapToInt(source -> source.votes().users().length)
                .sum();
        int[] source = new int[count];
        int[] user = new int[count];
        byte[] answer = new byte[count];
        byte[] known = new byte[slice.sources().size()];
        int vote = 0;
        for (int s = 0; s < known.length; s++) {
            known[s] = (byte) slice.sources().get(s).votes().known();
            int[] users = slice.sources().get(s).votes().users();
            for (int i = 0; i < users.length; i++) {
                source[vote] = s;
                user[vote] = users[i];
                answer[vote++] = slice.sources().get(s).votes().answers()[i];
            }
        }
        return VoteMatrix.of(CrowdSlice.CLASSES, known, slice.voters().size(), source, user, answer);
    }

    private static Temperature temperature(CrowdSlice slice, RunningCrowd crowd) {
        List<Source> known = slice.sources().stream()
                .filter(source -> source.votes().known() >= 0)
                .toList();
        if (known.size() < ENOUGH_KNOWN) {
            return Temperature.NONE;
        }
        byte[] truth = new byte[known.size()];
        List<double[]> guessed = new ArrayList<>();
        for (int s = 0; s < truth.length; s++) {
            truth[s] = (byte) known.get(s).votes().known();
            guessed.add(crowd.posterior(known.get(s).votes().asIfUnknown()));
        }
        return Temperature.fit(Posteriors.of(guessed), truth);
    }

    private static double[] row(Posteriors posteriors, int source) {
        double[] row = new double[posteriors.classes()];
        for (int c = 0; c < row.length; c++) {
            row[c] = posteriors.probability(source, c);
        }
        return row;
    }
}
