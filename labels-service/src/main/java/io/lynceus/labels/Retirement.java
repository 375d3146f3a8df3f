package io.lynceus.labels;

import io.lynceus.labels.consensus.SuccessRate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which sources are asked about no more, and why.
///
/// 1. One rule is active; it is applied whenever a source is settled.
/// 2. What a person decides stands against the rule, until a person decides again.
/// 3. A dry run changes nothing.
public interface Retirement {

    /// A source was retired or reopened.
    ///
    /// @param by who decided; empty for a rule
    record RetirementDecision(boolean retired, Optional<String> by, String reason, Instant at) {}

    /// What a rule would have done, had it been active from the first vote.
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

    /// A person retires or reopens a source; false if the source is unknown. The same decision again is no second one.
    boolean decide(String sourceId, RetirementDecision decision);

    /// All decisions on a source, the latest first; empty if the source is unknown.
    Optional<List<RetirementDecision>> history(String sourceId);
}
