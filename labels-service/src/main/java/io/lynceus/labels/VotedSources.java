package io.lynceus.labels;

import io.lynceus.labels.Crowd.Opinion;
import io.lynceus.labels.Retirement.DryRun;
import io.lynceus.labels.voting.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Some sources with all votes for them, and the state of the crowd that cast these votes.
///
/// @param sources in the order of their ids
public record VotedSources(List<VotedSource> sources, CrowdState state) {
    public VotedSources {
        sources = List.copyOf(sources);
    }

    /// A vote as it is stored.
    ///
    /// @param person voter; of accounts that count together, the one they count as
    /// @param answer by [io.lynceus.labels.voting.Answer#code]
    /// @param counted whether it counts by the stored posterior of its source
    public record StoredVote(String person, byte answer, boolean counted) {}

    /// Joins sources and votes.
    ///
    /// @param votes by source, those that count first
    /// @param state of all persons that cast one
    public static VotedSources of(List<StoredSource> stored, Map<String, List<StoredVote>> votes, CrowdState state) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        state.voters().forEach(voter -> numbers.put(voter, numbers.size()));
        return new VotedSources(
                stored.stream()
                        .map(source -> voted(source, votes.getOrDefault(source.sourceId(), List.of()), numbers))
                        .toList(),
                state);
    }

    private static VotedSource voted(StoredSource source, List<StoredVote> votes, Map<String, Integer> numbers) {
        int[] users = new int[votes.size()];
        byte[] answers = new byte[votes.size()];
        int counted = 0;
        for (int i = 0; i < users.length; i++) {
            StoredVote vote = votes.get(i);
            users[i] = Objects.requireNonNull(numbers.get(vote.person()), vote.person());
            answers[i] = vote.answer();
            counted += vote.counted() ? 1 : 0;
        }
        return source.with(users, answers, counted);
    }

    /// Settles each source once: its posterior from the skill of its voters, then their skill from the posterior.
    public Settlement settle(RetirementRule rule) {
        List<SettledSource> settled = new ArrayList<>();
        for (VotedSource source : sources) {
            double[] posterior = state.crowd().settle(source.votes());
            settled.add(SettledSource.of(source, posterior, source.consensus(state, posterior), rule));
        }
        List<CountedVote> counted = sources.stream()
                .flatMap(source -> source.uncounted(state.voters()))
                .toList();
        return new Settlement(settled, counted, state);
    }

    /// What the votes for the only source say.
    public Opinion opinion(Tally tally) {
        VotedSource source = sources.getFirst();
        double[] posterior = state.crowd().posterior(source.votes());
        return new Opinion(tally, source.consensus(state, posterior), source.witnesses(state, posterior));
    }

    /// What a rule would have done to the sources whose class is not known.
    public DryRun tryOut(RetirementRule rule) {
        return RuleReplay.of(
                rule,
                state.crowd(),
                state.temperature(),
                sources.stream()
                        .filter(source -> source.stored().known().isEmpty())
                        .map(VotedSource::votes)
                        .toList());
    }
}
