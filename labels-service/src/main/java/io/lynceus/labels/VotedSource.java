package io.lynceus.labels;

import io.lynceus.labels.asking.Interest;
import io.lynceus.labels.consensus.RunningCrowd.SourceVotes;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A source with all votes for it, those that count by its stored posterior first.
public record VotedSource(StoredSource stored, SourceVotes votes) {
    public String sourceId() {
        return stored.sourceId();
    }

    /// Number of voters.
    public int voters() {
        return votes.users().length;
    }

    /// The votes that did not count yet.
    ///
    /// @param voters by their number in the votes
    Stream<CountedVote> uncounted(List<String> voters) {
        return IntStream.of(votes.users())
                .skip(votes.counted())
                .mapToObj(user -> new CountedVote(sourceId(), voters.get(user)));
    }

    Interest interest(double[] posterior) {
        return voters() == 0
                ? Interest.of(stored.classifier(), stored.falseAlarm())
                : Interest.of(stored.classifier(), stored.falseAlarm(), posterior);
    }

    /// What crowd and classifier say; empty if the class is known.
    Optional<Witnesses> witnesses(CrowdState state, double[] posterior) {
        return stored.known().isPresent()
                ? Optional.empty()
                : Witnesses.of(
                        stored.classifier(),
                        posterior,
                        state.crowd().classShares(),
                        state.temperature(),
                        state.classifierTemperature());
    }

    /// What the votes agree on; empty if the class is known.
    Optional<Consensus> consensus(CrowdState state, double[] posterior) {
        return stored.known().isPresent()
                ? Optional.empty()
                : Consensus.of(state.crowd(), votes, posterior, state.temperature());
    }
}
