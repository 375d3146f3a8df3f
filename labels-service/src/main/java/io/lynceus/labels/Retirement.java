package io.lynceus.labels;

import io.lynceus.labels.consensus.SuccessRate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Retirement of sources: a retired source is not offered to volunteers.
///
/// 1. One rule is active; it is applied whenever a source is settled.
/// 2. A person's decision stands against the rule until a person decides again.
/// 3. A dry run changes nothing.
public interface Retirement {

    /// A source was retired or reopened.
    ///
    /// @param by person that decided; empty for a rule
    record RetirementDecision(boolean retired, Optional<String> by, String reason, Instant at) {}

    /// Result of a dry run: what a rule would have done, active from the first vote.
    ///
    /// @param sources with votes, their class not known
    /// @param votes for them
    /// @param retired sources it would have retired
    /// @param spared votes cast after that
    /// @param same those retired with a consensus whose class all votes together confirm
    record DryRun(int sources, int votes, int retired, int spared, SuccessRate same) {}

    List<RetirementRule> rules();

    /// Name of the active rule.
    String active();

    /// Stores a rule under its name, or replaces the one there.
    void store(RetirementRule rule);

    /// Makes a rule the active one; false if there is none of this name.
    boolean activate(String name);

    DryRun tryOut(RetirementRule rule);

    /// A person retires or reopens a source; false if the source is unknown. The same decision again is no second
    /// one.
    boolean decide(String sourceId, RetirementDecision decision);

    /// All decisions on a source, the latest first; empty if the source is unknown.
    Optional<List<RetirementDecision>> history(String sourceId);
}
