package io.lynceus.classifier.scoring;

import io.lynceus.classifier.model.EvidenceTerm;
import io.lynceus.classifier.model.Prior;
import io.lynceus.classifier.model.WeightedEvidence;
import java.util.BitSet;

/// Fast scorer of [WeightedEvidence]: flat tables, presence taken once per model.
///
/// Equal to [ReferenceScorer] within 1e-9 in ln evidence.
final class WeightedEvidenceScorer implements Scorer {
    private final EvidenceTables tables;
    private final double[] constant;
    /// double[terms * classes].
    private final double[] weights;
    /// Whether what being measured says is a part after the term's.
    private final boolean[] withPresence;
    private final int parts;
    /// double[terms * classes], weighted; zeros for terms without presence.
    private final double[] measured;
    private final double[] missing;

    WeightedEvidenceScorer(WeightedEvidence rule, Prior prior) {
        tables = new EvidenceTables(rule.terms(), rule.features());
        int classes = tables.classes();
        constant = prior.logarithms();
        for (int c = 0; c < classes; c++) {
            constant[c] += rule.calibration().get(c);
        }
        weights = new double[tables.terms() * classes];
        parts = rule.parts().size();
        withPresence = new boolean[tables.terms()];
        measured = new double[weights.length];
        missing = new double[weights.length];
        for (int t = 0; t < tables.terms(); t++) {
            int at = t * classes;
            EvidenceTerm term = tables.term(t);
            for (int c = 0; c < classes; c++) {
                weights[at + c] = term.weights().get(c);
            }
            withPresence[t] = term.presence().isPresent();
            term.presence().ifPresent(presence -> {
                double[] present = presence.lnRatios(true);
                double[] absent = presence.lnRatios(false);
                for (int c = 0; c < classes; c++) {
                    measured[at + c] = presence.weights().get(c) * present[c];
                    missing[at + c] = presence.weights().get(c) * absent[c] + 0.0;
                }
            });
        }
    }

    @Override
    public double[] evidence(double[] values, BitSet uncovered) {
        int classes = tables.classes();
        int rows = values.length / tables.features();
        double[] evidence = new double[rows * (1 + parts) * classes];
        double[] read = new double[classes + 1];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            int from = row * tables.features();
            System.arraycopy(constant, 0, evidence, at, classes);
            at += classes;
            for (int t = 0; t < tables.terms(); t++) {
                boolean there = tables.measured(t, values, from);
                if (there) {
                    tables.read(t, values, from, read);
                    for (int c = 0; c < classes; c++) {
                        evidence[at + c] = weights[t * classes + c] * read[c];
                    }
                }
                at += classes;
                if (withPresence[t]) {
                    if (there || !uncovered.get(from + tables.first(t))) {
                        System.arraycopy(there ? measured : missing, t * classes, evidence, at, classes);
                    }
                    at += classes;
                }
            }
        }
        return evidence;
    }

    @Override
    public double[] scores(double[] values, BitSet uncovered) {
        return Scorer.sums(evidence(values, uncovered), parts, tables.classes());
    }
}
