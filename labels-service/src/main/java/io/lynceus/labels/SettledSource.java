package io.lynceus.labels;

import java.util.Optional;

/// A source that was just settled.
///
/// @param consensus to store
/// @param announced whether its state belongs in the outbox: there is a consensus, or was one before
/// @param changed whether the consensus is another than before, by class or by more than a percent of confidence
/// @param urgency of one more vote
/// @param retired why the active rule retires the source now
public record SettledSource(
        VotedSource source,
        double[] posterior,
        Optional<StoredConsensus> consensus,
        boolean announced,
        boolean changed,
        double urgency,
        Optional<String> retired) {
    static SettledSource of(
            VotedSource source, double[] posterior, Optional<Consensus> consensus, RetirementRule rule) {
        StoredSource stored = source.stored();
        Optional<StoredConsensus> before = stored.consensus();
        Optional<StoredConsensus> after =
                consensus.map(found -> new StoredConsensus(found.answer(), found.confidence()));
        boolean open = !stored.finished()
                && !stored.decidedByPerson()
                && stored.known().isEmpty();
        return new SettledSource(
                source,
                posterior,
                after,
                before.isPresent() || after.isPresent(),
                StoredConsensus.changed(before, after),
                source.interest(posterior).urgency(source.sourceId()),
                open ? rule.applies(source.voters(), consensus) : Optional.empty());
    }

    public String sourceId() {
        return source.sourceId();
    }
}
