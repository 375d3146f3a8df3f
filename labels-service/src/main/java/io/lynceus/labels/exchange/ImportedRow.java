package io.lynceus.labels.exchange;

import io.lynceus.labels.voting.Vote;

/// A row of a classification export, as it reads under an [ImportMapping].
public sealed interface ImportedRow {
    /// Where the row begins, 1 for the header.
    long line();

    /// @param id of the classification, unique in the import
    record ImportedVote(long line, String id, Vote vote) implements ImportedRow {
        public ImportedVote {
            if (id.isBlank()) {
                throw new IllegalArgumentException("classification_id must not be blank");
            }
        }
    }

    /// A row of a workflow that is not taken.
    record SkippedRow(long line) implements ImportedRow {}

    record RejectedRow(long line, String reason) implements ImportedRow {}
}
