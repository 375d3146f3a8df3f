package io.lynceus.labels;

import java.util.List;

/// Accounts that err together far more than skill and sources explain ([io.lynceus.labels.consensus.CorrelatedUsers]).
///
/// 1. A group counts as one user: of its votes for a source the first counts, and its votes teach one skill.
/// 2. Every recomputation ([Crowd#recompute]) and every import finds the groups again.
public interface CorrelatedAccounts {
    /// @param lnEvidence natural logarithm of the strongest e-value of a pair that the account is in
    record Account(String user, double lnEvidence) {}

    /// @param countsAs the account whose skill is that of all
    record Group(String countsAs, List<Account> accounts) {
        public Group {
            accounts = List.copyOf(accounts);
        }
    }

    /// An account of a group, as it is stored.
    ///
    /// @param countsAs the account whose skill is that of all in the group
    record Member(String voter, String countsAs, double lnEvidence) {}

    List<Group> groups();
}
