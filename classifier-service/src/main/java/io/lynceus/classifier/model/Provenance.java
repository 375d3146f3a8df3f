package io.lynceus.classifier.model;

import java.util.Map;

/// Origin of a model, enough to fit it again.
///
/// @param sample what the training sample is, in words
/// @param sampleDigest SHA-256 of the training table, lower-case hex (`TrainingTable.digest`)
/// @param rows training rows per class of the taxonomy
/// @param excludedRows rows left out, per class outside the taxonomy
/// @param objective what the weights maximised
/// @param seed of the inner folds and of the weight search
/// @param codeVersion version of the program that fitted it
/// @param heldOut scores on held-out sources
public record Provenance(
        String sample,
        String sampleDigest,
        Map<String, Integer> rows,
        Map<String, Integer> excludedRows,
        String objective,
        long seed,
        String codeVersion,
        HeldOutScores heldOut) {
    public Provenance {
        rows = Map.copyOf(rows);
        excludedRows = Map.copyOf(excludedRows);
        if (!sampleDigest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sample digest must be a SHA-256 in hex: " + sampleDigest);
        }
    }

    public Provenance withHeldOut(HeldOutScores scores) {
        return new Provenance(sample, sampleDigest, rows, excludedRows, objective, seed, codeVersion, scores);
    }
}
