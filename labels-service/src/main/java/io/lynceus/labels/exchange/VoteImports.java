package io.lynceus.labels.exchange;

import java.util.List;
import java.util.Optional;

/// Imports of votes from other projects.
///
/// 1. The same classification of an import is the same vote, however often it is imported.
/// 2. An import is applied whole or not at all, and settled as a whole: accounts in it that err together
///    ([io.lynceus.labels.CorrelatedAccounts]) count as one from the beginning.
/// 3. Every row is accounted for in the [ImportReport].
/// 4. A dry run reports the same and changes nothing.
public interface VoteImports {
    /// @param votes of it so far
    record Described(String name, ImportMapping mapping, int votes) {}

    /// What an import did with its rows.
    ///
    /// @param added votes that count from now on
    /// @param repeated rows whose classification had been imported before
    /// @param standing rows whose user had voted for the source by another classification, which stands
    /// @param passed rows of other workflows
    /// @param refused rows that cannot be read or name no known source
    /// @param refusals the first [#MOST_REFUSALS] of them, by line
    /// @param correlated accounts, of all votes, that count together with others now
    record ImportReport(
            long rows,
            long added,
            long repeated,
            long standing,
            long passed,
            long refused,
            List<ImportedRow.RejectedRow> refusals,
            int correlated) {
        public static final int MOST_REFUSALS = 1_000;

        public ImportReport {
            refusals = List.copyOf(refusals);
            if (rows != added + repeated + standing + passed + refused) {
                throw new IllegalStateException(rows + " rows, of which are accounted for: " + added + " added, "
                        + repeated + " repeated, " + standing + " standing, " + passed + " passed, " + refused
                        + " refused");
            }
        }

        public ImportReport withCorrelated(int accounts) {
            return new ImportReport(rows, added, repeated, standing, passed, refused, refusals, accounts);
        }
    }

    /// Stores how an import reads, or how it reads from now on.
    void describe(String name, ImportMapping mapping);

    List<Described> all();

    Optional<ImportMapping> mapping(String name);

    /// Imports votes, or tells what an import would do.
    ///
    /// @param rows can be read more than once
    ImportReport run(String name, Iterable<ImportedRow> rows, boolean dryRun);
}
