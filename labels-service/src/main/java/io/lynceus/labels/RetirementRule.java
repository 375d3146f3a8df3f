package io.lynceus.labels;

import java.util.Optional;

/// Rule of retirement: a source is retired when enough voters agree, or when too many have voted without agreement.
///
/// @param name 1 to 100 characters
/// @param minVoters before this many nothing is decided, >= 2 [users]
/// @param minConfidence of the consensus, in [0, 1]
/// @param minAgreement of the consensus, in [0, 1]
/// @param maxVoters with this many the source is retired whatever they say, >= minVoters [users]
public record RetirementRule(String name, int minVoters, double minConfidence, double minAgreement, int maxVoters) {
    public RetirementRule {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name must have 1 to 100 characters: '" + name + "'");
        }
        if (!(minVoters >= 2)) {
            throw new IllegalArgumentException("min_voters must be >= 2: " + minVoters);
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new IllegalArgumentException("min_confidence must lie in [0, 1]: " + minConfidence);
        }
        if (!(minAgreement >= 0 && minAgreement <= 1)) {
            throw new IllegalArgumentException("min_agreement must lie in [0, 1]: " + minAgreement);
        }
        if (!(maxVoters >= minVoters)) {
            throw new IllegalArgumentException("max_voters must be >= min_voters, " + minVoters + ": " + maxVoters);
        }
    }

    /// Why a source with these votes is retired; empty if it is not.
    public Optional<String> applies(int voters, Optional<Consensus> consensus) {
        boolean agreed = voters >= minVoters
                && consensus
                        .filter(found -> found.confidence() >= minConfidence && found.agreement() >= minAgreement)
                        .isPresent();
        if (agreed) {
            return Optional.of("rule " + name + ": the votes agree");
        }
        return voters >= maxVoters
                ? Optional.of("rule " + name + ": " + maxVoters + " voters disagree")
                : Optional.empty();
    }
}
