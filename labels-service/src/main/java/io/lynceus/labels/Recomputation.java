package io.lynceus.labels;

import io.lynceus.labels.CorrelatedAccounts.Member;
import io.lynceus.labels.Crowd.Recomputed;
import io.lynceus.labels.consensus.CorrelatedUsers;
import io.lynceus.labels.consensus.CorrelatedUsers.Pair;
import io.lynceus.labels.consensus.DawidSkene;
import io.lynceus.labels.consensus.Estimate;
import io.lynceus.labels.consensus.Posteriors;
import io.lynceus.labels.consensus.Priors;
import io.lynceus.labels.consensus.RunningCrowd;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import io.lynceus.labels.consensus.Temperature;
import io.lynceus.labels.consensus.VoteMatrix;
import io.lynceus.labels.voting.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Consensus and skill from all votes at once, by the batch.
///
/// [Crowd] keeps both up to date vote by vote; this is where its steps lead.
public final class Recomputation {
    /// Fewer known sources give no temperature to trust.
    private static final int ENOUGH_KNOWN = 50;

    private final AllVotes all;
    private final VoteMatrix votes;
    private final Estimate estimate;

    private Recomputation(AllVotes all, VoteMatrix votes) {
        this.all = all;
        this.votes = votes;
        this.estimate = new DawidSkene().estimate(votes);
    }

    /// Estimates posteriors and skill.
    ///
    /// @param known classes of the sources that catalogues know, by id
    public static Recomputation of(AllVotes votes, Map<String, Answer> known) {
        return new Recomputation(votes, votes.matrix(known));
    }

    /// A source of known class as the classifier sees it.
    ///
    /// @param classifier probabilities by class, as the classifier names them
    public record KnownSource(Answer truth, Map<String, Double> classifier) {}

    /// Accounts that err together; empty if there are none.
    ///
    /// @param imports name of the import that each imported voter came with: these may vouch for each other
    public List<Member> correlated(Map<String, String> imports) {
        List<String> voters = all.voters();
        CorrelatedUsers found = CorrelatedUsers.find(votes, estimate, blocks(voters, imports));
        Map<Integer, Double> strongest = new HashMap<>();
        for (Pair pair : found.pairs()) {
            strongest.merge(pair.first(), pair.lnEvidence(), Math::max);
            strongest.merge(pair.second(), pair.lnEvidence(), Math::max);
        }
        return found.groups().stream()
                .flatMap(group -> group.stream()
                        .map(user -> new Member(
                                voters.get(user),
                                voters.get(group.getFirst()),
                                strongest.getOrDefault(user, Double.NEGATIVE_INFINITY))))
                .toList();
    }

    private static int[] blocks(List<String> voters, Map<String, String> imports) {
        Map<String, Integer> numbers = new HashMap<>();
        return voters.stream()
                .mapToInt(voter -> {
                    String name = imports.get(voter);
                    return name == null ? -1 : numbers.computeIfAbsent(name, first -> numbers.size());
                })
                .toArray();
    }

    /// The crowd after the recomputation.
    ///
    /// @param known sources of known class, for the temperature of the classifier
    public CrowdState state(List<KnownSource> known) {
        RunningCrowd crowd = RunningCrowd.of(Priors.USUAL, votes, estimate);
        return new CrowdState(all.voters(), crowd, temperature(crowd), classifierTemperature(known));
    }

    /// From the voted sources whose class is known, as if it were not.
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

    /// From the known sources whose class the classifier can name.
    ///
    /// The classifier may have learned from them. That makes it look surer of itself than it should be, never the
    /// other way. So it is not made surer still.
    static Temperature classifierTemperature(List<KnownSource> known) {
        List<Byte> truth = new ArrayList<>();
        List<double[]> said = new ArrayList<>();
        for (KnownSource source : known) {
            double[] posterior = Witnesses.byClass(source.classifier());
            if (!Double.isNaN(posterior[source.truth().code()])) {
                truth.add(source.truth().code());
                said.add(posterior);
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

    /// Ids of all voted sources in their order, at most `size` at once.
    public List<List<String>> batches(int size) {
        List<String> ordered =
                all.sources().stream().sorted(Comparator.naturalOrder()).toList();
        List<List<String>> batches = new ArrayList<>();
        for (int begin = 0; begin < ordered.size(); begin += size) {
            batches.add(ordered.subList(begin, Math.min(ordered.size(), begin + size)));
        }
        return batches;
    }

    /// Settles the sources of a batch as the recomputation leaves them.
    ///
    /// @param state as [#state] gives it
    public Settlement settle(List<StoredSource> batch, CrowdState state, RetirementRule rule) {
        List<SettledSource> settled = new ArrayList<>();
        List<CountedVote> fresh = new ArrayList<>();
        for (StoredSource stored : batch) {
            int number = all.number(stored.sourceId());
            VotedSource source = stored.with(users(number), answers(number), all.counted(number));
            double[] posterior = estimate.posteriors().row(number);
            settled.add(SettledSource.of(source, posterior, source.consensus(state, posterior), rule));
            source.uncounted(state.voters()).forEach(fresh::add);
        }
        return new Settlement(settled, fresh, state);
    }

    /// What was done.
    ///
    /// @param changed sources whose consensus is another now
    public Recomputed done(CrowdState state, int changed) {
        return new Recomputed(
                votes.votes(),
                votes.sources(),
                votes.users(),
                estimate.iterations(),
                state.temperature().value(),
                state.classifierTemperature().value(),
                changed);
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
}
