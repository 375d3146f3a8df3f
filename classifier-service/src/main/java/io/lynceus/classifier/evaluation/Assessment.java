package io.lynceus.classifier.evaluation;

import io.lynceus.classifier.model.Model;
import java.util.List;

/// All that is told of ways of learning: what they are worth on held-out sources, and the models they make of all.
///
/// @param sample what the sources are, in words
/// @param reports by draw of the folds, and in each by method
/// @param models one per method that makes a model, learned from the whole sample
public record Assessment(String sample, List<EvaluationReport> reports, List<Model> models) {
    public Assessment {
        reports = List.copyOf(reports);
        models = List.copyOf(models);
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("an assessment without any report");
        }
    }
}
